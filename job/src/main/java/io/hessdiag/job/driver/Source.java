package io.hessdiag.job.driver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** What run, explain and bench work on. */
final class Source {
    @Parameters(
            index = "0",
            paramLabel = "CONF|BUNDLE_DIR",
            description = "a configuration (HOCON), or the folder of a loss bundle")
    Path path;

    @Parameters(
            index = "1..*",
            paramLabel = "key=value",
            description = {
                "settings that override the configuration's:",
                "loss, output.path, output.format=npz|safetensors|parquet, output.shard-size,",
                "output.if-exists=fail|overwrite|resume,",
                "method=auto|index|site|curvature, dtype=f64|f32, select (may be repeated),",
                "block.directions, block.examples, memory.block, memory.check=fail|warn|off,",
                "partitions, audit.entries, audit.tolerance"
            })
    List<String> words = new ArrayList<>();
}
