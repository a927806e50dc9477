package io.hessdiag.job.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.plan.PartialDiagonal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFolderTest {
    private static final RunIdentity RUN = new RunIdentity(Map.of("dtype", "f64", "units", "9"));
    private static final RunIdentity OTHER = new RunIdentity(Map.of("dtype", "f32", "units", "9"));

    @TempDir private Path folder;

    private Folder output() {
        return new Folder(new LocalStorage(), folder.resolve("out").toString());
    }

    private static void finish(UnitFolder units, int unit) throws IOException {
        UnitStore.at(units.path(), Configuration::new, units.fingerprint())
                .write(new PartialDiagonal(unit, List.of()));
    }

    private static BitSet units(int... numbers) {
        BitSet set = new BitSet();
        Stream.of(numbers).flatMapToInt(java.util.Arrays::stream).forEach(set::set);
        return set;
    }

    @Test
    void sameRunGoesOnWithWhatIsFinished() throws IOException {
        UnitFolder first = UnitFolder.fresh(output(), RUN);
        finish(first, 3);
        finish(first, 0);
        assertEquals(folder.resolve(".out-units").toString(), first.path());
        assertTrue(
                Files.readString(folder.resolve(".out-units/run.json"))
                        .contains("\"dtype\" : \"f64\""));
        assertEquals(units(0, 3), UnitFolder.resume(output(), RUN).finished());
    }

    @Test
    void otherRunsWorkIsRefusedWithWhatDiffers() throws IOException {
        UnitFolder.fresh(output(), RUN);
        String message =
                assertThrows(ConfException.class, () -> UnitFolder.resume(output(), OTHER))
                        .getMessage();
        assertTrue(message.contains("dtype: then f64, now f32"), message);
        assertFalse(message.contains("units: then"), message);
        assertTrue(message.contains("output.if-exists=overwrite"), message);
        assertTrue(message.contains(folder.resolve(".out-units").toString()), message);
    }

    @Test
    void freshStartTakesNothingOver() throws IOException {
        finish(UnitFolder.fresh(output(), RUN), 3);
        assertEquals(new BitSet(), UnitFolder.fresh(output(), OTHER).finished());
        UnitFolder.clear(output());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void folderOfNobodyKnownStays() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve(".out-units"));
        Files.writeString(foreign.resolve("letter"), "dear");
        UnitFolder.clear(output());
        assertTrue(Files.exists(foreign.resolve("letter")));
    }

    /** The other run goes on without its folder, and neither reads the other's units. */
    @Test
    void runThatLostItsFolderDoesNoHarm() throws IOException {
        UnitFolder lost = UnitFolder.fresh(output(), RUN);
        UnitFolder taken = UnitFolder.fresh(output(), OTHER);
        finish(lost, 5);
        lost.remove();
        assertEquals(units(5), taken.finished());
        UnitStore store = UnitStore.at(taken.path(), Configuration::new, taken.fingerprint());
        assertThrows(DamagedFileException.class, () -> store.read(5));
        taken.remove();
        assertFalse(Files.exists(folder.resolve(".out-units")));
    }

    @Test
    void halfARunFileIsNobodys() throws IOException {
        UnitFolder units = UnitFolder.fresh(output(), RUN);
        finish(units, 1);
        Files.writeString(folder.resolve(".out-units/run.json"), "{\"finger");
        assertEquals(units(1), UnitFolder.resume(output(), OTHER).finished());
    }
}
