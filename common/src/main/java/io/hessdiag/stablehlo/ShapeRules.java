package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.stablehlo.Attribute.Items;
import io.hessdiag.stablehlo.Attribute.Number;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.Map;

/** Operations that place elements. */
final class ShapeRules {
    private ShapeRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.broadcast_in_dim", s -> Ints.of(broadcastInDim(s)));
        rules.put("stablehlo.broadcast", s -> Ints.of(broadcast(s)));
        rules.put(
                "stablehlo.reshape",
                s -> Ints.of(s.builder().reshape(s.operands(1).get(0), s.declaredShape())));
        rules.put("stablehlo.transpose", s -> Ints.of(transpose(s)));
        rules.put("stablehlo.slice", s -> s.builder().apply(slice(s), s.operands(1)));
        rules.put(
                "stablehlo.concatenate",
                s ->
                        s.builder()
                                .apply(
                                        new Op.Concatenate(s.integer("dimension", "dim")),
                                        s.operands()));
        rules.put("stablehlo.pad", s -> s.builder().apply(pad(s), s.operands(2)));
        rules.put(
                "stablehlo.reverse",
                s ->
                        s.builder()
                                .apply(
                                        new Op.Reverse(s.ints("dimensions", "dims")),
                                        s.operands(1)));
        rules.put("stablehlo.get_dimension_size", s -> Ints.of(size(s)));
        rules.put(
                "stablehlo.iota",
                s ->
                        s.builder()
                                .apply(
                                        new Op.Iota(
                                                s.declared(0), s.integer("iota_dimension", "dim")),
                                        s.operands(0)));
    }

    private static int broadcastInDim(Site s) {
        Ints dims = s.ints("broadcast_dimensions", "dims");
        int x = s.operands(1).get(0);
        return s.builder().broadcast(x, s.declaredShape(), dims);
    }

    private static int size(Site s) {
        int dim = s.integer("dimension", "dim");
        Shape shape = s.builder().shape(s.operands(1).get(0));
        if (dim < 0 || dim >= shape.rank()) {
            throw s.error("dimension " + dim + " is outside rank " + shape.rank());
        }
        return s.builder().scalar(s.declared(0).dtype(), shape.dim(dim));
    }

    /** The older broadcast: new axes in front. */
    private static int broadcast(Site s) {
        Ints sizes = s.ints("broadcast_sizes", "sizes");
        int x = s.operands(1).get(0);
        Shape shape = s.builder().shape(x);
        return s.builder()
                .broadcast(
                        x,
                        new Shape(sizes.concat(shape.dims())),
                        Ints.range(sizes.size(), sizes.size() + shape.rank()));
    }

    private static int transpose(Site s) {
        Ints permutation = s.ints("permutation", "dims");
        int x = s.operands(1).get(0);
        boolean identity =
                permutation.isRange() && permutation.size() == s.builder().shape(x).rank();
        return identity ? x : s.builder().emit(new Op.Transpose(permutation), x);
    }

    private static Op slice(Site s) {
        if (s.has("start_indices")) {
            Ints start = s.ints("start_indices");
            return new Op.Slice(
                    start,
                    s.ints("limit_indices"),
                    s.intsOr(Ints.repeat(1, start.size()), "strides"));
        }
        if (s.op().positional().size() != 1
                || !(s.op().positional().get(0) instanceof Items ranges)) {
            throw s.error("expected ranges [start:limit, ...]");
        }
        int rank = ranges.items().size();
        int[][] parts = new int[3][rank];
        for (int i = 0; i < rank; i++) {
            int[] range = range(s, ranges.items().get(i));
            for (int part = 0; part < 3; part++) {
                parts[part][i] = range[part];
            }
        }
        return new Op.Slice(Ints.of(parts[0]), Ints.of(parts[1]), Ints.of(parts[2]));
    }

    private static int[] range(Site s, Attribute range) {
        if (!(range instanceof Items parts)
                || parts.items().size() < 2
                || parts.items().size() > 3) {
            throw s.error("expected ranges start:limit or start:limit:stride");
        }
        int[] out = {0, 0, 1};
        for (int i = 0; i < parts.items().size(); i++) {
            out[i] = Attributes.integer(s, "range", ((Number) parts.items().get(i)).text());
        }
        return out;
    }

    private static Op pad(Site s) {
        int rank = s.type(0).rank();
        Ints none = Ints.repeat(0, rank);
        return new Op.Pad(
                s.intsOr(none, "edge_padding_low", "low"),
                s.intsOr(none, "edge_padding_high", "high"),
                s.intsOr(none, "interior_padding", "interior"));
    }
}
