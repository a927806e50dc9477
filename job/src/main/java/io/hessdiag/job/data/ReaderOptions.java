package io.hessdiag.job.data;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.DataConf.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.csv.CSVOptions$;
import org.apache.spark.sql.catalyst.json.JSONOptions$;
import org.apache.spark.sql.execution.datasources.FileIndexOptions$;
import org.apache.spark.sql.execution.datasources.orc.OrcOptions$;
import org.apache.spark.sql.execution.datasources.parquet.ParquetOptions$;
import scala.jdk.javaapi.CollectionConverters;

/** Options for Spark's readers, which pass over those that they do not know. */
final class ReaderOptions {
    private ReaderOptions() {}

    /**
     * Names with a dot are settings of Hadoop's, which anybody may have made.
     *
     * @throws ConfException for an option that a reader would not follow, or that makes it drop
     *     rows: they are counted and read in different passes, of different columns
     */
    static void check(Map<String, String> options, Format format) {
        List<String> known = known(format);
        options.forEach(
                (name, value) -> {
                    if (!name.contains(".") && known.stream().noneMatch(name::equalsIgnoreCase)) {
                        throw new ConfException(
                                String.format(
                                        "data.options: %s: no option for %s files; there are %s",
                                        name,
                                        format.name().toLowerCase(Locale.ROOT),
                                        known.isEmpty() ? "none" : String.join(", ", known)));
                    }
                    if (name.equalsIgnoreCase("mode") && value.equalsIgnoreCase("DROPMALFORMED")) {
                        throw new ConfException(
                                "data.options: mode: expected PERMISSIVE or FAILFAST, since rows"
                                        + " must not be left out unsaid, found "
                                        + value);
                    }
                });
    }

    private static List<String> known(Format format) {
        List<String> names = new ArrayList<>();
        switch (format) {
            case CSV -> names.addAll(names(CSVOptions$.MODULE$.getAllOptions()));
            case JSON -> names.addAll(names(JSONOptions$.MODULE$.getAllOptions()));
            case PARQUET -> names.addAll(names(ParquetOptions$.MODULE$.getAllOptions()));
            case ORC -> names.addAll(names(OrcOptions$.MODULE$.getAllOptions()));
            case LIBSVM -> names.addAll(List.of("numFeatures", "vectorType"));
            case NPZ -> {
                return List.of(); // Spark has no reader for them.
            }
        }
        names.addAll(names(FileIndexOptions$.MODULE$.getAllOptions()));
        names.addAll(List.of("ignoreCorruptFiles", "ignoreMissingFiles"));
        return names.stream().distinct().sorted().toList();
    }

    private static java.util.Collection<String> names(scala.collection.Set<String> some) {
        return CollectionConverters.asJava(some);
    }
}
