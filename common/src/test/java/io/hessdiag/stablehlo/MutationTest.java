package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.ProgramChecker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Damaged module text: a program or a {@link StableHloException}, nothing else, and soon. */
class MutationTest {
    private static final List<String> TEXTS = texts();

    private static final List<String> FRAGMENTS =
            List.of(
                    "(",
                    ")",
                    "{",
                    "}",
                    "[",
                    "]",
                    "<",
                    ">",
                    ",",
                    ":",
                    "->",
                    "=",
                    "%0",
                    "%arg0",
                    "@relu",
                    "#loc",
                    "dense<",
                    "dense<1.0>",
                    "tensor<f64>",
                    "tensor<?xf64>",
                    "tensor<999999999x999999999xf32>",
                    "\"",
                    "\"0x",
                    "stablehlo.add",
                    "call @relu",
                    "stablehlo.return",
                    "99999999999999999999",
                    "-1",
                    "0x",
                    "x",
                    "1e999",
                    "\0",
                    "\u001B",
                    "loc(",
                    "// -----",
                    "{-#",
                    "^bb0(",
                    "applies",
                    "init:",
                    "cond {",
                    "reducer(",
                    "array<i64: ",
                    "i1",
                    "complex<f32>",
                    "main",
                    "2147483647");

    private record Mutation(int kind, double from, double length, String fragment) {}

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        Texts.MODULES.forEach(m -> texts.add(Texts.resource(m)));
        texts.add(Texts.resource("rnn-tanh-scan/loss.mlir"));
        texts.add(Texts.resource("cnn-relu-maxpool/loss.mlir"));
        return texts;
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(FRAGMENTS))
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> modules() {
        return Arbitraries.of(TEXTS);
    }

    private static String mutate(String text, Mutation m) {
        int p = (int) (m.from() * text.length());
        int n = (int) (m.length() * Math.min(40, text.length() - p));
        String head = text.substring(0, p);
        return switch (m.kind()) {
            case 0 -> head;
            case 1 -> head + text.substring(p + n);
            case 2 -> head + m.fragment() + text.substring(p);
            case 3 -> head + m.fragment() + text.substring(p + n);
            default -> head + text.substring(p, p + n) + text.substring(p);
        };
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    void damagedTextGivesProgramsOrDeclaredErrors(
            @ForAll("modules") String module, @ForAll("mutations") List<Mutation> mutations) {
        String text = module;
        for (Mutation m : mutations) {
            text = mutate(text, m);
        }
        String damaged = text;
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(damaged));
    }

    private static void read(String text) {
        try {
            Module module = StableHlo.parse("m.mlir", text);
            StableHlo.unsupported(module);
            for (String f : module.functionNames()) {
                ProgramChecker.check(StableHlo.importFunction(module, f).program());
                StableHlo.importChecked(module, f);
            }
        } catch (StableHloException e) {
            assertTrue(e.getMessage().startsWith("m.mlir:"), e.getMessage());
            assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
        }
    }
}
