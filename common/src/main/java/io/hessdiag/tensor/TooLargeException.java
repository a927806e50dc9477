package io.hessdiag.tensor;

/** A shape of more elements than an array can have. */
public final class TooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
        super(message);
    }
}
