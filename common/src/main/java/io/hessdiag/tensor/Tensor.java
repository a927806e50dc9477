package io.hessdiag.tensor;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;

/**
 * A row-major array of one element type. Its array is shared, not copied: nobody writes to it once
 * a tensor has been handed on. Equality is by type and bits (NaN equals NaN, 0.0 differs from
 * -0.0).
 */
public final class Tensor implements Serializable {
    private final TensorType type;
    private final Object data;

    private Tensor(TensorType type, Object data) {
        this.type = type;
        this.data = data;
    }

    /**
     * @param data {@code double[]}, {@code float[]}, {@code long[]} or {@code boolean[]} as the
     *     dtype asks (see {@link DType}), of exactly the shape's size
     */
    public static Tensor of(TensorType type, Object data) {
        Objects.requireNonNull(data);
        if (data.getClass() != storageClass(type.dtype())) {
            throw new IllegalArgumentException(
                    type
                            + ": expected "
                            + storageClass(type.dtype()).getSimpleName()
                            + ", found "
                            + data.getClass().getSimpleName());
        }
        if (Array.getLength(data) != type.size()) {
            throw new IllegalArgumentException(
                    type
                            + ": expected "
                            + type.size()
                            + " elements, found "
                            + Array.getLength(data));
        }
        return new Tensor(type, data);
    }

    public static Tensor of(Shape shape, double... data) {
        return of(new TensorType(DType.F64, shape), data);
    }

    public static Tensor scalar(double value) {
        return of(Shape.SCALAR, value);
    }

    /** An f32 or f64 scalar, an integer (wrapped) or a boolean (non-zero) of this value. */
    public static Tensor scalar(DType dtype, double value) {
        Tensor t = zeros(new TensorType(dtype, Shape.SCALAR));
        if (t.data instanceof double[] d) {
            d[0] = value;
        } else if (t.data instanceof float[] f) {
            f[0] = (float) value;
        } else if (t.data instanceof long[] l) {
            l[0] = dtype.wrap((long) value);
        } else {
            ((boolean[]) t.data)[0] = value != 0;
        }
        return t;
    }

    public static Tensor zeros(TensorType type) {
        return new Tensor(type, allocate(type.dtype(), type.size()));
    }

    /** A zeroed array of the kind that holds {@code dtype}. */
    public static Object allocate(DType dtype, int size) {
        return Array.newInstance(storageClass(dtype).getComponentType(), size);
    }

    private static Class<?> storageClass(DType dtype) {
        if (dtype == DType.F64) {
            return double[].class;
        }
        if (dtype.isFloat()) {
            return float[].class;
        }
        return dtype.isBoolean() ? boolean[].class : long[].class;
    }

    public TensorType type() {
        return type;
    }

    public DType dtype() {
        return type.dtype();
    }

    public Shape shape() {
        return type.shape();
    }

    public int size() {
        return type.size();
    }

    /** The array itself, of one of the four kinds. */
    public Object data() {
        return data;
    }

    public double[] doubles() {
        return (double[]) data;
    }

    public float[] floats() {
        return (float[]) data;
    }

    public long[] longs() {
        return (long[]) data;
    }

    public boolean[] booleans() {
        return (boolean[]) data;
    }

    /** Element {@code i} of the flat array as a double (1 or 0 for i1). */
    public double get(int i) {
        if (data instanceof double[] d) {
            return d[i];
        }
        if (data instanceof float[] f) {
            return f[i];
        }
        if (data instanceof long[] l) {
            return dtype() == DType.UI64 && l[i] < 0
                    ? (l[i] >>> 1) * 2.0 + (l[i] & 1)
                    : (double) l[i];
        }
        return ((boolean[]) data)[i] ? 1 : 0;
    }

    /** The same elements under another shape of the same size. */
    public Tensor reshape(Shape shape) {
        return of(type.withShape(shape), data);
    }

    /** Converted between f64 and f32 (round to nearest even); itself when the type is the same. */
    public Tensor toFloat(DType dtype) {
        if (dtype == dtype()) {
            return this;
        }
        Tensor out = zeros(type.withDType(dtype));
        for (int i = 0; i < size(); i++) {
            if (dtype == DType.F64) {
                out.doubles()[i] = get(i);
            } else {
                out.floats()[i] = (float) get(i);
            }
        }
        return out;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Tensor t
                && type.equals(t.type)
                && Arrays.deepEquals(new Object[] {data}, new Object[] {t.data});
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.deepHashCode(new Object[] {data});
    }

    /** Type and the first few elements. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder(type.toString()).append(" [");
        int shown = Math.min(size(), 8);
        for (int i = 0; i < shown; i++) {
            s.append(i == 0 ? "" : ", ").append(get(i));
        }
        return s.append(size() > shown ? ", ...]" : "]").toString();
    }
}
