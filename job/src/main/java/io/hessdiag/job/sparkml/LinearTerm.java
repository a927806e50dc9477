package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.Tensor;
import org.apache.spark.ml.linalg.Vector;

/**
 * X β + b with leaves {@code ['coefficients']} and, if the model was fitted with one, {@code
 * ['intercept']}.
 *
 * @param features X
 * @param margins of shape [rows]
 * @param value of the coefficients
 */
record LinearTerm(Expr features, Expr margins, Expr coefficients, Tensor value) {
    static final String COEFFICIENTS = "coefficients";
    static final String INTERCEPT = "intercept";

    static LinearTerm of(Template t, Vector beta, double intercept, boolean fitIntercept) {
        Tensor value = Template.tensor(beta);
        Expr coefficients = t.parameter(COEFFICIENTS, value);
        Expr b = fitIntercept ? t.parameter(INTERCEPT, Tensor.scalar(intercept)) : null;
        Expr features = t.features(beta.size());
        Expr products = features.matmul(coefficients);
        Expr margins = b == null ? products : products.add(b);
        return new LinearTerm(features, margins, coefficients, value);
    }
}
