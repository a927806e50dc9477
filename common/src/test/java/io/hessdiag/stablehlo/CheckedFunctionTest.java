package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.stablehlo.Expectation.Kind;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedFunctionTest {
    @Test
    void expectationsOfTheCheckDialect() {
        List<Module> modules =
                StableHlo.parseAll(
                        "tests.mlir",
                        """
                        // RUN: stablehlo-translate --interpret -split-input-file %s

                        func.func @add() {
                          %0 = stablehlo.constant dense<[1, 2]> : tensor<2xi8>
                          %1 = stablehlo.add %0, %0 : tensor<2xi8>
                          check.expect_eq_const %1, dense<[2, 4]> : tensor<2xi8>
                          check.expect_almost_eq_const %1, dense<[2, 4]> : tensor<2xi8>
                          func.return
                        }

                        // -----

                        func.func @tanh() {
                          %0 = stablehlo.constant dense<0.5> : tensor<bf16>
                          %1 = stablehlo.tanh %0 : tensor<bf16>
                          check.expect_almost_eq_const %1, dense<0.46> {tolerance = 2.0 : f64} \
                        : tensor<bf16>
                          check.expect_almost_eq %1, %0 {tolerance = 0.5 : f64} : tensor<bf16>
                          check.expect_close %1, %0, max_ulp_difference = 7 : tensor<bf16>, tensor<bf16>
                          "check.expect_eq"(%1, %1) : (tensor<bf16>, tensor<bf16>) -> ()
                          func.return
                        }
                        """);
        assertEquals(2, modules.size());
        CheckedFunction add = StableHlo.importChecked(modules.get(0), "add");
        assertEquals(4, add.program().outputs().size());
        assertEquals(0.001, add.expectations().get(1).tolerance());
        assertEquals("tests.mlir:6:3", add.expectations().get(0).location().toString());
        List<Expectation> tanh = StableHlo.importChecked(modules.get(1), "tanh").expectations();
        assertEquals(
                List.of(Kind.ALMOST_EQ, Kind.ALMOST_EQ, Kind.CLOSE, Kind.EQ),
                tanh.stream().map(Expectation::kind).toList());
        assertEquals(List.of(2.0, 0.5), List.of(tanh.get(0).tolerance(), tanh.get(1).tolerance()));
        assertEquals(7, tanh.get(2).maxUlps());
        assertEquals(TensorType.of(DType.BF16), tanh.get(2).type());
    }

    @Test
    void expectationsAsCustomCalls() {
        Module m =
                StableHlo.parse(
                        "abs.mlir",
                        """
                        module @jit_main attributes {jax.uses_shape_polymorphism = false} {
                          func.func public @main() -> (tensor<2xf32> {jax.result_info = "", \
                        mhlo.layout_mode = "default"}) {
                            %0 = call @inputs() : () -> tensor<2xf32>
                            %1 = call @expected() : () -> tensor<2xf32>
                            %2 = stablehlo.abs %0 : tensor<2xf32>
                            stablehlo.custom_call @check.expect_close(%2, %1) {has_side_effect = true} : \
                        (tensor<2xf32>, tensor<2xf32>) -> ()
                            return %2 : tensor<2xf32>
                          }
                          func.func private @inputs() -> (tensor<2xf32> {mhlo.layout_mode = "default"}) {
                            %cst = stablehlo.constant dense<[-1.5, 2.0]> : tensor<2xf32>
                            return %cst : tensor<2xf32>
                          }
                          func.func private @expected() -> (tensor<2xf32> {mhlo.layout_mode = "default"}) {
                            %cst = stablehlo.constant dense<"0x0000C03F00000040"> : tensor<2xf32>
                            return %cst : tensor<2xf32>
                          }
                        }
                        """);
        CheckedFunction f = StableHlo.importChecked(m, "main");
        assertEquals(
                List.of("constant", "constant", "abs"),
                f.program().equations().stream().map(e -> e.op().name()).toList());
        assertEquals(2, f.program().outputs().size());
        assertEquals(3, f.expectations().get(0).maxUlps());
    }

    @Test
    void pairsOfDifferentTypesAreRefused() {
        Module m =
                StableHlo.parse(
                        "m.mlir",
                        Texts.main(
                                "%x: tensor<f64>",
                                "()",
                                "check.expect_eq_const %x, dense<1.0> : tensor<2xf64>\nreturn"));
        assertThrows(StableHloException.class, () -> StableHlo.importChecked(m, "main"));
    }
}
