package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.plan.PartialDiagonal.Piece;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.List;

/** A summand's own value, which goes with the diagonal where the data pass by only once. */
record LossValue(Summand summand, Executable program) implements Serializable {

    static LossValue of(Summand summand) {
        return new LossValue(summand, Executable.compile(summand.program()));
    }

    WorkUnit unit(BlockRange blocks) {
        Work work = Work.of(program.program()).times(blocks.count());
        return WorkUnit.of(0, 0, 0, blocks, 0, work);
    }

    /**
     * @throws NonFiniteException when it is NaN or infinite
     */
    List<Piece> compute(WorkUnit unit, Arguments arguments) {
        double sum = 0;
        for (int i = 0; i < unit.blocks(); i++) {
            List<Tensor> in = summand.arguments(arguments, unit.firstBlock() + i);
            double value = program.run(in).get(0).get(0);
            if (!Double.isFinite(value)) {
                throw new NonFiniteException(
                        String.format(
                                "the loss of examples %d to %d is %s",
                                first(unit, i), first(unit, i + 1) - 1, value));
            }
            sum += value;
        }
        return List.of(new Piece(PartialDiagonal.LOSS, 0, new double[] {sum}));
    }

    private long first(WorkUnit unit, int i) {
        return (long) (unit.firstBlock() + i) * summand.size();
    }
}
