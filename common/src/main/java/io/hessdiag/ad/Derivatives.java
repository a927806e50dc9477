package io.hessdiag.ad;

import static io.hessdiag.ir.BinaryFunction.ATAN2;
import static io.hessdiag.ir.BinaryFunction.LOGADDEXP;
import static io.hessdiag.ir.BinaryFunction.POLYGAMMA;
import static io.hessdiag.ir.BinaryFunction.POWER;
import static io.hessdiag.ir.BinaryFunction.ZETA;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;

/**
 * The derivatives of every element-wise function, as equations. A rule is given the operands and
 * the result y and returns the factor of the tangent; a missing factor ({@link #NONE}) is a
 * derivative that is zero everywhere it exists. Since rules emit ordinary equations, f″ is the
 * derivative of the rule for f′ and the table is closed under differentiation. Values at kinks are
 * JAX's.
 */
final class Derivatives {
    /** No derivative: structurally zero. */
    static final int NONE = -1;

    private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

    private final ProgramBuilder b;

    Derivatives(ProgramBuilder b) {
        this.b = b;
    }

    /** df/dx for y = f(x). */
    int unary(UnaryFunction f, int x, int y) {
        return switch (f) {
            case ABS -> u(UnaryFunction.SIGN, x); // sign x
            case NEGATE -> c(x, -1); // -1
            case EXPONENTIAL -> y; // eˣ
            case EXPONENTIAL_MINUS_ONE -> add(y, 1); // eˣ
            case LOG -> over(1, x); // 1/x
            case LOG_PLUS_ONE -> over(1, add(x, 1)); // 1/(1+x)
            case LOGISTIC -> b.multiply(y, minus(1, y)); // y(1-y)
            case TANH -> minus(1, square(y)); // 1-y²
            case SINE -> u(UnaryFunction.COSINE, x); // cos x
            case COSINE -> b.negate(u(UnaryFunction.SINE, x)); // -sin x
            case TAN -> add(square(y), 1); // 1+y²
            case SQRT -> over(0.5, y); // 1/(2y)
            case RSQRT -> times(b.divide(y, x), -0.5); // -y/(2x)
            case CBRT -> b.divide(times(y, 1.0 / 3), x); // y/(3x)
            case SQUARE -> times(x, 2); // 2x
            case ERF -> times(gauss(x), TWO_OVER_SQRT_PI); // 2/√π e^-x²
            case ERFC -> times(gauss(x), -TWO_OVER_SQRT_PI); // -2/√π e^-x²
            case ERF_INV -> times(exp(square(y)), 1 / TWO_OVER_SQRT_PI); // √π/2 e^y²
            case LGAMMA -> u(UnaryFunction.DIGAMMA, x); // ψ(x)
            case DIGAMMA -> b.binary(POLYGAMMA, c(x, 1), x); // ψ₁(x)
            case ASIN -> rsqrt(oneMinusSquare(x)); // 1/√(1-x²)
            case ACOS -> b.negate(rsqrt(oneMinusSquare(x))); // -1/√(1-x²)
            case ATAN -> over(1, add(square(x), 1)); // 1/(1+x²)
            case SINH -> u(UnaryFunction.COSH, x); // cosh x
            case COSH -> u(UnaryFunction.SINH, x); // sinh x
            case ASINH -> rsqrt(add(square(x), 1)); // 1/√(x²+1)
            case ACOSH -> b.multiply(rsqrt(add(x, -1)), rsqrt(add(x, 1))); // 1/√(x²-1)
            case ATANH -> over(1, oneMinusSquare(x)); // 1/(1-x²)
            case RELU ->
                    b.convert(b.compare(Comparison.GT, x, c(x, 0)), b.type(x).dtype()); // [x > 0]
            case SIGN,
                    FLOOR,
                    CEIL,
                    ROUND_NEAREST_EVEN,
                    ROUND_NEAREST_AFZ,
                    IS_FINITE,
                    NOT,
                    POPCNT,
                    COUNT_LEADING_ZEROS,
                    STOP_GRADIENT ->
                    NONE; // 0
        };
    }

