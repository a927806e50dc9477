package io.hessdiag.job.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** A folder of a {@link Storage}. */
public record Folder(Storage storage, String path) {

    public String path(String name) {
        return path + "/" + name;
    }

    /** Fills a file. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A file that is whole when it has its name, whoever else writes it at the same time: object
     * stores show a file when it is closed, others when it has got its name.
     *
     * @return its length in bytes
     */
    public long write(String name, Contents contents) throws IOException {
        if (!storage.renamesAtomically()) {
            return fill(name, contents);
        }
        String unfinished = "." + name + "-" + UUID.randomUUID();
        try {
            long length = fill(unfinished, contents);
            storage.replace(path(unfinished), path(name));
            return length;
        } catch (IOException e) {
            storage.delete(path(unfinished));
            throw e;
        }
    }

    private long fill(String name, Contents contents) throws IOException {
        try (CountingStream out = new CountingStream(new BufferedOutputStream(create(name)))) {
            contents.writeTo(out);
            return out.count();
        }
    }

    public Folder inside(String name) {
        return new Folder(storage, path(name));
    }

    public OutputStream create(String name) throws IOException {
        return storage.create(path(name));
    }

    public InputStream open(String name) throws IOException {
        return storage.open(path(name));
    }

    public boolean has(String name) throws IOException {
        return storage.exists(path(name));
    }

    /** Sorted; none where there is no such folder. */
    public List<String> names() throws IOException {
        return storage.names(path);
    }

    public void delete() throws IOException {
        storage.delete(path);
    }

    /** {@code null} at the top. */
    Folder parent() {
        int slash = path.lastIndexOf('/');
        boolean top = slash <= 0 || path.charAt(slash - 1) == '/' || path.charAt(slash - 1) == ':';
        return top ? null : new Folder(storage, path.substring(0, slash));
    }

    /** A hidden one beside this. */
    public Folder hiddenSibling(String suffix) {
        int slash = path.lastIndexOf('/');
        String name = "." + path.substring(slash + 1) + "-" + suffix;
        return new Folder(storage, path.substring(0, slash + 1) + name);
    }

    @Override
    public String toString() {
        return path;
    }
}
