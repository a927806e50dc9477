package io.hessdiag.ir;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Result types from operand types, one method per op: the constraints of the StableHLO
 * specification. Every complaint is an {@link IrException} that starts with the op's name.
 */
public final class TypeRules implements Op.Visitor<List<TensorType>> {
    private final Op op;
    private final List<TensorType> in;

    private TypeRules(Op op, List<TensorType> in) {
        this.op = op;
        this.in = in;
    }

    /**
     * @throws IrException when the operands do not fit the op
     */
    public static List<TensorType> outputs(Op op, List<TensorType> inputs) {
        try {
            return op.accept(new TypeRules(op, inputs));
        } catch (IllegalArgumentException e) {
            throw new IrException(op.name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<TensorType> constant(Op.Constant c) {
        operands(0);
        return List.of(c.value().type());
    }

    @Override
    public List<TensorType> unary(Op.Unary u) {
        operands(1);
        DType d = in.get(0).dtype();
        check(accepts(u.function().domain(), d), "no %s operand", d);
        return List.of(
                u.function() == UnaryFunction.IS_FINITE
                        ? in.get(0).withDType(DType.I1)
                        : in.get(0));
    }

    @Override
    public List<TensorType> binary(Op.Binary b) {
        operands(2);
        same(0, 1);
        DType d = in.get(0).dtype();
        check(
                accepts(b.function().domain(), d) || d.isBoolean() && b.function().takesBooleans(),
                "no %s operands",
                d);
        return List.of(in.get(0));
    }

    private static boolean accepts(UnaryFunction.Domain domain, DType d) {
        return switch (domain) {
            case FLOAT -> d.isFloat();
            case INTEGER -> d.isInteger();
            case NUMBER -> d.isFloat() || d.isInteger();
            case BITS -> d.isInteger() || d.isBoolean();
        };
    }

    @Override
    public List<TensorType> compare(Op.Compare c) {
        operands(2);
        same(0, 1);
        check(
                !c.totalOrder() || in.get(0).dtype().isFloat(),
                "TOTALORDER of %s operands",
                in.get(0).dtype());
        return List.of(in.get(0).withDType(DType.I1));
    }

    @Override
    public List<TensorType> select(Op.Select s) {
        operands(3);
        same(1, 2);
        check(in.get(0).dtype().isBoolean(), "expected an i1 predicate, found %s", in.get(0));
        scalarOrLike(0, 1);
        return List.of(in.get(1));
    }

    @Override
    public List<TensorType> clamp(Op.Clamp c) {
        operands(3);
        for (int bound = 0; bound <= 2; bound += 2) {
            scalarOrLike(bound, 1);
            check(
                    in.get(bound).dtype() == in.get(1).dtype(),
                    "element types differ: %s and %s",
                    in.get(bound),
                    in.get(1));
        }
        return List.of(in.get(1));
    }

    @Override
    public List<TensorType> convert(Op.Convert c) {
        operands(1);
        return List.of(in.get(0).withDType(c.dtype()));
    }

    @Override
    public List<TensorType> broadcastInDim(Op.BroadcastInDim b) {
        operands(1);
        Shape from = in.get(0).shape();
        check(
                b.dims().size() == from.rank(),
                "expected %d dims for operand %s, found %s",
                from.rank(),
                in.get(0),
                b.dims());
        distinct("dims", b.dims(), b.shape().rank());
        for (int i = 0; i < from.rank(); i++) {
            int size = b.shape().dim(b.dims().get(i));
            check(
                    from.dim(i) == size || from.dim(i) == 1,
                    "operand size %d along axis %d does not fit result size %d",
                    from.dim(i),
                    i,
                    size);
        }
        return List.of(in.get(0).withShape(b.shape()));
    }

    @Override
    public List<TensorType> reshape(Op.Reshape r) {
        operands(1);
        check(
                in.get(0).size() == r.shape().size(),
                "expected %d elements, found %d in %s",
                in.get(0).size(),
                r.shape().size(),
                r.shape());
        return List.of(in.get(0).withShape(r.shape()));
    }

    @Override
    public List<TensorType> transpose(Op.Transpose t) {
        operands(1);
        check(
                t.permutation().size() == in.get(0).rank() && t.permutation().isPermutation(),
                "%s is no permutation of the axes of %s",
                t.permutation(),
                in.get(0));
        return List.of(in.get(0).withShape(in.get(0).shape().pick(t.permutation())));
    }

    @Override
    public List<TensorType> slice(Op.Slice s) {
        operands(1);
        int rank = in.get(0).rank();
        perAxis("start", s.start(), rank);
        perAxis("limit", s.limit(), rank);
        perAxis("strides", s.strides(), rank);
        int[] dims = new int[rank];
        for (int i = 0; i < rank; i++) {
            int start = s.start().get(i);
            int limit = s.limit().get(i);
            check(
                    0 <= start && start <= limit && limit <= in.get(0).shape().dim(i),
                    "range %d:%d along axis %d of %s",
                    start,
                    limit,
                    i,
                    in.get(0));
            check(s.strides().get(i) >= 1, "stride %d along axis %d", s.strides().get(i), i);
            dims[i] = (int) ceilDiv((long) limit - start, s.strides().get(i));
        }
        return List.of(in.get(0).withShape(Shape.of(dims)));
    }

    private static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    @Override
    public List<TensorType> concatenate(Op.Concatenate c) {
        check(!in.isEmpty(), "no operands");
        axis("dim", c.dim(), in.get(0).rank());
        long total = 0;
        for (TensorType t : in) {
            check(
                    t.dtype() == in.get(0).dtype()
                            && t.rank() == in.get(0).rank()
                            && t.shape()
                                    .dims()
                                    .with(c.dim(), 0)
                                    .equals(in.get(0).shape().dims().with(c.dim(), 0)),
                    "operands %s and %s differ beside dim %d",
                    in.get(0),
                    t,
                    c.dim());
            total += t.shape().dim(c.dim());
        }
        check(total <= Integer.MAX_VALUE, "result size %d along dim %d", total, c.dim());
        Ints dims = in.get(0).shape().dims().with(c.dim(), (int) total);
        return List.of(in.get(0).withShape(new Shape(dims)));
    }

    @Override
    public List<TensorType> pad(Op.Pad p) {
        operands(2);
        TensorType x = in.get(0);
        check(
                in.get(1).equals(x.withShape(Shape.SCALAR)),
                "expected padding value %s, found %s",
                x.withShape(Shape.SCALAR),
                in.get(1));
        perAxis("low", p.low(), x.rank());
        perAxis("high", p.high(), x.rank());
        perAxis("interior", p.interior(), x.rank());
        int[] dims = new int[x.rank()];
        for (int i = 0; i < dims.length; i++) {
            check(
                    p.interior().get(i) >= 0,
                    "interior padding %d along axis %d",
                    p.interior().get(i),
                    i);
            long size = x.shape().dim(i);
            long padded =
                    size
                            + Math.max(size - 1, 0) * p.interior().get(i)
                            + p.low().get(i)
                            + p.high().get(i);
            check(
                    padded >= 0 && padded <= Integer.MAX_VALUE,
                    "padded size %d along axis %d",
                    padded,
                    i);
            dims[i] = (int) padded;
        }
        return List.of(x.withShape(Shape.of(dims)));
    }

    @Override
    public List<TensorType> reverse(Op.Reverse r) {
        operands(1);
        distinct("dims", r.dims(), in.get(0).rank());
        return List.of(in.get(0));
    }

    @Override
    public List<TensorType> iota(Op.Iota i) {
        operands(0);
        axis("dim", i.dim(), i.type().rank());
        check(!i.type().dtype().isBoolean(), "no %s result", i.type());
        return List.of(i.type());
    }

    @Override
    public List<TensorType> dotGeneral(Op.DotGeneral d) {
        operands(2);
        TensorType lhs = in.get(0);
        TensorType rhs = in.get(1);
        check(lhs.dtype() == rhs.dtype(), "element types differ: lhs %s, rhs %s", lhs, rhs);
        distinct(
                "lhs batching and contracting dims",
                d.lhsBatch().concat(d.lhsContract()),
                lhs.rank());
        distinct(
                "rhs batching and contracting dims",
                d.rhsBatch().concat(d.rhsContract()),
                rhs.rank());
        pairs("batching", lhs, d.lhsBatch(), rhs, d.rhsBatch());
        pairs("contracting", lhs, d.lhsContract(), rhs, d.rhsContract());
        Ints dims =
                lhs.shape()
                        .dims()
                        .pick(d.lhsBatch())
                        .concat(lhs.shape().dims().pick(d.lhsFree(lhs.rank())))
                        .concat(rhs.shape().dims().pick(d.rhsFree(rhs.rank())));
        return List.of(lhs.withShape(new Shape(dims)));
    }

    private void pairs(String what, TensorType lhs, Ints l, TensorType rhs, Ints r) {
        check(l.size() == r.size(), "%s dims differ in number: lhs %s, rhs %s", what, l, r);
        for (int i = 0; i < l.size(); i++) {
            int a = lhs.shape().dim(l.get(i));
            int b = rhs.shape().dim(r.get(i));
            check(a == b, "%s sizes differ: lhs %d, rhs %d", what, a, b);
        }
    }

    @Override
    public List<TensorType> reduce(Op.Reduce r) {
        operands(2);
        TensorType x = in.get(0);
        check(r.combiner() != Combiner.SET, "no reduction by set");
        check(
                in.get(1).equals(x.withShape(Shape.SCALAR)),
                "expected initial value %s, found %s",
                x.withShape(Shape.SCALAR),
                in.get(1));
        distinct("dimensions", r.dims(), x.rank());
        combinable(r.combiner(), x.dtype());
        return List.of(x.withShape(x.shape().without(r.dims())));
    }

    private void combinable(Combiner combiner, DType d) {
        boolean logical =
                switch (combiner) {
                    case AND, OR, XOR -> true;
                    default -> false;
                };
        check(!logical || !d.isFloat(), "no %s of %s elements", combiner.text(), d);
    }

    @Override
    public List<TensorType> logSumExp(Op.LogSumExp l) {
        exponentials(l.dims());
        return List.of(in.get(0).withShape(in.get(0).shape().without(l.dims())));
    }

    @Override
    public List<TensorType> softmax(Op.Softmax s) {
        exponentials(s.dims());
        return List.of(in.get(0));
    }

    private void exponentials(Ints dims) {
        operands(1);
        check(in.get(0).dtype().isFloat(), "no %s operand", in.get(0).dtype());
        distinct("dimensions", dims, in.get(0).rank());
    }

    @Override
    public List<TensorType> argReduce(Op.ArgReduce a) {
        operands(4);
        check(
                in.get(0).shape().equals(in.get(1).shape()),
                "shapes differ: %s and %s",
                in.get(0),
                in.get(1));
        check(in.get(1).dtype().isInteger(), "expected integer indices, found %s", in.get(1));
        axis("dimension", a.dim(), in.get(0).rank());
        for (int i = 0; i < 2; i++) {
            check(
                    in.get(i + 2).equals(in.get(i).withShape(Shape.SCALAR)),
                    "expected initial value %s, found %s",
                    in.get(i).withShape(Shape.SCALAR),
                    in.get(i + 2));
        }
        Shape out = in.get(0).shape().without(Ints.of(a.dim()));
        return List.of(in.get(0).withShape(out), in.get(1).withShape(out));
    }

    @Override
    public List<TensorType> gather(Op.Gather g) {
        operands(2);
        return List.of(
                in.get(0)
                        .withShape(
                                GatherRules.gather(
                                        op, in.get(0), in.get(1), g.dims(), g.sliceSizes())));
    }

    @Override
    public List<TensorType> scatter(Op.Scatter s) {
        operands(3);
        check(
                in.get(0).dtype() == in.get(2).dtype(),
                "element types differ: %s and %s",
                in.get(0),
                in.get(2));
        combinable(s.combiner(), in.get(0).dtype());
        GatherRules.scatter(op, in.get(0), in.get(1), in.get(2), s.dims());
        return List.of(in.get(0));
    }

    @Override
    public List<TensorType> windows(Op.Windows w) {
        operands(1);
        window(w.spec(), in.get(0).rank());
        return List.of(in.get(0).withShape(w.spec().windows(in.get(0).shape())));
    }

    @Override
    public List<TensorType> foldWindows(Op.FoldWindows f) {
        operands(1);
        window(f.spec(), f.shape().rank());
        TensorType expected = in.get(0).withShape(f.spec().windows(f.shape()));
        check(in.get(0).equals(expected), "expected windows %s, found %s", expected, in.get(0));
        check(in.get(0).dtype().isFloat(), "no %s operand", in.get(0).dtype());
        return List.of(in.get(0).withShape(f.shape()));
    }

    @Override
    public List<TensorType> scan(Op.Scan s) {
        Program body = s.body();
        operands(body.inputs().size());
        int first = s.constants() + s.carries();
        check(
                s.length() >= 0 && s.carries() <= body.outputs().size() && first <= in.size(),
                "%d constants and %d carries do not fit the body",
                s.constants(),
                s.carries());
        for (int i = 0; i < in.size(); i++) {
            TensorType row = body.inputTypes().get(i);
            TensorType expected = i < first ? row : stacked(row, s.length());
            check(
                    in.get(i).equals(expected),
                    "operand %d: expected %s, found %s",
                    i,
                    expected,
                    in.get(i));
        }
        List<TensorType> out = new ArrayList<>(body.outputTypes());
        for (int i = 0; i < out.size(); i++) {
            if (i < s.carries()) {
                check(
                        out.get(i).equals(in.get(s.constants() + i)),
                        "carry %d: expected %s, found %s",
                        i,
                        in.get(s.constants() + i),
                        out.get(i));
            } else {
                out.set(i, stacked(out.get(i), s.length()));
            }
        }
        return out;
    }

    @Override
    public List<TensorType> whileLoop(Op.While w) {
        operands(w.body().inputs().size());
        check(
                w.body().inputTypes().equals(in),
                "expected operands %s, found %s",
                w.body().inputTypes(),
                in);
        check(
                w.condition().inputTypes().equals(in),
                "expected operands %s, found %s",
                w.condition().inputTypes(),
                in);
        check(
                w.condition().outputTypes().equals(List.of(TensorType.of(DType.I1))),
                "expected a condition of type tensor<i1>, found %s",
                w.condition().outputTypes());
        List<TensorType> carries = in.subList(w.constants(), in.size());
        check(
                w.body().outputTypes().equals(carries),
                "expected the body to return %s, found %s",
                carries,
                w.body().outputTypes());
        return carries;
    }

    @Override
    public List<TensorType> sort(Op.Sort s) {
        check(!s.comparator().inputs().isEmpty(), "expected at least one operand");
        operands(s.comparator().inputs().size() / 2);
        List<TensorType> scalars = new ArrayList<>();
        for (TensorType x : in) {
            check(x.shape().equals(in.get(0).shape()), "shapes differ: %s and %s", in.get(0), x);
            scalars.add(TensorType.of(x.dtype()));
            scalars.add(TensorType.of(x.dtype()));
        }
        axis("dimension", s.dim(), in.get(0).rank());
        check(
                s.comparator().inputTypes().equals(scalars),
                "expected a comparator of %s, found %s",
                scalars,
                s.comparator().inputTypes());
        check(
                s.comparator().outputTypes().equals(List.of(TensorType.of(DType.I1))),
                "expected a comparator that returns tensor<i1>, found %s",
                s.comparator().outputTypes());
        return in;
    }

    @Override
    public List<TensorType> choice(Op.Case c) {
        check(!c.branches().isEmpty(), "expected at least one branch");
        operands(1 + c.branches().get(0).inputs().size());
        check(
                in.get(0).equals(TensorType.of(DType.I32)),
                "expected an index of type tensor<i32>, found %s",
                in);
        List<TensorType> results = c.branches().get(0).outputTypes();
        for (Program branch : c.branches()) {
            check(
                    branch.inputTypes().equals(in.subList(1, in.size())),
                    "expected a branch of %s, found %s",
                    in.subList(1, in.size()),
                    branch.inputTypes());
            check(
                    branch.outputTypes().equals(results),
                    "branches return different types: %s and %s",
                    results,
                    branch.outputTypes());
        }
        return results;
    }

    @Override
    public List<TensorType> cholesky(Op.Cholesky c) {
        operands(1);
        square(0);
        return List.of(in.get(0));
    }

    @Override
    public List<TensorType> triangularSolve(Op.TriangularSolve t) {
        operands(2);
        square(0);
        Shape a = in.get(0).shape();
        Shape b = in.get(1).shape();
        int n = a.rank() - 2;
        check(
                in.get(0).dtype() == in.get(1).dtype()
                        && b.rank() == a.rank()
                        && b.pick(Ints.range(n + 1)).equals(a.pick(Ints.range(n + 1))),
                "operands %s and %s do not fit",
                in.get(0),
                in.get(1));
        return List.of(in.get(1));
    }

    @Override
    public List<TensorType> lu(Op.Lu l) {
        operands(1);
        matrices(0);
        Shape a = in.get(0).shape();
        Shape batch = a.pick(Ints.range(a.rank() - 2));
        int rows = a.dim(a.rank() - 2);
        TensorType info = new TensorType(DType.I32, batch);
        return List.of(
                in.get(0),
                info.withShape(batch.insert(batch.rank(), Math.min(rows, a.dim(a.rank() - 1)))),
                info.withShape(batch.insert(batch.rank(), rows)),
                info);
    }

    @Override
    public List<TensorType> eigh(Op.Eigh e) {
        operands(1);
        square(0);
        Shape a = in.get(0).shape();
        return List.of(in.get(0), in.get(0).withShape(a.without(Ints.of(a.rank() - 1))));
    }

    private void matrices(int i) {
        check(
                in.get(i).dtype().isFloat() && in.get(i).rank() >= 2,
                "expected float matrices, found %s",
                in.get(i));
    }

    private void square(int i) {
        matrices(i);
        Shape a = in.get(i).shape();
        check(
                a.dim(a.rank() - 2) == a.dim(a.rank() - 1),
                "expected square matrices, found %s",
                in.get(i));
    }

    @Override
    public List<TensorType> bitcast(Op.Bitcast c) {
        operands(1);
        TensorType x = in.get(0);
        check(x.dtype() == c.from().computed(), "expected a %s operand, found %s", c.from(), x);
        check(c.from().isBoolean() == c.to().isBoolean(), "no bits of %s as %s", c.from(), c.to());
        TensorType out = x.withDType(c.to().computed());
        if (c.from().bits() > c.to().bits()) {
            return List.of(
                    out.withShape(x.shape().insert(x.rank(), c.from().bits() / c.to().bits())));
        }
        if (c.from().bits() == c.to().bits()) {
            return List.of(out);
        }
        int ratio = c.to().bits() / c.from().bits();
        check(
                x.rank() > 0 && x.shape().dim(x.rank() - 1) == ratio,
                "expected a last axis of %d, found %s",
                ratio,
                x);
        return List.of(out.withShape(x.shape().without(Ints.of(x.rank() - 1))));
    }

    @Override
    public List<TensorType> reducePrecision(Op.ReducePrecision r) {
        operands(1);
        check(in.get(0).dtype().isFloat(), "no %s operand", in.get(0).dtype());
        check(
                r.exponentBits() >= 1 && r.mantissaBits() >= 0,
                "expected exponent_bits of at least 1 and mantissa_bits of at least 0, found %d,"
                        + " %d",
                r.exponentBits(),
                r.mantissaBits());
        return List.of(in.get(0));
    }

    private static TensorType stacked(TensorType row, int length) {
        return row.withShape(row.shape().prepend(length));
    }

    private void window(WindowSpec w, int rank) {
        distinct("windowed axes", w.axes(), rank);
        int n = w.axes().size();
        perAxis("window sizes", w.sizes(), n);
        perAxis("window strides", w.strides(), n);
        perAxis("window dilations", w.dilations(), n);
        boolean positive =
                w.sizes().concat(w.strides()).concat(w.dilations()).stream().allMatch(v -> v >= 1);
        check(positive, "window sizes, strides and dilations must be positive: %s", w);
    }

    private void operands(int count) {
        check(in.size() == count, "expected %d operands, found %d", count, in.size());
    }

    private void same(int i, int j) {
        check(in.get(i).equals(in.get(j)), "operand types differ: %s and %s", in.get(i), in.get(j));
    }

    private void scalarOrLike(int i, int j) {
        check(
                in.get(i).rank() == 0 || in.get(i).shape().equals(in.get(j).shape()),
                "operand %s is neither a scalar nor of shape %s",
                in.get(i),
                in.get(j).shape());
    }

    private void perAxis(String what, Ints values, int rank) {
        check(values.size() == rank, "expected %d values in %s, found %s", rank, what, values);
    }

    private void axis(String what, int axis, int rank) {
        check(0 <= axis && axis < rank, "%s %d is outside rank %d", what, axis, rank);
    }

    private void distinct(String what, Ints axes, int rank) {
        check(
                axes.isDistinct() && axes.stream().allMatch(a -> 0 <= a && a < rank),
                "%s %s are not distinct axes of rank %d",
                what,
                axes,
                rank);
    }

    private void check(boolean holds, String format, Object... args) {
        require(op, holds, format, args);
    }

    static void require(Op op, boolean holds, String format, Object... args) {
        if (!holds) {
            throw new IrException(op.name() + ": " + String.format(format, args));
        }
    }
}
