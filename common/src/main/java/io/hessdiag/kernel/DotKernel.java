package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;

/**
 * dot_general for operands of given types, prepared once and applied any number of times: floats by
 * {@link Gemm}, integers and i1 (sum = or, product = and) by plain loops. A product without
 * contraction adds nothing, so a zero keeps its sign. Immutable.
 */
public final class DotKernel {
    private final TensorType out;
    private final int size;
    private final DotLayout layout;
    private final int split;
    private final int packedSize;
    private final StridedCopy packLhs;
    private final StridedCopy packRhs;
    private final boolean isSmall;

    public DotKernel(DotDims op, TensorType lhs, TensorType rhs) {
        this.layout = DotLayout.of(op, lhs.shape(), rhs.shape());
        Ints batch = lhs.shape().pick(op.lhsBatch()).dims();
        Ints free =
                lhs.shape()
                        .pick(op.lhsFree(lhs.rank()))
                        .dims()
                        .concat(rhs.shape().pick(op.rhsFree(rhs.rank())).dims());
        this.out = lhs.withShape(new Shape(batch.concat(free)));
        this.size = out.size();
        this.split = layout.lhs.packedSize();
        this.packedSize = layout.packedSize();
        this.packLhs = packing(layout.lhs);
        this.packRhs = packing(layout.rhs);
        this.isSmall =
                layout.loops.length > 0
                        && layout.rhs.unitRows()
                        && SmallProducts.fits(layout.m, layout.n, layout.k);
    }

    /** The operands must fit the op, see {@code TypeRules}. */
    public static Tensor apply(DotDims op, Tensor lhs, Tensor rhs) {
        DotKernel kernel = new DotKernel(op, lhs.type(), rhs.type());
        Object result = Tensor.allocate(kernel.out.dtype(), kernel.out.size());
        kernel.applyInto(lhs.data(), rhs.data(), result, kernel.scratch());
        return Tensor.of(kernel.out, result);
    }

    public TensorType resultType() {
        return out;
    }

    /** Elements of scratch space that {@link #applyInto} packs operands into. */
    public int scratchSize() {
        return packedSize;
    }

    private Object scratch() {
        return Tensor.allocate(out.dtype(), scratchSize());
    }

    /**
     * @param l lhs's array, row-major from index 0; {@code r} likewise
     * @param result of the result's kind and at least its size; overwritten from index 0
     * @param scratch of the same kind and at least {@link #scratchSize} elements; null if 0
     */
    public void applyInto(Object l, Object r, Object result, Object scratch) {
        if (size == 0) {
            return;
        }
        if (layout.k == 0) {
            clear(result);
            return;
        }
        Object a = l;
        Object b = r;
        if (packLhs != null) {
            packLhs.copy(l, 0, scratch, 0);
            a = scratch;
        }
        if (packRhs != null) {
            packRhs.copy(r, 0, scratch, split);
            b = scratch;
        }
        loop(0, a, 0, b, packRhs == null ? 0 : split, result, 0);
    }

    private void clear(Object result) {
        if (result instanceof double[] d) {
            Arrays.fill(d, 0, size, 0);
        } else if (result instanceof float[] f) {
            Arrays.fill(f, 0, size, 0);
        } else if (result instanceof long[] i) {
            Arrays.fill(i, 0, size, 0);
        } else {
            Arrays.fill((boolean[]) result, 0, size, false);
        }
    }

    private static StridedCopy packing(DotLayout.Side side) {
        if (side.pack() == null) {
            return null;
        }
        int[] strides = side.shape().strides();
        int[] picked = side.pack().stream().map(i -> strides[i]).toArray();
        Shape packed = side.shape().pick(side.pack());
        return new StridedCopy(packed.toArray(), picked, packed.strides());
    }

    private void loop(int axis, Object a, int ao, Object b, int bo, Object c, int co) {
        if (axis == layout.loops.length) {
            product(a, ao, b, bo, c, co);
            return;
        }
        for (int i = 0; i < layout.loops[axis]; i++) {
            loop(
                    axis + 1,
                    a,
                    ao + i * layout.lhsSteps[axis],
                    b,
                    bo + i * layout.rhsSteps[axis],
                    c,
                    co + i * layout.outSteps[axis]);
        }
    }

    private void product(Object a, int ao, Object b, int bo, Object c, int co) {
        DotLayout.Side l = layout.lhs;
        DotLayout.Side r = layout.rhs;
        int m = layout.m;
        int n = layout.n;
        int k = layout.k;
        int aRow = l.unitRows() ? 1 : l.ld();
        int aColumn = l.unitRows() ? l.ld() : 1;
        int bRow = r.unitRows() ? r.ld() : 1;
        int bColumn = r.unitRows() ? 1 : r.ld();
        if (a instanceof double[] x && k == 1) {
            Gemm.outer(m, n, x, ao, aRow, (double[]) b, bo, bColumn, (double[]) c, co, layout.ldc);
        } else if (isSmall && a instanceof double[] x) {
            SmallProducts.multiply(
                    m,
                    n,
                    k,
                    x,
                    ao,
                    aRow,
                    aColumn,
                    (double[]) b,
                    bo,
                    bRow,
                    (double[]) c,
                    co,
                    layout.ldc);
        } else if (a instanceof double[] x) {
            Gemm.gemm(
                    l.unitRows(),
                    !r.unitRows(),
                    m,
                    n,
                    k,
                    1,
                    x,
                    ao,
                    l.ld(),
                    (double[]) b,
                    bo,
                    r.ld(),
                    0,
                    (double[]) c,
                    co,
                    layout.ldc);
        } else if (a instanceof float[] x && k == 1) {
            Gemm.outer(m, n, x, ao, aRow, (float[]) b, bo, bColumn, (float[]) c, co, layout.ldc);
        } else if (a instanceof float[] x) {
            Gemm.gemm(
                    l.unitRows(),
                    !r.unitRows(),
                    m,
                    n,
                    k,
                    1,
                    x,
                    ao,
                    l.ld(),
                    (float[]) b,
                    bo,
                    r.ld(),
                    0,
                    (float[]) c,
                    co,
                    layout.ldc);
        } else {
            exact(a, ao, aRow, aColumn, b, bo, bRow, bColumn, c, co);
        }
    }

    private void exact(
            Object a,
            int ao,
            int aRow,
            int aColumn,
            Object b,
            int bo,
            int bRow,
            int bColumn,
            Object c,
            int co) {
        for (int i = 0; i < layout.m; i++) {
            for (int j = 0; j < layout.n; j++) {
                int x = ao + i * aRow;
                int y = bo + j * bColumn;
                int z = co + i * layout.ldc + j;
                if (a instanceof long[] l) {
                    ((long[]) c)[z] = sum(l, x, aColumn, (long[]) b, y, bRow);
                } else {
                    ((boolean[]) c)[z] = any((boolean[]) a, x, aColumn, (boolean[]) b, y, bRow);
                }
            }
        }
    }

    private long sum(long[] a, int x, int dx, long[] b, int y, int dy) {
        long sum = 0;
        for (int p = 0; p < layout.k; p++) {
            sum += a[x + p * dx] * b[y + p * dy];
        }
        return out.dtype().wrap(sum);
    }

    private boolean any(boolean[] a, int x, int dx, boolean[] b, int y, int dy) {
        boolean any = false;
        for (int p = 0; p < layout.k; p++) {
            any |= a[x + p * dx] & b[y + p * dy];
        }
        return any;
    }
}
