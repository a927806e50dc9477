package io.hessdiag.plan.corpus;

import java.util.List;
import java.util.stream.LongStream;

/** Random networks, the same in every run; more of them: {@code -Dcorpus=3000}. */
public final class Corpus {
    public static final List<LossRecipe> RECIPES =
            LongStream.range(0, Integer.getInteger("corpus", 300))
                    .parallel()
                    .mapToObj(LossRecipe::draw)
                    .toList();

    private Corpus() {}

    /** Checks one of every {@code every} recipes; fails with the smallest that fails. */
    public static void forAll(int every, Shrink.Property property) {
        RECIPES.parallelStream()
                .filter(r -> r.seed() % every == 0)
                .forEach(r -> Shrink.check(r, property));
    }
}
