package io.hessdiag.curvature;

import io.hessdiag.tensor.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements of a value as seeds of a stack: all of them, or a range ({@link Ranges}).
 *
 * @param axes all of the value's axes, whole
 * @param stack indices of the seeds: those of the axes, or of ranges of them
 * @param selections per axis that is taken in ranges [seed i is element k]
 * @param valid factors of 0 and 1: 0 for a seed that another range has
 */
record Seeds(List<Axis> axes, Set<Index> stack, List<Factor> selections, List<Factor> valid) {

    static Seeds all(Shape shape) {
        List<Axis> axes = Axis.whole(shape);
        Set<Index> stack = new LinkedHashSet<>();
        axes.forEach(a -> stack.addAll(a.indices()));
        return new Seeds(axes, stack, List.of(), List.of());
    }

    /** Element s of the value for seed s. */
    Term term() {
        return new Term(1, selections, axes).times(valid);
    }

    /** For each seed what a term along {@link #axes} is at its element. */
    Term select(Algebra algebra, Term term) {
        Term t = term;
        for (Factor s : selections) {
            Index place = s.indices().get(1);
            boolean onAxis = t.axisIndices().contains(place);
            if (onAxis || t.factorIndices().contains(place)) {
                t = t.times(List.of(s));
                t = onAxis ? t : algebra.sum(t, List.of(place));
            }
        }
        return t;
    }
}
