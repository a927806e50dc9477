package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules under {@code modules}: every expectation holds, and none would hold of anything. */
class SelfCheckingModulesTest {
    static Stream<Arguments> functions() throws IOException, URISyntaxException {
        Path folder = Path.of(SelfCheckingModulesTest.class.getResource("/modules").toURI());
        List<Arguments> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                for (Module m : StableHlo.parseAll(name, Files.readString(file))) {
                    StableHlo.checkedFunctionNames(m)
                            .forEach(f -> all.add(Arguments.of(name, f, m)));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("functions")
    void expectationsHold(String file, String function, Module module) {
        CheckedFunction f = StableHlo.importChecked(module, function);
        Program program = ProgramChecker.check(f.program());
        List<Tensor> values = Interpreter.run(program, List.of());
        assertFalse(f.expectations().isEmpty());
        for (int i = 0; i < f.expectations().size(); i++) {
            assertEquals(
                    Optional.empty(),
                    f.expectations().get(i).failure(values.get(2 * i), values.get(2 * i + 1)));
        }
        assertEquals(values, Executable.compile(program).run(List.of()));
        assertEquals(
                values,
                Interpreter.run(ProgramChecker.check(Rewrites.simplify(program)), List.of()));
        Program back =
                StableHlo.importFunction(
                                StableHlo.parse("m.mlir", StableHlo.print(program)), "main")
                        .program();
        assertEquals(values, Interpreter.run(back, List.of()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("functions")
    void expectationsFailOfOtherValues(String file, String function, Module module) {
        CheckedFunction f = StableHlo.importChecked(module, function);
        List<Tensor> values = Interpreter.run(f.program(), List.of());
        for (int i = 0; i < f.expectations().size(); i++) {
            Tensor expected = values.get(2 * i + 1);
            if (expected.size() > 0) {
                Expectation e = f.expectations().get(i);
                assertTrue(e.failure(changed(values.get(2 * i)), expected).isPresent());
            }
        }
    }

    /** Another first element. */
    private static Tensor changed(Tensor t) {
        Tensor out = Tensor.zeros(t.type());
        System.arraycopy(t.data(), 0, out.data(), 0, t.size());
        if (t.data() instanceof double[]) {
            out.doubles()[0] = t.get(0) == 7 ? 9 : 7;
        } else if (t.data() instanceof float[]) {
            out.floats()[0] = t.get(0) == 7 ? 9 : 7;
        } else if (t.data() instanceof long[]) {
            out.longs()[0] ^= 1;
        } else {
            out.booleans()[0] ^= true;
        }
        return out;
    }

    @Test
    void functionsThatExpectNothingAreNoTests() {
        Module m =
                StableHlo.parse(
                        "m.mlir",
                        """
                        func.func @plain(%x: tensor<f64>) -> tensor<f64> {
                          return %x : tensor<f64>
                        }
                        func.func @calls() {
                          func.call @checks() : () -> ()
                          func.return
                        }
                        func.func private @checks() {
                          %0 = stablehlo.constant dense<1> : tensor<i32>
                          "check.expect_eq"(%0, %0) : (tensor<i32>, tensor<i32>) -> ()
                          func.return
                        }
                        """);
        assertEquals(List.of("calls"), StableHlo.checkedFunctionNames(m));
    }
}
