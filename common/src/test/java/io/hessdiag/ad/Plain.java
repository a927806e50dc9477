package io.hessdiag.ad;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.Programs;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** Derivatives straight from their definitions: one direction after another. */
final class Plain {
    private Plain() {}

    static Program gradient(Program loss) {
        return ProgramChecker.check(Gradient.of(loss, Ints.range(loss.inputs().size())));
    }

    static Program jvp(Program program, Ints wrt) {
        return ProgramChecker.check(Jvp.of(program, wrt));
    }

    /** (∂f/∂x) v for all inputs at once. */
    static List<Tensor> push(Program f, List<Tensor> x, List<Tensor> v) {
        int n = f.outputs().size();
        Program jvp = jvp(f, Ints.range(x.size()));
        return Interpreter.run(jvp, Programs.append(x, v)).subList(n, 2 * n);
    }

    /** Entry p of the derivative of the leaf's gradient along basis direction p, for every p. */
    static double[] diagonal(Program gradient, int leaf, List<Tensor> x) {
        Program jvp = jvp(gradient, Ints.of(leaf));
        Shape shape = gradient.inputTypes().get(leaf).shape();
        int out = gradient.outputs().size() + 1 + leaf;
        return IntStream.range(0, shape.size())
                .mapToDouble(
                        p ->
                                Interpreter.run(
                                                jvp,
                                                Programs.append(
                                                        x, List.of(Programs.basis(shape, p))))
                                        .get(out)
                                        .get(p))
                .toArray();
    }

    /** {@link Diagonal} at k indices: the leaf's entries start, start + 1, … in turn. */
    static double[] batched(Program diagonal, Shape leaf, int k, int start, List<Tensor> x) {
        List<Tensor> in = Programs.append(x, List.of());
        int[] strides = leaf.strides();
        for (int axis = 0; axis < leaf.rank(); axis++) {
            int a = axis;
            in.add(
                    Programs.integers(
                            Shape.of(k),
                            IntStream.range(0, k)
                                    .mapToLong(
                                            i ->
                                                    (start + i)
                                                            % leaf.size()
                                                            / strides[a]
                                                            % leaf.dim(a))
                                    .toArray()));
        }
        return Interpreter.run(diagonal, in).get(0).doubles();
    }
}
