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
                "settings, which win over the configuration's; the README has their defaults:",
                "  loss=DIR                      folder of the loss bundle",
                "  data.path=FILES               examples from files, not the bundle's own",
                "  data.format=parquet|orc|csv|json|libsvm|npz  unless the name tells",
                "  data.columns=NAME,...         a column for every data argument",
                "  data.weight=NAME              column that says how often a row counts",
                "  data.reduction=mean|sum       how the loss joins its examples",
                "  data.broadcast=true|false     whether every executor gets all rows",
                "  data.check-classes=true|false  whether class numbers have to be known",
                "  data.options.NAME=VALUE       of Spark's reader",
                "  output.path=DIR|URI           where the result goes",
                "  output.format=npz|safetensors|parquet  of the arrays",
                "  output.shard-size=SIZE        beyond it tasks write files of that size",
                "  output.if-exists=fail|overwrite|resume  resume: goes on where one stopped",
                "  method=auto|index|site|curvature  auto: the cheapest for every leaf",
                "  dtype=f64|f32                 the type to compute in",
                "  select=PATH                   leaves or entries; may be repeated",
                "  block.directions=N            directions pushed at once",
                "  block.examples=N              examples at once",
                "  memory.block=SIZE             what a task may use for them",
                "  memory.check=warn|fail|off    when more is needed than there is",
                "  partitions=N                  number of Spark tasks",
                "  audit.entries=N               entries that are checked",
                "  audit.tolerance=X             relative to the leaf's largest entry"
            })
    List<String> words = new ArrayList<>();
}
