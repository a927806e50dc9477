package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ad.SoftmaxDerivative.Form;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward over reverse for K entries of the Hessian's diagonal: the derivative of a gradient
 * program in K basis directions of one leaf, of which direction p keeps entry p alone.
 */
public final class Diagonal {
    private Diagonal() {}

    /**
     * @param gradient a program whose outputs include gradients of one scalar
     * @param leaf position of the leaf in its inputs
     * @param output position of that leaf's gradient in its outputs
     * @param k directions at once
     * @return a program with the same inputs and then one i64[k] vector of indices per axis of the
     *     leaf; its output is d²/dθ² at those k indices
     */
    public static Program of(Program gradient, int leaf, int output, int k) {
        ProgramBuilder forward = new ProgramBuilder(gradient.name());
        int[] primal = Jvp.inputs(forward, gradient);
        int input = gradient.inputs().get(leaf);
        TensorType type = gradient.type(input);
        int direction = forward.input(type);
        int[] tangents =
                Jvp.push(
                        forward,
                        gradient,
                        primal,
                        Ints.of(input),
                        Ints.of(direction),
                        Form.CENTRED);
        int tangent = tangents[output];
        Program both = forward.build(tangent == NONE ? direction : tangent);

        ProgramBuilder b = new ProgramBuilder(gradient.name() + "_diagonal");
        int[] plain = new int[both.values()];
        for (int i = 0; i < gradient.inputs().size(); i++) {
            plain[both.inputs().get(i)] = b.input(both.type(both.inputs().get(i)));
        }
        TensorType index = new TensorType(DType.I64, Shape.of(k));
        Ints coordinates = Ints.of(type.shape().dims().stream().map(d -> b.input(index)).toArray());
        if (tangent == NONE) {
            return b.build(b.full(type.withShape(Shape.of(k)), 0));
        }
        boolean[] needed = Dependence.of(both);
        boolean[] moving = Dependence.on(both, Ints.of(direction));
        Equation[] definition = new Equation[both.values()];
        List<Equation> linear = new ArrayList<>();
        for (Equation e : both.equations()) {
            if (e.outputs().stream().noneMatch(v -> needed[v])) {
                continue;
            }
            if (e.outputs().stream().anyMatch(v -> moving[v])) {
                linear.add(e);
            } else {
                b.copy(e, plain);
                e.outputs().stream().forEach(v -> definition[v] = e);
            }
        }
        b.at(null);
        Ints[] demand = Demand.of(both, linear, moving, tangent);
        Pinning pinning = new Pinning(b, k, coordinates, type.shape(), definition, plain);
        return b.build(
                new Batch(b, both, moving, demand, plain, pinning, k)
                        .run(linear, direction, tangent));
    }
}
