package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops whose number of steps is not in the text. */
class LoopBoundsTest {
    /** s ↦ tanh(w s + 1), as often as BOUND says, from 0; the result is the loss. */
    private static final String TEXT =
            """
            module {
              func.func public @main(%w: tensor<f64>, %n: tensor<i32>) -> tensor<f64> {
                %zero = stablehlo.constant dense<0> : tensor<i32>
                %two = stablehlo.constant dense<2> : tensor<i32>
                %start = stablehlo.constant dense<0.0> : tensor<f64>
                %bound = BOUND : tensor<i32>
                %r:2 = stablehlo.while(%i = %zero, %s = %start) : tensor<i32>, tensor<f64>
                cond {
                  %p = stablehlo.compare LT, %i, %bound, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                  stablehlo.return %p : tensor<i1>
                } do {
                  %one = stablehlo.constant dense<1> : tensor<i32>
                  %unit = stablehlo.constant dense<1.0> : tensor<f64>
                  %j = stablehlo.add %i, %one : tensor<i32>
                  %a = stablehlo.multiply %w, %s : tensor<f64>
                  %b = stablehlo.add %a, %unit : tensor<f64>
                  %t = stablehlo.tanh %b : tensor<f64>
                  stablehlo.return %j, %t : tensor<i32>, tensor<f64>
                }
                return %r#1 : tensor<f64>
              }
            }
            """;

    private static Loss loss(String bound, int n) {
        Program program =
                StableHlo.importFunction(
                                StableHlo.parse("loss.mlir", TEXT.replace("BOUND", bound)), "main")
                        .program();
        List<Tensor> values = List.of(Tensor.scalar(0.7), Tensor.scalar(DType.I32, n));
        List<LeafInfo> leaves = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            leaves.add(new LeafInfo(KeyPath.of(i), values.get(i).type(), i == 0));
        }
        return new Loss(program, null, leaves, values, Map.of());
    }

    private static double diagonal(Loss loss) {
        DiagonalPlan plan = DiagonalPlan.create(loss, PlanOptions.DEFAULT);
        return plan.run().leaves().get(0).get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 100})
    void stepsMayComeFromTheData(int n) {
        double expected = diagonal(loss("stablehlo.constant dense<" + (n + 2) + ">", 0));
        double found = diagonal(loss("stablehlo.add %n, %two", n));
        assertEquals(expected, found, 1e-15);
    }

    @Test
    void stepsThatAParameterDecidesAreRefused() {
        String whole = "stablehlo.convert %w : (tensor<f64>) -> tensor<i32>";
        Loss loss = loss(whole + "\n%unused = stablehlo.add %zero, %zero", 3);
        IrException e =
                assertThrows(
                        IrException.class, () -> DiagonalPlan.create(loss, PlanOptions.DEFAULT));
        assertTrue(e.getMessage().startsWith("loss.mlir:"), e.getMessage());
        assertTrue(e.getMessage().contains("grad.mlir"), e.getMessage());
    }
}
