package io.hessdiag.format;

/**
 * A file that breaks its format's rules; the message is one line and starts with the file's name.
 */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code where} is the file's name and, where there is one, the entry: {@code a.npz: key}. */
    public FormatException(String where, String problem) {
        super(oneLine(where + ": " + problem));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
