package io.hessdiag.kernel;

/**
 * Arithmetic on {@link Rows}, which may come from different places of different arrays, and whose
 * results lie row after row; z may be an operand's own rows. By Java's Vector API, since C2 (JDK
 * 17) makes vector instructions of such loops only when all arrays have one index, see {@link
 * Strips}. A JVM without the API's module, and one that has not had much to do, runs plain loops:
 * the API is slow until it is compiled. The bits are the same.
 */
public final class RowLoops {
    /** Elements from which the API's compilation, half a second for all loops, pays off. */
    private static final long WARM = 1L << 30;

    private static final boolean HAS_VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /** Counted without synchronisation: it need not be exact. */
    private static long done;

    private RowLoops() {}

    private static boolean isWarm(int elements) {
        if (done < WARM) {
            done += elements;
            return false;
        }
        return HAS_VECTORS;
    }

    /** Whether there is a loop for the function. */
    public static boolean fits(BinaryKernel f) {
        return f == BinaryKernel.ADD || f == BinaryKernel.SUBTRACT || f == BinaryKernel.MULTIPLY;
    }

    /** z[zAt + r·width + j] = f(x[r, j], y[r, j]). */
    public static void binary(
            BinaryKernel f, Rows x, Rows y, double[] z, int zAt, int rows, int width) {
        if (isInOrder(x, zAt, rows, width) && isInOrder(y, zAt, rows, width)) {
            Strips.binary(f, x.array(), y.array(), z, zAt, rows * width);
            return;
        }
        boolean swaps = f != BinaryKernel.SUBTRACT && x.step() < y.step();
        Rows a = swaps ? y : x;
        Rows b = swaps ? x : y;
        if (!isWarm(rows * width) || a.step() + b.step() == 0) {
            plain(f, a, b, z, zAt, rows, width);
            return;
        }
        switch (f) {
            case ADD -> RowVectors.add(a, b, z, zAt, rows, width);
            case SUBTRACT -> RowVectors.subtract(a, b, z, zAt, rows, width);
            default -> RowVectors.multiply(a, b, z, zAt, rows, width);
        }
    }

    private static boolean isInOrder(Rows x, int at, int rows, int width) {
        return x.at() == at && x.step() == 1 && (x.down() == width || rows == 1);
    }

    /** s[sAt + r·width + j] += x[r, j] · y[r, j]. */
    public static void addProducts(Rows x, Rows y, double[] s, int sAt, int rows, int width) {
        Rows a = x.step() < y.step() ? y : x;
        Rows b = x.step() < y.step() ? x : y;
        if (isWarm(rows * width) && a.step() == 1) {
            RowVectors.addProducts(a, b, s, sAt, rows, width);
        } else {
            plainProducts(a, b, s, sAt, rows, width);
        }
    }

    /** s[sAt + r·width + j] += (x[r, j] · y[r, j]) · w[r, j]. */
    public static void addProducts(
            Rows x, Rows y, Rows w, double[] s, int sAt, int rows, int width) {
        Rows a = x.step() < y.step() ? y : x;
        Rows b = x.step() < y.step() ? x : y;
        if (isWarm(rows * width) && a.step() == 1 && b.step() + w.step() > 0) {
            RowVectors.addProducts(a, b, w, s, sAt, rows, width);
        } else {
            plainProducts(a, b, w, s, sAt, rows, width);
        }
    }

    static void plain(BinaryKernel f, Rows x, Rows y, double[] z, int zAt, int rows, int width) {
        double[] a = x.array();
        double[] b = y.array();
        int dx = x.step();
        int dy = y.step();
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            int k = zAt + r * width;
            switch (f) {
                case ADD -> {
                    for (int end = k + width; k < end; k++, i += dx, j += dy) {
                        z[k] = a[i] + b[j];
                    }
                }
                case SUBTRACT -> {
                    for (int end = k + width; k < end; k++, i += dx, j += dy) {
                        z[k] = a[i] - b[j];
                    }
                }
                case MULTIPLY -> {
                    for (int end = k + width; k < end; k++, i += dx, j += dy) {
                        z[k] = a[i] * b[j];
                    }
                }
                default -> throw new IllegalArgumentException(f.name());
            }
        }
    }

    static void plainProducts(Rows x, Rows y, double[] s, int sAt, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            for (int k = sAt + r * width, end = k + width; k < end; k++) {
                s[k] += x.array()[i] * y.array()[j];
                i += x.step();
                j += y.step();
            }
        }
    }

    static void plainProducts(Rows x, Rows y, Rows w, double[] s, int sAt, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            int l = w.row(r);
            for (int k = sAt + r * width, end = k + width; k < end; k++) {
                s[k] += (x.array()[i] * y.array()[j]) * w.array()[l];
                i += x.step();
                j += y.step();
                l += w.step();
            }
        }
    }
}
