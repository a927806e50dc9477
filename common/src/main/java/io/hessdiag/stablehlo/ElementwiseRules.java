package io.hessdiag.stablehlo;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Constants and operations element by element. */
final class ElementwiseRules {
    private ElementwiseRules() {}

    static void register(Map<String, OpRule> rules) {
        for (UnaryFunction f : UnaryFunction.values()) {
            if (!f.dialect().equals("jax")) {
                rules.put(f.dialect() + "." + f.text(), s -> unary(s, f));
            }
        }
        for (BinaryFunction f : BinaryFunction.values()) {
            if (!f.dialect().equals("jax")) {
                rules.put(f.dialect() + "." + f.text(), s -> binary(s, f));
                rules.put("chlo.broadcast_" + f.text(), s -> broadcastBinary(s, f));
            }
        }
        rules.put("chlo.tan", s -> unary(s, UnaryFunction.TAN));
        rules.put("stablehlo.constant", s -> Ints.of(constant(s, s.literal())));
        rules.put("chlo.constant", s -> Ints.of(constant(s, s.literal())));
        rules.put("stablehlo.compare", s -> compare(s, s.operands(2)));
        rules.put("chlo.broadcast_compare", s -> compare(s, broadcast(s)));
        rules.put("stablehlo.select", s -> apply(s, new Op.Select(), s.operands(3)));
        rules.put("chlo.broadcast_select", s -> apply(s, new Op.Select(), broadcast(s)));
        rules.put("stablehlo.clamp", s -> apply(s, new Op.Clamp(), s.operands(3)));
        rules.put(
                "stablehlo.convert",
                s -> Ints.of(s.builder().convert(s.operands(1).get(0), s.declared(0).dtype())));
        rules.put("chlo.is_inf", s -> isInfinite(s, UnaryFunction.ABS));
        rules.put("chlo.is_pos_inf", s -> isInfinite(s, null));
        rules.put("chlo.is_neg_inf", s -> isInfinite(s, UnaryFunction.NEGATE));
        rules.put("chlo.conj", s -> s.operands(1));
        rules.put("stablehlo.real", s -> s.operands(1));
        rules.put("stablehlo.imag", s -> Ints.of(s.builder().fullLike(s.operands(1).get(0), 0)));
        rules.put("chlo.constant_like", s -> Ints.of(constantLike(s)));
    }

    private static Ints apply(Site s, Op op, Ints operands) {
        return s.builder().apply(op, operands);
    }

    private static Ints unary(Site s, UnaryFunction f) {
        return apply(s, new Op.Unary(f), s.operands(1));
    }

    private static Ints binary(Site s, BinaryFunction f) {
        return apply(s, new Op.Binary(f), s.operands(2));
    }

    /** The function of CHLO or StableHLO with this name, as composites and custom calls use it. */
    static Optional<OpRule> function(String name) {
        Optional<OpRule> unary =
                UnaryFunction.named(name)
                        .filter(f -> !f.dialect().equals("jax"))
                        .map(f -> s -> unary(s, f));
        return unary.isPresent()
                ? unary
                : BinaryFunction.named(name)
                        .filter(f -> !f.dialect().equals("jax"))
                        .map(f -> s -> binary(s, f));
    }

    /** A literal; a splat is a scalar constant and a broadcast. */
    static int constant(Site s, Attribute.Dense literal) {
        if (literal.problem() != null) {
            throw s.unsupported(literal.problem(), "");
        }
        Tensor values = literal.values();
        TensorType type = ValueType.computed(literal.type().tensor());
        Tensor computed = Tensor.of(type.withShape(values.shape()), values.data());
        ProgramBuilder b = s.builder();
        if (values.size() == 1 && type.rank() > 0) {
            computed = computed.reshape(Shape.SCALAR);
        }
        int value = b.constant(computed);
        return computed.shape().equals(type.shape())
                ? value
                : b.broadcast(value, type.shape(), Ints.EMPTY);
    }

    /** A scalar {@code value} in the operand's type. */
    private static Ints compare(Site s, Ints operands) {
        String direction = s.word(0, "", "comparison_direction");
        String type = s.word(1, "", "compare_type");
        try {
            return apply(
                    s,
                    new Op.Compare(Comparison.valueOf(direction), type.equals("TOTALORDER")),
                    operands);
        } catch (IllegalArgumentException e) {
            throw s.error(
                    "expected a direction EQ, NE, GE, GT, LE or LT, found '" + direction + "'");
        }
    }

    private static int constantLike(Site s) {
        String text = Attributes.text(s.attribute("value"));
        try {
            return s.builder().fullLike(s.operands(1).get(0), Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw s.error("value: expected a number, found " + text);
        }
    }

    /** Whether {@code f} of the operand (null: the operand) is +∞. */
    private static Ints isInfinite(Site s, UnaryFunction f) {
        ProgramBuilder b = s.builder();
        int x = s.operands(1).get(0);
        int value = f == null ? x : b.unary(f, x);
        return Ints.of(b.compare(Comparison.EQ, value, b.fullLike(x, Double.POSITIVE_INFINITY)));
    }

    private static Ints broadcastBinary(Site s, BinaryFunction f) {
        s.operands(2);
        return apply(s, new Op.Binary(f), broadcast(s));
    }

    /**
     * Operands in a common shape. Without broadcast_dimensions axes are aligned at the end, size 1
     * stretched, as NumPy does; else those are the axes of the operand of lower rank.
     */
    private static Ints broadcast(Site s) {
        ProgramBuilder b = s.builder();
        Ints operands = s.operands();
        int rank = operands.stream().map(v -> b.shape(v).rank()).max().orElse(0);
        int[] dims = new int[rank];
        Arrays.fill(dims, 1);
        for (int i = 0; i < operands.size(); i++) {
            Shape shape = b.shape(operands.get(i));
            Ints axes = axes(s, shape.rank(), rank);
            for (int j = 0; j < shape.rank(); j++) {
                int axis = axes.get(j);
                dims[axis] = dims[axis] == 1 ? shape.dim(j) : dims[axis];
            }
        }
        return Ints.of(
                operands.stream()
                        .map(v -> b.broadcast(v, Shape.of(dims), axes(s, b.shape(v).rank(), rank)))
                        .toArray());
    }

    private static Ints axes(Site s, int from, int to) {
        Ints trailing = Ints.range(to - from, to);
        Ints axes = from == to ? trailing : s.intsOr(trailing, "broadcast_dimensions");
        if (axes.size() != from || axes.stream().anyMatch(a -> a < 0 || a >= to)) {
            throw s.error(
                    "broadcast_dimensions " + axes + " do not fit ranks " + from + " and " + to);
        }
        return axes;
    }
}
