package io.hessdiag.plan;

import io.hessdiag.ir.Program;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the entries of one parameter leaf are computed by directions: {@code directions} at a time by
 * a program from residuals and one index vector per axis.
 *
 * @param residuals positions of the program's residuals among the primal program's outputs
 */
record LeafPlan(LeafEntries entries, int directions, Program program, Ints residuals)
        implements Serializable {

    /**
     * The index vectors for entries start … start+count−1; the last one repeats to fill the block.
     */
    List<Tensor> coordinates(int start, int count) {
        TensorType type = new TensorType(DType.I64, Shape.of(directions));
        List<Tensor> out = new ArrayList<>();
        for (int axis = 0; axis < entries.shape().rank(); axis++) {
            Tensor index = Tensor.zeros(type);
            for (int k = 0; k < directions; k++) {
                int flat = entries.flat(start + Math.min(k, count - 1));
                index.longs()[k] = entries.coordinate(flat, axis);
            }
            out.add(index);
        }
        return out;
    }

    int blocks() {
        return (entries.entries().count() + directions - 1) / directions;
    }
}
