package io.hessdiag.job.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.job.conf.JobConf.IfExists;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.UUID;

/**
 * Where renames are no single step, as in object stores: files are written where they belong, and
 * the manifest {@code _SUCCESS} last. {@code _STARTED} marks a folder as a run's unfinished work
 * and says which run's.
 */
final class MarkedOutput extends OutputDirectory {
    private static final String STARTED = "_STARTED";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String run = UUID.randomUUID().toString();

    MarkedOutput(Folder target, IfExists ifExists) {
        super(target, ifExists);
    }

    /** Not by a run that has not come to its end. */
    @Override
    boolean isTaken() throws IOException {
        return isComplete() || !target.has(STARTED) && !target.names().isEmpty();
    }

    @Override
    Folder staging() {
        return target;
    }

    @Override
    void begin() throws IOException {
        if (!isComplete()) {
            start();
        }
    }

    /** An earlier output stays until there is something to put in its place. */
    @Override
    void makeWay() throws IOException {
        if (isOurs()) {
            return;
        }
        if (ifExists != IfExists.OVERWRITE) {
            throw new FileAlreadyExistsException(target.path());
        }
        start();
    }

    private void start() throws IOException {
        target.delete();
        try (OutputStream out = target.create(STARTED)) {
            out.write(run.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    void publish() throws IOException {
        if (!isOurs() || isComplete()) {
            throw new FileAlreadyExistsException(target.path());
        }
        byte[] manifest = manifest();
        try (OutputStream out = target.create(SUCCESS)) {
            out.write(manifest);
        }
        target.storage().delete(target.path(STARTED));
    }

    private boolean isOurs() throws IOException {
        if (!target.has(STARTED)) {
            return false;
        }
        try (InputStream in = target.open(STARTED)) {
            return run.equals(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private byte[] manifest() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        list(target, "", root);
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void list(Folder folder, String prefix, ObjectNode root) throws IOException {
        for (String name : folder.names()) {
            Folder inside = folder.inside(name);
            if (inside.storage().isFolder(inside.path())) {
                list(inside, prefix + name + "/", root);
            } else if (!name.equals(STARTED)) {
                root.withArray("files")
                        .addObject()
                        .put("name", prefix + name)
                        .put("bytes", folder.storage().length(folder.path(name)))
                        .put("sha256", Sha256.of(folder.open(name)));
            }
        }
    }

    @Override
    void discardFiles() throws IOException {
        if (isOurs()) {
            target.delete();
        }
    }
}
