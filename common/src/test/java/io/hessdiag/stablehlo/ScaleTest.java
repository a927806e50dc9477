package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large and deep texts: linear time, no stack overflow. */
class ScaleTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void twentyThousandEquations() {
        StringBuilder ops = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            ops.append("%v")
                    .append(i + 1)
                    .append(" = stablehlo.sine %v")
                    .append(i)
                    .append(" : tensor<f64> loc(#loc)\n");
        }
        String text =
                Texts.main("%v0: tensor<f64>", "tensor<f64>", ops + "return %v20000 : tensor<f64>");
        Program p = assertTimeoutPreemptively(LIMIT, () -> Texts.program(text));
        assertEquals(20_000, p.equations().size());
        assertTimeoutPreemptively(
                LIMIT, () -> Texts.assertSame(p, Texts.program(StableHlo.print(p))));
    }

    @Test
    void constantsOfSeveralMegabytes() {
        int n = 1_000_000;
        String list = "0.123456789, ".repeat(n - 1) + "2.5";
        String hex = "0000000000000440".repeat(n);
        for (String literal : new String[] {"[" + list + "]", "\"0x" + hex + "\""}) {
            Program p =
                    assertTimeoutPreemptively(
                            LIMIT,
                            () ->
                                    Texts.program(
                                            "",
                                            "tensor<" + n + "xf64>",
                                            "%c = stablehlo.constant dense<"
                                                    + literal
                                                    + "> : tensor<"
                                                    + n
                                                    + "xf64>\nreturn %c : tensor<"
                                                    + n
                                                    + "xf64>"));
            assertEquals(2.5, ((Op.Constant) Texts.lastOp(p)).value().get(n - 1));
        }
    }

    @Test
    void manyModulesInOneFile() {
        String one = "func.func @f() {\n  return\n}\n// -----\n";
        assertEquals(
                20_000,
                assertTimeoutPreemptively(
                                LIMIT, () -> StableHlo.parseAll("m.mlir", one.repeat(20_000)))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a.b\"() ({\n",
                "a.b (",
                "a.b {a = {",
                "a.b {a = [",
                "a.b : (",
                "a.b #x<a = ",
                "a.b <",
                "a.b : tensor<tensor<",
                "loc(",
                "module {",
                "a.b [",
                "a.b : () -> (",
                "a.b {a = {b = [<{",
                "a.b (({",
                "%a = ",
                "{",
                "a.b dense<",
                "a.b {a = dense<[["
            })
    void deepNestingIsAnError(String opening) {
        String text = "func.func @main() {\n" + opening.repeat(200_000);
        assertTimeoutPreemptively(
                LIMIT,
                () ->
                        assertThrows(
                                StableHloException.class, () -> StableHlo.parse("m.mlir", text)));
    }

    @Test
    void callsThatDoubleAtEveryLevelAreRefused() {
        StringBuilder text =
                new StringBuilder(
                        Texts.main(
                                "%x: tensor<f64>",
                                "tensor<f64>",
                                "%r = call @f0(%x) : (tensor<f64>) -> tensor<f64>\n"
                                        + "return %r : tensor<f64>"));
        for (int i = 0; i < 60; i++) {
            String next = i == 59 ? "stablehlo.sine" : "call @f" + (i + 1);
            String type = i == 59 ? " : tensor<f64>\n" : " : (tensor<f64>) -> tensor<f64>\n";
            String open = i == 59 ? " " : "(";
            String close = i == 59 ? "" : ")";
            text.append(
                    "func.func private @f"
                            + i
                            + "(%x: tensor<f64>) -> tensor<f64> {\n%a = "
                            + next
                            + open
                            + "%x"
                            + close
                            + type
                            + "%b = "
                            + next
                            + open
                            + "%a"
                            + close
                            + type
                            + "return %b : tensor<f64>\n}\n");
        }
        StableHloException e =
                assertTimeoutPreemptively(
                        LIMIT,
                        () ->
                                assertThrows(
                                        StableHloException.class,
                                        () -> Texts.program(text.toString())));
        assertTrue(e.getMessage().contains("calls expand to more than"), e.getMessage());
    }

    @Test
    void callsNestTwoHundredDeep() {
        for (int depth : new int[] {150, 5000}) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < depth; i++) {
                text.append("func.func @")
                        .append(i == 0 ? "main" : "f" + i)
                        .append("(%x: tensor<f64>) -> tensor<f64> {\n%r = call @f")
                        .append(i + 1)
                        .append("(%x) : (tensor<f64>) -> tensor<f64>\nreturn %r : tensor<f64>\n}");
            }
            text.append("func.func @f")
                    .append(depth)
                    .append(
                            "(%x: tensor<f64>) -> tensor<f64> {\n"
                                    + "%r = stablehlo.sine %x : tensor<f64>\n"
                                    + "return %r : tensor<f64>\n"
                                    + "}");
            if (depth < 200) {
                assertEquals(1, Texts.program(text.toString()).equations().size());
            } else {
                StableHloException e =
                        assertThrows(
                                StableHloException.class, () -> Texts.program(text.toString()));
                assertTrue(e.getMessage().endsWith("calls nest deeper than 200"));
            }
        }
    }
}
