package io.hessdiag.stablehlo;

import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.Map;

/**
 * Operations whose shapes are operands, as the operations that they are when those are constants.
 * Where the declared result has a static shape, the operand can only repeat it.
 */
final class DynamicRules {
    private DynamicRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.dynamic_broadcast_in_dim", s -> Ints.of(broadcast(s)));
        rules.put(
                "stablehlo.dynamic_reshape",
                s -> Ints.of(s.builder().reshape(s.operands(2).get(0), s.declaredShape())));
        rules.put(
                "chlo.dynamic_reshape",
                s -> Ints.of(s.builder().reshape(s.operands(2).get(0), s.declaredShape())));
        rules.put("stablehlo.dynamic_iota", s -> iota(s));
        rules.put("stablehlo.dynamic_pad", s -> Ints.of(pad(s)));
        rules.put("stablehlo.real_dynamic_slice", s -> Ints.of(slice(s)));
        rules.put("stablehlo.dynamic_gather", DynamicRules::gather);
        rules.put("stablehlo.set_dimension_size", s -> Ints.of(setSize(s)));
        rules.put("stablehlo.torch_index_select", s -> Ints.of(select(s)));
    }

    private static int broadcast(Site s) {
        s.operands(2);
        Ints dims = s.ints("broadcast_dimensions", "dims");
        return s.builder().broadcast(s.operand(0), s.declaredShape(), dims);
    }

    private static Ints iota(Site s) {
        s.operands(1);
        return s.builder()
                .apply(new Op.Iota(s.declared(0), s.integer("iota_dimension", "dim")), Ints.EMPTY);
    }

    /** Operands are the array, the value, then low, high and interior padding. */
    private static int pad(Site s) {
        s.operands(5);
        return s.builder()
                .emit(
                        new Op.Pad(constant(s, 2), constant(s, 3), constant(s, 4)),
                        s.operand(0),
                        s.operand(1));
    }

    /** Operands are the array, then starts, limits and strides. */
    private static int slice(Site s) {
        s.operands(4);
        return s.builder()
                .emit(new Op.Slice(constant(s, 1), constant(s, 2), constant(s, 3)), s.operand(0));
    }

    private static Ints gather(Site s) {
        s.operands(3);
        return IndexingRules.gather(s, constant(s, 2));
    }

    /** The size that the axis has already. */
    private static int setSize(Site s) {
        s.operands(2);
        int dim = s.integer("dimension", "dim");
        if (!constant(s, 1).equals(Ints.of(s.type(0).shape().dim(dim)))) {
            throw s.unsupported(
                    "axis " + dim + " of " + s.type(0) + " becomes dynamic",
                    "export with concrete shapes");
        }
        return s.operand(0);
    }

    /** result[b…, o…, i…, r…] = operand[b…, o…, index[b…, i…], r…], the index being along dim. */
    private static int select(Site s) {
        s.operands(2);
        int dim = s.integer("dim");
        int batch = s.integerOr(0, "batch_dims");
        Shape operand = s.type(0).shape();
        int free = s.type(1).rank() - batch;
        if (batch < 0 || free < 0 || batch > dim || dim >= operand.rank()) {
            throw s.error(
                    "dim "
                            + dim
                            + " and batch_dims "
                            + batch
                            + " do not fit "
                            + s.type(0)
                            + " and "
                            + s.type(1));
        }
        Ints batches = Ints.range(batch);
        Ints offsets =
                Ints.range(batch, dim).concat(Ints.range(dim + free, operand.rank() + free - 1));
        GatherDims dims =
                new GatherDims(
                        offsets, Ints.of(dim), batches, batches, Ints.of(dim), s.type(1).rank());
        Ints sizes = operand.dims().with(dim, 1);
        for (int i = 0; i < batch; i++) {
            sizes = sizes.with(i, 1);
        }
        return s.builder().emit(new Op.Gather(dims, sizes), s.operand(0), s.operand(1));
    }

    /** The integers of operand i, which must be a constant of the program. */
    private static Ints constant(Site s, int i) {
        return Constants.integers(s.builder(), s.operand(i))
                .orElseThrow(
                        () ->
                                s.unsupported(
                                        "operand " + i + " is not a constant",
                                        "export with concrete shapes"));
    }
}
