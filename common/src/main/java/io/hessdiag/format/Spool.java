package io.hessdiag.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A stream as a temporary file, for the formats that need to know their length. */
final class Spool {
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private Spool() {}

    static <T> T with(InputStream in, Reader<T> reader) throws IOException {
        Path file = Files.createTempFile("hessdiag", ".tmp");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return reader.read(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
