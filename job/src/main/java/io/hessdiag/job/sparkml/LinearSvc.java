package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import org.apache.spark.ml.classification.LinearSVCModel;

/**
 * The weighted mean of the hinge max(0, 1 − s m), s = ±1, and the ridge. The hinge is piecewise
 * linear: off its kinks second derivatives are the ridge's alone, and at a kink the derivative is
 * that of the side beyond the margin, as JAX has it for relu.
 */
final class LinearSvc {
    private LinearSvc() {}

    static ModelLoss of(LinearSVCModel model) {
        Penalty penalty = new Penalty(model.getRegParam(), 0);
        boolean scaled = model.getStandardization() && !penalty.isNone();
        int n = model.numFeatures();
        return ModelLoss.of(
                Columns.of(model.getFeaturesCol(), model.getLabelCol())
                        .weighted(model, model.weightCol()),
                scaled,
                rows -> {
                    Deviations all =
                            scaled ? Deviations.of(rows, n, true, false) : Deviations.ones(n);
                    Template t = new Template(n);
                    LinearTerm x =
                            LinearTerm.of(
                                    t,
                                    model.coefficients(),
                                    model.intercept(),
                                    model.getFitIntercept());
                    Expr signed = x.margins().mul(t.coded(Columns.LABEL, -1, 1));
                    Expr loss = signed.negate().add(1).relu().mean();
                    return t.build(
                            penalty.addTo(loss, x.coefficients(), x.value(), all.features()));
                });
    }
}
