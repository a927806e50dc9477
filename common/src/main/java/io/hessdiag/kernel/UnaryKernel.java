package io.hessdiag.kernel;

import static io.hessdiag.kernel.DoubleLoop.each;

/**
 * The scalar functions of one operand, with their loops over f64 and f32. Where no f32 loop is
 * named, the f64 one is run and its result rounded. Functions of integers and booleans: {@link
 * LongUnary}.
 */
public enum UnaryKernel {
    ABS(UnaryLoops::abs, UnaryLoops::abs),
    NEGATE(UnaryLoops::negate, UnaryLoops::negate),
    SIGN(each(Math::signum)),
    EXPONENTIAL(Exponentials::exp),
    EXPONENTIAL_MINUS_ONE(Exponentials::expm1),
    LOG(Logarithms::log),
    LOG_PLUS_ONE(Logarithms::log1p),
    LOGISTIC(Exponentials::logistic),
    TANH(Exponentials::tanh),
    SINE(each(Math::sin)),
    COSINE(each(Math::cos)),
    TAN(each(Math::tan)),
    SQRT(UnaryLoops::sqrt, UnaryLoops::sqrt),
    RSQRT(UnaryLoops::rsqrt),
    CBRT(each(Math::cbrt)),
    FLOOR(UnaryLoops::floor),
    CEIL(UnaryLoops::ceil),
    ROUND_NEAREST_EVEN(UnaryLoops::rint),
    ROUND_NEAREST_AFZ(UnaryLoops::roundAwayFromZero),
    IS_FINITE(),
    NOT(),
    POPCNT(),
    COUNT_LEADING_ZEROS(),
    SQUARE(UnaryLoops::square, UnaryLoops::square),
    ERF(each(Erf::erf)),
    ERFC(each(Erf::erfc)),
    ERF_INV(each(Erf::erfInv)),
    LGAMMA(each(Gamma::lgamma)),
    DIGAMMA(each(Gamma::digamma)),
    ASIN(each(Math::asin)),
    ACOS(each(Math::acos)),
    ATAN(each(Math::atan)),
    SINH(each(Math::sinh)),
    COSH(each(Math::cosh)),
    ASINH(each(Hyperbolic::asinh)),
    ACOSH(each(Hyperbolic::acosh)),
    ATANH(each(Hyperbolic::atanh)),
    RELU(UnaryLoops::relu, UnaryLoops::relu),
    STOP_GRADIENT(System::arraycopy, System::arraycopy);

    private final DoubleLoop f64;
    private final FloatLoop f32;

    UnaryKernel() {
        this(null, null);
    }

    UnaryKernel(DoubleLoop f64) {
        this(f64, FloatLoop.rounded(f64));
    }

    UnaryKernel(DoubleLoop f64, FloatLoop f32) {
        this.f64 = f64;
        this.f32 = f32;
    }

    /** Whether the function takes floats to floats. */
    public boolean isFloat() {
        return f64 != null;
    }

    /** y[yAt + i] = f(x[xAt + i]) for 0 ≤ i &lt; n; x and y may be the same range. */
    public void run(double[] x, int xAt, double[] y, int yAt, int n) {
        f64.run(x, xAt, y, yAt, n);
    }

    /** As above in f32. */
    public void run(float[] x, int xAt, float[] y, int yAt, int n) {
        f32.run(x, xAt, y, yAt, n);
    }
}
