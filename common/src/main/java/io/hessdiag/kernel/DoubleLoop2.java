package io.hessdiag.kernel;

import java.util.function.DoubleBinaryOperator;

/** z[zAt + i] = f(x[xAt + i], y[yAt + i]) for 0 ≤ i &lt; n; z may be the same range as x or y. */
@FunctionalInterface
interface DoubleLoop2 {
    void run(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n);

    /** A loop that calls {@code f} for each pair. */
    static DoubleLoop2 each(DoubleBinaryOperator f) {
        return (x, xAt, y, yAt, z, zAt, n) -> {
            for (int i = 0; i < n; i++) {
                z[zAt + i] = f.applyAsDouble(x[xAt + i], y[yAt + i]);
            }
        };
    }
}
