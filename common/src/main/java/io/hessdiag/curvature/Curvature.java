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
        this.obstacles = new Emission().sources.obstacles();
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
    public Program sweeps(BitSet leaves, boolean cuts) {
        Emission e = new Emission();
        e.sweep(leaves, cuts ? Frontier.of(e.linear) : List.of());
        return e.build(leaves);
    }

    /** Method {@code site}: the same by unit directions. */
    public Program sites(BitSet leaves) {
        Emission e = new Emission();
        Site site = new Site(e.linear, e.algebra, e.sources.forms());
        for (int z : site.values(leaves)) {
            site.add(z, leaves, e.diagonals);
        }
        e.strands(e.groups(true), -1, leaves).forEach(s -> s.finish(e.diagonals));
        return e.build(leaves);
    }

    /** One program that is being built. */
    private final class Emission {
        private final ProgramBuilder b = new ProgramBuilder("diagonal");
        private final Linear linear = new Linear(linearized, b);
        private final Algebra algebra;
        private final Sources sources;
        private final Diagonals diagonals;

        Emission() {
            int loss = linearized.program().outputs().get(0);
            this.algebra = new Algebra(b, linear.type(loss).dtype());
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
                    groups.computeIfAbsent(own.value(), v -> Group.at(linear, algebra, v))
                            .add(f, own, other);
                }
            }
            return groups;
        }

        /** Elements of data's making rather than of parameters alone, and then the fewer. */
        private boolean isSeed(Form.Side s, Form.Side t) {
            if (linear.isShared(s.value()) != linear.isShared(t.value())) {
                return linear.isShared(t.value());
            }
            return linear.type(s.value()).size() <= linear.type(t.value()).size();
        }

        void sweep(BitSet leaves, List<Frontier> frontiers) {
            Map<Integer, Group> groups = groups(false);
            List<Strand> active = new ArrayList<>();
            for (Frontier f : frontiers) {
                active.addAll(strands(groups, f.position(), leaves));
                active.forEach(s -> s.run(f.position()));
                if (f.isNarrowerThan(active, linear)) {
                    Reseeding cut = new Reseeding(linear, algebra, f, groups);
                    active.forEach(
                            s -> {
                                cut.take(s);
                                s.finish(diagonals);
                            });
                    active.clear();
                }
            }
            active.addAll(strands(groups, -1, leaves));
            active.forEach(s -> s.finish(diagonals));
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

        Program build(BitSet leaves) {
            return b.build(leaves.stream().map(i -> diagonals.of(i).value()).toArray());
        }
    }
}
