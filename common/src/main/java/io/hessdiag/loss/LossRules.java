package io.hessdiag.loss;

import io.hessdiag.ir.Program;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;

/** What must hold among the parts of a {@link Loss}. */
final class LossRules {
    private LossRules() {}

    static void check(
            Program program, Program gradient, List<LeafInfo> leaves, List<Tensor> values) {
        require(!leaves.isEmpty() && leaves.get(0).parameter(), "loss", "no parameters");
        require(
                values.size() == leaves.size(),
                "loss",
                "expected %d leaf values, found %d",
                leaves.size(),
                values.size());
        for (int i = 0; i < leaves.size(); i++) {
            checkLeaf(leaves.get(i), i == 0 || leaves.get(i - 1).parameter(), values.get(i));
        }
        inputs("loss", program, leaves);
        result("loss", program);
        if (gradient != null) {
            inputs("gradient", gradient, leaves);
            gradientResults("gradient", gradient, program, leaves);
        }
    }

    private static void checkLeaf(LeafInfo leaf, boolean parametersSoFar, Tensor value) {
        String where = "leaf " + leaf.path();
        TensorType type = leaf.type();
        require(!leaf.parameter() || parametersSoFar, where, "a parameter after data");
        require(
                !leaf.parameter() || type.dtype().isFloat(),
                where,
                "expected a float parameter, found %s",
                type);
        require(value.type().equals(type), where, "expected %s, found %s", type, value.type());
        finite(where, value);
    }

    static void inputs(String what, Program program, List<LeafInfo> leaves) {
        List<TensorType> types = program.inputTypes();
        require(
                types.size() == leaves.size(),
                what,
                "expected %d arguments, found %d",
                leaves.size(),
                types.size());
        for (int i = 0; i < types.size(); i++) {
            require(
                    types.get(i).equals(leaves.get(i).type()),
                    what,
                    "argument %d, leaf %s: expected %s, found %s",
                    i,
                    leaves.get(i).path(),
                    leaves.get(i).type(),
                    types.get(i));
        }
    }

    static void result(String what, Program program) {
        List<TensorType> out = program.outputTypes();
        require(
                out.size() == 1 && isScalar(out.get(0)),
                what,
                "expected one float scalar as the result, found %s",
                out);
    }

    private static boolean isScalar(TensorType type) {
        return type.rank() == 0 && (type.dtype() == DType.F64 || type.dtype() == DType.F32);
    }

    static void gradientResults(
            String what, Program gradient, Program program, List<LeafInfo> leaves) {
        List<TensorType> expected = new ArrayList<>(program.outputTypes());
        leaves.stream().filter(LeafInfo::parameter).forEach(l -> expected.add(l.type()));
        List<TensorType> found = gradient.outputTypes();
        require(
                found.size() == expected.size(),
                what,
                "expected the loss and %d gradients, found %d results",
                expected.size() - 1,
                found.size());
        for (int i = 0; i < expected.size(); i++) {
            require(
                    found.get(i).equals(expected.get(i)),
                    what,
                    "result %d, %s: expected %s, found %s",
                    i,
                    i == 0 ? "the loss" : "the gradient of leaf " + leaves.get(i - 1).path(),
                    expected.get(i),
                    found.get(i));
        }
    }

    static void finite(String where, Tensor value) {
        if (!value.dtype().isFloat()) {
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            if (!Double.isFinite(value.get(i))) {
                throw LossException.at(
                        where,
                        "%s at index %s of shape %s",
                        value.get(i),
                        index(value, i),
                        value.shape());
            }
        }
    }

    private static List<Integer> index(Tensor value, int flat) {
        List<Integer> out = new ArrayList<>();
        int rest = flat;
        for (int stride : value.shape().strides()) {
            out.add(rest / stride);
            rest %= stride;
        }
        return out;
    }

    private static void require(boolean holds, String where, String format, Object... args) {
        if (!holds) {
            throw LossException.at(where, format, args);
        }
    }
}
