package io.hessdiag.ir;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.List;

/**
 * StableHLO's operations with their attributes, as values. Operands are the equation's inputs, in
 * the specification's order. Ops know nothing of types, evaluation or derivatives: {@link
 * TypeRules} has the shape rules, {@code eval} the values, {@code ad} the derivatives.
 */
public sealed interface Op extends Serializable {

    /** StableHLO's name without dialect, {@code dot_general} say. */
    String name();

    <R> R accept(Visitor<R> visitor);

    /** () → value. */
    record Constant(Tensor value) implements Op {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** (x) → f(x), element by element. */
    record Unary(UnaryFunction function) implements Op {
        @Override
        public String name() {
            return function.text();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** (x, y) → f(x, y), element by element. */
    record Binary(BinaryFunction function) implements Op {
        @Override
        public String name() {
            return function.text();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /**
     * (x, y) → i1. Floats compare as IEEE 754 says (NaN is unordered), or by the total order −NaN
     * &lt; −Inf &lt; … &lt; −0 &lt; +0 &lt; … &lt; Inf &lt; NaN.
     */
    record Compare(Comparison direction, boolean totalOrder) implements Op {
        @Override
        public String name() {
            return "compare";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** (pred, onTrue, onFalse); pred is a scalar or of the branches' shape. */
    record Select() implements Op {
        @Override
        public String name() {
            return "select";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /** (min, x, max) → minimum(maximum(x, min), max); the bounds are scalars or of x's shape. */
    record Clamp() implements Op {
        @Override
        public String name() {
            return "clamp";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.clamp(this);
        }
    }

    /** (x) → x in another element type; to i1 as x ≠ 0, floats to integers by truncation. */
    record Convert(DType dtype) implements Op {
        @Override
        public String name() {
            return "convert";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convert(this);
        }
    }

    /** (x) → x with its axis i at {@code dims[i]} of {@code shape}, repeated along the others. */
    record BroadcastInDim(Shape shape, Ints dims) implements Op {
        @Override
        public String name() {
            return "broadcast_in_dim";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broadcastInDim(this);
        }
    }

    /** (x) → the same elements in row-major order under another shape. */
    record Reshape(Shape shape) implements Op {
        @Override
        public String name() {
            return "reshape";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reshape(this);
        }
    }

    /** (x) → x with the result's axis i being x's axis {@code permutation[i]}. */
    record Transpose(Ints permutation) implements Op {
        @Override
        public String name() {
            return "transpose";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.transpose(this);
        }
    }

    /** (x) → x[start:limit:stride] along every axis. */
    record Slice(Ints start, Ints limit, Ints strides) implements Op {
        @Override
        public String name() {
            return "slice";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slice(this);
        }
    }

    /** (x, y, …) → the operands one after another along {@code dim}. */
    record Concatenate(int dim) implements Op {
        @Override
        public String name() {
            return "concatenate";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.concatenate(this);
        }
    }

    /** (x, value) → x with padding at both ends (negative: cropped) and between elements. */
    record Pad(Ints low, Ints high, Ints interior) implements Op {
        @Override
        public String name() {
            return "pad";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pad(this);
        }
    }

    /** (x) → x with the order along {@code dims} reversed. */
    record Reverse(Ints dims) implements Op {
        @Override
        public String name() {
            return "reverse";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reverse(this);
        }
    }

    /** () → the index along {@code dim}. */
    record Iota(TensorType type, int dim) implements Op {
        @Override
        public String name() {
            return "iota";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.iota(this);
        }
    }

    /** (lhs, rhs) → batch axes, then lhs's free axes, then rhs's; sums over contracting axes. */
    record DotGeneral(Ints lhsBatch, Ints rhsBatch, Ints lhsContract, Ints rhsContract)
            implements Op {
        @Override
        public String name() {
            return "dot_general";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dotGeneral(this);
        }

        public Ints lhsFree(int rank) {
            return Ints.range(rank).filter(a -> !lhsBatch.contains(a) && !lhsContract.contains(a));
        }

        public Ints rhsFree(int rank) {
            return Ints.range(rank).filter(a -> !rhsBatch.contains(a) && !rhsContract.contains(a));
        }
    }

    /** (x, init) → x combined over {@code dims}, starting from the scalar init. */
    record Reduce(Combiner combiner, Ints dims) implements Op {
        @Override
        public String name() {
            return "reduce";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reduce(this);
        }
    }

    /** (x) → log Σ eˣ over {@code dims}. The exponentials are of x as it is and may overflow. */
    record LogSumExp(Ints dims) implements Op {
        @Override
        public String name() {
            return "logsumexp";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logSumExp(this);
        }
    }

    /** (x) → eˣ / Σ eˣ, the sum being over {@code dims}; of x as it is, too. */
    record Softmax(Ints dims) implements Op {
        @Override
        public String name() {
            return "softmax";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.softmax(this);
        }
    }

    /**
     * (values, indices, initValue, initIndex) → (extreme value, its index) over one axis: JAX's
     * argmax and argmin. The smaller index wins a tie; NaN beats every number.
     */
    record ArgReduce(boolean max, int dim) implements Op {
        @Override
        public String name() {
            return max ? "argmax" : "argmin";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.argReduce(this);
        }
    }

    /** (operand, startIndices) → slices of the operand; start indices are clamped to fit. */
    record Gather(GatherDims dims, Ints sliceSizes) implements Op {
        @Override
        public String name() {
            return "gather";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.gather(this);
        }
    }

    /**
     * (operand, indices, updates) → the operand with the updates combined in, in the updates'
     * row-major order; an update that lies outside is dropped.
     */
    record Scatter(ScatterDims dims, Combiner combiner, boolean uniqueIndices) implements Op {
        @Override
        public String name() {
            return "scatter";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scatter(this);
        }
    }

    /**
     * (x) → every window of x: axis a of the result counts windows, its last axes the elements of a
     * window. Convolutions and window reductions are this followed by dot_general or reduce.
     */
    record Windows(WindowSpec spec) implements Op {
        @Override
        public String name() {
            return "windows";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.windows(this);
        }
    }

    /**
     * (w) → an array of {@code shape} to which every window's elements are added: its transpose.
     */
    record FoldWindows(WindowSpec spec, Shape shape) implements Op {
        @Override
        public String name() {
            return "fold_windows";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foldWindows(this);
        }
    }

    /**
     * (constants…, carries…, xs…) → (carries…, ys…): {@code length} runs of {@code body}, which
     * maps (constants…, carries…, one row of each x…) to (carries…, one row of each y…). What
     * lax.scan is, and what counted while loops become.
     *
     * @param reverse whether rows are taken and given from the last to the first
     */
    record Scan(int constants, int carries, int length, boolean reverse, Program body)
            implements Op {
        @Override
        public String name() {
            return "scan";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scan(this);
        }
    }

    /**
     * (constants…, carries…) → (carries…): {@code body}, (constants…, carries…) → (carries…), as
     * long as {@code condition} of the same operands is true. Loops that count become {@link
     * Scan}s.
     */
    record While(int constants, Program condition, Program body) implements Op {
        @Override
        public String name() {
            return "while";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whileLoop(this);
        }
    }

    /**
     * (x₀, x₁, …) → the operands, of one shape, with their elements put in order along {@code dim}:
     * all in the order that {@code comparator}, (x₀, y₀, x₁, y₁, …) → whether x goes before y,
     * gives. Elements that compare equal stay in their order, whether {@code stable} asks for it or
     * not.
     */
    record Sort(int dim, boolean stable, Program comparator) implements Op {
        @Override
        public String name() {
            return "sort";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /**
     * (index, operands…) → what branch {@code index} makes of the operands; the last branch is that
     * of every index out of range. Only the chosen branch is run.
     */
    record Case(List<Program> branches) implements Op {
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public String name() {
            return "case";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /**
     * (a) → the lower triangular L with a = L Lᵀ, for every matrix in a's last two axes. Reads a's
     * lower triangle; NaN throughout where the matrix is not positive definite.
     */
    record Cholesky() implements Op {
        @Override
        public String name() {
            return "cholesky";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cholesky(this);
        }
    }

    /**
     * (a, b) → x with op(a) x = b, op being the transpose or nothing. Reads one triangle of a, and
     * its diagonal only if that is not taken to be ones; all axes but the last two are batches.
     */
    record TriangularSolve(boolean lower, boolean unitDiagonal, boolean transpose) implements Op {
        @Override
        public String name() {
            return "triangular_solve";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.triangularSolve(this);
        }
    }

    /**
     * (a) → (lu, pivots, permutation, info) with a[permutation] = L U, rows chosen by partial
     * pivoting. Row i was exchanged with row {@code pivots[i]}, counted from 1; info is the first
     * pivot that is 0, counted from 1, or 0. What LAPACK's getrf gives, and the permutation.
     */
    record Lu() implements Op {
        @Override
        public String name() {
            return "lu";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lu(this);
        }
    }

    /**
     * (a) → (vectors, values) of the symmetric matrix whose lower triangle a has: orthonormal
     * columns, values ascending. NaN where a is not finite.
     */
    record Eigh() implements Op {
        @Override
        public String name() {
            return "eigh";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.eigh(this);
        }
    }

    /**
     * (x) → the values with the same bits. Between widths the result has one axis more or less, its
     * last, with the lowest bits first. f16 and bf16 values are held as f32.
     */
    record Bitcast(DType from, DType to) implements Op {
        @Override
        public String name() {
            return "bitcast_convert";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bitcast(this);
        }
    }

    /** (x) → x rounded to even as a float with so many bits of exponent and of mantissa. */
    record ReducePrecision(int exponentBits, int mantissaBits) implements Op {
        @Override
        public String name() {
            return "reduce_precision";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reducePrecision(this);
        }
    }

    /** One method per op, all abstract: a new op does not compile until everyone has met it. */
    interface Visitor<R> {
        R constant(Constant op);

        R unary(Unary op);

        R binary(Binary op);

        R compare(Compare op);

        R select(Select op);

        R clamp(Clamp op);

        R convert(Convert op);

        R broadcastInDim(BroadcastInDim op);

        R reshape(Reshape op);

        R transpose(Transpose op);

        R slice(Slice op);

        R concatenate(Concatenate op);

        R pad(Pad op);

        R reverse(Reverse op);

        R iota(Iota op);

        R dotGeneral(DotGeneral op);

        R reduce(Reduce op);

        R logSumExp(LogSumExp op);

        R softmax(Softmax op);

        R argReduce(ArgReduce op);

        R gather(Gather op);

        R scatter(Scatter op);

        R windows(Windows op);

        R foldWindows(FoldWindows op);

        R scan(Scan op);

        R whileLoop(While op);

        R sort(Sort op);

        R choice(Case op);

        R cholesky(Cholesky op);

        R triangularSolve(TriangularSolve op);

        R lu(Lu op);

        R eigh(Eigh op);

        R bitcast(Bitcast op);

        R reducePrecision(ReducePrecision op);
    }
}
