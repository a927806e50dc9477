package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.Tensor;
import org.apache.spark.ml.regression.AFTSurvivalRegressionModel;

/**
 * Accelerated failure time with Weibull lifetimes t, censored where δ = 0: the mean of δ log σ − δ
 * ε + e^ε with ε = (log t − x·β − b) / σ. Spark optimises β, b and log σ, the leaf {@code
 * ['log_scale']}; it knows neither weights nor a penalty.
 */
final class SurvivalRegression {
    private SurvivalRegression() {}

    static ModelLoss of(AFTSurvivalRegressionModel model) {
        Template t = new Template(model.numFeatures());
        LinearTerm x =
                LinearTerm.of(t, model.coefficients(), model.intercept(), model.getFitIntercept());
        Expr logScale = t.parameter("log_scale", Tensor.scalar(Math.log(model.scale())));
        Expr logTimes = t.numbers(Columns.LABEL, 1).log();
        Expr isDeath = t.coded(Columns.CENSOR, 0, 1);
        Expr epsilon = logTimes.sub(x.margins()).mul(logScale.negate().exp());
        Expr each = isDeath.mul(logScale.sub(epsilon)).add(epsilon.exp());
        return ModelLoss.of(
                Columns.of(model.getFeaturesCol(), model.getLabelCol())
                        .with(Columns.CENSOR, model.getCensorCol()),
                t.build(each.mean()));
    }
}
