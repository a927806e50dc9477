package io.hessdiag.job.data;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The split that rows (file, start, …) come from, compared without making strings. */
final class SplitKey {
    private UTF8String file;
    private long start;

    void take(InternalRow row) {
        file = row.getUTF8String(0).copy();
        start = row.getLong(1);
    }

    boolean isKnown() {
        return file != null;
    }

    boolean holds(InternalRow row) {
        return file != null && start == row.getLong(1) && file.equals(row.getUTF8String(0));
    }

    Split split() {
        return new Split(file.toString(), start);
    }
}
