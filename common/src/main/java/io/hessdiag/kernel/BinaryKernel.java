package io.hessdiag.kernel;

import static io.hessdiag.kernel.DoubleLoop2.each;

/**
 * The scalar functions of two operands, with their loops over f64 and f32; {@link #SET} is the
 * second operand. Where no f32 loop is named, the f64 one is run and its result rounded. Functions
 * of integers and booleans: {@link LongBinary}, {@link BooleanBinary}.
 */
public enum BinaryKernel {
    ADD(BinaryLoops::add, BinaryLoops::add),
    SUBTRACT(BinaryLoops::subtract, BinaryLoops::subtract),
    MULTIPLY(BinaryLoops::multiply, BinaryLoops::multiply),
    DIVIDE(BinaryLoops::divide, BinaryLoops::divide),
    MAXIMUM(BinaryLoops::maximum, BinaryLoops::maximum),
    MINIMUM(BinaryLoops::minimum, BinaryLoops::minimum),
    POWER(each(BinaryLoops::power)),
    REMAINDER(each((x, y) -> x % y)),
    ATAN2(each(Math::atan2)),
    AND(),
    OR(),
    XOR(),
    SHIFT_LEFT(),
    SHIFT_RIGHT_ARITHMETIC(),
    SHIFT_RIGHT_LOGICAL(),
    POLYGAMMA(each(Gamma::polygamma)),
    ZETA(each(Gamma::zeta)),
    NEXT_AFTER(each(Math::nextAfter), BinaryLoops::nextAfter),
    LOGADDEXP(Logarithms::logaddexp),
    SET(BinaryLoops::second, BinaryLoops::second);

    private final DoubleLoop2 f64;
    private final FloatLoop2 f32;

    BinaryKernel() {
        this(null, null);
    }

    BinaryKernel(DoubleLoop2 f64) {
        this(f64, FloatLoop2.rounded(f64));
    }

    BinaryKernel(DoubleLoop2 f64, FloatLoop2 f32) {
        this.f64 = f64;
        this.f32 = f32;
    }

    /** Whether the function takes floats. */
    public boolean isFloat() {
        return f64 != null;
    }

    /**
     * z[zAt + i] = f(x[xAt + i], y[yAt + i]) for 0 ≤ i &lt; n; z may be the same range as x or y.
     */
    public void run(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        f64.run(x, xAt, y, yAt, z, zAt, n);
    }

    /** As above in f32. */
    public void run(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
        f32.run(x, xAt, y, yAt, z, zAt, n);
    }
}
