package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ad.SoftmaxDerivative.Form;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reverse mode as linearise + transpose: x ↦ (loss, one gradient per input that is asked for). */
public final class Gradient {
    private Gradient() {}

    /**
     * @param loss a program with one scalar float output
     * @param wrt positions in the input list
     * @return a program with the same inputs and outputs (loss, ∂loss/∂x for each x of {@code wrt})
     * @throws IrException for an equation that has no derivative, with its place
     */
    public static Program of(Program loss, Ints wrt) {
        int result = loss.outputs().get(0);
        if (loss.outputs().size() != 1
                || !loss.type(result).shape().equals(Shape.SCALAR)
                || !loss.type(result).dtype().isFloat()) {
            throw new IrException(
                    loss.name()
                            + ": expected one scalar float result, found "
                            + loss.outputTypes());
        }
        ProgramBuilder forward = new ProgramBuilder(loss.name());
        int[] primal = Jvp.inputs(forward, loss);
        Ints moving = loss.inputs().pick(wrt);
        Ints directions = Ints.of(moving.stream().map(v -> forward.input(loss.type(v))).toArray());
        int tangent = Jvp.push(forward, loss, primal, moving, directions, Form.DIRECT)[0];
        Program both = forward.build(primal[result], tangent == NONE ? primal[result] : tangent);

        ProgramBuilder b = new ProgramBuilder(loss.name() + "_gradient");
        int[] value = new int[both.values()];
        for (int i = 0; i < loss.inputs().size(); i++) {
            value[both.inputs().get(i)] = b.input(both.type(both.inputs().get(i)));
        }
        boolean[] linear = Dependence.on(both, directions);
        List<Equation> transposed = new ArrayList<>();
        for (Equation e : both.equations()) {
            if (e.outputs().stream().anyMatch(v -> linear[v])) {
                transposed.add(e);
            } else {
                b.copy(e, value);
            }
        }
        b.at(null);
        Transpose reverse = new Transpose(b, both, linear, value);
        if (tangent != NONE) {
            reverse.add(tangent, b.full(both.type(tangent), 1));
            reverse.pull(transposed);
        }
        Ints out = Ints.of(value[primal[result]]);
        for (int i = 0; i < directions.size(); i++) {
            int ct = reverse.cotangent(directions.get(i));
            out = out.append(ct == NONE ? b.full(loss.type(moving.get(i)), 0) : ct);
        }
        return b.build(out);
    }
}
