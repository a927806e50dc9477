package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check command on modules that check themselves. */
class CheckTest {
    private static final String MODULE =
            """
            func.func @adds() {
              %0 = stablehlo.constant dense<[1.0, 2.0]> : tensor<2xf64>
              %1 = stablehlo.add %0, %0 : tensor<2xf64>
              check.expect_eq_const %1, dense<[2.0, 4.0]> : tensor<2xf64>
              func.return
            }
            // -----
            func.func @misses() {
              %0 = stablehlo.constant dense<1.0> : tensor<f64>
              %1 = stablehlo.exponential %0 : tensor<f64>
              check.expect_almost_eq_const %1, dense<2.71> : tensor<f64>
              func.return
            }
            // -----
            func.func @unknown() {
              %0 = stablehlo.constant dense<1.0> : tensor<f64>
              %1 = "stablehlo.frobnicate"(%0) : (tensor<f64>) -> tensor<f64>
              check.expect_eq_const %1, dense<1.0> : tensor<f64>
              func.return
            }
            """;

    @TempDir private Path folder;

    private Path module(String text) throws IOException {
        return Files.writeString(folder.resolve("m.mlir"), text);
    }

    @Test
    void saysOfEachFunctionWhatHappenedAndTotalsLast() throws IOException {
        Path file = module(MODULE);
        Outcome outcome = Outcome.of("check", file);
        assertEquals(1, outcome.exitCode(), outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals(4, lines.size(), outcome.out());
        assertEquals("PASS " + file + " @adds", lines.get(0));
        assertTrue(lines.get(1).startsWith("FAIL " + file + " @misses: "), lines.get(1));
        assertTrue(lines.get(1).contains("expected 2.71"), lines.get(1));
        assertTrue(lines.get(2).startsWith("UNSUPPORTED " + file + " @unknown: "), lines.get(2));
        assertEquals("1 passed, 1 failed, 1 unsupported", lines.get(3));
        assertEquals("hessdiag: 1 of the checked functions failed", outcome.lastErrorLine());
    }

    @Test
    void passesWhenNothingFails() throws IOException {
        Outcome outcome = Outcome.of("check", module(MODULE.substring(0, MODULE.indexOf("//"))));
        assertEquals(0, outcome.exitCode(), outcome.out() + outcome.err());
    }

    @Test
    void functionsThatExpectNothingAreNoTests() throws IOException {
        String helper =
                "func.func @helper(%x: tensor<f64>) -> tensor<f64> { return %x : tensor<f64> }";
        Path file = module(helper + "\n// -----\n" + MODULE.substring(0, MODULE.indexOf("//")));
        Outcome outcome = Outcome.of("check", file);
        assertEquals(0, outcome.exitCode(), outcome.out() + outcome.err());
        assertEquals(
                "1 passed, 0 failed, 0 unsupported",
                outcome.out().strip().lines().reduce((a, b) -> b).orElseThrow());
        assertEquals(1, Outcome.of("check", module(helper)).exitCode());
    }

    @Test
    void missingFileIsBadInput() {
        Outcome outcome = Outcome.of("check", folder.resolve("none.mlir"));
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.lastErrorLine().endsWith("none.mlir: no such file"), outcome.err());
    }
}
