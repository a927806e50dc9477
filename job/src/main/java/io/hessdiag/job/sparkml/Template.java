package io.hessdiag.job.sparkml;

import io.hessdiag.ir.Comparison;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;

/**
 * A loss in the making, with a few rows of features, labels and the like that stand for any number
 * of them: a prime that is no size of the model, so that nothing else is taken for the examples.
 */
final class Template {
    private static final int FEWEST_ROWS = 7;

    private final LossBuilder builder;
    private final int rows;

    private Template(LossBuilder builder, int rows) {
        this.builder = builder;
        this.rows = rows;
    }

    static Template ofOneRow() {
        return new Template(new LossBuilder(), 1);
    }

    /**
     * @param sizes that occur in the model: features, classes, units
     */
    Template(int... sizes) {
        this.builder = new LossBuilder();
        this.rows =
                IntStream.iterate(FEWEST_ROWS, n -> n + 1)
                        .filter(n -> BigInteger.valueOf(n).isProbablePrime(20))
                        .filter(n -> Arrays.stream(sizes).noneMatch(size -> size == n))
                        .findFirst()
                        .orElseThrow();
    }

    Expr parameter(String name, Tensor value) {
        return builder.parameter("['" + name + "']", value);
    }

    /** A leaf of a layer. */
    Expr parameter(String layer, String name, Tensor value) {
        return builder.parameter("['" + layer + "']['" + name + "']", value);
    }

    Expr constant(Tensor value) {
        return builder.constant(value);
    }

    /** X, rows × features. */
    Expr features(int features) {
        Tensor zeros = Tensor.zeros(TensorType.of(DType.F64, rows, features));
        return builder.data(Columns.FEATURES, zeros);
    }

    /** A number per row, {@code value} in the few there are. */
    Expr numbers(String name, double value) {
        double[] all = new double[rows];
        Arrays.fill(all, value);
        return builder.data(name, Tensor.of(Shape.of(rows), all));
    }

    /** A class per row, from 0. */
    Expr classes(String name) {
        return builder.data(name, Tensor.zeros(TensorType.of(DType.I32, rows)));
    }

    /** What each row's class stands for; a class without a value here is a bad row. */
    Expr coded(String name, double... values) {
        return constant(Tensor.of(Shape.of(values.length), values)).rows(classes(name));
    }

    Loss build(Expr loss) {
        return builder.build(loss);
    }

    static Tensor tensor(Vector values) {
        return Tensor.of(Shape.of(values.size()), values.toArray());
    }

    /** Rows × columns, row-major. */
    static Tensor tensor(Matrix values) {
        double[] out = new double[values.numRows() * values.numCols()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values.apply(i / values.numCols(), i % values.numCols());
        }
        return Tensor.of(Shape.of(values.numRows(), values.numCols()), out);
    }

    /** −log of the probability of class 1 or 0 at these logits: log(1 + eᵐ) − y m. */
    static Expr crossEntropy(Expr logits, Expr isOne) {
        return logits.softplus().sub(isOne.mul(logits));
    }

    /** y log y, 0 at 0, NaN below. */
    static Expr timesLog(Expr y) {
        Expr zero = y.constant(Tensor.scalar(0));
        Expr isZero = y.compare(Comparison.EQ, zero);
        Expr inside = isZero.select(y.constant(Tensor.scalar(1)), y);
        return isZero.select(zero, y.mul(inside.log()));
    }

    /** The scalar power xᵖ, by products or a quotient where they do. */
    static Expr power(Expr x, double p) {
        if (p == 1) {
            return x;
        }
        if (p == 2) {
            return x.square();
        }
        if (p == -1) {
            return x.constant(Tensor.scalar(1)).div(x);
        }
        return x.pow(p);
    }
}
