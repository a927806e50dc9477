package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConfReader;
import io.hessdiag.job.conf.Uris;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** What run, explain and bench work on. */
final class Source {
    @Parameters(
            arity = "1..*",
            paramLabel = "CONF|BUNDLE_DIR|MODEL_DIR|MODEL_URI key=value",
            description = {
                "a configuration (HOCON), the folder of a loss bundle, or folder or URI of a saved",
                "model; then settings, which win over the configuration's; the README has their",
                "defaults:",
                "  loss=DIR                      folder of the loss bundle",
                "  model=DIR|URI                 saved Spark ML model in place of it; needs data",
                "  data.path=FILES, data=FILES   examples from files, not the bundle's own",
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
                "  audit.tolerance=X             relative to the leaf's largest entry",
                "  derived.outputs=NAME,...      also magnitude, saliency, laplace-variance,",
                "                                relative-curvature, preconditioner",
                "  derived.prior-precision=X     of a Gaussian prior, for laplace-variance",
                "  derived.damping=X             of the preconditioner",
                "  derived.examples=N|auto       what makes the loss a sum over examples",
                "  ranking.by=NAME               magnitude or another derived output",
                "  ranking.order=largest|smallest  which entries come first",
                "  ranking.top=N                 entries of each leaf, and of all; 0: none",
                "  report=true|false             whether there is a report.html"
            })
    private List<String> all = new ArrayList<>();

    /** The settings that the words alone or a configuration and the words make. */
    JobConf conf() {
        String first = all.get(0);
        boolean isWord = first.indexOf('=') > 0 && !Uris.isUri(first);
        if (isWord && Files.notExists(Path.of(first))) {
            return JobConfReader.read(null, all);
        }
        return JobConfReader.readFrom(first, all.subList(1, all.size()));
    }
}
