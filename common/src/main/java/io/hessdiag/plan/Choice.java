package io.hessdiag.plan;

import io.hessdiag.curvature.Obstacle;
import io.hessdiag.curvature.Passes;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.DeadCode;
import io.hessdiag.tensor.Ints;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Which method serves which leaf of a part of the loss: the cheapest total by {@link
 * Rates#NOMINAL}, with what leaves share counted once; or the one that was asked for.
 */
final class Choice {
    private final Source source;
    private final int parameters;
    private final PlanOptions options;
    private final List<LeafEntries> leaves;
    private final Candidates candidates;
    private final BitSet served;
    private final List<Reason> reasons = new ArrayList<>();
    private final BitSet byCurvature = new BitSet();
    private final BitSet bySite = new BitSet();

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
        BitSet asked = new BitSet();
        leaves.forEach(l -> asked.set(l.leaf()));
        this.candidates = new Candidates(source, parameters, options, asked);
        this.served = candidates.served();
        obstacles();
        if (!served.isEmpty()) {
            candidates.find();
            candidates.missed().forEach(this::missed);
            choose(index);
        }
    }

    private void obstacles() {
        for (Obstacle o : candidates.obstacles()) {
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

    private void missed(String text) {
        served.stream().forEach(l -> reasons.add(new Reason(l, text)));
    }

    private void choose(IntToDoubleFunction index) {
        Optional<Candidate> sweeps = candidates.cheapest(Method.CURVATURE);
        Optional<Candidate> site = candidates.cheapest(Method.SITE);
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
        if (candidates.found().isEmpty()) {
            String reason = reasons.get(reasons.size() - 1).text();
            leaves.stream().filter(l -> served.get(l.leaf())).forEach(l -> forced(l, reason));
        }
        (options.method() == Method.SITE ? bySite : byCurvature).or(served);
    }

    /** Seconds by index, where that might be less; infinite where it is certainly more. */
    private double[] elsewhere(IntToDoubleFunction index) {
        IndexPrices prices =
                new IndexPrices(
                        candidates.found(), served, source.examples(), candidates.equations());
        return prices.of(candidates.isWorthASearch() ? leaves : List.of(), index);
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
            if (!own.isEmpty()) {
                Way cheapest = candidates.cheapest(method).orElseThrow().way();
                Way way = candidates.fitting(cheapest, some);
                groups(own).forEach(g -> parts.add(part(way, some, own, g)));
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

    private SweepPart part(Way way, BitSet some, List<LeafEntries> own, Shard group) {
        IntToDoubleFunction bytes = n -> candidates.bytes(() -> passes(n, way, some, group));
        int size =
                way.ranges() > 1
                        ? Blocking.doubled(source.examples(), options, bytes)
                        : Blocking.size(
                                source.examples(), options, n -> (long) bytes.applyAsDouble(n));
        return new SweepPart(
                way.method(),
                candidates.summand(size),
                own.subList(group.first(), group.end()),
                passes(size, way, some, group),
                parameters);
    }

    /** As far as the group's results need it: there is one per leaf, in order. */
    private Passes passes(int examples, Way way, BitSet some, Shard group) {
        Passes all = candidates.passes(way, examples, some);
        Program program = all.program();
        if (group.end() - group.first() == program.outputs().size()) {
            return all;
        }
        Ints wanted = program.outputs().pick(Ints.range(group.first(), group.end()));
        return new Passes(DeadCode.restrict(program, wanted), all.directions(), all.ranges());
    }
}
