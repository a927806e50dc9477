package io.hessdiag.eval;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Arrays that {@link Executable}s have done with, kept for their next use by kind and size. Serves
 * one run at a time; a thread keeps one and hands it to every run.
 */
public final class Workspace {
    private record Key(Class<?> kind, int size) {}

    private final Map<Key, Deque<Object>> free = new HashMap<>();
    private long bytes;

    /** Bytes of all arrays that this workspace has made. */
    public long bytes() {
        return bytes;
    }

    /** An array with unspecified contents. */
    Object acquire(DType dtype, int size) {
        Class<?> kind = kind(dtype);
        Deque<Object> arrays = free.get(new Key(kind, size));
        Object found = arrays == null ? null : arrays.pollLast();
        if (found != null) {
            return found;
        }
        bytes += (long) size * dtype.storageBytes();
        return Tensor.allocate(dtype, size);
    }

    void release(Object array) {
        Key key = new Key(array.getClass(), Array.getLength(array));
        free.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(array);
    }

    private static Class<?> kind(DType dtype) {
        return switch (dtype.storageBytes()) {
            case 1 -> boolean[].class;
            case 4 -> float[].class;
            default -> dtype.isFloat() ? double[].class : long[].class;
        };
    }
}
