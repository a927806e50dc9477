package io.hessdiag.curvature;

import io.hessdiag.ad.Linearization;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The two methods whose cost does not grow with the number of parameters, as programs from a loss's
 * arguments to the diagonal of its Hessian. Both rest on d²L = Σ w · du · dv over the places where
 * curvature arises ({@link Form}); {@code curvature} pulls these down to the leaves and squares,
 * {@code site} pushes unit directions from where leaves enter up to them and back.
 */
public final class Curvature {
    private final Linearization linearized;
    private final List<Obstacle> obstacles;

    private Curvature(Linearization linearized) {
        this.linearized = linearized;
        this.obstacles = new Emission(1).sources.obstacles();
    }

    /**
     * @param loss parameters and then data → one float scalar
     * @param parameters how many of its inputs are parameters
     * @throws io.hessdiag.ir.IrException for an equation without a derivative, with its place
     */
    public static Curvature of(Program loss, int parameters) {
        return new Curvature(Linearization.of(loss, Ints.range(parameters)));
    }

    /** Equations whose curvature has no form, and the leaves that are therefore not served. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }

    /** Length of the linear program that sweeps go through. */
    public int equations() {
        return linearized.program().equations().size();
    }

    /** The leaves that both methods can do. */
    public BitSet servable() {
        BitSet leaves = new BitSet();
        leaves.set(0, linearized.directions().size());
        obstacles.forEach(o -> leaves.andNot(o.leaves()));
        return leaves;
    }

    /**
     * Method {@code curvature}: (the loss's arguments) → the diagonal of each of these leaves, in
     * order.
     *
     * @param cuts whether stacks that have grown wider than a frontier are replaced there by its
     *     own units, see {@link Reseeding}
     */
    public Passes sweeps(BitSet leaves, boolean cuts) {
        return sweeps(leaves, cuts, Integer.MAX_VALUE).orElseThrow();
    }

    /**
     * @param mostEquations where to give up: empty when the program is longer
     */
    public Optional<Passes> sweeps(BitSet leaves, boolean cuts, int mostEquations) {
        Emission e = new Emission(1);
        return sweeps(e, leaves, cuts ? Frontier.of(e.linear) : List.of(), mostEquations);
    }

    /**
     * The same without cuts, with the seeds of every stack in ranges.
     *
     * @param ranges at most how many
     */
    public Optional<Passes> sweeps(BitSet leaves, int ranges, int mostEquations) {
        return sweeps(new Emission(ranges), leaves, List.of(), mostEquations);
    }

    private static Optional<Passes> sweeps(
            Emission e, BitSet leaves, List<Frontier> frontiers, int mostEquations) {
        e.sweep(leaves, frontiers, mostEquations);
        return e.isLongerThan(mostEquations) ? Optional.empty() : Optional.of(e.build(leaves));
    }

    /**
     * Method {@code site}: the same by unit directions.
     *
     * @param ranges in at most how many ranges they are taken
     */
    public Passes sites(BitSet leaves, int ranges) {
        Emission e = new Emission(ranges);
        Site site = new Site(e.linear, e.algebra, e.ranges, e.sources.forms());
        for (int z : site.values(leaves)) {
            BitSet entering = site.entering(z, leaves);
            site.add(z, leaves, e.diagonals);
            e.count(entering, z);
        }
        e.strands(e.groups(true), -1, leaves).forEach(e::finish);
        return e.build(leaves);
    }

    /** One program that is being built. */
    private final class Emission {
        private final ProgramBuilder b = new ProgramBuilder("diagonal");
        private final Linear linear = new Linear(linearized, b);
        private final Algebra algebra;
        private final Ranges ranges;
        private final Sources sources;
        private final Diagonals diagonals;
        private final Map<Integer, Long> directions = new TreeMap<>();

        Emission(int count) {
            int loss = linearized.program().outputs().get(0);
            this.algebra = new Algebra(b, linear.type(loss).dtype());
            this.ranges = new Ranges(algebra, count);
            this.sources = Sources.of(linear, algebra);
            this.diagonals = new Diagonals(linear, algebra);
        }

        /** The forms by the side whose elements become seeds. */
        Map<Integer, Group> groups(boolean sharedOnly) {
            Map<Integer, Group> groups = new LinkedHashMap<>();
            for (Form f : sources.forms()) {
                Form.Side own = isSeed(f.first(), f.second()) ? f.first() : f.second();
                Form.Side other = own == f.first() ? f.second() : f.first();
                if (!sharedOnly || linear.isShared(own.value())) {
                    groups.computeIfAbsent(own.value(), this::group).add(f, own, other);
                }
            }
            return groups;
        }

        private Group group(int root) {
            return new Group(algebra, root, ranges.of(linear.shape(root)));
        }

        /** Elements of data's making rather than of parameters alone, and then the fewer. */
        private boolean isSeed(Form.Side s, Form.Side t) {
            if (linear.isShared(s.value()) != linear.isShared(t.value())) {
                return linear.isShared(t.value());
            }
            return linear.type(s.value()).size() <= linear.type(t.value()).size();
        }

        boolean isLongerThan(int equations) {
            return b.equations() > equations;
        }

        void sweep(BitSet leaves, List<Frontier> frontiers, int mostEquations) {
            Map<Integer, Group> groups = groups(false);
            List<Strand> active = new ArrayList<>();
            for (Frontier f : frontiers) {
                if (isLongerThan(mostEquations)) {
                    return;
                }
                active.addAll(strands(groups, f.position(), leaves));
                active.forEach(s -> s.run(f.position()));
                if (f.isNarrowerThan(active, linear)) {
                    Reseeding cut = new Reseeding(linear, algebra, f, groups);
                    active.forEach(
                            s -> {
                                cut.take(s);
                                finish(s);
                            });
                    active.clear();
                }
            }
            active.addAll(strands(groups, -1, leaves));
            for (Strand s : active) {
                if (!isLongerThan(mostEquations)) {
                    finish(s);
                }
            }
        }

        void finish(Strand s) {
            s.finish(diagonals);
            count(s.wanted(), s.root());
        }

        /** Each of these leaves has taken as many directions as the value has elements. */
        void count(BitSet leaves, int value) {
            long size = linear.type(value).size();
            leaves.stream().forEach(i -> directions.merge(i, size, Long::sum));
        }

        /** Starts the groups whose roots are made at this position or later. */
        List<Strand> strands(Map<Integer, Group> groups, int position, BitSet leaves) {
            List<Integer> roots =
                    groups.keySet().stream().filter(v -> linear.position(v) >= position).toList();
            return roots.stream()
                    .map(v -> new Strand(linear, algebra, groups.remove(v), leaves))
                    .filter(s -> !s.wanted().isEmpty())
                    .toList();
        }

        Passes build(BitSet leaves) {
            Program program = b.build(leaves.stream().map(i -> diagonals.of(i).value()).toArray());
            return new Passes(program, directions, ranges.used());
        }
    }
}
