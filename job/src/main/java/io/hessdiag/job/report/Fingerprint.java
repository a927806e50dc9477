package io.hessdiag.job.report;

import io.hessdiag.job.storage.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/** SHA-256 over a bundle's files: name, length and bytes of each that is there, in this order. */
public final class Fingerprint {
    private static final List<String> FILES =
            List.of("loss.mlir", "grad.mlir", "tree.json", "leaves.npz", "leaves.safetensors");

    private Fingerprint() {}

    /** 64 hexadecimal digits. */
    public static String of(Path bundle) {
        try {
            MessageDigest digest = Sha256.digest();
            for (String name : FILES) {
                Path file = bundle.resolve(name);
                if (Files.isRegularFile(file)) {
                    add(digest, name, file);
                }
            }
            return Sha256.text(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(MessageDigest digest, String name, Path file) throws IOException {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, Files.size(file)));
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
