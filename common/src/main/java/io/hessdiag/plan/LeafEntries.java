package io.hessdiag.plan;

import io.hessdiag.loss.LeafInfo;
import io.hessdiag.pytree.Entries;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.io.Serializable;

/**
 * A parameter leaf and which of its entries are asked for.
 *
 * @param leaf its number
 */
record LeafEntries(int leaf, String name, Shape shape, Entries entries) implements Serializable {

    static LeafEntries of(int leaf, LeafInfo info, Entries entries) {
        return new LeafEntries(leaf, info.name().toString(), info.type().shape(), entries);
    }

    /** Row-major position in the leaf of its {@code i}-th selected entry. */
    int flat(int i) {
        return entries.isAll() ? i : entries.indices().get(i);
    }

    /** Index along {@code axis} of the element at a row-major position. */
    int coordinate(int flat, int axis) {
        return flat / shape.strides()[axis] % shape.dim(axis);
    }

    /** The selected ones of all the leaf's values. */
    double[] selected(double[] values) {
        if (entries.isAll()) {
            return values;
        }
        double[] out = new double[entries.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[flat(i)];
        }
        return out;
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
