package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ad.SoftmaxDerivative.Form;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A loss with its tangents and cotangents in one program. With directions ẋ for inputs x, every
 * value that depends on ẋ is linear in it; every equation that makes one has at most one operand
 * kind that moves, the others are its residuals. Second derivatives are what residuals do when they
 * move themselves: d²L = Σ ⟨λ, E(dr, du)⟩ over linear equations E with residual r, operand u and
 * cotangent λ of the result.
 *
 * @param program inputs x…, then ẋ…; output dL (the loss itself where it does not move)
 * @param wrt positions of the x that move
 * @param directions the values ẋ
 * @param linear per value whether it depends on ẋ
 * @param cotangents per value that dL depends on through linear equations its cotangent, a value
 *     that is not linear; −1 elsewhere
 * @param tangents per value that is not linear its tangent; −1 where it does not move
 */
public record Linearization(
        Program program,
        Ints wrt,
        Ints directions,
        boolean[] linear,
        int[] cotangents,
        int[] tangents) {

    /**
     * @param loss a program with one scalar float output
     * @param wrt positions of the inputs that move
     * @throws io.hessdiag.ir.IrException for an equation without a derivative, with its place
     */
    public static Linearization of(Program loss, Ints wrt) {
        ProgramBuilder b = new ProgramBuilder(loss.name() + "_linearized");
        int[] primal = Jvp.inputs(b, loss);
        Ints moving = loss.inputs().pick(wrt);
        Ints directions = Ints.of(moving.stream().map(v -> b.input(loss.type(v))).toArray());
        int tangent = Jvp.push(b, loss, primal, moving, directions, Form.DIRECT)[0];
        int result = tangent == NONE ? primal[loss.outputs().get(0)] : tangent;
        Program pushed = b.build(result);
        int[] tangents =
                residualTangents(
                        b, pushed, moving.stream().map(v -> primal[v]).toArray(), directions);
        Program both = b.build(result);
        boolean[] linear = Dependence.on(both, directions);
        int[] cotangents = cotangents(b, both, linear, tangent);
        Program all = b.build(result);
        return new Linearization(
                all,
                wrt,
                directions,
                Dependence.on(all, directions),
                extended(cotangents, all.values()),
                extended(tangents, all.values()));
    }

    /** Pushes what the linear equations read besides tangents, rules' equations included. */
    private static int[] residualTangents(
            ProgramBuilder b, Program pushed, int[] moving, Ints directions) {
        boolean[] linear = Dependence.on(pushed, directions);
        int[] residuals =
                pushed.equations().stream()
                        .filter(e -> e.outputs().stream().anyMatch(v -> linear[v]))
                        .flatMapToInt(e -> e.inputs().stream())
                        .filter(v -> !linear[v] && pushed.type(v).dtype().isFloat())
                        .distinct()
                        .toArray();
        Program plain = Dependence.restrict(pushed, Ints.of(residuals));
        int[] map = new int[plain.values()];
        for (int i = 0; i < plain.inputs().size(); i++) {
            map[plain.inputs().get(i)] = pushed.inputs().get(i);
        }
        int[] inputs =
                Arrays.stream(moving)
                        .map(v -> plain.inputs().get(pushed.inputs().indexOf(v)))
                        .toArray();
        int[] found = Jvp.push(b, plain, map, Ints.of(inputs), directions, Form.DIRECT);
        int[] tangents = new int[pushed.values()];
        Arrays.fill(tangents, NONE);
        for (int i = 0; i < residuals.length; i++) {
            tangents[residuals[i]] = found[i];
        }
        return tangents;
    }

    private static int[] cotangents(ProgramBuilder b, Program both, boolean[] linear, int tangent) {
        int[] identity = new int[both.values()];
        Arrays.setAll(identity, v -> v);
        Transpose reverse = new Transpose(b, both, linear, identity);
        if (tangent != NONE) {
            List<Equation> cone = new ArrayList<>();
            boolean[] needed = Dependence.of(both);
            for (Equation e : both.equations()) {
                if (e.outputs().stream().anyMatch(v -> linear[v] && needed[v])) {
                    cone.add(e);
                }
            }
            reverse.add(tangent, b.full(both.type(tangent), 1));
            reverse.pull(cone);
        }
        int[] out = new int[both.values()];
        Arrays.setAll(out, reverse::cotangent);
        return out;
    }

    private static int[] extended(int[] values, int size) {
        int[] out = Arrays.copyOf(values, size);
        Arrays.fill(out, values.length, size, NONE);
        return out;
    }
}
