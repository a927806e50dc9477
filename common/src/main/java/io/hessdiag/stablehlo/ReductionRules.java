package io.hessdiag.stablehlo;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Op;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import java.util.Arrays;
import java.util.Map;

/** {@code reduce} in its printed and its region form, and the dot products. */
final class ReductionRules {
    private ReductionRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.reduce", ReductionRules::reduce);
        rules.put("stablehlo.dot_general", s -> Ints.of(dot(s, dims(s))));
        rules.put("stablehlo.map", GeneralReduction::map);
        rules.put("stablehlo.dot", s -> Ints.of(dot(s, matrixProduct(s))));
    }

    /** Operands are n arrays, then n initial values. */
    private static Ints reduce(Site s) {
        int n = s.operands().size() / 2;
        if (n == 0 || s.operands().size() != 2 * n) {
            throw s.error(
                    "expected arrays and as many initial values, found "
                            + s.operands().size()
                            + " operands");
        }
        Ints dims = s.ints("dimensions");
        if (s.has("applies")) {
            return applied(s, dims, n);
        }
        RegionExpressions region = new RegionExpressions(s.region(0));
        boolean integers = !s.type(0).dtype().isFloat();
        for (boolean max : new boolean[] {true, false}) {
            if (n == 2 && region.isArgReduce(max, integers) && dims.size() == 1) {
                return s.builder().apply(new Op.ArgReduce(max, dims.get(0)), s.operands());
            }
        }
        Ints xs = s.operands().pick(Ints.range(n));
        Ints inits = s.operands().pick(Ints.range(n, 2 * n));
        boolean named = Ints.range(n).stream().allMatch(i -> region.isNamed(i));
        if (!named) {
            return GeneralReduction.of(s, inits).reduce(xs, inits, dims);
        }
        return Ints.of(
                Ints.range(n).stream()
                        .map(
                                i ->
                                        s.builder()
                                                .emit(
                                                        new Op.Reduce(
                                                                region.combiner(i).get(), dims),
                                                        xs.get(i),
                                                        inits.get(i)))
                        .toArray());
    }

    private static Ints applied(Site s, Ints dims, int n) {
        String name = Attributes.text(s.attribute("applies"));
        String base = name.substring(name.indexOf('.') + 1);
        Combiner combiner =
                Arrays.stream(Combiner.values())
                        .filter(c -> c != Combiner.SET && c.text().equals(base))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        s.unsupported(
                                                "reduction by " + name + " is not supported", ""));
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            results[i] =
                    s.builder().emit(new Op.Reduce(combiner, dims), s.operand(i), s.operand(n + i));
        }
        return Ints.of(results);
    }

    /** {@code contracting_dims = [1] x [0]}, or fields of {@code #stablehlo.dot<...>}. */
    private static Op dims(Site s) {
        Attribute d = s.attribute("dot_dimension_numbers");
        if (d != null) {
            return new Op.DotGeneral(
                    Attributes.field(s, d, "lhs_batching_dimensions"),
                    Attributes.field(s, d, "rhs_batching_dimensions"),
                    Attributes.field(s, d, "lhs_contracting_dimensions"),
                    Attributes.field(s, d, "rhs_contracting_dimensions"));
        }
        return new Op.DotGeneral(
                side(s, "batching_dims", 0),
                side(s, "batching_dims", 1),
                side(s, "contracting_dims", 0),
                side(s, "contracting_dims", 1));
    }

    private static Ints side(Site s, String name, int side) {
        Attribute a = s.attribute(name);
        if (a == null) {
            return Ints.EMPTY;
        }
        if (!(a instanceof Attribute.Items sides) || sides.items().size() != 2) {
            throw s.error(name + ": expected [...] x [...]");
        }
        return Attributes.ints(s, name, sides.items().get(side));
    }

    /** The older dot: lhs's last axis with rhs's first. */
    private static Op matrixProduct(Site s) {
        int lhs = s.type(0).rank();
        int rhs = s.type(1).rank();
        if (lhs < 1 || lhs > 2 || rhs < 1 || rhs > 2) {
            throw s.error(
                    "expected operands of rank 1 or 2, found " + s.type(0) + " and " + s.type(1));
        }
        return new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(lhs - 1), Ints.of(0));
    }

    /** Products of narrow elements may be summed in a wider type: operands are widened first. */
    private static int dot(Site s, Op op) {
        s.operands(2);
        DType declared = s.declared(0).dtype();
        int lhs = s.operand(0);
        int rhs = s.operand(1);
        boolean widen =
                s.type(0).dtype() != s.type(1).dtype()
                        || declared.bits() > s.type(0).dtype().bits();
        if (widen) {
            lhs = s.builder().convert(lhs, declared);
            rhs = s.builder().convert(rhs, declared);
        }
        return s.builder().convert(s.builder().emit(op, lhs, rhs), declared);
    }
}
