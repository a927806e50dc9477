package io.hessdiag.eval;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays that {@link Executable}s have done with, kept for their next use by kind and size. Serves
 * one run at a time; a thread keeps one and hands it to every run.
 */
public final class Workspace {
    private record Key(Class<?> kind, int size) {}

    private final Map<Key, Deque<Object>> free = new HashMap<>();

    /** Per kind and size the arrays for whatever works strip by strip. */
    private final Map<Key, List<Object>> strips = new HashMap<>();

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
        return found != null ? found : make(dtype, size);
    }

    void release(Object array) {
        Key key = new Key(array.getClass(), Array.getLength(array));
        free.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(array);
    }

    /** {@code n} arrays of {@code length}, which the next call gives out again. */
    List<Object> strips(DType dtype, int length, int n) {
        List<Object> arrays =
                strips.computeIfAbsent(new Key(kind(dtype), length), k -> new ArrayList<>());
        while (arrays.size() < n) {
            arrays.add(make(dtype, length));
        }
        return arrays;
    }

    private Object make(DType dtype, int size) {
        bytes += (long) size * dtype.storageBytes();
        return Tensor.allocate(dtype, size);
    }

    private static Class<?> kind(DType dtype) {
        return switch (dtype.storageBytes()) {
            case 1 -> boolean[].class;
            case 4 -> float[].class;
            default -> dtype.isFloat() ? double[].class : long[].class;
        };
    }
}
