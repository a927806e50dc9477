package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Losses as JAX 0.10 prints them; the Python that each comes from stands at the top of its file.
 */
class RealLossesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/examples");

    private static Program read(String name) throws IOException {
        String text = Files.readString(EXAMPLES.resolve(name + ".mlir"));
        return Rewrites.imported(
                StableHlo.importFunction(StableHlo.parse("loss.mlir", text), "main").program());
    }

    /** Parameters in (−1, 1), positive data, integers that are labels and lengths. */
    private static List<Tensor> arguments(Program loss, int parameters) {
        Random random = new Random(1);
        List<Tensor> out = new ArrayList<>();
        for (TensorType t : loss.inputTypes()) {
            double low = out.size() < parameters ? -1 : 0.05;
            out.add(
                    t.dtype().isFloat()
                            ? Tensor.of(t, random.doubles(t.size(), low, 1).toArray())
                            : t.dtype().isBoolean()
                                    ? Tensor.of(t, booleans(random, t.size()))
                                    : Tensor.of(t, random.longs(t.size(), 1, 3).toArray()));
        }
        return out;
    }

    private static boolean[] booleans(Random random, int size) {
        boolean[] out = new boolean[size];
        for (int i = 0; i < size; i++) {
            out[i] = random.nextBoolean();
        }
        return out;
    }

    /**
     * @param axes per data argument
     * @param derived how many values have to be computed from all data before
     */
    @ParameterizedTest
    @CsvSource({
        "ce_arange, 4, 12, 0 0, false, 0",
        "ce_take, 4, 12, 0 0, false, 0",
        "ce_vmap, 4, 12, 0 0, false, 0",
        "ce_onehot_l2, 4, 12, 0 0, true, 0",
        "rnn_scan_long, 4, 12, 1 0, false, 0",
        "rnn_unrolled, 4, 12, 1 0, false, 0",
        "rnn_scan_ce_inside, 4, 12, 1 1, false, 0",
        "rnn_vmap, 4, 12, 0 0, false, 0",
        "rnn_batch_first_masked, 4, 12, 0 0 0, false, 0",
        "lstm, 4, 12, 1 1, false, 0",
        "cnn, 4, 12, 0 0, false, 0",
        "cnn_nchw_groups, 2, 12, 0 0, false, 0",
        "convtranspose, 1, 12, 0 0, false, 0",
        "bn_eval, 4, 12, -1 -1 0 0, false, 0",
        "bn_inputs, 2, 12, 0 0, false, 3",
        "transformer_rows, 9, 12, 0 0, false, 0",
        "transformer_masked, 9, 12, 0 0 0, false, 1",
        "masked_where_count, 4, 12, 0 0 0, false, 2",
        "class_weights, 4, 12, -1 0 0, false, 1",
        "hetero, 5, 12, 0 0, true, 0",
        "hetero_each, 4, 12, 0 0, true, 0",
        "dropout_key, 4, 12, -1 0 0, false, 1",
        "map_examples, 4, 50, 0 0, false, 0",
        "cond_shared, 4, 12, -1 0 0, false, 0",
        "cond_sum, 4, 12, -1 0 0, true, 0",
        "fori_fixed_point, 3, 12, 0 0, false, 0",
        "gp_vmap, 2, 12, 0 0, false, 0",
        "scatter_rows, 2, 12, 0 0, false, 0",
        "siamese, 4, 12, 0 0 0, false, 0",
        "kv_cache, 2, 12, 0 1, false, 0",
        "square_coincidence, 4, 8, 0 0, true, 0",
        "decoder_no_data, 3, 12, 1, false, 0",
        "segment_sum, 1, 12, 0 0 -1, false, 0",
        "scan_layers_dropout, 3, 12, -1 0 0, false, 2",
        "groupnorm, 2, 12, 0 0, false, 0",
        "vit_patches, 4, 12, 0 0, false, 0",
        "last_valid_timefirst, 3, 12, 1 0 0, false, 0",
        "full_cov_nll, 2, 12, 0, true, 0",
        "poisson_weights, 2, 12, 0 0 0, true, 1",
        "expdecay_denominator_param, 2, 12, 0 0 0, true, 1",
        "suff_stats, 1, 12, 0, true, 0",
        "matrix_factorisation, 2, 12, 0 0 0, true, 0",
        "vq, 3, 12, 0, false, 0",
        "cls_token, 2, 12, 0 0, false, 0",
        "two_sizes, 1, 12, 0 0 -1, true, 0",
        "mixup_const, 1, 12, 0 0, false, 2",
        "masked_mean_per_step, 3, 12, 1 1 1, false, 1",
        "running_stats_carry, 3, 12, 1 0, false, 1"
    })
    void sumsOverExamples(
            String name, int parameters, int examples, String axes, boolean remainder, int derived)
            throws IOException {
        Program loss = read(name);
        Separable s = Blocks.check(loss, parameters, arguments(loss, parameters));
        assertEquals(examples, s.examples());
        assertEquals(
                Ints.of(Arrays.stream(axes.split(" ")).mapToInt(Integer::parseInt).toArray()),
                ExampleAxes.find(loss, parameters).axes());
        assertEquals(remainder, s.remainder().isPresent());
        assertEquals(derived, s.prelude().outputs().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bn_train; 4; loss.mlir:15:10: subtract: gives a sum over all examples, a batch"
                        + " statistic say, to every single example",
                "rmse; 4; loss.mlir:19:11: sqrt: is taken of a sum over all examples, and what"
                        + " comes out is no such sum",
                "contrastive; 4; loss.mlir:16:11: dot_general: combines every example with every"
                        + " other one",
                "pairwise; 4; loss.mlir:20:11: subtract: combines every example with every other"
                        + " one",
                "cumsum; 4; loss.mlir:29:10: pad: shifts or pads the examples along their axis",
                "sort_examples; 4; loss.mlir:27:10: sort: puts the examples in order",
                "max_examples; 4; loss.mlir:18:11: reduce: takes the maximum over the examples",
                "scan_examples; 4; loss.mlir:8:12: scan: goes from example to example",
                "gp_whole; 2; loss.mlir:73:10: triangular_solve: takes the examples for rows or"
                        + " columns of one matrix",
                "per_example_param; 5; loss.mlir:14:11: broadcast_in_dim: takes one row of a"
                        + " parameter for every example",
                "aux_mean_feature; 4; loss.mlir:36:11: multiply: is taken of a sum over all"
                        + " examples, and what comes out is no such sum",
                "cox; 1; loss.mlir:18:11: gather: reads examples by their number",
                "roll_hidden; 1; loss.mlir:25:10: slice: takes some of the examples and leaves"
                        + " others",
                "first_only; 1; loss.mlir:7:10: slice: takes some of the examples and leaves"
                        + " others",
                "scan_bn; 3; loss.mlir:48:10: subtract: gives a sum over all examples, a batch"
                        + " statistic say, to every single example",
                "scan_of_minibatches; 1; loss.mlir:6:10: reshape: arranges the examples anew, so"
                        + " that one axis no longer holds them all"
            })
    void coupledExamples(String name, int parameters, String coupling) throws IOException {
        ExampleAxes.Result result = ExampleAxes.find(read(name), parameters);
        assertEquals(coupling, result.coupling().map(Coupling::toString).orElse("separable"));
    }
}
