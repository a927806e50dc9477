package io.hessdiag.plan.corpus;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How near a program's values come to the places where its functions have no derivative. */
final class Kinks {
    private static final Set<UnaryFunction> AT_ZERO =
            Set.of(UnaryFunction.RELU, UnaryFunction.ABS, UnaryFunction.SIGN);
    private static final Set<BinaryFunction> AT_TIES =
            Set.of(BinaryFunction.MAXIMUM, BinaryFunction.MINIMUM);
    private static final Set<Combiner> EXTREMES = Set.of(Combiner.MAXIMUM, Combiner.MINIMUM);

    private Kinks() {}

    /**
     * The smallest gap between a value and a kink. Values that lie on one exactly do so whatever
     * the parameters are (the zeros that two units of a relu have in common), which does no harm.
     */
    static double distance(Program program, List<Tensor> arguments) {
        ProgramBuilder b = new ProgramBuilder("gaps");
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        Ints gaps = Ints.EMPTY;
        for (Equation e : program.equations()) {
            b.copy(e, map);
            gaps = gaps.concat(gaps(b, e, map));
        }
        return Interpreter.run(b.build(gaps), arguments).stream()
                .flatMapToDouble(t -> IntStream.range(0, t.size()).mapToDouble(t::get))
                .map(Math::abs)
                .filter(gap -> gap > 0)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Ints gaps(ProgramBuilder b, Equation e, int[] map) {
        Ints in = Ints.of(e.inputs().stream().map(v -> map[v]).toArray());
        if (in.isEmpty() || !b.type(in.get(0)).dtype().isFloat()) {
            return Ints.EMPTY;
        }
        if (e.op() instanceof Op.Unary u && AT_ZERO.contains(u.function())) {
            return in;
        }
        if (e.op() instanceof Op.Compare
                || e.op() instanceof Op.Binary p && AT_TIES.contains(p.function())) {
            return Ints.of(b.subtract(in.get(0), in.get(1)));
        }
        if (e.op() instanceof Op.Clamp) {
            return Ints.of(
                    gap(b, in.get(1), in.get(0), Ints.EMPTY),
                    gap(b, in.get(1), in.get(2), Ints.EMPTY));
        }
        int out = map[e.outputs().get(0)];
        if (e.op() instanceof Op.Reduce r && EXTREMES.contains(r.combiner())) {
            return Ints.of(gap(b, in.get(0), out, r.dims()));
        }
        if (e.op() instanceof Op.ArgReduce r) {
            return Ints.of(gap(b, in.get(0), out, Ints.of(r.dim())));
        }
        return Ints.EMPTY;
    }

    /** x − y, with y repeated along {@code dims}. */
    private static int gap(ProgramBuilder b, int x, int y, Ints dims) {
        Ints kept =
                b.shape(y).rank() == 0 ? Ints.EMPTY : Ints.range(b.shape(x).rank()).without(dims);
        return b.subtract(x, b.broadcast(y, b.shape(x), kept));
    }
}
