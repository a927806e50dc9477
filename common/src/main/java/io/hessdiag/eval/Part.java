package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Node;
import io.hessdiag.kernel.RowSums;
import io.hessdiag.kernel.Strips;

/** What a {@link Group} does with every strip, one part after the other. */
@FunctionalInterface
interface Part {
    void run(Frame f);

    /**
     * Where a run is: elements start … start + n - 1 of the group's arrays, which a location {@code
     * l} holds from {@code at[l]} on. In a group whose locations all are arrays, {@code base} is
     * the place in each of them; else it is 0, as {@code at} is for strips.
     */
    final class Frame {
        final Object[] arrays;
        final Object[] locations;
        final int[] at;
        final StripLoad.State[] loads;
        final RowSums[] sums;
        int start;
        int base;
        int n;

        Frame(Object[] arrays, Object[] locations, StripLoad.State[] loads, RowSums[] sums) {
            this.arrays = arrays;
            this.locations = locations;
            this.at = new int[locations.length];
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

    /** Makes a location of the part of an array that a strip reads or writes there. */
    record Bind(int location, int root, Reach reach) {
        void start(Frame f) {
            f.locations[location] = f.arrays[root];
        }

        void move(Frame f) {
            f.at[location] = reach.at(f.start);
        }
    }

    /** Brings in any other view, of which there is one element per {@code row} of the group's. */
    record Load(int location, int root, int index, StripLoad load, int row) implements Part {
        @Override
        public void run(Frame f) {
            load.load(
                    f.arrays[root],
                    f.locations[location],
                    f.loads[index],
                    f.start / row,
                    f.n / row);
        }
    }

    /** Takes a result out. */
    record Out(int location, int root) implements Part {
        @Override
        public void run(Frame f) {
            System.arraycopy(f.locations[location], 0, f.arrays[root], f.start, f.n);
        }
    }

    /** Sums of rows, or over rows, of what a location holds. */
    static Part sum(int location, SumShape shape, int index, int init, Node node) {
        int result = node.result();
        int row = shape.row();
        if (shape.inner() > 1) {
            return f ->
                    f.sums[index].add(
                            f.locations[location],
                            f.at[location],
                            f.n / row,
                            f.arrays[init],
                            f.arrays[result]);
        }
        return f ->
                Strips.sumRows(
                        f.locations[location],
                        f.at[location],
                        row,
                        f.arrays[init],
                        0,
                        f.arrays[result],
                        f.start / row,
                        f.n / row);
    }
}
