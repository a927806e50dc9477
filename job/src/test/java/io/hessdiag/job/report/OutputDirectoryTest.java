package io.hessdiag.job.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf.IfExists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    @TempDir private Path folder;

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.skip(1).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    private void write(Path path, IfExists ifExists, String text) {
        try (OutputDirectory output = OutputDirectory.create(path, ifExists)) {
            output.commit(f -> Files.writeString(f.resolve("a"), text));
        }
    }

    @Test
    void committedOutputHasItsFilesAndTheSuccessMark() throws IOException {
        write(folder.resolve("x/out"), IfExists.FAIL, "1");
        assertEquals(List.of("x", "x/out", "x/out/_SUCCESS", "x/out/a"), listing());
    }

    @Test
    void nothingIsLeftWhenTheRunFails() throws IOException {
        OutputDirectory.create(folder.resolve("x/y/out"), IfExists.FAIL).close();
        assertEquals(List.of(), listing());
    }

    @Test
    void nothingIsLeftWhenWritingFails() throws IOException {
        Path path = folder.resolve("out");
        try (OutputDirectory output = OutputDirectory.create(path, IfExists.FAIL)) {
            assertThrows(
                    UncheckedIOException.class,
                    () ->
                            output.commit(
                                    f -> {
                                        Files.writeString(f.resolve("a"), "half");
                                        throw new IOException("disk full");
                                    }));
        }
        assertEquals(List.of(), listing());
    }

    @Test
    void earlierOutputStaysUntilTheNewOneIsThere() throws IOException {
        Path path = folder.resolve("out");
        write(path, IfExists.FAIL, "old");
        try (OutputDirectory output = OutputDirectory.create(path, IfExists.OVERWRITE)) {
            assertEquals("old", Files.readString(path.resolve("a")));
            output.commit(f -> Files.writeString(f.resolve("a"), "new"));
        }
        assertEquals("new", Files.readString(path.resolve("a")));
        assertEquals(List.of("out", "out/_SUCCESS", "out/a"), listing());
    }

    @Test
    void takenPathIsRefused() {
        Path path = folder.resolve("out");
        write(path, IfExists.FAIL, "old");
        assertTrue(
                assertThrows(ConfException.class, () -> OutputDirectory.create(path, IfExists.FAIL))
                        .getMessage()
                        .contains("exists"));
    }

    @Test
    void foldersThatAreNoOutputAreNeverOverwritten() throws IOException {
        Path path = Files.createDirectories(folder.resolve("home"));
        Files.writeString(path.resolve("letter"), "dear");
        assertThrows(ConfException.class, () -> OutputDirectory.create(path, IfExists.OVERWRITE));
        assertTrue(Files.exists(path.resolve("letter")));
    }

    @Test
    void pathBelowAFileIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String message =
                assertThrows(
                                ConfException.class,
                                () -> OutputDirectory.create(file.resolve("out"), IfExists.FAIL))
                        .getMessage();
        assertTrue(message.contains("cannot be written"), message);
        assertFalse(message.contains("null"), message);
    }
}
