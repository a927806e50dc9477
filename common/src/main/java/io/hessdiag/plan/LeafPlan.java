package io.hessdiag.plan;

import io.hessdiag.ir.Program;
import io.hessdiag.pytree.Entries;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the entries of one parameter leaf are computed: {@code directions} at a time by a program
 * from residuals and one index vector per axis.
 *
 * @param residuals positions of the program's residuals among the primal program's outputs
 */
record LeafPlan(
        int leaf,
        String name,
        Shape shape,
        Entries entries,
        int directions,
        Program program,
        Ints residuals)
        implements Serializable {

    /**
     * The index vectors for entries start … start+count−1; the last one repeats to fill the block.
     */
    List<Tensor> coordinates(int start, int count) {
        TensorType type = new TensorType(DType.I64, Shape.of(directions));
        List<Tensor> out = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            Tensor index = Tensor.zeros(type);
            for (int k = 0; k < directions; k++) {
                int flat = flat(start + Math.min(k, count - 1));
                index.longs()[k] = coordinate(flat, axis);
            }
            out.add(index);
        }
        return out;
    }

    /** Index along {@code axis} of the element at a row-major position. */
    private int coordinate(int flat, int axis) {
        return flat / shape.strides()[axis] % shape.dim(axis);
    }

    /** Row-major position in the leaf of its {@code i}-th selected entry. */
    int flat(int i) {
        return entries.isAll() ? i : entries.indices().get(i);
    }

    int blocks() {
        return (entries.count() + directions - 1) / directions;
    }

    /** {@code ['dense_0']['kernel'][3, 4]}. */
    String entryName(int flat) {
        if (shape.rank() == 0) {
            return name;
        }
        int[] index = new int[shape.rank()];
        for (int axis = 0; axis < index.length; axis++) {
            index[axis] = coordinate(flat, axis);
        }
        return name + Ints.of(index);
    }
}
