package io.hessdiag.stablehlo;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.stablehlo.Importer.Nested;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code sort} and {@code top_k}. */
final class SortRules {
    private SortRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.sort", SortRules::sort);
        rules.put("chlo.top_k", SortRules::topK);
    }

    /** An outer scalar that the comparator uses is sorted along, being equal everywhere. */
    private static Ints sort(Site s) {
        int n = s.operands().size();
        int rank = s.type(0).rank();
        int dim = s.integerOr(-1, "dimension");
        boolean stable =
                s.has("is_stable") && Attributes.text(s.attribute("is_stable")).equals("true");
        List<TensorType> scalars = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            scalars.add(TensorType.of(s.type(i).dtype()));
            scalars.add(TensorType.of(s.type(i).dtype()));
        }
        Nested region = s.nested(0, scalars);
        ProgramBuilder b = s.builder();
        Ints operands = s.operands();
        for (int i = 0; i < region.captured().size(); i++) {
            int outer = region.captured().get(i);
            if (b.type(outer).rank() != 0) {
                throw s.unsupported(
                        "a comparator that uses "
                                + b.type(outer)
                                + " of the function around is not supported",
                        "");
            }
            operands = operands.append(b.broadcast(outer, s.type(0).shape(), Ints.EMPTY));
        }
        Op sort = new Op.Sort(dim < 0 ? dim + rank : dim, stable, paired(region, scalars.size()));
        return b.apply(sort, operands).pick(Ints.range(n));
    }

    /** The comparator with its captured values as pairs of arguments. */
    private static Program paired(Nested region, int arguments) {
        if (region.captured().isEmpty()) {
            return region.program();
        }
        ProgramBuilder c = new ProgramBuilder(region.program().name());
        Ints in = Ints.EMPTY;
        for (int i = 0; i < region.program().inputs().size(); i++) {
            TensorType type = region.program().inputTypes().get(i);
            in = in.append(c.input(type));
            if (i >= arguments) {
                c.input(type);
            }
        }
        return c.build(c.inline(region.program(), in));
    }

    /** The k largest along the last axis and their places, in descending order; ties by place. */
    static Ints topK(Site s) {
        return topK(s, s.integer("k"), flag(s, s.attribute("largest")));
    }

    /** The form of jax.export, whose attributes are in a dictionary. */
    static Ints topKCall(Site s) {
        Map<String, Attribute> fields =
                Attributes.fields(s.attribute("mhlo.attributes", "composite_attributes"));
        if (!fields.containsKey("k")) {
            throw s.error("expected attribute k");
        }
        return topK(
                s, Attributes.ints(s, "k", fields.get("k")).get(0), flag(s, fields.get("largest")));
    }

    private static boolean flag(Site s, Attribute largest) {
        return largest == null || !Attributes.text(largest).equals("false");
    }

    private static Ints topK(Site s, int k, boolean largest) {
        s.operands(1);
        ProgramBuilder b = s.builder();
        Shape shape = s.type(0).shape();
        int last = shape.rank() - 1;
        if (last < 0 || k < 0 || k > shape.dim(last)) {
            throw s.error(
                    "expected at least k = "
                            + k
                            + " elements along the last axis, found "
                            + s.type(0));
        }
        int places = b.emit(new Op.Iota(new TensorType(DType.I32, shape), last));
        Ints sorted =
                b.apply(
                        new Op.Sort(last, true, descending(s.type(0).dtype(), largest)),
                        Ints.of(s.operand(0), places));
        Ints start = Ints.repeat(0, last + 1);
        Op head = new Op.Slice(start, shape.dims().with(last, k), start.plus(1));
        return Ints.of(sorted.stream().map(v -> b.emit(head, v)).toArray());
    }

    /** x before y if x &gt; y (x &lt; y for the smallest), NaN being larger than every number. */
    private static Program descending(DType dtype, boolean largest) {
        ProgramBuilder c = new ProgramBuilder("top_k");
        int[] in = {c.input(TensorType.of(dtype)), c.input(TensorType.of(dtype))};
        c.input(TensorType.of(DType.I32));
        c.input(TensorType.of(DType.I32));
        if (dtype.isFloat()) {
            for (int i = 0; i < 2; i++) {
                int isNan = c.compare(Comparison.NE, in[i], in[i]);
                in[i] = c.select(isNan, c.scalar(dtype, Double.NaN), in[i]);
            }
        }
        return c.build(
                c.emit(
                        new Op.Compare(largest ? Comparison.GT : Comparison.LT, dtype.isFloat()),
                        in));
    }
}
