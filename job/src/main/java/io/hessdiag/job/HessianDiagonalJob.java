package io.hessdiag.job;

import io.hessdiag.job.driver.BenchCommand;
import io.hessdiag.job.driver.CheckCommand;
import io.hessdiag.job.driver.CommonHelp;
import io.hessdiag.job.driver.ExplainCommand;
import io.hessdiag.job.driver.Failure;
import io.hessdiag.job.driver.InspectCommand;
import io.hessdiag.job.driver.RunCommand;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The command line. Exit codes: 0 done; 2 wrong command line or configuration; 3 bad input; 4 the
 * audit failed; 1 anything else. The last line on stderr then is the cause.
 */
@Command(
        name = "hessdiag",
        description = "Exact Hessian diagonals on Spark.",
        synopsisSubcommandLabel = "run|explain|inspect|check|bench",
        subcommands = {
            RunCommand.class,
            ExplainCommand.class,
            InspectCommand.class,
            CheckCommand.class,
            BenchCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "  ./submit.sh run conf/digits",
            "  ./submit.sh --master spark://host:7077 run my_loss output.path=result",
            "  ./submit.sh run --help"
        })
public final class HessianDiagonalJob implements Runnable {
    private static final int HELP_WIDTH = 100;

    @CommandLine.Mixin private CommonHelp help;
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    /** Whether a signal ends this JVM: what fails then fails for that reason. */
    private static volatile boolean stopping;

    public static void main(String[] args) {
        Thread onSignal = new Thread(HessianDiagonalJob::stop, "stopped by a signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        int exitCode = execute(args);
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        }
        System.exit(exitCode);
    }

    private static void stop() {
        stopping = true;
        Configurator.setAllLevels("org.apache", Level.OFF);
        System.err.println("hessdiag: stopped by a signal");
    }

    /** Runs a command line and returns its exit code. */
    static int execute(String... args) {
        CommandLine line =
                new CommandLine(new HessianDiagonalJob())
                        .setExpandAtFiles(false)
                        .setUsageHelpWidth(HELP_WIDTH)
                        .setParameterExceptionHandler(
                                (e, a) -> fail(new Failure(Failure.USAGE, e.getMessage(), true), e))
                        .setExecutionExceptionHandler((e, c, parsed) -> fail(Failure.of(e), e));
        try {
            return line.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return fail(Failure.of(e), e);
        }
    }

    private static int fail(Failure failure, Throwable thrown) {
        if (stopping) {
            return Failure.OTHER;
        }
        if (!failure.expected()) {
            LoggerFactory.getLogger(HessianDiagonalJob.class).error("the run failed", thrown);
        }
        // What Spark still says on its way down must not come after the cause.
        Configurator.setAllLevels("org.apache", Level.OFF);
        System.err.println("hessdiag: " + failure.message());
        return failure.exitCode();
    }

    /** Without a subcommand. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "expected a subcommand: run, explain, inspect, check or bench");
    }
}
