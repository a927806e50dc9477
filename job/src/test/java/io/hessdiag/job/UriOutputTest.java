package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.storage.ObjectStoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose output path is a URI of a store that cannot rename. */
class UriOutputTest {
    @TempDir private Path folder;

    @BeforeEach
    void settings() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty(ObjectStoreFiles.IMPLEMENTATION, ObjectStoreFiles.class.getName());
    }

    @AfterEach
    void forgetSettings() {
        System.clearProperty("spark.master");
        System.clearProperty(ObjectStoreFiles.IMPLEMENTATION);
        ObjectStoreFiles.room(Long.MAX_VALUE);
    }

    private Outcome run(String output, Object... words) {
        return Outcome.of(
                Stream.concat(
                                Stream.of("run", Bundles.DIGITS, "output.path=" + output),
                                Stream.of(words))
                        .toArray());
    }

    private String store(String name) {
        return ObjectStoreFiles.SCHEME + "://" + folder.resolve(name);
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.skip(1).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    @Test
    void storesGetTheBytesOfPlainPaths() throws IOException {
        Outcome plain = run("file://" + folder.resolve("plain"));
        assertEquals(0, plain.exitCode(), plain.err());
        Outcome stored = run(store("stored"), "output.if-exists=resume", "partitions=2");
        assertEquals(0, stored.exitCode(), stored.err());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("plain/diagonal.npz")),
                Files.readAllBytes(folder.resolve("stored/diagonal.npz")));
        assertTrue(Files.readString(folder.resolve("stored/_SUCCESS")).contains("diagonal.npz"));
        assertEquals(0, Files.size(folder.resolve("plain/_SUCCESS")));
        assertFalse(Files.exists(folder.resolve(".stored-units")));
        Outcome again = run(store("stored"), "output.if-exists=resume", "partitions=2");
        assertTrue(again.out().contains("nothing to do"), again.out() + again.err());
        assertEquals(2, run(store("stored")).exitCode());
    }

    @Test
    void fullDiskIsOneLineWithThePathAndLeavesNothing() throws IOException {
        ObjectStoreFiles.room(100);
        for (String format : List.of("npz", "parquet")) {
            Outcome outcome = run(store("out"), "output.format=" + format);
            assertEquals(1, outcome.exitCode(), outcome.err());
            String line = outcome.lastErrorLine();
            assertTrue(line.contains(store("out")), line);
            assertTrue(line.contains("No space left on device"), line);
            assertEquals(List.of(), listing());
        }
    }

    @Test
    void unknownSchemeIsRefused() {
        Outcome outcome = run("nosuchstore://host/out");
        assertEquals(2, outcome.exitCode(), outcome.err());
        assertTrue(outcome.lastErrorLine().contains("nosuchstore"), outcome.lastErrorLine());
    }
}
