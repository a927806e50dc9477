package io.hessdiag.job.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says on stderr how far the work is: one changing line on a terminal, a line now and then
 * elsewhere.
 */
final class Progress implements AutoCloseable {
    private static final int TERMINAL_MILLIS = 200;
    private static final int PLAIN_MILLIS = 10_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long total;
    private final LongSupplier done;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "progress");
                        thread.setDaemon(true);
                        return thread;
                    });

    Progress(PrintStream out, boolean terminal, long total, LongSupplier done) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.done = done;
    }

    static Progress onStderr(long total, LongSupplier done) {
        Progress progress = new Progress(System.err, Stderr.IS_TERMINAL, total, done);
        int millis = progress.terminal ? TERMINAL_MILLIS : PLAIN_MILLIS;
        Future<?> unused =
                progress.timer.scheduleAtFixedRate(
                        progress::show, millis, millis, TimeUnit.MILLISECONDS);
        return progress;
    }

    static Progress silent() {
        return new Progress(System.err, false, 0, () -> 0);
    }

    /** Asked once: starting a process takes tens of milliseconds. */
    private static final class Stderr {
        static final boolean IS_TERMINAL = isTerminal();

        private Stderr() {}

        /**
         * Java knows of a console only when stdin is one as well; the shell's test asks about
         * stderr.
         */
        private static boolean isTerminal() {
            try {
                return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private void show() {
        String line = line(done.getAsLong(), (System.nanoTime() - start) * 1e-9);
        if (terminal) {
            out.print(CLEAR_LINE + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    /** For example {@code 1,205 of 2,410 entries (50 %), 803/s, 2 s left}. */
    String line(long count, double seconds) {
        // Retried tasks count twice.
        long entries = Math.min(count, total);
        String line =
                String.format(
                        Locale.ROOT,
                        "%,d of %,d entries (%d %%)",
                        entries,
                        total,
                        100 * entries / Math.max(total, 1));
        if (entries == 0) {
            return line;
        }
        double rate = entries / seconds;
        return String.format(
                Locale.ROOT, "%s, %,.0f/s, %,.0f s left", line, rate, (total - entries) / rate);
    }

    /** Takes the terminal's line away: the report says the rest. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
