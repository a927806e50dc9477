package io.hessdiag.job.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf.IfExists;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    @TempDir private Path folder;

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.skip(1).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    private static OutputDirectory create(Path path, IfExists ifExists) {
        return OutputDirectory.create(path.toString(), ifExists, Configuration::new);
    }

    private static void text(Folder folder, String text) throws IOException {
        try (OutputStream out = folder.create("a")) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(Path path, IfExists ifExists, String text) {
        try (OutputDirectory output = create(path, ifExists)) {
            output.commit(f -> text(f, text));
        }
    }

    @Test
    void committedOutputHasItsFilesAndTheSuccessMark() throws IOException {
        write(folder.resolve("x/out"), IfExists.FAIL, "1");
        assertEquals(List.of("x", "x/out", "x/out/_SUCCESS", "x/out/a"), listing());
    }

    @Test
    void nothingIsLeftWhenTheRunFails() throws IOException {
        create(folder.resolve("x/y/out"), IfExists.FAIL).close();
        assertEquals(List.of(), listing());
    }

    @Test
    void nothingIsLeftWhenWritingFails() throws IOException {
        Path path = folder.resolve("out");
        try (OutputDirectory output = create(path, IfExists.FAIL)) {
            assertThrows(
                    OutputException.class,
                    () ->
                            output.commit(
                                    f -> {
                                        text(f, "half");
                                        throw new IOException("disk full");
                                    }));
        }
        assertEquals(List.of(), listing());
    }

    @Test
    void earlierOutputStaysUntilTheNewOneIsThere() throws IOException {
        Path path = folder.resolve("out");
        write(path, IfExists.FAIL, "old");
        try (OutputDirectory output = create(path, IfExists.OVERWRITE)) {
            assertEquals("old", Files.readString(path.resolve("a")));
            output.commit(f -> text(f, "new"));
        }
        assertEquals("new", Files.readString(path.resolve("a")));
        assertEquals(List.of("out", "out/_SUCCESS", "out/a"), listing());
    }

    @Test
    void takenPathIsRefused() {
        Path path = folder.resolve("out");
        write(path, IfExists.FAIL, "old");
        assertTrue(
                assertThrows(ConfException.class, () -> create(path, IfExists.FAIL))
                        .getMessage()
                        .contains("exists"));
    }

    @Test
    void foldersThatAreNoOutputAreNeverOverwritten() throws IOException {
        Path path = Files.createDirectories(folder.resolve("home"));
        Files.writeString(path.resolve("letter"), "dear");
        assertThrows(ConfException.class, () -> create(path, IfExists.OVERWRITE));
        assertTrue(Files.exists(path.resolve("letter")));
    }

    @Test
    void pathBelowAFileIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String message =
                assertThrows(ConfException.class, () -> create(file.resolve("out"), IfExists.FAIL))
                        .getMessage();
        assertTrue(message.contains("cannot be written"), message);
        assertFalse(message.contains("null"), message);
    }

    @Test
    void ofTwoRunsForOnePathTheSecondFindsItTaken() throws IOException {
        Path path = folder.resolve("out");
        try (OutputDirectory one = create(path, IfExists.FAIL);
                OutputDirectory two = create(path, IfExists.FAIL)) {
            one.commit(f -> text(f, "1"));
            String message =
                    assertThrows(ConfException.class, () -> two.commit(f -> text(f, "2")))
                            .getMessage();
            assertTrue(message.contains("exists"), message);
        }
        assertEquals("1", Files.readString(path.resolve("a")));
        assertEquals(List.of("out", "out/_SUCCESS", "out/a"), listing());
    }

    /** The path is free when the second looks, and taken when it renames. */
    @Test
    void pathThatIsTakenAtTheLastMomentIsRefused() throws IOException {
        Path path = folder.resolve("out");
        try (OutputDirectory one = create(path, IfExists.FAIL)) {
            write(path, IfExists.FAIL, "2");
            assertThrows(ConfException.class, () -> one.commit(f -> text(f, "1")));
            assertThrows(
                    FileAlreadyExistsException.class,
                    () -> one.staging().storage().move(one.staging().path(), path.toString()));
        }
        assertEquals(List.of("out", "out/_SUCCESS", "out/a"), listing());
    }

    @Test
    void runsThatOverwriteEachOtherLeaveOneOutput() throws Exception {
        Path path = folder.resolve("out");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String text = "run " + i;
                runs.add(threads.submit(() -> write(path, IfExists.OVERWRITE, text)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
        assertTrue(Files.readString(path.resolve("a")).startsWith("run "));
        assertEquals(List.of("out", "out/_SUCCESS", "out/a"), listing());
    }
}
