package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The machine's Python, which it need not have: tests that ask for one are skipped where it lacks.
 *
 * @param command from the PATH, or Debian's own
 */
record Python(String command) {
    private static final long MOST_SECONDS = 300;

    private static final String VERSION = "import sys; assert sys.version_info >= (3, 9)";

    /** What a script did; stderr comes with stdout. */
    record Result(int exitCode, String text) {}

    static Python any() {
        return found(VERSION).orElseGet(() -> skipped("no python3 of 3.9 or newer"));
    }

    static Python withNumPy() {
        return found(VERSION + "; import numpy")
                .orElseGet(() -> skipped("no python3 of 3.9 or newer that has NumPy"));
    }

    private static Python skipped(String reason) {
        assumeTrue(false, reason + " on this machine");
        throw new IllegalStateException(reason);
    }

    private static Optional<Python> found(String needs) {
        return List.of("python3", "/usr/bin/python3").stream()
                .map(Python::new)
                .filter(python -> python.has(needs))
                .findFirst();
    }

    boolean has(String needs) {
        try {
            return run(Path.of("").toAbsolutePath(), "-c", needs).exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a script prints that is to end well. */
    List<String> lines(Path folder, String script, List<Path> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("-c", script));
        arguments.stream().map(Path::toString).forEach(words::add);
        Result result = run(folder, words.toArray(String[]::new));
        assertEquals(0, result.exitCode(), result.text());
        return result.text().lines().toList();
    }

    /** Runs it in a folder, which its modules are imported from, too. */
    Result run(Path folder, String... arguments) throws IOException {
        return run(folder, Map.of(), arguments);
    }

    Result run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(command, "-B"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("PYTHONPATH", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), text);
            return new Result(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
