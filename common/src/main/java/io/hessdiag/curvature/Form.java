package io.hessdiag.curvature;

import java.util.List;

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
    }

    Form {
        weight = List.copyOf(weight);
        indices = List.copyOf(indices);
    }

    boolean isSquare() {
        return first.equals(second);
    }
}
