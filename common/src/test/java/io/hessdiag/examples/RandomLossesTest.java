package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.DeadCode;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomLossesTest {
    private static final int PROGRAMS = 60;

    private static SeparableGenerator.Case random(int seed, int couplings) {
        Random random = new Random(seed);
        return SeparableGenerator.of(random, 2 + random.nextInt(8), couplings);
    }

    private static void blocksAddUp(int seed, Separable s, SeparableGenerator.Case c) {
        try {
            Blocks.check(s, c.loss(), c.arguments());
        } catch (RuntimeException | AssertionError e) {
            fail("seed " + seed + ": " + e.getMessage() + "\n" + c.loss(), e);
        }
    }

    private static String op(Coupling coupling) {
        return coupling.reason().substring(0, coupling.reason().indexOf(':'));
    }

    private static Program alive(SeparableGenerator.Case c) {
        return DeadCode.eliminate(c.loss());
    }

    /** What is a sum by construction is found to be one, with the axes given or looked for. */
    @Test
    void sumsOverExamplesAreProved() {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            SeparableGenerator.Case c = random(seed, 0);
            ExampleAxes.Result given = ExampleAxes.find(alive(c), c.parameters(), c.axes());
            int at = seed;
            blocksAddUp(
                    seed,
                    given.separable()
                            .orElseGet(
                                    () ->
                                            fail(
                                                    "seed "
                                                            + at
                                                            + ": "
                                                            + given.coupling()
                                                            + "\n"
                                                            + c.loss())),
                    c);
            ExampleAxes.Result found = ExampleAxes.find(alive(c), c.parameters());
            blocksAddUp(seed, found.separable().orElseThrow(), c);
        }
    }

    /** Whatever is found to be a sum is one: soundness, with equations that may mix examples. */
    @Test
    void whatIsProvedAddsUp() {
        int proved = 0;
        TreeSet<String> couplings = new TreeSet<>();
        for (int seed = 0; seed < 2 * PROGRAMS; seed++) {
            SeparableGenerator.Case c = random(seed, 1 + seed % 2);
            ExampleAxes.Result result = ExampleAxes.find(alive(c), c.parameters(), c.axes());
            assertEquals(result.separable().isEmpty(), result.coupling().isPresent());
            if (result.separable().isPresent()) {
                proved++;
                blocksAddUp(seed, result.separable().get(), c);
            }
            result.coupling().ifPresent(why -> couplings.add(op(why)));
        }
        assertTrue(proved > PROGRAMS / 2, proved + " proofs");
        assertTrue(
                couplings.containsAll(List.of("add", "multiply", "reduce", "reverse", "sort")),
                couplings.toString());
    }
}
