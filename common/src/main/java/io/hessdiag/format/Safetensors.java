package io.hessdiag.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.format.SafetensorsHeader.Entry;
import io.hessdiag.pytree.PythonString;
import io.hessdiag.tensor.Tensor;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: a header length (u64, little-endian), a JSON header that may be padded
 * with spaces, and the tensors' bytes, row-major, without holes. F16 and BF16 become f32 exactly.
 */
public final class Safetensors {
    private static final long MAX_HEADER = 100_000_000;
    private static final int ALIGNMENT = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Safetensors() {}

    /**
     * The tensors by name, in the header's order.
     *
     * @throws FormatException when the file breaks a rule of the format
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        return read(file.getFileName().toString(), file);
    }

    /** Reads all of a stream; {@code name} stands for it in messages. */
    public static Map<String, Tensor> read(String name, InputStream in) throws IOException {
        return Spool.with(in, file -> read(name, file));
    }

    private static Map<String, Tensor> read(String name, Path file) throws IOException {
        long length = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] prefix = in.readNBytes(8);
            if (prefix.length < 8) {
                throw new FormatException(
                        name, "is no safetensors file: " + prefix.length + " bytes long");
            }
            long size = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (size < 0 || size > MAX_HEADER || size > length - 8) {
                throw new FormatException(
                        name,
                        "header of "
                                + Long.toUnsignedString(size)
                                + " bytes: expected at most "
                                + Math.min(MAX_HEADER, length - 8));
            }
            Limits.memory(name, 4 * size);
            List<Entry> entries = SafetensorsHeader.parse(name, in.readNBytes((int) size));
            checkOffsets(name, entries, length - 8 - size);
            return tensors(name, in, entries);
        } catch (EOFException e) {
            throw new FormatException(name, "ends early");
        }
    }

    private static List<Entry> byOffset(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
                .toList();
    }

    /** The tensors cover the buffer exactly, each as many bytes as its type needs. */
    private static void checkOffsets(String name, List<Entry> entries, long length) {
        long at = 0;
        for (Entry e : byOffset(entries)) {
            String where = name + ": " + PythonString.repr(e.name());
            if (e.begin() != at) {
                throw new FormatException(
                        where,
                        "data_offsets ["
                                + e.begin()
                                + ", "
                                + e.end()
                                + "]: expected the tensor to begin at "
                                + at);
            }
            long expected = Limits.fileBytes(e.type());
            if (e.end() - e.begin() != expected) {
                throw new FormatException(
                        where,
                        "data_offsets ["
                                + e.begin()
                                + ", "
                                + e.end()
                                + "]: expected "
                                + expected
                                + " bytes for "
                                + e.type());
            }
            at = e.end();
        }
        if (at != length) {
            throw new FormatException(
                    name,
                    "the header describes " + at + " bytes of tensors, the file has " + length);
        }
    }

    private static Map<String, Tensor> tensors(String name, InputStream in, List<Entry> entries)
            throws IOException {
        Limits.memory(name, entries.stream().mapToLong(e -> e.type().bytes()).sum());
        Map<String, Tensor> read = new HashMap<>();
        for (Entry e : byOffset(entries)) {
            read.put(e.name(), Elements.read(in, e.type(), ByteOrder.LITTLE_ENDIAN));
        }
        Map<String, Tensor> out = new LinkedHashMap<>();
        entries.forEach(e -> out.put(e.name(), read.get(e.name())));
        return out;
    }

    /** Writes the tensors; the same ones, in any order, give the same bytes. */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, tensors, metadata);
        }
    }

    /**
     * Writes to a stream, which stays open. Wider types come first, then names in order, so that
     * every tensor is aligned to its element size.
     */
    public static void write(
            OutputStream out, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        List<String> names =
                tensors.keySet().stream()
                        .sorted(
                                Comparator.comparingInt((String n) -> -width(tensors.get(n)))
                                        .thenComparing(n -> n))
                        .toList();
        byte[] header = header(names, tensors, metadata);
        out.write(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .array());
        out.write(header);
        for (String name : names) {
            Elements.write(out, tensors.get(name));
        }
    }

    private static int width(Tensor tensor) {
        return tensor.dtype().computed().bytes();
    }

    private static byte[] header(
            List<String> names, Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode node = header.putObject("__metadata__");
            metadata.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> node.put(e.getKey(), e.getValue()));
        }
        long at = 0;
        for (String name : names) {
            if (name.equals("__metadata__")) {
                throw new FormatException("safetensors", "no tensor may be named __metadata__");
            }
            Tensor tensor = tensors.get(name);
            ObjectNode node = header.putObject(name);
            node.put("dtype", SafetensorsHeader.name(tensor.dtype()));
            tensor.shape().dims().stream().forEach(node.putArray("shape")::add);
            long end = at + (long) tensor.size() * width(tensor);
            node.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        String text = JSON.writeValueAsString(header);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return (text + " ".repeat(Math.floorMod(-length, ALIGNMENT)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
