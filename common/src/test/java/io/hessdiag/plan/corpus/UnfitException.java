package io.hessdiag.plan.corpus;

/** A recipe that makes no loss worth a test. */
public final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitException(String message) {
        super(message);
    }

    static void unless(boolean fits) {
        if (!fits) {
            throw new UnfitException("no parameters, or outputs that the ending does not take");
        }
    }
}
