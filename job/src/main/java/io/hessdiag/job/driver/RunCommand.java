package io.hessdiag.job.driver;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: compute the diagonal and write it. */
@Command(
        name = "run",
        description = "Compute the exact diagonal of the Hessian and write it to output.path.",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class)
public final class RunCommand implements Callable<Integer> {
    @Mixin private Source source;

    @Override
    public Integer call() {
        new DiagonalRun(source.conf()).run();
        return 0;
    }
}
