package io.hessdiag.job.task;

import io.hessdiag.job.storage.DamagedFileException;
import io.hessdiag.job.storage.Reason;
import io.hessdiag.job.storage.UnitStore;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.WorkUnit;
import java.io.IOException;
import java.util.Optional;

/**
 * Finished units as a task finds and keeps them. What cannot be read is computed again and what
 * cannot be kept is not, with a warning: a run is not worse for having tried.
 */
final class KeptUnits {
    private final Optional<UnitStore> store;
    private final Tally tally;

    KeptUnits(Optional<UnitStore> store, Tally tally) {
        this.store = store;
        this.tally = tally;
    }

    Optional<PartialDiagonal> find(WorkUnit unit) {
        Optional<PartialDiagonal> found = store.flatMap(s -> read(s, unit.id()));
        found.ifPresent(part -> tally.addResumed(unit));
        return found;
    }

    private Optional<PartialDiagonal> read(UnitStore units, int unit) {
        try {
            return units.read(unit);
        } catch (DamagedFileException e) {
            tally.warn(units.path(unit) + " " + e.getMessage() + ": computed again");
        } catch (IOException e) {
            tally.warn(units.path(unit) + " cannot be read: " + Reason.of(e) + ": computed again");
        }
        return Optional.empty();
    }

    void keep(PartialDiagonal part) {
        store.ifPresent(s -> write(s, part));
    }

    private void write(UnitStore units, PartialDiagonal part) {
        try {
            if (units.isThere()) {
                units.write(part);
            } else {
                tally.warn(units + " is not there on every machine: finished units are not kept");
            }
        } catch (IOException e) {
            tally.warn(units + " cannot be written: " + Reason.of(e) + ": units are not kept");
        }
    }
}
