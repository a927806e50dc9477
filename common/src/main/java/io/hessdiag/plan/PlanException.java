package io.hessdiag.plan;

/** A method that was asked for cannot serve a leaf. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param method the one that was asked for
     * @param reason why, with the place in the loss's text
     */
    public PlanException(Method method, String leaf, String reason) {
        super(
                String.format(
                        "method = %s cannot serve %s: %s; use auto or index",
                        method.text(), leaf, reason));
    }
}
