package io.hessdiag.format;

import io.hessdiag.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** NumPy's npz format: a zip of npy files, stored or deflated; keys are any strings. */
public final class Npz {
    private static final String SUFFIX = ".npy";

    /** Deflate's best: 258 bytes from two bits. */
    private static final long MAX_RATIO = 1032;

    /** Zip's first day would add a field that depends on the time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /**
     * The arrays by key, in the file's order.
     *
     * @throws FormatException when the file is damaged or holds something else than arrays
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        return read(file, key -> false);
    }

    /**
     * @param bfloat16 the keys whose two raw bytes per element are a bfloat16
     */
    public static Map<String, Tensor> read(Path file, Predicate<String> bfloat16)
            throws IOException {
        return read(file.getFileName().toString(), file, bfloat16);
    }

    /** Reads all of a stream; {@code name} stands for it in messages. */
    public static Map<String, Tensor> read(String name, InputStream in) throws IOException {
        return Spool.with(in, file -> read(name, file, key -> false));
    }

    private static Map<String, Tensor> read(String name, Path file, Predicate<String> bfloat16)
            throws IOException {
        if (Files.size(file) == 0) {
            throw new FormatException(name, "is empty");
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return arrays(name, zip, bfloat16);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            String why = e.getMessage() == null ? "ends early" : e.getMessage();
            throw new FormatException(name, "is no npz file, or damaged: " + why);
        }
    }

    private static Map<String, Tensor> arrays(String name, ZipFile zip, Predicate<String> bfloat16)
            throws IOException {
        Map<String, Tensor> out = new LinkedHashMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.getName().endsWith(SUFFIX)) {
                throw new FormatException(name + ": " + entry.getName(), "expected a name in .npy");
            }
            String key = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
            if (out.containsKey(key)) {
                throw new FormatException(name + ": " + key, "occurs twice");
            }
            out.put(key, array(name + ": " + key, zip, entry, bfloat16.test(key)));
        }
        return out;
    }

    private static Tensor array(String where, ZipFile zip, ZipEntry entry, boolean bfloat16)
            throws IOException {
        if (entry.getSize() / MAX_RATIO > entry.getCompressedSize()
                || entry.getMethod() == ZipEntry.STORED
                        && entry.getSize() != entry.getCompressedSize()) {
            throw new FormatException(
                    where,
                    "cannot hold " + entry.getSize() + " bytes in " + entry.getCompressedSize());
        }
        try (CheckedInputStream in =
                new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            Tensor tensor = Npy.read(where, in, entry.getSize(), bfloat16);
            if (in.read() >= 0) {
                throw new FormatException(
                        where,
                        "is longer than the " + entry.getSize() + " bytes that the archive states");
            }
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new FormatException(where, "the checksum does not match");
            }
            return tensor;
        } catch (ZipException | EOFException e) {
            throw new FormatException(where, "damaged: " + e.getMessage());
        }
    }

    /** Writes the arrays in the map's order; the same arrays give the same bytes. */
    public static void write(Path file, Map<String, Tensor> arrays, boolean deflated)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, arrays, deflated);
        }
    }

    /** Writes to a stream, which stays open. */
    public static void write(OutputStream out, Map<String, Tensor> arrays, boolean deflated)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, Tensor> array : arrays.entrySet()) {
            zip.putNextEntry(entry(array.getKey(), array.getValue(), deflated));
            Npy.write(zip, array.getValue());
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static ZipEntry entry(String key, Tensor tensor, boolean deflated) throws IOException {
        ZipEntry entry;
        try {
            entry = new ZipEntry(key + SUFFIX);
        } catch (IllegalArgumentException e) {
            throw new FormatException("npz key of " + key.length() + " characters", e.getMessage());
        }
        entry.setTimeLocal(TIME);
        if (!deflated) {
            CheckedOutputStream sum =
                    new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
            Npy.write(sum, tensor);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(Npy.size(tensor.type()));
            entry.setCrc(sum.getChecksum().getValue());
        }
        return entry;
    }
}
