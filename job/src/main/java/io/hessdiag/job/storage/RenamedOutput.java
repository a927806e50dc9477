package io.hessdiag.job.storage;

import io.hessdiag.job.conf.JobConf.IfExists;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files go into a hidden sibling, which takes the output's name in one rename. */
final class RenamedOutput extends OutputDirectory {
    /** How often other runs may put their output in the way of one that overwrites. */
    private static final int ATTEMPTS = 10;

    private final Folder staging;
    private final List<Folder> newParents = new ArrayList<>();

    RenamedOutput(Folder target, IfExists ifExists) throws IOException {
        super(target, ifExists);
        this.staging = target.hiddenSibling("new-" + UUID.randomUUID());
        for (Folder f = target.parent();
                f != null && !f.storage().exists(f.path());
                f = f.parent()) {
            newParents.add(f);
        }
    }

    @Override
    boolean isTaken() throws IOException {
        return target.storage().exists(target.path());
    }

    @Override
    Folder staging() {
        return staging;
    }

    @Override
    void begin() throws IOException {
        staging.storage().makeFolder(staging.path());
    }

    /** The staged files are in nobody's way. */
    @Override
    void makeWay() {}

    @Override
    void publish() throws IOException {
        staging.create(SUCCESS).close();
        for (int i = 1; ; i++) {
            requireFree(false);
            try {
                replace();
                return;
            } catch (FileAlreadyExistsException e) {
                if (ifExists != IfExists.OVERWRITE || i == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void replace() throws IOException {
        Folder old = target.hiddenSibling("old-" + UUID.randomUUID());
        boolean earlier = ifExists == IfExists.OVERWRITE && moveAway(old);
        try {
            staging.storage().move(staging.path(), target.path());
        } catch (FileAlreadyExistsException e) {
            old.delete();
            throw e;
        } catch (IOException e) {
            if (earlier) {
                putBack(old);
            }
            throw e;
        }
        old.delete();
    }

    /** Unless another run has put its output there meanwhile, which then stands. */
    private void putBack(Folder old) throws IOException {
        try {
            old.storage().move(old.path(), target.path());
        } catch (FileAlreadyExistsException e) {
            old.delete();
        }
    }

    /** Whether there was something to move; another run may have been faster. */
    private boolean moveAway(Folder old) throws IOException {
        if (!isTaken()) {
            return false;
        }
        try {
            target.storage().move(target.path(), old.path());
        } catch (NoSuchFileException | FileNotFoundException e) {
            // Another run has moved it away, and may have put its own there by now.
            throw new FileAlreadyExistsException(target.path());
        } catch (IOException e) {
            if (isTaken() && target.has(SUCCESS)) {
                throw e;
            }
            return false;
        }
        if (!old.has(SUCCESS)) {
            // Not there when requireFree looked.
            old.storage().move(old.path(), target.path());
            requireFree(false);
        }
        return true;
    }

    @Override
    void discardFiles() throws IOException {
        staging.delete();
        for (Folder parent : newParents) {
            parent.storage().deleteIfEmpty(parent.path());
        }
    }
}