    /** ∂f/∂x for z = f(x, y). */
    int first(BinaryFunction f, int x, int y, int z) {
        return switch (f) {
            case ADD, SUBTRACT -> c(x, 1); // 1
            case MULTIPLY -> y; // y
            case DIVIDE -> over(1, y); // 1/y
            case MAXIMUM -> share(Comparison.GT, x, y); // [x>y], ½ tied
            case MINIMUM -> share(Comparison.LT, x, y); // [x<y], ½ tied
            case POWER -> powerBase(x, y); // y xʸ⁻¹
            case REMAINDER -> c(x, 1); // 1
            case ATAN2 -> b.divide(y, b.add(square(x), square(y))); // y/(x²+y²)
            case LOGADDEXP -> u(UnaryFunction.LOGISTIC, difference(x, y)); // σ(x-y)
            case POLYGAMMA, ZETA, NEXT_AFTER -> refuse(f, "first");
            case AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT_ARITHMETIC, SHIFT_RIGHT_LOGICAL -> NONE;
        };
    }

    /** ∂f/∂y for z = f(x, y). */
    int second(BinaryFunction f, int x, int y, int z) {
        return switch (f) {
            case ADD -> c(y, 1); // 1
            case SUBTRACT -> c(y, -1); // -1
            case MULTIPLY -> x; // x
            case DIVIDE -> b.negate(b.divide(z, y)); // -z/y
            case MAXIMUM -> share(Comparison.GT, y, x); // [y>x], ½ tied
            case MINIMUM -> share(Comparison.LT, y, x); // [y<x], ½ tied
            case POWER -> powerExponent(x, y, z); // z log x
            case REMAINDER -> b.negate(truncate(b.divide(x, y))); // -trunc(x/y)
            case ATAN2 -> b.negate(b.divide(x, b.add(square(x), square(y)))); // -x/(x²+y²)
            case LOGADDEXP -> u(UnaryFunction.LOGISTIC, difference(y, x)); // σ(y-x)
            case POLYGAMMA -> b.binary(POLYGAMMA, add(x, 1), y); // ψₓ₊₁(y)
            case ZETA -> b.negate(b.multiply(x, b.binary(ZETA, add(x, 1), y))); // -x ζ(x+1,y)
            case NEXT_AFTER -> refuse(f, "second");
            case AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT_ARITHMETIC, SHIFT_RIGHT_LOGICAL -> NONE;
        };
    }

    /** y x^(y-1), and 0 where y = 0 (x^(y-1) may be infinite there). */
    private int powerBase(int x, int y) {
        int zero = b.compare(Comparison.EQ, y, c(y, 0));
        int exponent = b.select(zero, c(y, 1), add(y, -1));
        return b.select(zero, c(y, 0), b.multiply(y, b.binary(POWER, x, exponent)));
    }

    /** log(x) xʸ, with log(0) xʸ taken as 0 (its limit for y &gt; 0). */
    private int powerExponent(int x, int y, int z) {
        int zero = b.compare(Comparison.EQ, x, c(x, 0));
        int log = u(UnaryFunction.LOG, b.select(zero, c(x, 1), x));
        return b.multiply(log, z);
    }

    /** 1 where x is chosen over y, 1/2 on a tie, else 0. */
    private int share(Comparison chosen, int x, int y) {
        int half = b.select(b.compare(Comparison.EQ, x, y), c(x, 0.5), c(x, 0));
        return b.select(b.compare(chosen, x, y), c(x, 1), half);
    }

    /** x - y, and 0 for two equal infinities. */
    private int difference(int x, int y) {
        int d = b.subtract(x, y);
        return b.select(b.compare(Comparison.NE, d, d), c(x, 0), d);
    }

    private int truncate(int x) {
        return b.multiply(
                u(UnaryFunction.SIGN, x), u(UnaryFunction.FLOOR, u(UnaryFunction.ABS, x)));
    }

    private int refuse(BinaryFunction f, String operand) {
        throw new IrException(
                f.text() + ": no derivative with respect to its " + operand + " operand");
    }

    private int exp(int x) {
        return u(UnaryFunction.EXPONENTIAL, x);
    }

    private int gauss(int x) {
        return exp(b.negate(square(x)));
    }

    private int rsqrt(int x) {
        return u(UnaryFunction.RSQRT, x);
    }

    private int u(UnaryFunction f, int x) {
        return b.unary(f, x);
    }

    private int c(int like, double value) {
        return b.fullLike(like, value);
    }

    private int square(int x) {
        return b.multiply(x, x);
    }

    private int oneMinusSquare(int x) {
        return b.multiply(minus(1, x), add(x, 1));
    }

    private int add(int x, double value) {
        return b.add(x, c(x, value));
    }

    private int minus(double value, int x) {
        return b.subtract(c(x, value), x);
    }

    private int times(int x, double value) {
        return b.multiply(x, c(x, value));
    }

    private int over(double value, int x) {
        return b.divide(c(x, value), x);
    }
}
