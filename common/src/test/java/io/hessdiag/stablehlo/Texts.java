package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Module texts for tests. */
final class Texts {
    static final List<String> MODULES =
            List.of(
                    "seed-linear-tuple/grad.mlir",
                    "seed-two-layer-pytree/loss.mlir",
                    "transformer-block/loss.mlir",
                    "mlp-f32/grad.mlir",
                    "mlp-residual/loss.mlir",
                    "mlp-gelu-exact/loss.mlir",
                    "mlp-softplus-bce-zero-logits/loss.mlir",
                    "mlp-sigmoid-onehot-l2/loss.mlir");

    private Texts() {}

    static String resource(String name) {
        try (InputStream in = Texts.class.getResourceAsStream("/bundles/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** A function {@code @main} with these parameters and operations, the last one a return. */
    static String main(String parameters, String results, String operations) {
        return "func.func @main(" + parameters + ") -> " + results + " {\n" + operations + "\n}\n";
    }

    static Program program(String text) {
        return ProgramChecker.check(
                StableHlo.importFunction(StableHlo.parse("m.mlir", text), "main").program());
    }

    static Program program(String parameters, String results, String operations) {
        return program(main(parameters, results, operations));
    }

    /** The op of the last equation. */
    static Op lastOp(Program p) {
        return p.equations().get(p.equations().size() - 1).op();
    }

    static void assertFails(String message, String text) {
        StableHloException e = assertThrows(StableHloException.class, () -> program(text));
        assertEquals(message, e.getMessage());
    }

    /** Equal up to places and names. */
    static void assertSame(Program expected, Program found) {
        assertEquals(expected.inputTypes(), found.inputTypes());
        assertEquals(expected.inputs(), found.inputs());
        assertEquals(expected.equations().size(), found.equations().size());
        for (int i = 0; i < expected.equations().size(); i++) {
            Equation e = expected.equations().get(i);
            Equation f = found.equations().get(i);
            assertSame(e.op(), f.op());
            assertEquals(e.inputs(), f.inputs());
            assertEquals(e.outputs(), f.outputs());
        }
        assertEquals(expected.outputs(), found.outputs());
    }

    private static void assertSame(Op expected, Op found) {
        if (expected instanceof Op.Scan e && found instanceof Op.Scan f) {
            assertSame(e.body(), f.body());
            assertEquals(
                    List.of(e.constants(), e.carries(), e.length(), e.reverse()),
                    List.of(f.constants(), f.carries(), f.length(), f.reverse()));
        } else if (expected instanceof Op.While e && found instanceof Op.While f) {
            assertSame(e.condition(), f.condition());
            assertSame(e.body(), f.body());
            assertEquals(e.constants(), f.constants());
        } else {
            assertEquals(expected, found);
        }
    }
}
