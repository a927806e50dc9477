package io.hessdiag.plan.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The corpus is what it is said to be, and its failures are shrunk. */
class LossRecipeTest {

    @Test
    void everyPieceAndLossOccurs() {
        assumeTrue(Corpus.RECIPES.size() >= 300);
        Set<Object> missing = new HashSet<>();
        Stream.of(Piece.class, Input.class, Ending.class, Penalty.class)
                .flatMap(Records::possibleParts)
                .forEach(missing::add);
        Corpus.RECIPES.stream().flatMap(Records::parts).forEach(missing::remove);
        assertEquals(Set.of(), missing);
    }

    @Test
    void theSameSeedMakesTheSameLoss() {
        LossRecipe recipe = LossRecipe.draw(7);
        assertEquals(recipe, LossRecipe.draw(7));
        assertEquals(recipe.loss().program(), recipe.loss().program());
        assertEquals(recipe.loss().values(), recipe.loss().values());
    }

    /** Examples in another order, round by one, make the same loss. */
    @Test
    void examplesLieAlongTheirAxes() {
        Corpus.forAll(
                3,
                recipe -> {
                    if (!recipe.pieces().contains(new Pointwise.Dropout(true))) {
                        Loss loss = recipe.loss();
                        Ints axes = recipe.exampleAxes();
                        List<Tensor> moved = new ArrayList<>(loss.values());
                        for (int i = 0; i < axes.size(); i++) {
                            int leaf = loss.parameterCount() + i;
                            moved.set(leaf, rotated(moved.get(leaf), axes.get(i)));
                        }
                        double expected = value(loss, loss.values());
                        double tolerance = 1e-12 * Math.max(1, Math.abs(expected));
                        assertEquals(expected, value(loss, moved), tolerance);
                    }
                });
    }

    private static double value(Loss loss, List<Tensor> values) {
        return Interpreter.run(loss.program(), values).get(0).get(0);
    }

    private static Tensor rotated(Tensor t, int axis) {
        if (axis == Network.SHARED) {
            return t;
        }
        ProgramBuilder b = new ProgramBuilder("rotate");
        int x = b.input(t.type());
        int n = t.shape().dim(axis);
        int all = b.emit(new Op.Concatenate(axis), x, x);
        Ints dims = b.shape(all).dims();
        Ints start = Ints.repeat(0, dims.size()).with(axis, 1);
        Ints one = Ints.repeat(1, dims.size());
        Op cut = new Op.Slice(start, dims.with(axis, n + 1), one);
        Program rotate = b.build(b.emit(cut, all));
        return Interpreter.run(rotate, List.of(t)).get(0);
    }

    @Test
    void failuresAreShrunkToWhatMakesThem() {
        Shrink.Property planted =
                r -> assertFalse(hasLayerNorm(r), () -> "not with " + r.pieces().size());
        LossRecipe recipe =
                Corpus.RECIPES.stream()
                        .filter(r -> r.pieces().size() > 4 && r.examples() > 1)
                        .filter(LossRecipeTest::hasLayerNorm)
                        .findFirst()
                        .orElseThrow();
        LossRecipe smallest = Shrink.smallest(recipe, planted);
        assertEquals(1, smallest.pieces().size());
        assertTrue(hasLayerNorm(smallest));
        assertEquals(new Ending.Squared(Reduction.MEAN), smallest.ending());
        assertEquals(1, smallest.examples());
        String message =
                assertThrows(AssertionError.class, () -> Shrink.check(recipe, planted))
                        .getMessage();
        for (Object part : List.of("not with 1", smallest, smallest.loss().program(), recipe)) {
            assertTrue(message.contains(part.toString()), message);
        }
    }

    private static boolean hasLayerNorm(LossRecipe recipe) {
        return recipe.pieces().stream().anyMatch(Normal.LayerNorm.class::isInstance);
    }
}
