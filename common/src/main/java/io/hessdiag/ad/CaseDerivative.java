package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Forward and reverse mode through a choice: a choice with the same index between the branches'
 * tangents, or between their transposes. Operands are numbered as the equation's, the index being
 * operand 0; a branch's input i is operand i + 1.
 */
final class CaseDerivative {
    private CaseDerivative() {}

    /** Tangents of the results; what a branch needs of its primal values it computes again. */
    static int[] jvp(ProgramBuilder b, Op.Case op, Ints x, Ints dx, SoftmaxDerivative.Form form) {
        Ints moving = Ints.range(1, x.size()).filter(i -> dx.get(i) != NONE);
        int results = op.branches().get(0).outputs().size();
        boolean[] moves = new boolean[results];
        List<ProgramBuilder> builders = new ArrayList<>();
        List<int[]> tangents = new ArrayList<>();
        for (Program branch : op.branches()) {
            ProgramBuilder t = new ProgramBuilder("case_tangent");
            int[] map = Jvp.inputs(t, branch);
            Ints inputs = branch.inputs().pick(moving.plus(-1));
            Ints directions = Ints.of(inputs.stream().map(v -> t.input(branch.type(v))).toArray());
            int[] out = Jvp.push(t, branch, map, inputs, directions, form);
            for (int i = 0; i < results; i++) {
                moves[i] |= out[i] != NONE;
            }
            builders.add(t);
            tangents.add(out);
        }
        int[] result = new int[results];
        Arrays.fill(result, NONE);
        Ints kept = Ints.range(results).filter(i -> moves[i]);
        if (kept.isEmpty()) {
            return result;
        }
        List<Program> branches = new ArrayList<>();
        for (int n = 0; n < builders.size(); n++) {
            ProgramBuilder t = builders.get(n);
            int[] out = tangents.get(n);
            branches.add(
                    t.build(
                            Ints.of(
                                    kept.stream()
                                            .map(
                                                    i ->
                                                            out[i] == NONE
                                                                    ? t.full(
                                                                            op.branches()
                                                                                    .get(0)
                                                                                    .outputTypes()
                                                                                    .get(i),
                                                                            0)
                                                                    : out[i])
                                            .toArray())));
        }
        Ints out = choose(b, branches, x.concat(dx.pick(moving)));
        for (int i = 0; i < kept.size(); i++) {
            result[kept.get(i)] = out.get(i);
        }
        return result;
    }

    /** The choice without the operands that no branch uses. */
    private static Ints choose(ProgramBuilder b, List<Program> branches, Ints operands) {
        boolean[] used = new boolean[operands.size()];
        used[0] = true;
        for (Program p : branches) {
            boolean[] needed = Dependence.of(p);
            for (int i = 0; i < p.inputs().size(); i++) {
                used[i + 1] |= needed[p.inputs().get(i)];
            }
        }
        Ints kept = Ints.range(operands.size()).filter(i -> used[i]);
        List<Program> pruned =
                branches.stream()
                        .map(
                                p -> {
                                    ProgramBuilder s = new ProgramBuilder(p.name());
                                    int[] map = new int[p.values()];
                                    kept.stream()
                                            .skip(1)
                                            .forEach(
                                                    i -> {
                                                        int v = p.inputs().get(i - 1);
                                                        map[v] = s.input(p.type(v));
                                                    });
                                    boolean[] needed = Dependence.of(p);
                                    p.equations().stream()
                                            .filter(
                                                    e ->
                                                            e.outputs().stream()
                                                                    .anyMatch(v -> needed[v]))
                                            .forEach(e -> s.copy(e, map));
                                    return s.build(
                                            Ints.of(
                                                    p.outputs().stream()
                                                            .map(v -> map[v])
                                                            .toArray()));
                                })
                        .toList();
        return b.apply(new Op.Case(pruned), operands.pick(kept));
    }

    /**
     * @param operand ids in {@code b} of the operands that do not move
     * @param ct cotangents of the results, or {@link Derivatives#NONE}
     * @return per operand its cotangent, or {@link Derivatives#NONE}
     */
    static int[] pull(ProgramBuilder b, Op.Case op, int[] operand, int[] ct, IntPredicate moves) {
        Ints linear = Ints.range(1, operand.length).filter(moves);
        Ints plain = Ints.range(1, operand.length).filter(i -> !moves.test(i));
        Ints pulled = Ints.range(ct.length).filter(i -> ct[i] != NONE);
        List<Program> branches =
                op.branches().stream()
                        .map(p -> transposed(p, plain.plus(-1), linear.plus(-1), pulled))
                        .toList();
        Ints in = plain.prepend(0);
        Ints out =
                choose(
                        b,
                        branches,
                        Ints.of(in.stream().map(i -> operand[i]).toArray())
                                .concat(Ints.of(pulled.stream().map(i -> ct[i]).toArray())));
        int[] result = new int[operand.length];
        Arrays.fill(result, NONE);
        for (int i = 0; i < linear.size(); i++) {
            result[linear.get(i)] = out.get(i);
        }
        return result;
    }

    /** (plain inputs, cotangents of the pulled outputs) → cotangents of the linear inputs. */
    private static Program transposed(Program p, Ints plain, Ints linear, Ints pulled) {
        ProgramBuilder t = new ProgramBuilder("case_transpose");
        int[] value = new int[p.values()];
        p.inputs().pick(plain).stream().forEach(v -> value[v] = t.input(p.type(v)));
        Ints outputs = p.outputs().pick(pulled);
        int[] cts = outputs.stream().map(v -> t.input(p.type(v))).toArray();
        boolean[] moving = Dependence.on(p, p.inputs().pick(linear));
        List<Equation> equations = new ArrayList<>();
        for (Equation e : p.equations()) {
            if (e.outputs().stream().anyMatch(v -> moving[v])) {
                equations.add(e);
            } else {
                t.copy(e, value);
            }
        }
        Transpose reverse = new Transpose(t, p, moving, value);
        for (int i = 0; i < cts.length; i++) {
            reverse.add(outputs.get(i), cts[i]);
        }
        reverse.pull(equations);
        return t.build(
                Ints.of(
                        p.inputs().pick(linear).stream()
                                .map(
                                        v ->
                                                reverse.cotangent(v) == NONE
                                                        ? t.full(p.type(v), 0)
                                                        : reverse.cotangent(v))
                                .toArray()));
    }
}
