package io.hessdiag.pytree;

/** A key path, selection or tree structure that cannot be used; the message is one line. */
public final class PyTreeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PyTreeException(String message) {
        super(message);
    }
}
