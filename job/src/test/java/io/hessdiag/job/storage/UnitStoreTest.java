package io.hessdiag.job.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.PartialDiagonal.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitStoreTest {
    private static final double[] VALUES = {1.0 / 3, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE};
    private static final PartialDiagonal PART =
            new PartialDiagonal(
                    7, List.of(new Piece(2, 5, VALUES), new Piece(3, 0, new double[0])));

    @TempDir private Path folder;
    private UnitStore store;

    @BeforeEach
    void write() throws IOException {
        store = store("ours");
        store.write(PART);
    }

    private UnitStore store(String fingerprint) {
        return UnitStore.at(folder.toString(), Configuration::new, fingerprint);
    }

    private Path file() {
        return folder.resolve("unit-0000007");
    }

    @Test
    void valuesComeBackBitByBit() throws IOException {
        PartialDiagonal read = store.read(7).orElseThrow();
        assertEquals(7, read.unit());
        assertEquals(2, read.pieces().size());
        assertEquals(2, read.pieces().get(0).leaf());
        assertEquals(5, read.pieces().get(0).start());
        assertArrayEquals(
                Arrays.stream(VALUES).mapToLong(Double::doubleToRawLongBits).toArray(),
                Arrays.stream(read.pieces().get(0).values())
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void unitWithoutAFileIsNotThere() throws IOException {
        assertEquals(Optional.empty(), store.read(8));
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThrows(DamagedFileException.class, () -> store.read(7), "length " + length);
        }
        Files.write(file(), Arrays.copyOf(whole, whole.length + 1));
        assertThrows(DamagedFileException.class, () -> store.read(7));
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x81;
            Files.write(file(), changed);
            assertThrows(IOException.class, () -> store.read(7), "byte " + at);
        }
    }

    @Test
    void filesOfOtherRunsAndUnitsAreNotTaken() throws IOException {
        String message =
                assertThrows(DamagedFileException.class, () -> store("theirs").read(7))
                        .getMessage();
        assertTrue(message.contains("another run"), message);
        Files.copy(file(), folder.resolve("unit-0000008"));
        assertThrows(DamagedFileException.class, () -> store.read(8));
    }
}
