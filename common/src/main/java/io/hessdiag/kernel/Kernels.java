package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Locale;

/**
 * StableHLO's operations on tensors. Arguments are checked here, once, as far as memory safety and
 * types go; the loops below take them as they come. Results are new tensors, or operands where
 * these are the result already. Errors: {@link IllegalArgumentException} that names the operation,
 * what was expected and what was found.
 */
public final class Kernels {
    private Kernels() {}

    public static Tensor unary(UnaryKernel f, Tensor x) {
        boolean floats = f.isFloat() || f == UnaryKernel.IS_FINITE;
        require(!x.dtype().isFloat() || floats, f, "no function of floats", x, x);
        require(!x.dtype().isBoolean() || f == UnaryKernel.NOT, f, "no function of i1", x, x);
        return ElementKernels.unary(f, x);
    }

    public static Tensor binary(BinaryKernel f, Tensor x, Tensor y) {
        require(x.type().equals(y.type()), f, "expected equal operand types", x, y);
        require(!x.dtype().isFloat() || f.isFloat(), f, "no function of floats", x, y);
        return ElementKernels.binary(f, x, y);
    }

    /** Elements compared, of type i1. */
    public static Tensor compare(CompareKernel direction, boolean totalOrder, Tensor x, Tensor y) {
        require(x.type().equals(y.type()), "compare", "expected equal operand types", x, y);
        return Tensor.of(
                x.type().withDType(DType.I1),
                totalOrder ? direction.compareTotalOrder(x, y) : direction.compare(x, y));
    }

    /** The predicate is a scalar or has the branches' shape. */
    public static Tensor select(Tensor predicate, Tensor onTrue, Tensor onFalse) {
        require(
                onTrue.type().equals(onFalse.type()),
                "select",
                "expected equal branch types",
                onTrue,
                onFalse);
        require(
                predicate.dtype().isBoolean() && fits(predicate, onTrue),
                "select",
                "expected an i1 scalar or an i1 tensor of the branches' shape",
                predicate,
                onTrue);
        return SelectKernels.select(predicate, onTrue, onFalse);
    }

    /** minimum(maximum(x, min), max); the bounds are scalars or have x's shape. */
    public static Tensor clamp(Tensor min, Tensor x, Tensor max) {
        require(
                fits(min, x) && min.dtype() == x.dtype(),
                "clamp",
                "expected a scalar or a bound like the operand",
                min,
                x);
        require(
                fits(max, x) && max.dtype() == x.dtype(),
                "clamp",
                "expected a scalar or a bound like the operand",
                max,
                x);
        return SelectKernels.clamp(min, x, max);
    }

    private static boolean fits(Tensor part, Tensor whole) {
        return part.shape().rank() == 0 || part.shape().equals(whole.shape());
    }

    public static Tensor convert(Tensor x, DType to) {
        return ConvertKernels.convert(x, to);
    }

    /** x's axis i becomes axis {@code dims[i]} of {@code shape}; sizes are equal, or 1 in x. */
    public static Tensor broadcastInDim(Tensor x, Shape shape, Ints dims) {
        require(
                dims.size() == x.shape().rank(),
                "broadcast_in_dim",
                "expected one result axis per operand axis",
                x,
                dims);
        for (int i = 0; i < dims.size(); i++) {
            int size = x.shape().dim(i);
            require(
                    size == 1 || size == shape.dim(dims.get(i)),
                    "broadcast_in_dim",
                    "expected size 1 or the result's along axis " + i,
                    x,
                    shape);
        }
        return StructuralKernels.broadcast(x, shape, dims);
    }

    public static Tensor transpose(Tensor x, Ints permutation) {
        require(
                permutation.isPermutation() && permutation.size() == x.shape().rank(),
                "transpose",
                "expected a permutation of the operand's axes",
                x,
                permutation);
        return StructuralKernels.transpose(x, permutation);
    }

    /** x[start:limit:strides]. */
    public static Tensor slice(Tensor x, Ints start, Ints limit, Ints strides) {
        for (int i = 0; i < x.shape().rank(); i++) {
            require(
                    0 <= start.get(i)
                            && start.get(i) <= limit.get(i)
                            && limit.get(i) <= x.shape().dim(i)
                            && strides.get(i) > 0,
                    "slice",
                    "expected a range within the operand",
                    x,
                    start + ":" + limit);
        }
        return StructuralKernels.slice(x, start, limit, strides);
    }

    /** One or more tensors that differ along {@code dim} at most. */
    public static Tensor concatenate(List<Tensor> operands, int dim) {
        TensorType first = operands.get(0).type();
        int size = 0;
        for (Tensor x : operands) {
            require(
                    x.dtype() == first.dtype()
                            && x.shape().rank() == first.rank()
                            && x.shape()
                                    .dims()
                                    .with(dim, 0)
                                    .equals(first.shape().dims().with(dim, 0)),
                    "concatenate",
                    "expected operands that differ along the axis only",
                    x,
                    first);
            size = Math.addExact(size, x.shape().dim(dim));
        }
        return StructuralKernels.concatenate(
                operands, dim, first.withShape(new Shape(first.shape().dims().with(dim, size))));
    }

