package io.hessdiag.job.storage;

import io.hessdiag.job.conf.Uris;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * A file system as runs use it: the machine's own for plain paths, Hadoop's for URIs. Paths are
 * absolute, with {@code /} between names.
 */
public interface Storage {
    /**
     * The folder of that path, which need not exist.
     *
     * @param hadoop asked for URIs alone
     * @throws IOException when there is no file system for the URI
     */
    static Folder folder(String path, Supplier<Configuration> hadoop) throws IOException {
        return new Folder(
                Uris.isUri(path) ? HadoopStorage.of(path, hadoop.get()) : new LocalStorage(), path);
    }

    boolean exists(String path) throws IOException;

    boolean isFolder(String path) throws IOException;

    /** A new file, whatever was there; its folder is made where it lacks. */
    OutputStream create(String file) throws IOException;

    InputStream open(String file) throws IOException;

    /** Bytes of a file. */
    long length(String file) throws IOException;

    /** Names in a folder, sorted; none where there is no folder. */
    List<String> names(String folder) throws IOException;

    void makeFolder(String folder) throws IOException;

    /**
     * Gives a folder another name.
     *
     * @throws java.nio.file.FileAlreadyExistsException when that one is taken
     */
    void move(String folder, String to) throws IOException;

    /** Gives a file another name, in place of the one that has it. */
    void replace(String file, String other) throws IOException;

    /** Removes a file, or a folder with all that is in it, if it is there. */
    void delete(String path) throws IOException;

    /** Removes a folder if it is there and empty. */
    void deleteIfEmpty(String folder) throws IOException;

    /** Whether nobody ever sees a half of {@link #move} and {@link #replace}. */
    boolean renamesAtomically();
}
