package io.hessdiag.job.driver;

/** A result that is no finite number; the message names leaf and entry. */
final class NotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFiniteException(String message) {
        super(message);
    }
}
