package io.hessdiag.job.conf;

/** A configuration or command line that cannot be used; the message is one line. */
public final class ConfException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfException(String message) {
        super(message);
    }
}
