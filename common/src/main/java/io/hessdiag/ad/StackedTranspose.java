package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Types;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The transpose of one linear equation for a stack of cotangents, whatever its op. */
public final class StackedTranspose {
    private StackedTranspose() {}

    /**
     * @param b where equations go
     * @param types of the linear program's values
     * @param moving which of them are linear
     * @param plain ids in {@code b} of the others
     * @param output which result of {@code e} the cotangents belong to
     * @param stack their id in {@code b}: k × the result's shape
     * @return cotangents of the {@code operand}-th operand, k × its shape; empty when they are zero
     */
    public static Optional<Integer> emit(
            ProgramBuilder b,
            Types types,
            boolean[] moving,
            IntUnaryOperator plain,
            Equation e,
            int operand,
            int output,
            int stack) {
        ProgramBuilder t = new ProgramBuilder(e.op().name() + "_transpose");
        int[] value = new int[moving.length];
        List<Integer> known = new ArrayList<>();
        e.inputs().stream()
                .filter(v -> !moving[v])
                .distinct()
                .forEach(
                        v -> {
                            value[v] = t.input(types.type(v));
                            known.add(plain.applyAsInt(v));
                        });
        TensorType type = types.type(e.outputs().get(output));
        int ct = t.input(type);
        Transpose reverse = new Transpose(t, types, moving, value);
        reverse.add(e.outputs().get(output), ct);
        reverse.pull(List.of(e));
        int result = reverse.cotangent(e.input(operand));
        if (result == NONE) {
            return Optional.empty();
        }
        return Optional.of(stacked(b, t.build(result), known, stack));
    }

    private static int stacked(ProgramBuilder b, Program p, List<Integer> known, int stack) {
        int ct = p.inputs().last();
        boolean[] moving = Dependence.on(p, Ints.of(ct));
        int k = b.shape(stack).dim(0);
        int[] plain = new int[p.values()];
        for (int i = 0; i < known.size(); i++) {
            plain[p.inputs().get(i)] = known.get(i);
        }
        Equation[] definition = new Equation[p.values()];
        List<Equation> linear = new ArrayList<>();
        for (Equation e : p.equations()) {
            if (e.outputs().stream().anyMatch(v -> moving[v])) {
                linear.add(e);
            } else {
                b.copy(e, plain);
                e.outputs().stream().forEach(v -> definition[v] = e);
            }
        }
        b.at(null);
        Ints[] demand = new Ints[p.values()];
        for (int v = 0; v < demand.length; v++) {
            demand[v] = Demand.all(p.type(v).rank());
        }
        Pinning pinning = new Pinning(b, k, Ints.EMPTY, Shape.SCALAR, definition, plain);
        Batch batch = new Batch(b, p, moving, demand, plain, pinning, k);
        batch.set(ct, Lane.whole(stack, p.type(ct).rank()));
        batch.steps(linear);
        int out = p.outputs().get(0);
        return batch.lane(out, Demand.all(p.type(out).rank())).core();
    }
}
