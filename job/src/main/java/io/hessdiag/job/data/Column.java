package io.hessdiag.job.data;

import io.hessdiag.plan.DataLayout;
import io.hessdiag.tensor.DType;
import java.io.Serializable;
import java.util.List;

/**
 * Where the values of a data argument come from.
 *
 * @param names of the columns, whose numbers are laid end to end
 * @param at position of the first number among all of a row
 */
record Column(DataLayout.Field field, List<String> names, int at) implements Serializable {
    Column {
        names = List.copyOf(names);
    }

    /** Numbers per row. */
    int size() {
        return field.type().size();
    }

    String text() {
        return names.size() == 1 ? "column " + names.get(0) : "columns " + String.join(", ", names);
    }

    /** What is wrong with a number; null when nothing is. */
    String problem(double value) {
        if (!Double.isFinite(value)) {
            return "found " + value;
        }
        DType dtype = field.type().dtype();
        if (dtype.isFloat()) {
            return null;
        }
        if (dtype == DType.I1) {
            return value == 0 || value == 1 ? null : "expected true or false, found " + value;
        }
        if (value != Math.rint(value)) {
            return "expected a whole number, found " + value;
        }
        int classes = field.classes();
        return classes == 0 || value >= 0 && value < classes
                ? null
                : String.format(
                        "expected a whole number from 0 to %d, found %.0f", classes - 1, value);
    }
}
