package io.hessdiag.plan;

/** What is asked of a plan cannot be done: the method that is forced does not serve a leaf. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlanException(String message) {
        super(message);
    }
}
