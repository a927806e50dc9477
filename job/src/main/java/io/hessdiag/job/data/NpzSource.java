package io.hessdiag.job.data;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.plan.DataLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/** Folders of .npz files: each array of a file has the file's examples along its first axis. */
final class NpzSource implements ChunkSource {
    private static final String ENDING = ".npz";

    private final JavaSparkContext spark;
    private final List<String> files;
    private final NpzReader reader;

    private NpzSource(JavaSparkContext spark, List<String> files, NpzReader reader) {
        this.spark = spark;
        this.files = files;
        this.reader = reader;
    }

    /**
     * @throws DataException when there are no such files, or they lack an array
     */
    static NpzSource open(JavaSparkContext spark, DataConf conf, DataLayout layout) {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.hadoopConfiguration());
        try {
            List<String> files = new ArrayList<>();
            for (String path : conf.paths()) {
                files.addAll(list(new Path(path), hadoop.value()));
            }
            if (files.isEmpty()) {
                throw new DataException("data.path: no " + ENDING + " file in " + conf.paths());
            }
            List<String> there = List.copyOf(NpzReader.read(files.get(0), hadoop).keySet());
            Columns columns = Columns.of(layout, conf.columns(), conf.weight(), there);
            return new NpzSource(spark, files, new NpzReader(hadoop, columns));
        } catch (IOException e) {
            throw new DataException("data.path: " + e.getMessage());
        }
    }

    private static List<String> list(Path path, Configuration hadoop) throws IOException {
        FileSystem files = path.getFileSystem(hadoop);
        FileStatus[] found = files.globStatus(path);
        if (found == null || found.length == 0) {
            throw new DataException("data.path: " + path + ": no such file or folder");
        }
        List<String> out = new ArrayList<>();
        for (FileStatus status : found) {
            FileStatus[] inside =
                    status.isDirectory()
                            ? files.listStatus(status.getPath())
                            : new FileStatus[] {status};
            Stream.of(inside)
                    .map(s -> s.getPath().toString())
                    .filter(s -> s.endsWith(ENDING))
                    .forEach(out::add);
        }
        return out;
    }

    @Override
    public Columns columns() {
        return reader.columns();
    }

    @Override
    public String files() {
        return FileList.sum(files, spark.hadoopConfiguration());
    }

    private JavaRDD<String> distributed() {
        return spark.parallelize(files, files.size());
    }

    @Override
    public List<SplitSize> sizes() {
        NpzReader each = reader;
        return distributed()
                .mapPartitionsWithIndex((number, it) -> each.sizes(number, it), false)
                .collect();
    }

    @Override
    public JavaRDD<Chunk> chunks() {
        NpzReader each = reader;
        return distributed().flatMap(each::chunks);
    }
}
