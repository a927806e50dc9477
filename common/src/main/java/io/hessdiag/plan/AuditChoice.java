package io.hessdiag.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Which entries an audit looks at, chosen before there is a diagonal: random ones, spread over the
 * leaves.
 */
public final class AuditChoice {
    private final AuditSample sample;
    private final List<LeafEntries> leaves;
    private final List<Entry> entries;

    /** An entry of the diagonal by its row-major position in a leaf. */
    public record Entry(int leaf, String name, int flat) implements Serializable {}

    private AuditChoice(AuditSample sample, int count, Random random) {
        this.sample = sample;
        this.leaves = new ArrayList<>(sample.leaves());
        Collections.shuffle(leaves, random);
        this.entries = choose(count, random);
    }

    /**
     * @param count how many entries; fewer if there are not as many
     */
    public static AuditChoice of(DiagonalPlan plan, int count, long seed) {
        return of(plan, count, seed, AuditSample.MOST_SECONDS);
    }

    /**
     * @param mostSeconds beyond which a block of the examples has to do, and beyond which fewer
     *     entries have to, but one of each leaf
     */
    static AuditChoice of(DiagonalPlan plan, int count, long seed, double mostSeconds) {
        Random random = new Random(seed);
        AuditSample sample = AuditSample.of(plan, count, mostSeconds, random);
        return new AuditChoice(sample, sample.affordable(count, mostSeconds), random);
    }

    /**
     * Entries of a data set's first block of a range, whose share is checked instead of the result.
     *
     * @param some with at least the range's examples
     */
    public static AuditChoice of(
            DiagonalPlan plan, ExampleRange range, Arguments some, int count, long seed) {
        AuditSample sample = AuditSample.block(plan, some, range.units().get(0).firstBlock());
        int affordable = sample.affordable(count, AuditSample.MOST_SECONDS);
        return new AuditChoice(sample, affordable, new Random(seed));
    }

    /** Round by round one random entry of each leaf, leaves in random order. */
    private List<Entry> choose(int most, Random random) {
        List<TreeSet<Integer>> chosen = leaves.stream().map(l -> new TreeSet<Integer>()).toList();
        List<Entry> out = new ArrayList<>();
        boolean more = true;
        while (more && out.size() < most) {
            more = false;
            for (int i = 0; i < leaves.size() && out.size() < most; i++) {
                LeafEntries leaf = leaves.get(i);
                int count = leaf.entries().count();
                if (chosen.get(i).size() < count) {
                    more = true;
                    int flat = leaf.flat(fresh(chosen.get(i), count, random));
                    out.add(new Entry(leaf.leaf(), leaf.entryName(flat), flat));
                }
            }
        }
        return out;
    }

    /** A number below {@code count} that is not in {@code taken} yet; adds it. */
    private static int fresh(TreeSet<Integer> taken, int count, Random random) {
        int i = random.nextInt(count);
        while (!taken.add(i)) {
            i = (i + 1) % count;
        }
        return i;
    }

    /** In the order of the audit. */
    public List<Entry> entries() {
        return entries;
    }

    AuditSample sample() {
        return sample;
    }
}
