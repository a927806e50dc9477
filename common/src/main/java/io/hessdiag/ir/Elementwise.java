package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;

/** Programs of scalars on whole tensors, element by element. */
public final class Elementwise {
    private Elementwise() {}

    /**
     * Adds the program's equations with tensors of {@code shape} for its scalar inputs.
     *
     * @throws IrException when an equation is not element by element
     */
    public static Ints inline(ProgramBuilder b, Program scalars, Ints arguments, Shape shape) {
        int[] map = new int[scalars.values()];
        for (int i = 0; i < arguments.size(); i++) {
            map[scalars.inputs().get(i)] = arguments.get(i);
        }
        scalars.equations().forEach(e -> add(b, e, map, shape));
        return Ints.of(scalars.outputs().stream().map(v -> map[v]).toArray());
    }

    /** The same for one equation, whose value v is {@code map[v]} there; extends the map. */
    public static void add(ProgramBuilder b, Equation e, int[] map, Shape shape) {
        Ints in = Ints.of(e.inputs().stream().map(v -> map[v]).toArray());
        map[e.output()] = lift(b, e.op(), in, shape);
    }

    private static int lift(ProgramBuilder b, Op op, Ints in, Shape shape) {
        if (op instanceof Op.Constant c && c.value().size() == 1) {
            return b.broadcast(b.constant(c.value().reshape(Shape.SCALAR)), shape, Ints.EMPTY);
        }
        if (op instanceof Op.Reshape r && r.shape().rank() == 0
                || op instanceof Op.BroadcastInDim d && d.shape().rank() == 0) {
            return in.get(0);
        }
        boolean elementwise =
                op instanceof Op.Unary
                        || op instanceof Op.Binary
                        || op instanceof Op.Compare
                        || op instanceof Op.Select
                        || op instanceof Op.Clamp
                        || op instanceof Op.Convert;
        if (!elementwise) {
            throw new IrException(op.name() + ": not element by element");
        }
        return b.apply(op, in).get(0);
    }
}
