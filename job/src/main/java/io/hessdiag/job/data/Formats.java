package io.hessdiag.job.data;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.conf.DataConf.Format;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells what files are by their names. */
final class Formats {
    private static final Map<String, Format> ENDINGS = new LinkedHashMap<>();

    static {
        ENDINGS.put(".parquet", Format.PARQUET);
        ENDINGS.put(".orc", Format.ORC);
        ENDINGS.put(".csv", Format.CSV);
        ENDINGS.put(".json", Format.JSON);
        ENDINGS.put(".jsonl", Format.JSON);
        ENDINGS.put(".libsvm", Format.LIBSVM);
        ENDINGS.put(".svm", Format.LIBSVM);
        ENDINGS.put(".npz", Format.NPZ);
    }

    private Formats() {}

    /**
     * @throws DataException when neither the configuration nor the paths tell
     */
    static Format of(DataConf conf) {
        return conf.format().orElseGet(() -> byName(conf.paths().get(0)));
    }

    private static Format byName(String path) {
        String name = path.toLowerCase(Locale.ROOT).replaceAll("(\\.(gz|bz2|zst|lz4))?/*$", "");
        return ENDINGS.entrySet().stream()
                .filter(e -> name.endsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () ->
                                new DataException(
                                        "data.format: cannot be told from the name "
                                                + path
                                                + "; set it to parquet, orc, csv, json, libsvm or"
                                                + " npz"));
    }
}
