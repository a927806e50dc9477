package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.Tensor;
import org.apache.spark.ml.linalg.Vector;

/**
 * X β + b with leaves {@code ['coefficients']} and, if the model was fitted with one, {@code
 * ['intercept']}.
 *
 * @param margins of shape [rows]
 */
record LinearTerm(Expr margins, Expr coefficients, Tensor value) {
    static final String COEFFICIENTS = "coefficients";
    static final String INTERCEPT = "intercept";

    static LinearTerm of(Template t, Vector beta, double intercept, boolean fitIntercept) {
        Tensor value = Template.tensor(beta);
        Expr coefficients = t.parameter(COEFFICIENTS, value);
        Expr b = fitIntercept ? t.parameter(INTERCEPT, Tensor.scalar(intercept)) : null;
        Expr products = t.features(beta.size()).matmul(coefficients);
        return new LinearTerm(b == null ? products : products.add(b), coefficients, value);
    }
}
