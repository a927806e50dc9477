package io.hessdiag.job.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** Files behind Hadoop's interface: HDFS, object stores, and whatever else has a scheme. */
final class HadoopStorage implements Storage {
    /** Others copy and delete, file by file. */
    private static final Set<String> ATOMIC = Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs");

    private final FileSystem files;
    private final Configuration configuration;

    private HadoopStorage(FileSystem files, Configuration configuration) {
        this.files = files;
        this.configuration = configuration;
    }

    static HadoopStorage of(String path, Configuration configuration) throws IOException {
        return new HadoopStorage(new Path(path).getFileSystem(configuration), configuration);
    }

    @Override
    public boolean exists(String path) throws IOException {
        return files.exists(new Path(path));
    }

    @Override
    public boolean isFolder(String path) throws IOException {
        return exists(path) && files.getFileStatus(new Path(path)).isDirectory();
    }

    @Override
    public OutputStream create(String file) throws IOException {
        return files.create(new Path(file), true);
    }

    @Override
    public InputStream open(String file) throws IOException {
        return files.open(new Path(file));
    }

    @Override
    public long length(String file) throws IOException {
        return files.getFileStatus(new Path(file)).getLen();
    }

    @Override
    public List<String> names(String folder) throws IOException {
        try {
            FileStatus[] found = files.listStatus(new Path(folder));
            return Arrays.stream(found).map(f -> f.getPath().getName()).sorted().toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    @Override
    public void makeFolder(String folder) throws IOException {
        files.mkdirs(new Path(folder));
    }

    /** A {@code FileSystem} would move a folder into one that has the name. */
    @Override
    public void move(String folder, String to) throws IOException {
        try {
            rename(folder, to, Rename.NONE);
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(to);
        }
    }

    @Override
    public void replace(String file, String other) throws IOException {
        rename(file, other, Rename.OVERWRITE);
    }

    private void rename(String from, String to, Rename option) throws IOException {
        Path source = new Path(from);
        FileContext.getFileContext(source.toUri(), configuration)
                .rename(source, new Path(to), option);
    }

    @Override
    public void delete(String path) throws IOException {
        files.delete(new Path(path), true);
    }

    @Override
    public void deleteIfEmpty(String folder) throws IOException {
        if (exists(folder) && names(folder).isEmpty()) {
            delete(folder);
        }
    }

    @Override
    public boolean renamesAtomically() {
        return ATOMIC.contains(files.getScheme());
    }
}
