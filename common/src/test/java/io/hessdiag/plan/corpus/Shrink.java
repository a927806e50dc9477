package io.hessdiag.plan.corpus;

import java.util.Optional;

/** From a recipe that fails to one that still does and has nothing left to take away. */
public final class Shrink {
    private Shrink() {}

    /** What must hold of a recipe; throws what is wrong. */
    @FunctionalInterface
    public interface Property {
        void check(LossRecipe recipe);
    }

    /** If the recipe does not have the property, fails with the smallest that has not. */
    public static void check(LossRecipe recipe, Property property) {
        if (failure(recipe, property).isEmpty()) {
            return;
        }
        LossRecipe smallest = smallest(recipe, property);
        Throwable why = failure(smallest, property).orElseThrow();
        String message =
                String.join(
                        "\n",
                        String.valueOf(why.getMessage()),
                        smallest.toString(),
                        smallest.loss().program().toString(),
                        "shrunk from " + recipe);
        throw new AssertionError(message, why);
    }

    private static Optional<Throwable> failure(LossRecipe recipe, Property property) {
        try {
            property.check(recipe);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }

    /** What is left when nothing more can be taken from a recipe that fails. */
    static LossRecipe smallest(LossRecipe failing, Property property) {
        LossRecipe smallest = failing;
        Optional<LossRecipe> next = Optional.of(failing);
        while (next.isPresent()) {
            smallest = next.get();
            next =
                    Records.simpler(smallest).stream()
                            .filter(LossRecipe::isFit)
                            .filter(r -> failure(r, property).isPresent())
                            .findFirst();
        }
        return smallest;
    }
}
