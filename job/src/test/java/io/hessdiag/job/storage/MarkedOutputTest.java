package io.hessdiag.job.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf.IfExists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs in a store that cannot rename. */
class MarkedOutputTest {
    @TempDir private Path folder;

    @AfterEach
    void makeRoom() {
        ObjectStoreFiles.room(Long.MAX_VALUE);
    }

    private OutputDirectory create(IfExists ifExists) {
        return OutputDirectory.create(
                ObjectStoreFiles.SCHEME + "://" + folder.resolve("out"),
                ifExists,
                ObjectStoreFiles::configuration);
    }

    private static OutputDirectory.Writer text(String text) {
        return f -> f.write("a", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(IfExists ifExists, String text) {
        try (OutputDirectory output = create(ifExists)) {
            output.commit(text(text));
        }
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.skip(1).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("out/a"));
    }

    @Test
    void manifestComesLastAndListsTheFiles() throws IOException {
        try (OutputDirectory output = create(IfExists.FAIL)) {
            output.commit(
                    f -> {
                        text("abc").writeTo(f);
                        f.inside("part").write("b", out -> out.write(1));
                        assertFalse(output.isComplete());
                    });
        }
        assertEquals(List.of("out", "out/_SUCCESS", "out/a", "out/part", "out/part/b"), listing());
        JsonNode files =
                new ObjectMapper().readTree(folder.resolve("out/_SUCCESS").toFile()).path("files");
        assertEquals("a", files.path(0).path("name").asText());
        assertEquals(3, files.path(0).path("bytes").asInt());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                files.path(0).path("sha256").asText());
        assertEquals("part/b", files.path(1).path("name").asText());
    }

    @Test
    void earlierOutputStaysUntilThereIsAnother() throws IOException {
        write(IfExists.FAIL, "old");
        assertThrows(ConfException.class, () -> create(IfExists.FAIL));
        create(IfExists.OVERWRITE).close();
        assertEquals("old", text());
        write(IfExists.OVERWRITE, "new");
        assertEquals("new", text());
        assertEquals(List.of("out", "out/_SUCCESS", "out/a"), listing());
    }

    @Test
    void unfinishedOutputIsNone() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/_STARTED"), "a run that was killed");
        Files.writeString(folder.resolve("out/a"), "half");
        write(IfExists.FAIL, "whole");
        assertEquals("whole", text());
    }

    @Test
    void foldersThatAreNoOutputAreNeverOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/letter"), "dear");
        for (IfExists ifExists : IfExists.values()) {
            assertThrows(ConfException.class, () -> create(ifExists));
        }
        assertTrue(Files.exists(folder.resolve("out/letter")));
    }

    @Test
    void ofTwoRunsForOnePathTheLaterWinsAndTheOtherIsTold() throws IOException {
        try (OutputDirectory one = create(IfExists.FAIL)) {
            write(IfExists.FAIL, "2");
            assertThrows(ConfException.class, () -> one.commit(text("1")));
        }
        assertEquals("2", text());
    }

    @Test
    void fullDiskLeavesNothingAndIsToldWithThePath() throws IOException {
        ObjectStoreFiles.room(100);
        try (OutputDirectory output = create(IfExists.FAIL)) {
            String message =
                    assertThrows(OutputException.class, () -> output.commit(text("x".repeat(1000))))
                            .getMessage();
            assertTrue(message.contains(folder.resolve("out").toString()), message);
            assertTrue(message.contains("No space left on device"), message);
        }
        assertEquals(List.of(), listing());
    }
}
