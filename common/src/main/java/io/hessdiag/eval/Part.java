package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Node;
import io.hessdiag.kernel.RowSums;
import io.hessdiag.kernel.Strips;

/** What a {@link Group} does with every strip, one part after the other. */
@FunctionalInterface
interface Part {
    void run(Frame f);

    /** Where a run is: elements start … start + n - 1 of the group's arrays. */
    final class Frame {
        final Object[] arrays;
        final Object[] locations;
        final StripLoad.State[] loads;
        final RowSums[] sums;
        int start;
        int n;

        Frame(Object[] arrays, Object[] locations, StripLoad.State[] loads, RowSums[] sums) {
            this.arrays = arrays;
            this.locations = locations;
            this.loads = loads;
            this.sums = sums;
        }
    }

    /** Brings in a run of elements. */
    record In(int location, int root, int offset) implements Part {
        @Override
        public void run(Frame f) {
            System.arraycopy(f.arrays[root], offset + f.start, f.locations[location], 0, f.n);
        }
    }

    /** Brings in any other view. */
    record Load(int location, int root, int index, StripLoad load) implements Part {
        @Override
        public void run(Frame f) {
            load.load(f.arrays[root], f.locations[location], f.loads[index], f.start, f.n);
        }
    }

    /** Takes a result out. */
    record Out(int location, int root) implements Part {
        @Override
        public void run(Frame f) {
            System.arraycopy(f.locations[location], 0, f.arrays[root], f.start, f.n);
        }
    }

    /** Sums of rows, or over rows, of a strip. */
    static Part sum(Operand x, SumShape shape, int index, Node node) {
        int init = node.operands().get(1).root();
        int result = node.result();
        int row = shape.row();
        if (shape.inner() > 1) {
            return f ->
                    f.sums[index].add(
                            x.array(f), x.at(f), f.n / row, f.arrays[init], f.arrays[result]);
        }
        return f ->
                Strips.sumRows(
                        x.array(f),
                        x.at(f),
                        row,
                        f.arrays[init],
                        0,
                        f.arrays[result],
                        f.start / row,
                        f.n / row);
    }
}
