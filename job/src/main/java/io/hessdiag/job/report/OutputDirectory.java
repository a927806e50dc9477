package io.hessdiag.job.report;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf.IfExists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An output folder that appears whole or not at all: files go into a hidden sibling, which takes
 * the folder's name in one rename when {@code _SUCCESS} is in it. Until then closing it, and the
 * JVM's end, leave nothing behind.
 */
public final class OutputDirectory implements AutoCloseable {
    /** Writes files into a folder. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(Path folder) throws IOException;
    }

    private static final String SUCCESS = "_SUCCESS";

    private final Path path;
    private final Path staging;
    private final IfExists ifExists;
    private final List<Path> newParents;
    private final Thread atExit = new Thread(this::discard, "discard unfinished output");
    private boolean closed;

    private OutputDirectory(Path path, IfExists ifExists) {
        this.path = path;
        this.staging = hiddenSibling("new");
        this.ifExists = ifExists;
        this.newParents =
                Stream.iterate(
                                path.getParent(),
                                p -> p != null && !Files.exists(p),
                                Path::getParent)
                        .toList();
    }

    private Path hiddenSibling(String what) {
        return path.resolveSibling("." + path.getFileName() + "-" + what + "-" + UUID.randomUUID());
    }

    /**
     * Reserves {@code path}, so that a path that cannot be written is known before the work is
     * done.
     *
     * @throws ConfException when the path is taken or cannot be written
     */
    public static OutputDirectory create(Path path, IfExists ifExists) {
        requireFree(path, ifExists);
        OutputDirectory output = new OutputDirectory(path, ifExists);
        try {
            Files.createDirectories(output.staging);
            Runtime.getRuntime().addShutdownHook(output.atExit);
            return output;
        } catch (IOException e) {
            output.discard();
            throw new ConfException("output.path " + path + " cannot be written: " + Reason.of(e));
        }
    }

    private static void requireFree(Path path, IfExists ifExists) {
        if (path.getParent() == null) {
            throw new ConfException("output.path " + path + ": expected a folder of its own");
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (ifExists == IfExists.FAIL) {
            throw new ConfException(
                    "output.path "
                            + path
                            + " exists: give another one or set output.if-exists=overwrite");
        }
        if (!Files.exists(path.resolve(SUCCESS))) {
            throw new ConfException(
                    "output.path " + path + " exists and is no earlier output: not overwritten");
        }
    }

    /** Writes all files and gives the folder its name. */
    public synchronized void commit(Writer writer) {
        if (closed) {
            throw new IllegalStateException("output.path " + path + ": already closed");
        }
        try {
            writer.writeTo(staging);
            Files.createFile(staging.resolve(SUCCESS));
            replace();
        } catch (IOException e) {
            throw new UncheckedIOException("output.path " + path + ": " + Reason.of(e), e);
        }
    }

    private void replace() throws IOException {
        requireFree(path, ifExists);
        Path old = hiddenSibling("old");
        if (Files.exists(path)) {
            Files.move(path, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staging, path, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    @Override
    public void close() {
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
        delete(staging);
        newParents.forEach(OutputDirectory::deleteIfEmpty);
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Somebody has put something into it: not ours to remove.
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be removed: " + Reason.of(e), e);
        }
    }
}
