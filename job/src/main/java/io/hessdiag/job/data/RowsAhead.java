package io.hessdiag.job.data;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/** Rows of which the next one can be looked at; a feature stage may fail at one, and end them. */
final class RowsAhead {
    private final Iterator<InternalRow> rows;
    private InternalRow next;
    private String failure;

    RowsAhead(Iterator<InternalRow> rows) {
        this.rows = rows;
        advance();
    }

    /** The next row; null after the last one. */
    InternalRow next() {
        return next;
    }

    /** What the stage that ended the rows says; null where none did. */
    String failure() {
        return failure;
    }

    void advance() {
        try {
            next = rows.hasNext() ? rows.next() : null;
        } catch (Exception e) { // Spark's are checked, and an iterator does not say so.
            failure = StageFailure.text(e);
            if (failure == null) {
                throw e;
            }
            next = null;
        }
    }

    void end() {
        next = null;
    }
}
