package io.hessdiag.job.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf.IfExists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * An output folder that appears whole or not at all: {@code _SUCCESS} is in it, or it is no output.
 * Until the commit closing it, and the JVM's end, leave nothing behind.
 */
public abstract class OutputDirectory implements AutoCloseable {
    /** Writes files into a folder. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(Folder folder) throws IOException;
    }

    static final String SUCCESS = "_SUCCESS";

    /** How often a folder without {@link #SUCCESS} is looked at before it is called foreign. */
    private static final int LOOKS = 10;

    private static final String SUMMARY = "summary.json";

    final Folder target;
    final IfExists ifExists;
    private final Thread atExit = new Thread(this::discard, "discard unfinished output");
    private boolean closed;

    OutputDirectory(Folder target, IfExists ifExists) {
        this.target = target;
        this.ifExists = ifExists;
    }

    /**
     * Reserves {@code path}, so that a path that cannot be written is known before the work is
     * done.
     *
     * @param path absolute, or a URI
     * @throws ConfException when the path is taken or cannot be written
     */
    public static OutputDirectory create(
            String path, IfExists ifExists, Supplier<Configuration> hadoop) {
        try {
            Folder target = Storage.folder(path, hadoop);
            if (target.parent() == null) {
                throw new ConfException("output.path " + path + ": expected a folder of its own");
            }
            OutputDirectory output =
                    target.storage().renamesAtomically()
                            ? new RenamedOutput(target, ifExists)
                            : new MarkedOutput(target, ifExists);
            output.open();
            return output;
        } catch (IOException e) {
            throw new ConfException("output.path " + path + " cannot be written: " + Reason.of(e));
        }
    }

    private void open() throws IOException {
        requireFree(true);
        if (!isComplete() || ifExists != IfExists.RESUME) {
            try {
                begin();
            } catch (IOException e) {
                discard();
                throw e;
            }
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * @param mayBeComplete whether a run that resumes may find an earlier output
     */
    final void requireFree(boolean mayBeComplete) throws IOException {
        if (!isTaken()) {
            return;
        }
        boolean complete = isCompleteOrGone();
        if (ifExists == IfExists.FAIL
                || complete && ifExists == IfExists.RESUME && !mayBeComplete) {
            throw taken();
        }
        if (!complete) {
            throw new ConfException(
                    "output.path " + target + " exists and is no earlier output: not overwritten");
        }
    }

    /** Asked again, as runs that overwrite may move theirs away and back between two looks. */
    private boolean isCompleteOrGone() throws IOException {
        for (int i = 0; i < LOOKS; i++) {
            if (isComplete() || !isTaken()) {
                return true;
            }
        }
        return false;
    }

    final ConfException taken() {
        return new ConfException(
                "output.path "
                        + target
                        + " exists: give another one or set output.if-exists=overwrite");
    }

    /** Whether what is at the path is somebody's. */
    abstract boolean isTaken() throws IOException;

    /** Where files go before the commit. */
    abstract Folder staging();

    /** Makes the place for the files. */
    abstract void begin() throws IOException;

    /** What {@link #startWriting} does, or does again. */
    abstract void makeWay() throws IOException;

    /** Makes the staged files the output. */
    abstract void publish() throws IOException;

    /** Removes what has not become an output. */
    abstract void discardFiles() throws IOException;

    public final Folder target() {
        return target;
    }

    /** Whether an output is there, from an earlier run. */
    public final boolean isComplete() throws IOException {
        return target.has(SUCCESS);
    }

    /** The summary.json of the output that is there, as far as it can be read. */
    public final Optional<JsonNode> summary() throws IOException {
        if (!isComplete() || !target.has(SUMMARY)) {
            return Optional.empty();
        }
        try (InputStream in = target.open(SUMMARY)) {
            return Optional.of(new ObjectMapper().readTree(in));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The folder for files that are written before the commit, by executors say.
     *
     * @throws ConfException when another run has taken the path meanwhile
     */
    public final synchronized Folder startWriting() {
        try {
            makeWay();
            return staging();
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } catch (IOException e) {
            throw new OutputException("output.path " + target, e);
        }
    }

    /**
     * Writes all files and makes them the output.
     *
     * @throws ConfException when another run has taken the path meanwhile
     * @throws OutputException when they cannot be written
     */
    public final synchronized void commit(Writer writer) {
        if (closed) {
            throw new IllegalStateException("output.path " + target + ": already closed");
        }
        try {
            writer.writeTo(startWriting());
            publish();
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } catch (IOException | UncheckedIOException e) {
            IOException cause =
                    e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
            throw new OutputException("output.path " + target, cause);
        }
    }

    @Override
    public final void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is on its way down and runs the hook itself.
        }
    }

    /** Waits for a commit in progress, which then either stands or has failed. */
    private synchronized void discard() {
        closed = true;
        try {
            discardFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(staging() + " cannot be removed: " + Reason.of(e), e);
        }
    }
}
