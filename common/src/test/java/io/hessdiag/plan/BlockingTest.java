package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BlockingTest {
    private static final long KIB = 1 << 10;
    private static final PlanOptions OPTIONS = PlanOptions.DEFAULT;

    private static int size(int examples, PlanOptions options, long fixed, long each) {
        return Blocking.size(examples, options, n -> fixed + n * each);
    }

    @Test
    void fewExamplesThatFitAreOneBlock() {
        assertEquals(10, size(10, OPTIONS, 0, KIB));
        assertEquals(1, size(1, OPTIONS, 0, KIB));
    }

    @Test
    void blocksAreAsLargeAsCachesLikeAndEven() {
        int size = size(1797, OPTIONS, 0, 32 * KIB);
        assertTrue(size * 32 * KIB <= 8 << 20, size + " examples");
        int blocks = (1797 + size - 1) / size;
        assertTrue(blocks * size - 1797 < blocks, size + " examples");
    }

    /** Even where that is little for caches, a product wants some rows. */
    @Test
    void largeExamplesComeInProbesAndVeryLargeOnesOneByOne() {
        assertEquals(16, size(160, OPTIONS, 0, 4096 * KIB));
        assertEquals(1, size(160, OPTIONS, 0, 200 << 20));
    }

    /** What all blocks need alike is no reason for the smallest. */
    @Test
    void largeParametersLeaveHalfOfTheBudgetToExamples() {
        int size = size(1000, OPTIONS.withMemoryBlock(64 << 20), 400 << 20, 2048 * KIB);
        assertEquals(16, size);
    }

    @Test
    void aFewMoreBlocksSoThatCoresShareThemEvenly() {
        assertEquals(24, Blocking.shared(23));
        assertEquals(10, Blocking.shared(9));
        assertEquals(7, Blocking.shared(7));
        assertEquals(56, Blocking.shared(49));
        assertEquals(65, Blocking.shared(65));
        assertEquals(100, size(2400, OPTIONS, 0, (8 << 20) / 105)); // 24 blocks of 100, not 23
    }

    @Test
    void theUsersSizeIsMadeEven() {
        assertEquals(9, size(18, OPTIONS.withBlockExamples(17), 0, KIB));
        assertEquals(18, size(18, OPTIONS.withBlockExamples(20), 0, KIB));
    }

    @Test
    void sizeDoesNotDependOnTheNumberOfExamples() {
        int few = size(16_000, OPTIONS, 0, 64 * KIB);
        int many = size(1_600_000, OPTIONS, 0, 64 * KIB);
        assertEquals(few, many, 2);
    }
}
