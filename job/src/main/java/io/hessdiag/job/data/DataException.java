package io.hessdiag.job.data;

/** A data set that does not fit; one line naming file, row, column, expected and found. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message.replaceAll("\\p{Cntrl}+", " ").strip());
    }
}
