package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inspect command. */
class InspectTest {
    @TempDir private Path folder;

    @Test
    void showsLeavesOperationsLossAndGradient() {
        Outcome outcome = Outcome.of("inspect", Bundles.LINEAR);
        assertEquals(0, outcome.exitCode(), outcome.err());
        String out = outcome.out();
        assertTrue(out.lines().anyMatch(l -> l.matches("\\[0]\\s+tensor<f64>\\s+parameter")), out);
        assertTrue(out.lines().anyMatch(l -> l.matches("\\[1]\\s+tensor<3xf64>\\s+data")), out);
        assertTrue(out.contains("multiply 2"), out);
        assertTrue(out.contains("unsupported  none"), out);
        assertTrue(out.contains("loss         8.9666666666666"), out);
        // |(-12.93333, -5.6)|
        assertTrue(out.contains("norm 14.09365499475"), out);
    }

    @Test
    void saysWhetherTheTwoGradientsAgree() throws IOException {
        assertTrue(Outcome.of("inspect", Bundles.LINEAR).out().contains("agrees with loss.mlir"));
        Path bundle = Bundles.copy(Bundles.LINEAR, folder.resolve("bundle"));
        Path gradient = bundle.resolve("grad.mlir");
        Files.writeString(
                gradient, Files.readString(gradient).replace("return %9, %15,", "return %9, %9,"));
        String out = Outcome.of("inspect", bundle).out();
        assertTrue(out.contains("stop_gradient or a custom derivative"), out);
    }

    @Test
    void listsEverythingUnsupportedWithItsPlace() throws IOException {
        Path bundle = Bundles.copy(Bundles.LINEAR, folder.resolve("bundle"));
        Path module = bundle.resolve("loss.mlir");
        Files.writeString(
                module,
                Files.readString(module)
                        .replace("stablehlo.add %2", "stablehlo.frobnicate %2")
                        .replace("stablehlo.subtract", "stablehlo.perplex"));
        Outcome outcome = Outcome.of("inspect", bundle);
        assertEquals(3, outcome.exitCode(), outcome.err());
        String out = outcome.out();
        assertTrue(out.contains("loss.mlir:") && out.contains("perplex"), out);
        assertTrue(out.lines().anyMatch(l -> l.matches("%arg2\\s+tensor<3xf64>\\s*")), out);
        assertTrue(out.contains("multiply 2, perplex 1"), out);
        assertTrue(outcome.lastErrorLine().contains("not supported"), outcome.err());
    }
}
