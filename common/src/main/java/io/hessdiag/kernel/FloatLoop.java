package io.hessdiag.kernel;

/** y[yAt + i] = f(x[xAt + i]) for 0 ≤ i &lt; n; x and y may be the same range. */
@FunctionalInterface
interface FloatLoop {
    /** Elements widened at a time: 4 KiB stay in the first-level cache. */
    int BLOCK = 512;

    void run(float[] x, int xAt, float[] y, int yAt, int n);

    /** The function computed in double and rounded once more. */
    static FloatLoop rounded(DoubleLoop f) {
        return (x, xAt, y, yAt, n) -> {
            double[] wide = new double[Math.min(n, BLOCK)];
            for (int at = 0; at < n; at += BLOCK) {
                int m = Math.min(BLOCK, n - at);
                for (int i = 0; i < m; i++) {
                    wide[i] = x[xAt + at + i];
                }
                f.run(wide, 0, wide, 0, m);
                for (int i = 0; i < m; i++) {
                    y[yAt + at + i] = (float) wide[i];
                }
            }
        };
    }
}
