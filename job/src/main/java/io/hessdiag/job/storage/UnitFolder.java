package io.hessdiag.job.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.job.conf.ConfException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;

/** The folder beside an output that keeps a run's finished work units until the output is there. */
public final class UnitFolder {
    static final String RUN = "run.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Folder folder;
    private final RunIdentity identity;

    private UnitFolder(Folder folder, RunIdentity identity) {
        this.folder = folder;
        this.identity = identity;
    }

    static Folder beside(Folder output) {
        return output.hiddenSibling("units");
    }

    /**
     * Goes on with the folder beside {@code output}.
     *
     * @throws ConfException when it is the work of another run
     */
    public static UnitFolder resume(Folder output, RunIdentity identity) throws IOException {
        UnitFolder units = new UnitFolder(beside(output), identity);
        Optional<RunIdentity> earlier = units.owner();
        if (earlier.isEmpty()) {
            units.sign();
            return units;
        }
        String differences = identity.differencesFrom(earlier.get());
        if (!differences.isEmpty()) {
            throw new ConfException(
                    "output.path "
                            + output
                            + ": the unfinished work beside it is of another run: "
                            + differences
                            + "; set output.if-exists=overwrite to start afresh, or remove "
                            + units.folder);
        }
        return units;
    }

    /** Starts with an empty folder beside {@code output}. */
    public static UnitFolder fresh(Folder output, RunIdentity identity) throws IOException {
        clear(output);
        UnitFolder units = new UnitFolder(beside(output), identity);
        units.sign();
        return units;
    }

    /**
     * Removes what an earlier run has left beside {@code output}. It first gets another name: a run
     * that should still be at it then finds no folder, rather than half of one.
     */
    public static void clear(Folder output) throws IOException {
        Folder left = beside(output);
        if (!left.has(RUN)) {
            return;
        }
        if (!left.storage().renamesAtomically()) {
            left.delete();
            return;
        }
        Folder aside = output.hiddenSibling("old-units-" + UUID.randomUUID());
        left.storage().move(left.path(), aside.path());
        aside.delete();
    }

    /** Whose work it is, as run.json says; nobody's when that cannot be read. */
    private Optional<RunIdentity> owner() throws IOException {
        if (!folder.has(RUN)) {
            return Optional.empty();
        }
        try (InputStream in = folder.open(RUN)) {
            JsonNode run = JSON.readTree(in);
            return RunIdentity.fromJson(run.path(RunIdentity.FIELD));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void sign() throws IOException {
        ObjectNode run = JSON.createObjectNode().put("fingerprint", identity.fingerprint());
        run.set(RunIdentity.FIELD, identity.toJson());
        byte[] text = (run.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = folder.create(RUN)) {
            out.write(text);
        }
    }

    public String path() {
        return folder.path();
    }

    public String fingerprint() {
        return identity.fingerprint();
    }

    /** Numbers of the units that have a file, good or not. */
    public BitSet finished() {
        BitSet finished = new BitSet();
        try {
            folder.names().forEach(n -> UnitStore.unit(n).ifPresent(finished::set));
        } catch (IOException e) {
            throw new OutputException(folder.path(), e);
        }
        return finished;
    }

    /** Removes the folder, unless another run has taken it over. */
    public void remove() throws IOException {
        if (owner().filter(identity::equals).isPresent()) {
            folder.delete();
        }
    }
}
