package io.hessdiag.job.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set whose rows are examples, in place of the bundle's own data.
 *
 * @param paths as Spark takes them: files, folders, patterns, on any file system it knows
 * @param format else by the paths' endings
 * @param columns data argument → its columns, whose numbers are laid end to end; the argument may
 *     be a {@link #position}; empty where the names say it
 * @param weight column with each row's weight; else all weigh the same
 * @param mean whether the loss is the mean of its examples' terms or their sum, else by its text
 * @param broadcast whether every executor gets all rows, else by their size
 * @param checkClasses whether whole numbers have to be among the classes that the loss tells apart
 * @param options of Spark's reader
 */
public record DataConf(
        List<String> paths,
        Optional<Format> format,
        Map<String, List<String>> columns,
        Optional<String> weight,
        Optional<Boolean> mean,
        Optional<Boolean> broadcast,
        boolean checkClasses,
        Map<String, String> options) {

    /** Stands for the data argument at this place among those with examples, from 0. */
    public static String position(int i) {
        return "#" + i;
    }

    /** What can be read. */
    public enum Format {
        PARQUET,
        ORC,
        CSV,
        JSON,
        LIBSVM,
        NPZ
    }
}
