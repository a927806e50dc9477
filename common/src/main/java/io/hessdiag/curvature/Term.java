package io.hessdiag.curvature;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack of tensors of one shape, written as a product. The stack runs over some indices (those of
 * the seeds); the tensor's axes run along indices too. Where an axis runs along an index of the
 * stack, tensor s of the stack is zero off the place that s names: a one-hot stack is no factor at
 * all. The element is the product of the factors, summed over indices that belong neither to the
 * stack nor to an axis.
 *
 * @param axes one per axis of the tensor; zero at elements that are nobody's place
 */
record Term(int sign, List<Factor> factors, List<Axis> axes) {
    Term {
        factors = List.copyOf(factors);
        axes = List.copyOf(axes);
    }

    Term negated() {
        return new Term(-sign, factors, axes);
    }

    Term withAxes(List<Axis> others) {
        return new Term(sign, factors, others);
    }

    Term withFactors(List<Factor> others) {
        return new Term(sign, others, axes);
    }

    Term times(List<Factor> more) {
        return withFactors(Stream.concat(factors.stream(), more.stream()).toList());
    }

    Set<Index> axisIndices() {
        return axes.stream().flatMap(a -> a.indices().stream()).collect(toSet());
    }

    Set<Index> factorIndices() {
        return factors.stream().flatMap(f -> f.indices().stream()).collect(toSet());
    }

    /** All indices, in the order in which they appear. */
    Set<Index> indices() {
        Set<Index> all = factorIndices();
        all.addAll(axisIndices());
        return all;
    }

    private static Collector<Index, ?, Set<Index>> toSet() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
