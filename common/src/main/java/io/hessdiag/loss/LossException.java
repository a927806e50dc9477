package io.hessdiag.loss;

/**
 * A loss or bundle whose parts do not fit together; one line naming file, leaf, expected, found.
 */
public final class LossException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LossException(String message) {
        super(message.replaceAll("\\p{Cntrl}+", " ").strip());
    }

    static LossException at(Object place, String format, Object... args) {
        return new LossException(place + ": " + String.format(format, args));
    }
}
