package io.hessdiag.plan;

/** A result is NaN or infinite; the message names the entry and the equation that made it. */
public final class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NonFiniteException(String message) {
        super(message);
    }
}
