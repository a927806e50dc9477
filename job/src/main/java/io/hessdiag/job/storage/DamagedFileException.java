package io.hessdiag.job.storage;

import java.io.IOException;

/** A file whose contents are not what was written, or not what was asked for. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedFileException(String message) {
        super(message);
    }
}
