package io.hessdiag.stablehlo;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Map;

/** {@code gather} and {@code scatter}. */
final class IndexingRules {
    private IndexingRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.gather", IndexingRules::gather);
        rules.put("stablehlo.scatter", IndexingRules::scatter);
        rules.put("stablehlo.dynamic_slice", s -> Ints.of(dynamicSlice(s)));
        rules.put("stablehlo.dynamic_update_slice", s -> Ints.of(dynamicUpdateSlice(s)));
    }

    private static Ints gather(Site s) {
        s.operands(2);
        return gather(s, s.ints("slice_sizes"));
    }

    static Ints gather(Site s, Ints sliceSizes) {
        Attribute d = s.attribute("dimension_numbers");
        if (d == null) {
            throw s.error("expected attribute dimension_numbers");
        }
        GatherDims dims =
                new GatherDims(
                        Attributes.field(s, d, "offset_dims"),
                        Attributes.field(s, d, "collapsed_slice_dims"),
                        Attributes.field(s, d, "operand_batching_dims"),
                        Attributes.field(s, d, "start_indices_batching_dims"),
                        Attributes.field(s, d, "start_index_map"),
                        indexVectorDim(s, d));
        return s.builder().apply(new Op.Gather(dims, sliceSizes), s.operands().pick(Ints.range(2)));
    }

    /** A gather of one slice, whose start is clamped in the same way. */
    private static int dynamicSlice(Site s) {
        int rank = s.type(0).rank();
        s.operands(1 + rank);
        Ints sizes = s.ints("slice_sizes", "sizes");
        if (rank == 0) {
            return s.operand(0);
        }
        Ints all = Ints.range(rank);
        return s.builder()
                .emit(
                        new Op.Gather(new GatherDims(all, Ints.EMPTY, all, 0), sizes),
                        s.operand(0),
                        starts(s, 1));
    }

    /** A scatter of one window, whose start has to be clamped first. */
    private static int dynamicUpdateSlice(Site s) {
        int rank = s.type(0).rank();
        s.operands(2 + rank);
        if (s.type(1).rank() != rank) {
            throw s.error("expected an update of rank " + rank + ", found " + s.type(1));
        }
        if (rank == 0) {
            return s.operand(1);
        }
        ProgramBuilder b = s.builder();
        int start = starts(s, 2);
        Tensor limits = Tensor.zeros(b.type(start));
        for (int i = 0; i < rank; i++) {
            limits.longs()[i] = s.type(0).shape().dim(i) - s.type(1).shape().dim(i);
        }
        int clamped = b.emit(new Op.Clamp(), b.fullLike(start, 0), start, b.constant(limits));
        Ints all = Ints.range(rank);
        return b.emit(
                new Op.Scatter(new ScatterDims(all, Ints.EMPTY, all, 0), Combiner.SET, true),
                s.operand(0),
                clamped,
                s.operand(1));
    }

    /** The scalar start indices from operand {@code first} on as one vector. */
    private static int starts(Site s, int first) {
        ProgramBuilder b = s.builder();
        int[] parts = new int[s.operands().size() - first];
        for (int i = 0; i < parts.length; i++) {
            if (s.type(first + i).rank() != 0) {
                throw s.error("expected scalar start indices, found " + s.type(first + i));
            }
            parts[i] = b.reshape(s.operand(first + i), Shape.of(1));
        }
        return parts.length == 1 ? parts[0] : b.emit(new Op.Concatenate(0), parts);
    }

    private static int indexVectorDim(Site s, Attribute d) {
        Ints dim = Attributes.field(s, d, "index_vector_dim");
        return dim.isEmpty() ? 0 : dim.get(0);
    }

    /** Operands are n arrays, the indices, n updates. */
    private static Ints scatter(Site s) {
        Attribute d = s.attribute("scatter_dimension_numbers");
        int n = s.operands().size() / 2;
        if (d == null || n == 0 || s.operands().size() != 2 * n + 1) {
            throw s.error(
                    "expected attribute scatter_dimension_numbers, arrays, indices and "
                            + "as many updates");
        }
        ScatterDims dims =
                new ScatterDims(
                        Attributes.field(s, d, "update_window_dims"),
                        Attributes.field(s, d, "inserted_window_dims"),
                        Attributes.field(s, d, "input_batching_dims"),
                        Attributes.field(s, d, "scatter_indices_batching_dims"),
                        Attributes.field(s, d, "scatter_dims_to_operand_dims"),
                        indexVectorDim(s, d));
        boolean unique =
                s.has("unique_indices")
                        && Attributes.text(s.attribute("unique_indices")).equals("true");
        RegionExpressions region = new RegionExpressions(s.region(0));
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            Combiner c =
                    region.combiner(i)
                            .orElseThrow(
                                    () ->
                                            s.unsupported(
                                                    "this update function is not supported",
                                                    "set, add, multiply, minimum, maximum, and, or,"
                                                            + " xor are"));
            results[i] =
                    s.builder()
                            .emit(
                                    new Op.Scatter(dims, c, unique),
                                    s.operand(i),
                                    s.operand(n),
                                    s.operand(n + 1 + i));
        }
        return Ints.of(results);
    }
}
