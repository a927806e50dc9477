package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.Program;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real losses are sums over their examples, along the axes that their makers had in mind. */
class SeparableBundlesTest {
    private static final Path BUNDLES = Path.of("src/test/resources/bundles");

    private static Loss read(String name) throws IOException {
        return LossBundle.read(BUNDLES.resolve(name));
    }

    /** In f64, as what is computed in f32 is rounded differently. */
    private static Program program(Loss loss) {
        return Precision.of(Rewrites.imported(loss.program()), DType.F64);
    }

    private static int parameters(Loss loss) {
        return (int) loss.leaves().stream().filter(l -> l.parameter()).count();
    }

    private static List<Tensor> arguments(Loss loss) {
        return loss.values().stream()
                .map(t -> t.dtype().isFloat() ? t.toFloat(DType.F64) : t)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "cnn-relu-maxpool, 200, false",
        "mlp-f32, 48, false",
        "mlp-gelu-exact, 64, false",
        "mlp-residual, 48, false",
        "mlp-sigmoid-onehot-l2, 64, true",
        "mlp-softplus-bce-zero-logits, 50, false",
        "mlp-tanh-deep, 40, false",
        "rnn-tanh-scan, 10, false",
        "seed-linear-tuple, 3, false",
        "transformer-block, 5, false"
    })
    void blocksAddUp(String name, int examples, boolean regularised) throws IOException {
        Loss loss = read(name);
        Separable s = Blocks.check(program(loss), parameters(loss), arguments(loss));
        assertEquals(examples, s.examples());
        assertEquals(regularised, s.remainder().isPresent());
    }

    /** A dropout mask that the module holds as a constant is cut like data. */
    @Test
    void onlyConstantsWithRowsAreDerived() throws IOException {
        for (String name : List.of("mlp-residual", "transformer-block", "mlp-tanh-deep")) {
            Loss loss = read(name);
            Separable s =
                    ExampleAxes.find(program(loss), parameters(loss)).separable().orElseThrow();
            int data = loss.leaves().size() - parameters(loss);
            int masks = name.equals("mlp-residual") ? 1 : 0;
            assertEquals(data + masks, s.dataAxes().size(), name);
            assertEquals(masks, s.prelude().equations().size(), name);
        }
    }

    /** Time comes first in its inputs, the examples in its targets. */
    @Test
    void recurrentInputsHaveTheExamplesSecond() throws IOException {
        Loss loss = read("rnn-tanh-scan");
        Separable s = ExampleAxes.find(program(loss), parameters(loss)).separable().orElseThrow();
        assertEquals(List.of(ExampleAxis.whole(1), ExampleAxis.whole(0)), s.dataAxes());
    }

    /** One vector of features is one example: there is nothing to tell apart. */
    @Test
    void aLossOfOneExampleIsNoSum() throws IOException {
        Loss loss = read("seed-two-layer-pytree");
        ExampleAxes.Result result = ExampleAxes.find(program(loss), parameters(loss));
        assertEquals(Ints.of(0, -1), result.axes());
        assertEquals(
                "loss.mlir:8:10: multiply: is taken of a sum over all examples, and what comes out"
                        + " is no such sum",
                result.coupling().orElseThrow().toString());
    }
}
