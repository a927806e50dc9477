package io.hessdiag.plan;

import io.hessdiag.curvature.Curvature;
import io.hessdiag.curvature.Obstacle;
import io.hessdiag.curvature.Passes;
import io.hessdiag.ir.IrException;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.TooLargeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ways in which methods other than index could serve a part of the loss within the memory
 * budget. A way that takes too much for one example is looked at with its seeds in ranges.
 */
final class Candidates {
    /** Work that takes less than this many seconds is not worth a search for something better. */
    private static final double WORTH_A_SEARCH = 0.01;

    /** What goes through more equations is computed with cuts, and beyond that without a search. */
    private static final int LONG = 400;

    private static final int VERY_LONG = 1000;

    /**
     * Beyond this, making and compiling the program would take longer than index, unless the loss
     * itself is long: index makes a program of that length for every leaf.
     */
    private static final int MOST_EQUATIONS = 30_000;

    private static final int MOST_PER_EQUATION = 10;

    private static final int MOST_RANGES = 1 << 16;

    /** What more ranges leave of the bytes where it is worth going on. */
    private static final double HELPS = 0.9;

    private static final double MANY_BYTES = 0x1p23;

    private final Source source;
    private final int parameters;
    private final PlanOptions options;
    private final BitSet served;
    private final Map<Integer, Summand> summands = new HashMap<>();
    private final Map<Integer, Curvature> curvatures = new HashMap<>();
    private final List<Candidate> found = new ArrayList<>();
    private final Map<Method, Miss> missed = new LinkedHashMap<>();

    /** Why a way was none, and what it takes; of a method's ways the one that takes least. */
    private record Miss(String text, double bytes) {}

    /**
     * @param leaves those that are asked for
     */
    Candidates(Source source, int parameters, PlanOptions options, BitSet leaves) {
        this.source = source;
        this.parameters = parameters;
        this.options = options;
        this.served = (BitSet) leaves.clone();
        served.and(curvature(probe()).servable());
    }

    private int probe() {
        return (int) Math.min(source.examples(), Blocking.PROBE);
    }

    private Curvature curvature(int examples) {
        return curvatures.computeIfAbsent(
                examples, n -> Curvature.of(Rewrites.unrolled(summand(n).program()), parameters));
    }

    Summand summand(int examples) {
        return summands.computeIfAbsent(examples, source::of);
    }

    /** Looks at all ways that are worth it. */
    void find() {
        if (options.method() != Method.SITE) {
            double cuts = look(Way.CUTS, probe());
            boolean search = isWorthASearch() && equations() <= LONG;
            double plain = search ? look(Way.SWEEPS, probe()) : cuts;
            if (cheapest(Method.CURVATURE).isEmpty()) {
                inRanges(Way.SWEEPS, plain);
            }
        }
        boolean search = isWorthASearch() && equations() <= VERY_LONG;
        if (options.method() == Method.SITE || options.method() == null && search) {
            inRanges(Way.SITE, look(Way.SITE, probe()));
        }
    }

    /**
     * Adds a way if its program is not too long and if a block of it fits.
     *
     * @return what an example takes; NaN if the program is too long, infinite if its arrays are
     *     larger than arrays can be
     */
    private double look(Way way, int size) {
        try {
            Optional<Passes> passes = way.passes(curvature(size), served, most());
            return passes.map(p -> look(way, size, p)).orElseGet(() -> isTooLong(way));
        } catch (TooLargeException | IrException e) {
            requireTooLarge(e);
            miss(way, way.text() + ": " + e.getMessage(), Double.POSITIVE_INFINITY);
            return Double.POSITIVE_INFINITY;
        }
    }

    private double look(Way way, int size, Passes passes) {
        Candidate c = Candidate.of(way, size, passes, served, parameters, source.examples());
        double bytes = (double) c.bytes() / size;
        if (bytes <= options.memoryBlock()) {
            found.add(c);
        } else {
            String text = "%s takes %s at a time, memory.block is %s";
            String budget = size(options.memoryBlock());
            miss(way, String.format(text, way.text(), size(bytes), budget), bytes);
        }
        return bytes;
    }

