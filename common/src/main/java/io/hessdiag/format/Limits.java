package io.hessdiag.format;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.stream.Collectors;

/** What a file may ask for: checked before anything is allocated. */
final class Limits {
    /** Some virtual machines refuse arrays of the last few sizes. */
    private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    private Limits() {}

    /** The type, if its element count fits a Java array. */
    static TensorType type(String where, DType dtype, List<Long> dims) {
        String text =
                dims.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        double count = dims.stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b);
        boolean fits = dims.stream().allMatch(d -> 0 <= d && d <= MAX_ELEMENTS);
        if (!fits || count > MAX_ELEMENTS) {
            throw new FormatException(
                    where, "shape " + text + ": expected at most " + MAX_ELEMENTS + " elements");
        }
        try {
            return new TensorType(
                    dtype, new Shape(Ints.of(dims.stream().mapToInt(Long::intValue).toArray())));
        } catch (IllegalArgumentException e) {
            throw new FormatException(where, e.getMessage());
        }
    }

    /** Bytes that the type's elements take in a file. */
    static long fileBytes(TensorType type) {
        return (long) type.size() * type.dtype().bytes();
    }

    /** Refuses what the Java heap cannot hold beside what it holds already. */
    static void memory(String where, long bytes) {
        if (bytes > available()) {
            System.gc();
            long available = available();
            if (bytes > available) {
                throw new FormatException(
                        where,
                        "needs " + bytes + " bytes of memory, " + available + " are available");
            }
        }
    }

    private static long available() {
        Runtime r = Runtime.getRuntime();
        return r.maxMemory() - (r.totalMemory() - r.freeMemory());
    }
}
