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
    private final List<AuditSample> samples;
    private final List<Place> places = new ArrayList<>();
    private final List<Entry> entries;

    /**
     * An entry of the diagonal by its row-major position in a leaf.
     *
     * @param sample number of what is evaluated for it: 0 where that is one thing
     */
    public record Entry(int sample, int leaf, String name, int flat) implements Serializable {}

    /** A leaf in what is evaluated. */
    private record Place(int sample, LeafEntries leaf) {}

    private AuditChoice(List<AuditSample> samples, int count, Random random) {
        this.samples = samples;
        for (int i = 0; i < samples.size(); i++) {
            for (LeafEntries leaf : samples.get(i).leaves()) {
                places.add(new Place(i, leaf));
            }
        }
        Collections.shuffle(places, random);
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
        List<AuditSample> samples = AuditSample.of(plan, count, mostSeconds, random);
        int affordable = AuditSample.affordable(samples, count, mostSeconds);
        return new AuditChoice(samples, affordable, random);
    }

    /**
     * Entries of a data set's first block of a range, and of what is in no block, whose shares are
     * checked instead of the result.
     *
     * @param some with at least the range's examples
     */
    public static AuditChoice of(
            DiagonalPlan plan, ExampleRange range, Arguments some, int count, long seed) {
        AuditSample block = AuditSample.block(plan, some, range.units().get(0).firstBlock());
        List<AuditSample> samples = AuditSample.withRemainder(block, plan, some);
        int affordable = AuditSample.affordable(samples, count, AuditSample.MOST_SECONDS);
        return new AuditChoice(samples, affordable, new Random(seed));
    }

    /** Round by round one random entry of each leaf, leaves in random order. */
    private List<Entry> choose(int most, Random random) {
        List<TreeSet<Integer>> chosen = places.stream().map(l -> new TreeSet<Integer>()).toList();
        List<Entry> out = new ArrayList<>();
        boolean more = true;
        while (more && out.size() < most) {
            more = false;
            for (int i = 0; i < places.size() && out.size() < most; i++) {
                LeafEntries leaf = places.get(i).leaf();
                int count = leaf.entries().count();
                if (chosen.get(i).size() < count) {
                    more = true;
                    int flat = leaf.flat(fresh(chosen.get(i), count, random));
                    out.add(
                            new Entry(
                                    places.get(i).sample(),
                                    leaf.leaf(),
                                    leaf.entryName(flat),
                                    flat));
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

    List<AuditSample> samples() {
        return samples;
    }
}
