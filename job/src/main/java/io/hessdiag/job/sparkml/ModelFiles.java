package io.hessdiag.job.sparkml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.job.storage.Sha256;
import io.hessdiag.loss.LossException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.SparkSession;

/** Models as Spark ML saves them: a folder with the metadata, and the stages' or the values'. */
public final class ModelFiles {
    private static final String METADATA = "metadata";

    private ModelFiles() {}

    /**
     * @param path on any file system that Hadoop knows
     * @throws LossException when there is no model, or none that is a loss
     */
    public static SparkModel load(SparkSession session, String path) {
        String located = located(path);
        String name = className(session.sparkContext().hadoopConfiguration(), path);
        try {
            Class<?> type =
                    Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            Method load = type.getMethod("load", String.class);
            if (!Transformer.class.isAssignableFrom(type)
                    || !Modifier.isStatic(load.getModifiers())) {
                throw SparkModel.unsupported(path, name);
            }
            return SparkModel.of((Transformer) load.invoke(null, located));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | LinkageError e) {
            throw SparkModel.unsupported(path, name);
        } catch (InvocationTargetException e) {
            throw new LossException(
                    String.format(
                            "%s: cannot be loaded as a %s: %s",
                            path, name, e.getCause().getMessage()));
        }
    }

    /** A folder of this machine's is one, whatever file system Hadoop looks in by itself. */
    private static String located(String path) {
        boolean local = !path.contains(":") && Files.isDirectory(java.nio.file.Path.of(path));
        return local ? java.nio.file.Path.of(path).toUri().toString() : path;
    }

    /** The class that saved itself there. */
    private static String className(Configuration hadoop, String path) {
        Path folder = new Path(located(path), METADATA);
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            if (!files.exists(folder)) {
                throw new LossException(
                        path
                                + ": expected a model that Spark ML has saved, found no folder "
                                + METADATA);
            }
            for (FileStatus file : files.listStatus(folder)) {
                if (file.getPath().getName().startsWith("part-") && file.getLen() > 0) {
                    return className(path, files, file.getPath());
                }
            }
        } catch (IOException e) {
            throw new LossException(path + ": " + e.getMessage());
        }
        throw new LossException(path + ": the folder " + METADATA + " has no part with anything");
    }

    private static String className(String path, FileSystem files, Path part) throws IOException {
        try (InputStream in = files.open(part)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String name = new ObjectMapper().readTree(text).path("class").asText();
            if (name.isEmpty()) {
                throw new LossException(path + ": its metadata name no class");
            }
            return name;
        } catch (JsonProcessingException e) {
            throw new LossException(path + ": its metadata are no JSON");
        }
    }

    /** SHA-256 over all files: path, length and bytes of each, by path; checksums are no part. */
    public static String fingerprint(SparkSession session, String path) {
        Path root = new Path(located(path));
        try {
            FileSystem files = root.getFileSystem(session.sparkContext().hadoopConfiguration());
            int prefix = files.makeQualified(root).toString().length();
            Map<String, FileStatus> all = new TreeMap<>();
            RemoteIterator<LocatedFileStatus> found = files.listFiles(root, true);
            while (found.hasNext()) {
                FileStatus file = found.next();
                if (!file.getPath().getName().startsWith(".")) {
                    all.put(file.getPath().toString().substring(prefix), file);
                }
            }
            MessageDigest digest = Sha256.digest();
            for (Map.Entry<String, FileStatus> file : all.entrySet()) {
                String line = file.getKey() + " " + file.getValue().getLen() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                InputStream in = files.open(file.getValue().getPath());
                try (DigestInputStream digested = new DigestInputStream(in, digest)) {
                    digested.transferTo(OutputStream.nullOutputStream());
                }
            }
            return Sha256.text(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
