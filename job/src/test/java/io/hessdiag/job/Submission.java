package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The job as users start it: by Spark's own SparkSubmit, in a process of its own. */
final class Submission implements AutoCloseable {
    private static final long MOST_SECONDS = 300;

    private final Path stderr;
    private final Process process;

    private Submission(Process process, Path stderr) {
        this.process = process;
        this.stderr = stderr;
    }

    /**
     * @param folder of {@code job.jar}; stdout and stderr go there
     * @param options for spark-submit
     * @param words for the job
     */
    static Submission start(Path folder, List<String> options, Object... words) throws IOException {
        return within(List.of(), folder, options, words);
    }

    /**
     * The same as the last words of another command.
     *
     * @param command that runs the words after its own
     */
    static Submission within(
            List<String> command, Path folder, List<String> options, Object... words)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--conf", "spark.ui.enabled=false"));
        arguments.addAll(options);
        arguments.addAll(List.of("--class", HessianDiagonalJob.class.getName()));
        arguments.add(folder.resolve("job.jar").toString());
        Stream.of(words).map(Object::toString).forEach(arguments::add);
        return launch(command, folder, arguments);
    }

    /** Whatever {@code spark-submit} takes. */
    static Submission start(Path folder, List<String> arguments) throws IOException {
        return launch(List.of(), folder, arguments);
    }

    private static Submission launch(List<String> within, Path folder, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
        command.addAll(arguments);
        ProcessBuilder builder = SparkJvm.command(command.toArray(String[]::new));
        builder.command().addAll(0, within);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        // Spark's own settings tell of tasks; the test's are for errors only.
        builder.environment().put("LOG4J_CONFIGURATION_FILE", SparkJvm.LOG_SETTINGS);
        builder.redirectOutput(folder.resolve("stdout").toFile());
        builder.redirectError(folder.resolve("stderr").toFile());
        return new Submission(builder.start(), folder.resolve("stderr"));
    }

    /** Waits until the log says so, which the end of the process must not precede. */
    void awaitLog(String text) throws InterruptedException {
        while (process.isAlive() && !stderr().contains(text)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertTrue(process.isAlive(), this::stderr);
    }

    /** Asks it to end, as kill does. */
    void terminate() {
        process.destroy();
    }

    /** Ends it at once, as kill -9 does. */
    void kill() {
        process.destroyForcibly();
    }

    void await() throws InterruptedException {
        assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), this::stderr);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void assertExitCode(int expected) throws InterruptedException {
        await();
        assertEquals(expected, process.exitValue(), this::stderr);
    }

    String stderr() {
        return SparkJvm.read(stderr);
    }

    String lastLine() {
        List<String> lines = stderr().lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
