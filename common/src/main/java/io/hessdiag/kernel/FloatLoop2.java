package io.hessdiag.kernel;

/** z[zAt + i] = f(x[xAt + i], y[yAt + i]) for 0 ≤ i &lt; n; z may be the same range as x or y. */
@FunctionalInterface
interface FloatLoop2 {
    void run(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n);

    /** The function computed in double and rounded once more. */
    static FloatLoop2 rounded(DoubleLoop2 f) {
        return (x, xAt, y, yAt, z, zAt, n) -> {
            double[] wideX = new double[Math.min(n, FloatLoop.BLOCK)];
            double[] wideY = new double[wideX.length];
            for (int at = 0; at < n; at += FloatLoop.BLOCK) {
                int m = Math.min(FloatLoop.BLOCK, n - at);
                for (int i = 0; i < m; i++) {
                    wideX[i] = x[xAt + at + i];
                    wideY[i] = y[yAt + at + i];
                }
                f.run(wideX, 0, wideY, 0, wideX, 0, m);
                for (int i = 0; i < m; i++) {
                    z[zAt + at + i] = (float) wideX[i];
                }
            }
        };
    }
}
