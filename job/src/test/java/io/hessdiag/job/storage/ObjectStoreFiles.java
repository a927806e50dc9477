package io.hessdiag.job.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** Local files under the scheme {@code teststore}: no renames, and a disk that may be full. */
public final class ObjectStoreFiles extends RawLocalFileSystem {
    public static final String SCHEME = "teststore";

    /** Spark's key that names the class for the scheme. */
    public static final String IMPLEMENTATION = "spark.hadoop.fs." + SCHEME + ".impl";

    /** Bytes that a file may have before the disk is full. */
    private static volatile long room = Long.MAX_VALUE;

    /** Settings that name this class for the scheme. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set("fs." + SCHEME + ".impl", ObjectStoreFiles.class.getName());
        return configuration;
    }

    public static void room(long bytes) {
        room = bytes;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileStatus getFileStatus(Path file) throws IOException {
        return plain(super.getFileStatus(file));
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        return Stream.of(super.listStatus(folder))
                .map(ObjectStoreFiles::plain)
                .toArray(FileStatus[]::new);
    }

    /** Those of local files look for owners and permissions, which takes a {@code file:} URI. */
    private static FileStatus plain(FileStatus s) {
        return new FileStatus(
                s.getLen(),
                s.isDirectory(),
                s.getReplication(),
                s.getBlockSize(),
                s.getModificationTime(),
                s.getPath());
    }

    @Override
    public boolean rename(Path from, Path to) {
        throw new UnsupportedOperationException("renames " + from + " to " + to);
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return limited(super.create(file, overwrite, bufferSize, replication, blockSize, progress));
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return create(file, overwrite, bufferSize, replication, blockSize, progress);
    }

    private static FSDataOutputStream limited(OutputStream out) throws IOException {
        CountingStream counting = new CountingStream(out);
        return new FSDataOutputStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        if (counting.count() + length > room) {
                            throw new IOException("No space left on device");
                        }
                        counting.write(bytes, from, length);
                    }

                    @Override
                    public void close() throws IOException {
                        counting.close();
                    }
                },
                null);
    }
}
