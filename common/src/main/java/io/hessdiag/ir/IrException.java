package io.hessdiag.ir;

/** A program breaks a rule of the operation set; the message names the op and the two sides. */
public final class IrException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IrException(String message) {
        super(message);
    }

    IrException(String message, IllegalArgumentException cause) {
        super(message, cause);
    }

    /** The same complaint with the place it came from in front. */
    public IrException at(Object place) {
        IrException there = new IrException(place + ": " + getMessage());
        there.initCause(getCause());
        return there;
    }
}