    private static String size(double bytes) {
        return bytes < MANY_BYTES
                ? String.format("%.0f KiB", bytes / 0x1p10)
                : String.format("%.0f MiB", bytes / 0x1p20);
    }

    private double isTooLong(Way way) {
        String text = way.text() + " takes a program of more than " + most() + " equations";
        miss(way, text, Double.POSITIVE_INFINITY);
        return Double.NaN;
    }

    private void miss(Way way, String text, double bytes) {
        missed.merge(way.method(), new Miss(text, bytes), (a, b) -> b.bytes() < a.bytes() ? b : a);
    }

    /** Passes on what is no shape of more elements than an array can have. */
    private static void requireTooLarge(RuntimeException e) {
        if (!(e instanceof TooLargeException) && !(e.getCause() instanceof TooLargeException)) {
            throw e;
        }
    }

    private int most() {
        return Math.max(MOST_EQUATIONS, MOST_PER_EQUATION * equations());
    }

    /** In more and more ranges until one fits, if it has not without and as long as that helps. */
    private void inRanges(Way way, double bytes) {
        double budget = options.memoryBlock();
        double now = bytes;
        double before = Double.POSITIVE_INFINITY;
        int ranges = 1;
        while (now > budget && ranges < MOST_RANGES && equations() <= VERY_LONG) {
            double missing = Double.isInfinite(now) ? 1 : now / budget;
            long more = Math.max(2, Long.highestOneBit((long) Math.min(MOST_RANGES, missing)));
            ranges = (int) Math.min(MOST_RANGES, ranges * more);
            now = look(way.in(ranges), 1);
            if (now > HELPS * before) {
                return;
            }
            before = now;
        }
    }

    boolean isWorthASearch() {
        return found.stream().noneMatch(c -> c.seconds(served) < WORTH_A_SEARCH);
    }

    int equations() {
        return curvature(probe()).equations();
    }

    List<Obstacle> obstacles() {
        return curvature(probe()).obstacles();
    }

    /** The leaves that these methods can do at all. */
    BitSet served() {
        return served;
    }

    List<Candidate> found() {
        return found;
    }

    /** The way to do all that are served that takes least. */
    Optional<Candidate> cheapest(Method method) {
        return found.stream()
                .filter(c -> c.way().method() == method)
                .reduce((a, b) -> b.seconds(served) < a.seconds(served) ? b : a);
    }

    /** Why a method is none of the candidates. */
    List<String> missed() {
        return missed.entrySet().stream()
                .filter(e -> cheapest(e.getKey()).isEmpty())
                .map(e -> e.getValue().text())
                .toList();
    }

    /** In as many ranges as fewer leaves need. */
    Way fitting(Way way, BitSet leaves) {
        Way fewer = way;
        while (fewer.ranges() > 1 && !leaves.equals(served)) {
            Way half = way.in(fewer.ranges() / 2);
            if (bytes(() -> passes(half, 1, leaves)) > options.memoryBlock()) {
                return fewer;
            }
            fewer = half;
        }
        return fewer;
    }

    /** What a run of a program takes; infinite if its arrays are larger than arrays can be. */
    double bytes(Supplier<Passes> passes) {
        try {
            return Costs.peakBytes(SweepPart.split(passes.get().program(), parameters).late());
        } catch (TooLargeException | IrException e) {
            requireTooLarge(e);
            return Double.POSITIVE_INFINITY;
        }
    }

    /** A way's program for other blocks, or for fewer leaves. */
    Passes passes(Way way, int examples, BitSet leaves) {
        return found.stream()
                .filter(c -> c.way().equals(way) && c.size() == examples && leaves.equals(served))
                .findFirst()
                .map(Candidate::passes)
                .orElseGet(
                        () ->
                                way.passes(curvature(examples), leaves, Integer.MAX_VALUE)
                                        .orElseThrow());
    }
}
