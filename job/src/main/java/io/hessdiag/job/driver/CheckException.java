package io.hessdiag.job.driver;

/** Functions that check themselves did not pass. */
final class CheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckException(String message) {
        super(message);
    }
}
