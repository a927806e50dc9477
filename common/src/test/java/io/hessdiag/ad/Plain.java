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
public final class Plain {
    private Plain() {}

    public static Program gradient(Program loss) {
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

    /** The diagonal of the Hessian of the loss that {@code gradient} belongs to. */
    public static double[] diagonal(Program gradient, int leaf, List<Tensor> x) {
        return diagonal(gradient, leaf, 1 + leaf, x);
    }

    /**
     * Entry p of the derivative of one output along basis direction p of one input, for every p.
     */
    static double[] diagonal(Program program, int leaf, int output, List<Tensor> x) {
        Program jvp = jvp(program, Ints.of(leaf));
        Shape shape = program.inputTypes().get(leaf).shape();
        int out = program.outputs().size() + output;
        return IntStream.range(0, shape.size())
                .mapToDouble(
                        p -> {
                            List<Tensor> direction = List.of(Programs.basis(shape, p));
                            return Interpreter.run(jvp, Programs.append(x, direction))
                                    .get(out)
                                    .get(p);
                        })
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
