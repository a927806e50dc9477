package io.hessdiag.kernel;

import java.util.function.DoubleUnaryOperator;

/** y[yAt + i] = f(x[xAt + i]) for 0 ≤ i &lt; n; x and y may be the same range. */
@FunctionalInterface
interface DoubleLoop {
    void run(double[] x, int xAt, double[] y, int yAt, int n);

    /** A loop that calls {@code f} for each element. */
    static DoubleLoop each(DoubleUnaryOperator f) {
        return (x, xAt, y, yAt, n) -> {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = f.applyAsDouble(x[xAt + i]);
            }
        };
    }
}
