package io.hessdiag.curvature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where curvature comes from: the bilinear form Σ w · du · dv over all its indices, u and v being
 * tangents that run along some of them. The second differential of a program is the sum of its
 * forms.
 *
 * @param weight its factors multiply to ±w
 * @param indices all that are summed over, also where neither weight nor a side has them
 */
record Form(int sign, List<Factor> weight, List<Index> indices, Side first, Side second) {

    /** A tangent of the linear program and along which index each of its axes runs. */
    record Side(int value, List<Axis> axes) {
        Side {
            axes = List.copyOf(axes);
        }

        Side renamed(UnaryOperator<Index> names) {
            return new Side(value, axes.stream().map(a -> a.renamed(names)).toList());
        }
    }

    Form {
        weight = List.copyOf(weight);
        indices = List.copyOf(indices);
    }

    /** The same form with its sides exchanged. */
    Form swapped() {
        return new Form(sign, weight, indices, second, first);
    }

    /** The same form with indices of its own. */
    Form fresh(Algebra algebra) {
        Map<Index, Index> names = new HashMap<>();
        indices.forEach(i -> names.put(i, new Index(i.size())));
        Term w = new Term(sign, weight, List.of());
        return new Form(
                sign,
                algebra.renamed(w, names::get).factors(),
                indices.stream().map(names::get).toList(),
                first.renamed(names::get),
                second.renamed(names::get));
    }

    boolean isSquare() {
        return first.equals(second);
    }
}
