package io.hessdiag.job.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** This machine's files, those of network file systems that it mounts included. */
final class LocalStorage implements Storage {
    /** How often a move that nothing stands in the way of any more is tried. */
    private static final int ATTEMPTS = 10;

    @Override
    public boolean exists(String path) {
        return Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isFolder(String path) {
        return Files.isDirectory(Path.of(path));
    }

    @Override
    public OutputStream create(String file) throws IOException {
        Files.createDirectories(Path.of(file).getParent());
        return Files.newOutputStream(Path.of(file));
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(Path.of(file));
    }

    @Override
    public long length(String file) throws IOException {
        return Files.size(Path.of(file));
    }

    @Override
    public List<String> names(String folder) throws IOException {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void makeFolder(String folder) throws IOException {
        Files.createDirectories(Path.of(folder));
    }

    @Override
    public void move(String folder, String to) throws IOException {
        for (int i = 1; ; i++) {
            try {
                Files.move(Path.of(folder), Path.of(to), StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (FileSystemException e) {
                boolean here = exists(folder);
                if (here && exists(to)) {
                    throw new FileAlreadyExistsException(to);
                }
                // Another run may have moved away meanwhile what was in the way.
                if (!here || i == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void replace(String file, String other) throws IOException {
        Files.move(Path.of(file), Path.of(other), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String path) throws IOException {
        if (!exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(Path.of(path))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void deleteIfEmpty(String folder) throws IOException {
        try {
            Files.deleteIfExists(Path.of(folder));
        } catch (DirectoryNotEmptyException e) {
            // Somebody has put something into it: not ours to remove.
        }
    }

    @Override
    public boolean renamesAtomically() {
        return true;
    }
}
