package io.hessdiag.job.storage;

import io.hessdiag.plan.PartialDiagonal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * Finished work units in a folder, one file each. Files are whole when they have their name, and
 * each says which run it belongs to: runs of one fingerprint write the same bytes and may share the
 * folder; what another run may have left is not taken for one's own.
 */
public final class UnitStore {
    private static final String PREFIX = "unit-";

    private final Folder folder;
    private final String fingerprint;

    public UnitStore(Folder folder, String fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    /** The folder at an absolute path or URI. */
    public static UnitStore at(String path, Supplier<Configuration> hadoop, String fingerprint) {
        try {
            return new UnitStore(Storage.folder(path, hadoop), fingerprint);
        } catch (IOException e) {
            throw new OutputException(path, e);
        }
    }

    /** Whether this machine sees the folder that the driver has made. */
    public boolean isThere() throws IOException {
        return folder.has(UnitFolder.RUN);
    }

    static String name(int unit) {
        return String.format("%s%07d", PREFIX, unit);
    }

    /** The number of the unit that a file of this name holds. */
    static Optional<Integer> unit(String name) {
        boolean is = name.matches(PREFIX + "[0-9]{7,9}");
        return is
                ? Optional.of(Integer.parseInt(name.substring(PREFIX.length())))
                : Optional.empty();
    }

    public String path(int unit) {
        return folder.path(name(unit));
    }

    /**
     * The unit's result, where there is one.
     *
     * @throws DamagedFileException when the file is not what was written
     */
    public Optional<PartialDiagonal> read(int unit) throws IOException {
        if (!folder.has(name(unit))) {
            return Optional.empty();
        }
        long length = folder.storage().length(path(unit));
        try (InputStream in = folder.open(name(unit))) {
            return Optional.of(UnitFile.read(in, length, fingerprint, unit));
        }
    }

    public void write(PartialDiagonal part) throws IOException {
        folder.write(name(part.unit()), out -> UnitFile.write(out, fingerprint, part));
    }

    @Override
    public String toString() {
        return folder.path();
    }
}
