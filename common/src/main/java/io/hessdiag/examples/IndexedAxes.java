package io.hessdiag.examples;

import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.Types;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** {@link ParallelAxes} of gather and scatter. */
final class IndexedAxes {
    private final Types types;
    private final Equation equation;
    private final IntFunction<Equation> definition;

    IndexedAxes(Types types, Equation equation, IntFunction<Equation> definition) {
        this.types = types;
        this.equation = equation;
        this.definition = definition;
    }

    private Shape in(int i) {
        return types.shape(equation.input(i));
    }

    /**
     * Batching pairs, other batch axes of the indices, and the operand's axes that slices hold
     * whole, wherever they start.
     */
    List<Ints> gather(Op.Gather op) {
        GatherDims d = op.dims();
        Ints batch = Ints.range(types.shape(equation.output()).rank()).without(d.offsetDims());
        List<Ints> ways = batches(d, batch, (operand, indices, r) -> Ints.of(operand, indices, r));
        int offset = 0;
        for (int a : windowAxes(d, in(0)).toArray()) {
            int r = d.offsetDims().get(offset++);
            if (op.sliceSizes().get(a) == in(0).dim(a)) {
                ways.add(Ints.of(a, -1, r));
            }
        }
        return ways;
    }

    /** The same axes as gather's; adding updates along another batch axis sums them. */
    List<Ints> scatter(Op.Scatter op) {
        ScatterDims s = op.dims();
        Ints batch = Ints.range(in(2).rank()).without(s.updateWindowDims());
        boolean adds = op.combiner() == Combiner.ADD;
        List<Ints> ways =
                batches(
                        s.gather(),
                        batch,
                        (operand, indices, u) -> Ints.of(operand, indices, u, operand));
        ways.removeIf(way -> way.get(0) < 0 && !adds);
        int window = 0;
        for (int a : windowAxes(s.gather(), in(0)).toArray()) {
            int u = s.updateWindowDims().get(window++);
            int component = s.scatterDimsToOperandDims().indexOf(a);
            if (in(2).dim(u) == in(0).dim(a) && (component < 0 || startsAtZero(component))) {
                ways.add(Ints.of(a, -1, u, a));
            }
        }
        return ways;
    }

    @FunctionalInterface
    private interface Batch {
        Ints way(int operand, int indices, int batch);
    }

    private List<Ints> batches(GatherDims d, Ints batch, Batch way) {
        Ints axes = Ints.range(in(1).rank()).filter(i -> i != d.indexVectorDim());
        List<Ints> ways = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            int pair = d.startIndicesBatchingDims().indexOf(axes.get(i));
            int operand = pair < 0 ? -1 : d.operandBatchingDims().get(pair);
            ways.add(way.way(operand, axes.get(i), batch.get(i)));
        }
        return ways;
    }

    private static Ints windowAxes(GatherDims d, Shape operand) {
        return Ints.range(operand.rank())
                .without(d.collapsedSliceDims().concat(d.operandBatchingDims()));
    }

    /**
     * Whether a component of the index vectors is clamped to [0, 0], as a dynamic_update_slice's is
     * along an axis that the update covers: a scatter drops what would lie outside, elsewhere.
     */
    private boolean startsAtZero(int component) {
        Equation clamp = definition.apply(equation.input(1));
        if (clamp == null || !(clamp.op() instanceof Op.Clamp)) {
            return false;
        }
        Equation low = definition.apply(clamp.input(0));
        while (low != null && low.op() instanceof Op.BroadcastInDim) {
            low = definition.apply(low.input(0));
        }
        Equation high = definition.apply(clamp.input(2));
        return low != null
                && high != null
                && low.op() instanceof Op.Constant zero
                && ParallelAxes.isSplat(zero.value())
                && zero.value().get(0) == 0
                && high.op() instanceof Op.Constant limits
                && limits.value().shape().rank() == 1
                && limits.value().get(component) == 0;
    }
}
