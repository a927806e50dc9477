package io.hessdiag.job.driver;

import io.hessdiag.loss.LossException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads module text; bytes that are no UTF-8 become the replacement character. */
final class ModuleText {
    private ModuleText() {}

    static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new LossException(file + ": no such file");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
