package io.hessdiag.curvature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A {@link Group} on its way down: the stack A of its seeds and, if not A weighted, the stack B.
 */
final class Strand {
    private final Linear linear;
    private final Algebra algebra;
    private final Group group;
    private final BitSet wanted;
    private final Sweep seeds;
    private final Sweep partners;
    private final Term weight;

    Strand(Linear linear, Algebra algebra, Group group, BitSet served) {
        this.linear = linear;
        this.algebra = algebra;
        this.group = group;
        this.wanted = (BitSet) linear.leaves(group.root()).clone();
        BitSet others = new BitSet();
        group.partners().forEach(v -> others.or(linear.leaves(v)));
        wanted.and(others);
        wanted.and(served);
        seeds = new Sweep(linear, algebra, group.stack(), wanted);
        seeds.add(group.root(), group.seed());
        if (group.isSquare()) {
            weight = group.weight();
            partners = null;
        } else {
            weight = null;
            partners = new Sweep(linear, algebra, group.stack(), wanted);
            group.partners().forEach(v -> group.partners(v).forEach(t -> partners.add(v, t)));
        }
    }

    int root() {
        return group.root();
    }

    Set<Index> stack() {
        return group.stack();
    }

    BitSet wanted() {
        return wanted;
    }

    /** The stack A. */
    Sweep seeds() {
        return seeds;
    }

    /** The stack B; A where B is its multiple. */
    Sweep partners() {
        return isSquare() ? seeds : partners;
    }

    /** What has arrived at a value in both stacks, once where they are the same. */
    List<Term> arrived(int value) {
        List<Term> out = new ArrayList<>(seeds.on(value));
        out.addAll(isSquare() ? List.of() : partners.on(value));
        return out;
    }

    boolean isSquare() {
        return partners == null;
    }

    /** The weight of A in B, along the stack. */
    Term weight() {
        return weight;
    }

    void run(int position) {
        seeds.run(position);
        if (!isSquare()) {
            partners.run(position);
        }
    }

    /** Runs to the end and adds to the leaves' diagonals. */
    void finish(Diagonals out) {
        run(0);
        for (int leaf : out.order(wanted)) {
            Accumulation sum =
                    new Accumulation(
                            algebra, group.stack(), linear.shape(linear.directions().get(leaf)));
            List<Term> a = seeds.at(leaf);
            List<Term> b = partners().at(leaf);
            if (!a.isEmpty() && !b.isEmpty()) {
                if (isSquare()) {
                    sum.square(a, weight, out.of(leaf));
                } else {
                    sum.product(a, b, out.of(leaf));
                }
            }
        }
    }
}
