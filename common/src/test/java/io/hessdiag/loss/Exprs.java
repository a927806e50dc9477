package io.hessdiag.loss;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Any op on expressions of one program: what tests need beyond {@link Expr}'s own methods. */
public final class Exprs {
    private Exprs() {}

    /** The op's results. */
    public static List<Expr> apply(Op op, List<Expr> in) {
        ProgramBuilder b = in.get(0).program;
        return b.apply(op, Ints.of(in.stream().mapToInt(e -> e.id).toArray())).stream()
                .mapToObj(v -> new Expr(b, v))
                .toList();
    }

    /** The op's first result. */
    public static Expr emit(Op op, Expr... in) {
        return apply(op, Arrays.asList(in)).get(0);
    }

    /** 0, 1, … along {@code dim}, in x's program. */
    public static Expr iota(Expr x, TensorType type, int dim) {
        return new Expr(x.program, x.program.emit(new Op.Iota(type, dim)));
    }

    /** The body of a loop: expressions of its inputs to expressions of its outputs. */
    public static Program body(List<TensorType> inputs, UnaryOperator<List<Expr>> body) {
        ProgramBuilder b = new ProgramBuilder("body");
        List<Expr> in = inputs.stream().map(t -> new Expr(b, b.input(t))).toList();
        return b.build(Ints.of(body.apply(in).stream().mapToInt(e -> e.id).toArray()));
    }

    /** Contracts these axes of both; no batching. */
    public static Expr dot(Expr x, Expr y, Ints contract, Ints otherContract) {
        return x.dotGeneral(y, Ints.EMPTY, Ints.EMPTY, contract, otherContract);
    }

    /** x[start:limit] along one axis. */
    public static Expr slice(Expr x, int axis, int start, int limit) {
        Ints dims = x.shape().dims();
        Ints from = Ints.repeat(0, dims.size()).with(axis, start);
        return emit(new Op.Slice(from, dims.with(axis, limit), Ints.repeat(1, dims.size())), x);
    }

    public static Expr concatenate(int axis, List<Expr> parts) {
        return apply(new Op.Concatenate(axis), parts).get(0);
    }
}
