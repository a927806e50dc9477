package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.HashMap;
import java.util.Map;

/** Values of a loop's body that follow from its counter alone, computed for all steps at once. */
final class PerStep {
    private final ProgramBuilder b;
    private final Program body;
    private final int length;
    private final boolean[] follows;
    private final Equation[] definition;
    private final Map<Integer, Integer> all = new HashMap<>();

    /**
     * @param counter position of the counter among the body's inputs
     * @param row the counter's values in {@code b}, one per step
     */
    PerStep(ProgramBuilder b, Program body, int counter, int row) {
        this.b = b;
        this.body = body;
        this.length = b.shape(row).dim(0);
        this.follows = new boolean[body.values()];
        this.definition = new Equation[body.values()];
        follows[body.inputs().get(counter)] = true;
        all.put(body.inputs().get(counter), row);
        for (Equation e : body.equations()) {
            e.outputs().stream().forEach(v -> definition[v] = e);
            if (isElementwise(e.op()) || isMovement(e.op())) {
                follows[e.output()] = e.inputs().stream().allMatch(v -> follows[v]);
            }
        }
    }

    private static boolean isElementwise(Op op) {
        return op instanceof Op.Unary
                || op instanceof Op.Binary
                || op instanceof Op.Compare
                || op instanceof Op.Select
                || op instanceof Op.Clamp
                || op instanceof Op.Convert;
    }

    private static boolean isMovement(Op op) {
        return op instanceof Op.Constant
                || op instanceof Op.Reshape
                || op instanceof Op.BroadcastInDim
                || op instanceof Op.Concatenate;
    }

    boolean follows(int v) {
        return follows[v];
    }

    /** The value of all steps: steps × its shape. */
    int all(int v) {
        Integer known = all.get(v);
        if (known == null) {
            known = make(definition[v]);
            all.put(v, known);
        }
        return known;
    }

    private int make(Equation e) {
        Shape shape = body.type(e.output()).shape().prepend(length);
        if (e.op() instanceof Op.Constant) {
            int one = b.emit(e.op());
            return b.broadcast(one, shape, Ints.range(1, shape.rank()));
        }
        int[] in = e.inputs().stream().map(this::all).toArray();
        if (e.op() instanceof Op.Reshape) {
            return b.reshape(in[0], shape);
        }
        if (e.op() instanceof Op.BroadcastInDim o) {
            return b.broadcast(in[0], shape, o.dims().plus(1).prepend(0));
        }
        if (e.op() instanceof Op.Concatenate o) {
            return b.emit(new Op.Concatenate(o.dim() + 1), in);
        }
        for (int i = 0; i < in.length; i++) {
            in[i] = b.shape(in[i]).equals(shape) ? in[i] : b.broadcast(in[i], shape, Ints.of(0));
        }
        return b.emit(e.op(), in);
    }
}
