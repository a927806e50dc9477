package io.hessdiag.stablehlo;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.tensor.Ints;
import java.util.Map;

/** {@code gather} and {@code scatter}. */
final class IndexingRules {
    private IndexingRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.gather", IndexingRules::gather);
        rules.put("stablehlo.scatter", IndexingRules::scatter);
    }

    private static Ints gather(Site s) {
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
        return s.builder().apply(new Op.Gather(dims, s.ints("slice_sizes")), s.operands(2));
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
