package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** What run, explain and bench work on. */
final class Source {
    @Parameters(
            arity = "1..*",
            paramLabel = "CONF|BUNDLE_DIR|model=MODEL_DIR key=value",
            description = {
                "a configuration (HOCON), or the folder of a loss bundle or a saved model, and",
                "settings that override the configuration's:",
                "loss, model, data, data.*, output.path, output.format=npz|safetensors|parquet,"
                        + " output.shard-size,",
                "output.if-exists=fail|overwrite|resume,",
                "method=auto|index|site|curvature, dtype=f64|f32, select (may be repeated),",
                "block.directions, block.examples, memory.block, memory.check=fail|warn|off,",
                "partitions, audit.entries, audit.tolerance"
            })
    private List<String> all = new ArrayList<>();

    /** The settings that the words alone or a configuration and the words make. */
    JobConf conf() {
        String first = all.get(0);
        if (first.indexOf('=') > 0 && Files.notExists(Path.of(first))) {
            return JobConfReader.read(null, all);
        }
        return JobConfReader.read(Path.of(first), all.subList(1, all.size()));
    }
}
