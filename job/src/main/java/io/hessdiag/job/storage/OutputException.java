package io.hessdiag.job.storage;

import java.io.IOException;

/** A result that could not be written; the message is one line with the path. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutputException(String path, IOException cause) {
        super(path + " cannot be written: " + Reason.of(cause), cause);
    }
}
