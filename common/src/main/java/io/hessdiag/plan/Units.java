package io.hessdiag.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The units of a plan in their order, which is the order of addition: part by part; with a data set
 * range by range of the examples, since those may pass by only once.
 */
final class Units {
    /** Much more than it takes to start a task; of {@link Rates#NOMINAL}. */
    private static final double SECONDS_PER_RANGE = 0.1;

    /** What a task has to hold of the data. */
    private static final long BYTES_PER_RANGE = 32L << 20;

    /** Partial results of all ranges together stay below this, where they can. */
    private static final long PARTIAL_BYTES = 256L << 20;

    private static final int ENOUGH_RANGES = 64;

    private final List<Part> parts;
    private final List<LossValue> values;
    private final List<WorkUnit> units = new ArrayList<>();
    private final List<ExampleRange> ranges = new ArrayList<>();

    /**
     * @param values of a data set's loss; none without a data set
     * @param exampleBytes what one example takes
     */
    Units(List<Part> parts, List<LossValue> values, long exampleBytes) {
        this.parts = parts;
        this.values = values;
        if (!values.isEmpty()) {
            byRange((Summand.Examples) values.get(0).summand(), exampleBytes);
        }
        for (int i = 0; i < parts.size(); i++) {
            if (values.isEmpty() || !goesThroughExamples(parts.get(i).summand())) {
                add(parts.get(i).units(), i, units);
            }
        }
        for (int i = 1; i < values.size(); i++) {
            add(List.of(values.get(i).unit(new BlockRange(0, 1))), parts.size() + i, units);
        }
    }

    /** The different numbers of examples per block, in rising order. */
    static int[] blockSizes(List<Part> parts) {
        return parts.stream()
                .map(Part::summand)
                .filter(Units::goesThroughExamples)
                .mapToInt(Summand::size)
                .sorted()
                .distinct()
                .toArray();
    }

    private static boolean goesThroughExamples(Summand summand) {
        return summand instanceof Summand.Examples;
    }

    private void byRange(Summand.Examples summand, long exampleBytes) {
        int ranges = count(summand, exampleBytes);
        for (BlockRange blocks : BlockRange.even(summand.blocks(), ranges)) {
            List<WorkUnit> own = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if (goesThroughExamples(parts.get(i).summand())) {
                    add(parts.get(i).units(blocks), i, own);
                }
            }
            add(List.of(values.get(0).unit(blocks)), parts.size(), own);
            long first = (long) blocks.first() * summand.size();
            long end = Math.min(first + (long) blocks.count() * summand.size(), summand.examples());
            this.ranges.add(new ExampleRange(this.ranges.size(), first, (int) (end - first), own));
            units.addAll(own);
        }
    }

    private void add(List<WorkUnit> some, int part, List<WorkUnit> to) {
        int next = to == units ? units.size() : units.size() + to.size();
        for (WorkUnit unit : some) {
            to.add(unit.at(next++, part));
        }
    }

    /** By work, by what the data take, and by what the partial results take. */
    private int count(Summand.Examples summand, long exampleBytes) {
        double seconds = 0;
        long results = 0;
        for (Part part : parts) {
            if (goesThroughExamples(part.summand())) {
                seconds += part.leaves().stream().mapToDouble(Units::seconds).sum();
                results += part.leaves().stream().mapToLong(Units::bytes).sum();
            }
        }
        double most = Math.max(ENOUGH_RANGES, (double) PARTIAL_BYTES / Math.max(1, results));
        double worth = Math.min(Math.ceil(seconds / SECONDS_PER_RANGE), most);
        double fitting = Math.ceil((double) exampleBytes * summand.examples() / BYTES_PER_RANGE);
        return (int) Math.max(1, Math.min(summand.blocks(), Math.max(worth, fitting)));
    }

    private static double seconds(Part.LeafWork leaf) {
        return Rates.NOMINAL.seconds(leaf.work());
    }

    private static long bytes(Part.LeafWork leaf) {
        return (long) leaf.leaf().entries().count() * Double.BYTES;
    }

    List<WorkUnit> units() {
        return List.copyOf(units);
    }

    List<ExampleRange> ranges() {
        return List.copyOf(ranges);
    }
}
