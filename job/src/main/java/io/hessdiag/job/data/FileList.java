package io.hessdiag.job.data;

import io.hessdiag.job.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** What files looked like when they were read. */
final class FileList {
    private FileList() {}

    /** SHA-256 over the files' names, lengths and modification times. */
    static String sum(List<String> files, Configuration hadoop) {
        TreeSet<String> lines = new TreeSet<>();
        for (String file : files) {
            Path path = new Path(file);
            try {
                FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
                lines.add(file + " " + status.getLen() + " " + status.getModificationTime());
            } catch (IOException e) {
                throw new DataException(Splits.name(file) + ": " + e.getMessage());
            }
        }
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
