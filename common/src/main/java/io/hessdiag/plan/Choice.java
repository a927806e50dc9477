package io.hessdiag.plan;

import io.hessdiag.curvature.Curvature;
import io.hessdiag.curvature.Obstacle;
import io.hessdiag.curvature.Passes;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TooLargeException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Which method serves which leaf of a part of the loss: the cheapest total by {@link
 * Rates#NOMINAL}, with what leaves share counted once; or the one that was asked for.
 */
final class Choice {
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

    private final Source source;
    private final int parameters;
    private final PlanOptions options;
    private final List<LeafEntries> leaves;
    private final Curvature curvature;
    private final Map<Integer, Summand> summands = new HashMap<>();
    private final BitSet served = new BitSet();
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final BitSet byCurvature = new BitSet();
    private final BitSet bySite = new BitSet();
    private boolean cuts;

    /** Why a leaf goes without a method. */
    record Reason(int leaf, String text) implements Serializable {}

    /**
     * @param index seconds that a leaf takes by method index
     */
    Choice(
            Source source,
            int parameters,
            PlanOptions options,
            List<LeafEntries> leaves,
            IntToDoubleFunction index) {
        this.source = source;
        this.parameters = parameters;
        this.options = options;
        this.leaves = leaves;
        this.curvature = curvature(probe());
        leaves.forEach(l -> served.set(l.leaf()));
        served.and(curvature.servable());
        obstacles();
        if (!served.isEmpty()) {
            candidates();
            choose(index);
        }
    }

    private Curvature curvature(int examples) {
        return Curvature.of(Rewrites.unrolled(summand(examples).program()), parameters);
    }

    private Summand summand(int examples) {
        return summands.computeIfAbsent(examples, source::of);
    }

    private void obstacles() {
        for (Obstacle o : curvature.obstacles()) {
            for (LeafEntries l : leaves) {
                if (o.leaves().get(l.leaf())) {
                    String text = o + ": " + reason(o);
                    forced(l, text);
                    reasons.add(new Reason(l.leaf(), text));
                }
            }
        }
    }

    private static String reason(Obstacle o) {
        return o.equation().op() instanceof Op.Scan loop
                ? "a loop of " + loop.length() + " steps is too long to be written out"
                : "its second derivative has no bilinear form";
    }

    private void forced(LeafEntries leaf, String reason) {
        if (options.method() != null) {
            throw new PlanException(options.method(), leaf.name(), reason);
        }
    }

    private void candidates() {
        if (options.method() != Method.SITE) {
            unlessTooLarge(Method.CURVATURE, this::sweeps);
        }
        boolean search = isWorthASearch() && curvature.equations() <= VERY_LONG;
        if (options.method() == Method.SITE || options.method() == null && search) {
            unlessTooLarge(
                    Method.SITE,
                    () -> candidate(Method.SITE, false, simplified(curvature.sites(served, 1))));
        }
    }

    /** A method that needs larger arrays than there are is none. */
    private void unlessTooLarge(Method method, Runnable candidates) {
        try {
            candidates.run();
        } catch (TooLargeException | IrException e) {
            if (e instanceof IrException && !(e.getCause() instanceof TooLargeException)) {
                throw e;
            }
            missed(method.text() + ": " + e.getMessage());
        }
    }

    private boolean isWorthASearch() {
        return candidates.stream().noneMatch(c -> c.seconds(served) < WORTH_A_SEARCH);
    }

    private void sweeps() {
        int most = Math.max(MOST_EQUATIONS, MOST_PER_EQUATION * curvature.equations());
        Optional<Passes> cut = curvature.sweeps(served, true, most);
        if (cut.isEmpty()) {
            missed("curvature takes a program of more than " + most + " equations");
            return;
        }
        candidate(Method.CURVATURE, true, simplified(cut.get()));
        if (isWorthASearch() && curvature.equations() <= LONG) {
            Passes plain = curvature.sweeps(served, false);
            candidate(Method.CURVATURE, false, simplified(plain));
        }
    }

    private void missed(String text) {
        served.stream().forEach(l -> reasons.add(new Reason(l, text)));
    }

    private static Passes simplified(Passes p) {
        return new Passes(Rewrites.simplify(p.program()), p.directions(), p.ranges());
    }

    private void candidate(Method method, boolean withCuts, Passes passes) {
        Candidate c = Candidate.of(method, withCuts, passes, served, parameters, source.examples());
        double bytes = (double) c.bytes() / probe();
        if (bytes <= options.memoryBlock()) {
            candidates.add(c);
            return;
        }
        missed(
                String.format(
                        "%s takes %.0f MiB at a time, memory.block is %.0f MiB",
                        method.text(), bytes / 0x1p20, options.memoryBlock() / 0x1p20));
    }

    private void choose(IntToDoubleFunction index) {
        Optional<Candidate> sweeps = cheapest(Method.CURVATURE);
        Optional<Candidate> site = cheapest(Method.SITE);
        cuts = sweeps.map(Candidate::cuts).orElse(false);
        if (options.method() != null) {
            takeForced();
            return;
        }
        double[] elsewhere = elsewhere(index);
        BitSet sites = site.map(s -> s.cheapest(elsewhere, served)).orElseGet(BitSet::new);
        double[] either = elsewhere.clone();
        sites.stream().forEach(l -> either[l] = Math.min(either[l], site.get().seconds(l, sites)));
        sweeps.ifPresent(s -> byCurvature.or(s.cheapest(either, served)));
        BitSet rest = (BitSet) served.clone();
        rest.andNot(byCurvature);
        site.ifPresent(s -> bySite.or(s.cheapest(elsewhere, rest)));
    }

    private void takeForced() {
        if (candidates.isEmpty()) {
            String reason = reasons.get(reasons.size() - 1).text();
            leaves.stream().filter(l -> served.get(l.leaf())).forEach(l -> forced(l, reason));
        }
        (options.method() == Method.SITE ? bySite : byCurvature).or(served);
    }

    private Optional<Candidate> cheapest(Method method) {
        return candidates.stream()
                .filter(c -> c.method() == method)
                .reduce((a, b) -> b.seconds(served) < a.seconds(served) ? b : a);
    }

    /** Seconds by index, where that might be less; infinite where it is certainly more. */
    private double[] elsewhere(IntToDoubleFunction index) {
        IndexPrices prices =
                new IndexPrices(candidates, served, source.examples(), curvature.equations());
        return prices.of(isWorthASearch() ? leaves : List.of(), index);
    }

    /** Why the leaves that neither method serves are not served. */
    List<Reason> reasons() {
        List<Integer> left = rest().stream().map(LeafEntries::leaf).toList();
        return reasons.stream().filter(r -> left.contains(r.leaf())).toList();
    }

    /** The leaves that neither method serves. */
    List<LeafEntries> rest() {
        return leaves.stream()
                .filter(l -> !byCurvature.get(l.leaf()) && !bySite.get(l.leaf()))
                .toList();
    }

    /** The parts for the leaves that are served. */
    List<SweepPart> parts() {
        List<SweepPart> parts = new ArrayList<>();
        for (Method method : List.of(Method.CURVATURE, Method.SITE)) {
            BitSet some = method == Method.SITE ? bySite : byCurvature;
            List<LeafEntries> own = leaves.stream().filter(l -> some.get(l.leaf())).toList();
            for (Shard group : groups(own)) {
                parts.add(part(method, some, own, group));
            }
        }
        return parts;
    }

    /** One group, unless the results of all leaves would not fit into the budget together. */
    private List<Shard> groups(List<LeafEntries> own) {
        return Shard.pack(
                own.size(),
                i -> (long) own.get(i).shape().size() * Double.BYTES,
                options.memoryBlock());
    }

    private SweepPart part(Method method, BitSet some, List<LeafEntries> own, Shard group) {
        int size =
                Blocking.size(
                        source.examples(),
                        options,
                        n -> {
                            Program program = passes(n, method, some, group).program();
                            return Costs.peakBytes(SweepPart.split(program, parameters).late());
                        });
        return new SweepPart(
                method,
                summand(size),
                own.subList(group.first(), group.end()),
                passes(size, method, some, group),
                parameters);
    }

    /** As far as the group's results need it: there is one per leaf, in order. */
    private Passes passes(int examples, Method method, BitSet some, Shard group) {
        Passes all = passes(examples, method, some);
        Program program = all.program();
        if (group.end() - group.first() == program.outputs().size()) {
            return all;
        }
        Ints wanted = program.outputs().pick(Ints.range(group.first(), group.end()));
        return new Passes(DeadCode.restrict(program, wanted), all.directions(), all.ranges());
    }

    private Passes passes(int examples, Method method, BitSet some) {
        boolean withCuts = cuts && method == Method.CURVATURE;
        Optional<Passes> known =
                candidates.stream()
                        .filter(c -> some.equals(served) && examples == probe())
                        .filter(c -> c.method() == method && c.cuts() == withCuts)
                        .map(Candidate::passes)
                        .findFirst();
        return known.orElseGet(
                () -> {
                    Curvature c = curvature(examples);
                    return simplified(
                            method == Method.SITE ? c.sites(some, 1) : c.sweeps(some, withCuts));
                });
    }

    private int probe() {
        return (int) Math.min(source.examples(), Blocking.PROBE);
    }
}