    /** Negative padding crops; interior padding goes between elements. */
    public static Tensor pad(Tensor x, Tensor value, Ints low, Ints high, Ints interior) {
        require(
                value.type().equals(x.type().withShape(Shape.SCALAR)),
                "pad",
                "expected a scalar of the operand's element type",
                value,
                x);
        int[] dims = x.shape().toArray();
        for (int i = 0; i < dims.length; i++) {
            long size =
                    dims[i]
                            + Math.max(dims[i] - 1L, 0) * interior.get(i)
                            + low.get(i)
                            + high.get(i);
            dims[i] = Math.toIntExact(size);
        }
        return StructuralKernels.pad(x, value, low, interior, x.type().withShape(Shape.of(dims)));
    }

    public static Tensor reverse(Tensor x, Ints dims) {
        return StructuralKernels.reverse(x, dims);
    }

    /** The index along {@code dim}. */
    public static Tensor iota(TensorType type, int dim) {
        return StructuralKernels.iota(type, dim);
    }

    /** Batch axes, then lhs's free axes, then rhs's; the contracting axes are summed over. */
    public static Tensor dotGeneral(
            Tensor lhs,
            Tensor rhs,
            Ints lhsBatch,
            Ints rhsBatch,
            Ints lhsContract,
            Ints rhsContract) {
        require(
                lhs.dtype() == rhs.dtype(),
                "dot_general",
                "expected equal element types",
                lhs,
                rhs);
        Shape l = lhs.shape();
        Shape r = rhs.shape();
        require(
                l.pick(lhsBatch).equals(r.pick(rhsBatch))
                        && l.pick(lhsContract).equals(r.pick(rhsContract)),
                "dot_general",
                "expected equal batching and contracting sizes",
                lhs,
                rhs);
        return DotKernel.apply(new DotDims(lhsBatch, rhsBatch, lhsContract, rhsContract), lhs, rhs);
    }

    /** Every window of x: windows along each axis, then the windows' own axes of these sizes. */
    public static Tensor windows(Tensor x, Ints axes, Ints sizes, Ints strides, Ints dilations) {
        return WindowKernels.windows(x, axes, sizes, strides, dilations);
    }

    /** An array of {@code shape} that gets every window's elements added, in row-major order. */
    public static Tensor foldWindows(
            Tensor w, Shape shape, Ints axes, Ints strides, Ints dilations) {
        require(w.dtype().isFloat(), "fold_windows", "expected floats", w, w);
        return WindowKernels.fold(w, shape, axes, strides, dilations);
    }

    /**
     * x combined over {@code dims}, with the scalar init first; sums in {@link Summation}'s order.
     */
    public static Tensor reduce(BinaryKernel combiner, Tensor x, Tensor init, Ints dims) {
        require(
                init.type().equals(x.type().withShape(Shape.SCALAR)),
                "reduce",
                "expected a scalar of the operand's element type",
                init,
                x);
        require(
                !x.dtype().isFloat() || combiner.isFloat(),
                combiner,
                "no function of floats",
                x,
                x);
        return ReduceKernels.reduce(combiner, x, init, dims);
    }

    /** (extreme values, their indices) along {@code dim}. NaN wins, of equal values the first. */
    public static List<Tensor> argReduce(
            boolean max, Tensor x, Tensor indices, Tensor initValue, Tensor initIndex, int dim) {
        require(
                x.shape().equals(indices.shape()) && indices.dtype().isInteger(),
                max ? "argmax" : "argmin",
                "expected integer indices of the operand's shape",
                indices,
                x);
        return List.of(ReduceKernels.argReduce(max, x, indices, initValue, initIndex, dim));
    }

    /** Windows of {@code sliceSizes} at the index vectors, which are clamped to fit. */
    public static Tensor gather(Tensor operand, Tensor indices, WindowDims dims, Ints sliceSizes) {
        require(
                indices.dtype().isInteger(),
                "gather",
                "expected integer indices",
                indices,
                operand);
        return GatherKernels.gather(operand, indices, dims, sliceSizes);
    }

    /** The operand with the updates combined in; what lies outside is dropped. */
    public static Tensor scatter(
            BinaryKernel combiner,
            Tensor operand,
            Tensor indices,
            Tensor updates,
            WindowDims dims) {
        require(
                operand.dtype() == updates.dtype(),
                "scatter",
                "expected equal element types",
                operand,
                updates);
        require(
                indices.dtype().isInteger(),
                "scatter",
                "expected integer indices",
                indices,
                operand);
        require(
                !operand.dtype().isFloat() || combiner.isFloat(),
                combiner,
                "no function of floats",
                operand,
                updates);
        return GatherKernels.scatter(combiner, operand, indices, updates, dims);
    }

    /** x with element i being x's element {@code from[i]}; of x's shape if that has as many. */
    public static Tensor take(Tensor x, int[] from) {
        Shape shape = from.length == x.size() ? x.shape() : Shape.of(from.length);
        Tensor out = Tensor.zeros(x.type().withShape(shape));
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(x.data(), from[i], out.data(), i, 1);
        }
        return out;
    }

    /** Longs in the elements' order: IEEE 754's total order for floats, false before true. */
    public static long[] orderKeys(Tensor x) {
        return OrderKeys.of(x);
    }

    private static void require(boolean holds, Object op, String expected, Object a, Object b) {
        if (!holds) {
            throw new IllegalArgumentException(
                    op.toString().toLowerCase(Locale.ROOT)
                            + ": "
                            + expected
                            + ", found "
                            + type(a)
                            + " and "
                            + type(b));
        }
    }

    private static Object type(Object o) {
        return o instanceof Tensor t ? t.type() : o;
    }
}
