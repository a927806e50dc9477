package io.hessdiag.job.sparkml;

import io.hessdiag.ir.Comparison;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.Tensor;
import org.apache.spark.ml.regression.LinearRegressionModel;

/**
 * Linear regression. Squared error: the weighted mean of ½ r², in the label's own unit; Spark
 * divides the label by its deviation σ and takes regParam / σ, which here leaves λ₂ / σ. Huber,
 * with Spark's scale σ as a leaf {@code ['scale']}: the weighted mean of ½ (σ + r²/σ) where |r| ≤
 * εσ and of ½ (σ + 2ε|r| − σε²) beyond (A. B. Owen, A robust hybrid of lasso and ridge regression,
 * 2007).
 *
 * <p>Deviations are the population's where Spark solves normal equations, and the sample's where it
 * iterates, as it does itself.
 */
final class LinearLoss {
    /** Up to this many features Spark solves normal equations unless told not to. */
    private static final int MOST_FEATURES_OF_NORMAL = 4096;

    private LinearLoss() {}

    static ModelLoss of(LinearRegressionModel model) {
        boolean huber = model.getLoss().equals("huber");
        Penalty penalty = Penalty.elasticNet(model.getRegParam(), model.getElasticNetParam());
        boolean needsRows = !penalty.isNone() && (!huber || model.getStandardization());
        return ModelLoss.of(
                Columns.of(model.getFeaturesCol(), model.getLabelCol())
                        .weighted(model, model.weightCol()),
                needsRows,
                rows -> {
                    int n = model.numFeatures();
                    boolean sample = huber || !isNormal(model);
                    Deviations all =
                            needsRows ? Deviations.of(rows, n, sample, false) : Deviations.ones(n);
                    double[] scales =
                            model.getStandardization()
                                    ? all.features()
                                    : Deviations.ones(n).features();
                    return huber
                            ? huber(model, penalty, scales)
                            : squared(model, penalty.withL2Over(all.label()), scales);
                });
    }

    private static boolean isNormal(LinearRegressionModel model) {
        return model.getSolver().equals("normal")
                || model.getSolver().equals("auto")
                        && model.numFeatures() <= MOST_FEATURES_OF_NORMAL;
    }

    private static Loss squared(LinearRegressionModel model, Penalty penalty, double[] scales) {
        Template t = new Template(model.numFeatures());
        LinearTerm x = term(t, model);
        Expr residuals = x.margins().sub(t.numbers(Columns.LABEL, 0));
        Expr loss = residuals.square().mul(0.5).mean();
        return t.build(penalty.addTo(loss, x.coefficients(), x.value(), scales));
    }

    private static Loss huber(LinearRegressionModel model, Penalty penalty, double[] scales) {
        Template t = new Template(model.numFeatures());
        LinearTerm x = term(t, model);
        Expr scale = t.parameter("scale", Tensor.scalar(model.scale()));
        double epsilon = model.getEpsilon();
        Expr residuals = t.numbers(Columns.LABEL, 0).sub(x.margins());
        Expr inside = residuals.square().div(scale);
        Expr outside = residuals.abs().mul(2 * epsilon).sub(scale.mul(epsilon * epsilon));
        Expr isInside = residuals.abs().compare(Comparison.LE, scale.mul(epsilon));
        Expr each = isInside.select(inside, outside).add(scale).mul(0.5);
        return t.build(penalty.addTo(each.mean(), x.coefficients(), x.value(), scales));
    }

    private static LinearTerm term(Template t, LinearRegressionModel model) {
        return LinearTerm.of(t, model.coefficients(), model.intercept(), model.getFitIntercept());
    }
}
