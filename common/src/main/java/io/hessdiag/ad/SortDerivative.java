package io.hessdiag.ad;

import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;

/** A sort whose permutation is known: the places are sorted with the operands. */
final class SortDerivative {
    private final ProgramBuilder b;
    private final Op.Sort op;
    private final Shape shape;
    private final Ints sorted;
    private final int permutation;

    SortDerivative(ProgramBuilder b, Op.Sort op, Ints operands) {
        this.b = b;
        this.op = op;
        this.shape = b.shape(operands.get(0));
        int places = operands.filter(this::isPlaces).stream().findFirst().orElse(-1);
        if (places >= 0) {
            sorted = b.apply(op, operands);
            permutation = sorted.get(operands.indexOf(places));
        } else {
            int iota = b.emit(new Op.Iota(new TensorType(DType.I64, shape), op.dim()));
            Op both = new Op.Sort(op.dim(), op.stable(), ignoring(op.comparator(), DType.I64));
            Ints out = b.apply(both, operands.append(iota));
            sorted = out.pick(Ints.range(operands.size()));
            permutation = out.last();
        }
    }

    /** Whether the value counts along the axis, as what argsort sorts does. */
    private boolean isPlaces(int v) {
        return b.type(v).dtype().isInteger()
                && b.definition(v)
                        .map(e -> e.op() instanceof Op.Iota i && i.dim() == op.dim())
                        .orElse(false);
    }

    /** The comparator with one more operand, of which it takes no notice. */
    private static Program ignoring(Program comparator, DType dtype) {
        ProgramBuilder c = new ProgramBuilder(comparator.name());
        Ints in = Ints.of(comparator.inputTypes().stream().mapToInt(c::input).toArray());
        c.input(TensorType.of(dtype));
        c.input(TensorType.of(dtype));
        return c.build(c.inline(comparator, in));
    }

    Ints sorted() {
        return sorted;
    }

    /** {@code x} in the order of the sorted operands; linear in x. */
    int permuted(int x) {
        int rank = shape.rank();
        Ints others = Ints.range(rank).filter(a -> a != op.dim());
        Ints along = Ints.of(op.dim());
        GatherDims dims = new GatherDims(Ints.EMPTY, along, others, others, along, rank);
        int indices = b.reshape(permutation, new Shape(shape.dims().append(1)));
        return b.emit(new Op.Gather(dims, Ints.repeat(1, rank)), x, indices);
    }
}
