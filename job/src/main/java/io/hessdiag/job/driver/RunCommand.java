package io.hessdiag.job.driver;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: compute the diagonal and write it. */
@Command(
        name = "run",
        description = "Compute the exact diagonal of the Hessian and write it to output.path.",
        footer = {
            "  ./submit.sh run conf/digits",
            "  ./submit.sh run my_loss output.path=result output.format=safetensors",
            "  ./submit.sh run model=fitted data=rows.parquet",
            "  ./submit.sh run my_loss \"select=['linear1']['weight'][0,:]\"",
            "  ./submit.sh --master spark://host:7077 run my.conf output.if-exists=resume"
        })
public final class RunCommand implements Callable<Integer> {
    @Mixin private CommonHelp help;

    @Mixin private Source source;

    @Override
    public Integer call() {
        new DiagonalRun(source.conf()).run();
        return 0;
    }
}
