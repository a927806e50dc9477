package io.hessdiag.eval;

import io.hessdiag.kernel.Rows;

/**
 * Where a strip of a value is: at the front of a location's buffer, or in an array, in order or as
 * a broadcast. What is in an array is read there, as rows.
 *
 * @param location -1 for an array
 * @param walk how an array is read; null for a location
 */
record Operand(int location, int root, Walk walk) {
    /** A pattern of rows this long needs no rows of its own width: it is taken piece by piece. */
    private static final int LONG = 128;

    /** Shorter rows are not worth a loop each. */
    private static final int SHORT = 32;

    static Operand buffer(int location) {
        return new Operand(location, -1, null);
    }

    static Operand array(View view) {
        return new Operand(-1, view.root(), Walk.of(view));
    }

    /** Whether such a view can be read as rows at all. */
    static boolean fits(View view) {
        Walk w = Walk.of(view);
        return view.isRun() || (w.step() == 0 || w.step() == 1) && w.inner() >= SHORT;
    }

    /** The width of rows that a view asks for, of which strips must be multiples; 1 if of none. */
    static int width(View view) {
        int inner = Walk.of(view).inner();
        return !view.isRun() && inner < LONG ? inner : 1;
    }

    private boolean isRun() {
        return walk == null || walk.rank() == 1 && (walk.step() == 1 || walk.inner() == 1);
    }

    /** Whether rows of this width are linear in it; any are where a width of 1 is asked for. */
    boolean allows(int width) {
        return isRun() || (width == 1 ? walk.inner() >= LONG : walk.inner() % width == 0);
    }

    /** The first element after {@code flat} where rows go on from another place. */
    int end(int flat, int width) {
        if (isRun()) {
            return Integer.MAX_VALUE;
        }
        long pattern = walk.inner() == width ? (long) width * walk.rows() : walk.inner();
        return (int) Math.min(Integer.MAX_VALUE, (flat / pattern + 1) * pattern);
    }

    /**
     * The rows from an element on.
     *
     * @param flat the element's number in the group
     * @param within its number in the strip
     */
    Rows rows(Part.Frame f, int flat, int within, int width) {
        if (walk == null) {
            return new Rows((double[]) f.locations[location], within, width, 1);
        }
        double[] array = (double[]) f.arrays[root];
        if (isRun()) {
            return new Rows(array, walk.offset() + flat, width, 1);
        }
        int down = walk.inner() == width ? walk.down() : walk.step() * width;
        return new Rows(array, walk.place(flat), down, walk.step());
    }

    /** The array that has the strip in order, for a location or a run. */
    Object array(Part.Frame f) {
        return walk == null ? f.locations[location] : f.arrays[root];
    }

    /** Where in {@link #array} the strip begins. */
    int at(Part.Frame f) {
        return walk == null ? 0 : walk.offset() + f.start;
    }
}
