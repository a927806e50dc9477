package io.hessdiag.job.driver;

import io.hessdiag.job.storage.Reason;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.loss.LossException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Input files, with what cannot be read told as what is wrong with the input. */
final class Bundles {
    private Bundles() {}

    static Loss read(Path folder) {
        try {
            return LossBundle.read(folder);
        } catch (IOException e) {
            throw new LossException(folder + " cannot be read: " + Reason.of(e));
        }
    }

    /** A module's text; bytes that are no UTF-8 become the replacement character. */
    static String moduleText(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LossException(file + ": no such file");
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LossException(file + " cannot be read: " + Reason.of(e));
        }
    }
}
