package io.hessdiag.eval;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Arrays that {@link Executable}s have done with, kept for their next use by kind and size. Serves
 * one run at a time; a thread keeps one and hands it to every run.
 */
public final class Workspace {
    private record Key(Class<?> kind, int size) {}

    private final Map<Key, Pool> pools = new HashMap<>();

    /** Per kind and size the arrays for whatever works strip by strip. */
    private final Map<Key, List<Object>> strips = new HashMap<>();

    /** By who made it, what it works with in every run. */
    private final Map<Object, Object> kept = new IdentityHashMap<>();

    private long bytes;

    /** Bytes of all arrays that this workspace has made. */
    public long bytes() {
        return bytes;
    }

    /** Arrays of one kind and size. */
    final class Pool {
        private final DType dtype;
        private final int size;
        private final Deque<Object> free = new ArrayDeque<>();

        private Pool(DType dtype, int size) {
            this.dtype = dtype;
            this.size = size;
        }

        /** An array with unspecified contents. */
        Object acquire() {
            Object found = free.pollLast();
            return found != null ? found : make(dtype, size);
        }

        void release(Object array) {
            free.addLast(array);
        }
    }

    Pool pool(DType dtype, int size) {
        return pools.computeIfAbsent(new Key(kind(dtype), size), k -> new Pool(dtype, size));
    }

    /** An array with unspecified contents. */
    Object acquire(DType dtype, int size) {
        return pool(dtype, size).acquire();
    }

    void release(DType dtype, Object array) {
        pool(dtype, Array.getLength(array)).release(array);
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

    /** What {@code owner}, and nobody else, works with: made once. */
    @SuppressWarnings("unchecked")
    <T> T kept(Object owner, Supplier<T> make) {
        return (T) kept.computeIfAbsent(owner, o -> make.get());
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
