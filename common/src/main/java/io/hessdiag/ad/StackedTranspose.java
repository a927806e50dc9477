package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** The transpose of one linear equation for a stack of cotangents, whatever its op. */
public final class StackedTranspose {
    private StackedTranspose() {}

    /**
     * @param b where equations go
     * @param known ids in {@code b} of the equation's operands that do not move
     * @param stack id in {@code b} of the cotangents: k × the result's shape
     * @return cotangents of the operand, k × its shape
     */
    public static int emit(ProgramBuilder b, TransposedEquation equation, Ints known, int stack) {
        Program p = equation.program();
        int k = b.shape(stack).dim(0);
        int[] plain = new int[p.values()];
        for (int i = 0; i < known.size(); i++) {
            plain[p.inputs().get(i)] = known.get(i);
        }
        Equation[] definition = new Equation[p.values()];
        List<Equation> linear = new ArrayList<>();
        for (Equation e : p.equations()) {
            if (e.outputs().stream().anyMatch(v -> equation.linear()[v])) {
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
        Batch batch = new Batch(b, p, equation.linear(), demand, plain, pinning, k);
        int ct = p.inputs().last();
        batch.set(ct, Lane.whole(stack, p.type(ct).rank()));
        batch.steps(linear);
        int out = p.outputs().get(0);
        return batch.lane(out, Demand.all(p.type(out).rank())).core();
    }
}
