package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.Tensor;
import org.apache.spark.ml.classification.LogisticRegressionModel;

/**
 * The weighted mean of the binomial or multinomial negative log likelihood, and the elastic net. A
 * multinomial model has coefficients [classes, features] and an intercept per class.
 */
final class LogisticLoss {
    private LogisticLoss() {}

    static ModelLoss of(LogisticRegressionModel model) {
        Penalty penalty = Penalty.elasticNet(model.getRegParam(), model.getElasticNetParam());
        boolean scaled = model.getStandardization() && !penalty.isNone();
        return ModelLoss.of(
                Columns.of(model.getFeaturesCol(), model.getLabelCol())
                        .weighted(model, model.weightCol()),
                scaled,
                rows -> {
                    int features = model.numFeatures();
                    Deviations deviations =
                            scaled
                                    ? Deviations.of(rows, features, true, false)
                                    : Deviations.ones(features);
                    return model.coefficientMatrix().numRows() == 1
                            ? binomial(model, penalty, deviations.features())
                            : multinomial(model, penalty, deviations.features());
                });
    }

    private static Loss binomial(LogisticRegressionModel model, Penalty penalty, double[] scales) {
        Template t = new Template(model.numFeatures());
        LinearTerm x =
                LinearTerm.of(t, model.coefficients(), model.intercept(), model.getFitIntercept());
        Expr each = Template.crossEntropy(x.margins(), t.coded(Columns.LABEL, 0, 1));
        return t.build(penalty.addTo(each.mean(), x.coefficients(), x.value(), scales));
    }

    private static Loss multinomial(
            LogisticRegressionModel model, Penalty penalty, double[] scales) {
        Template t = new Template(model.numFeatures(), model.numClasses());
        Tensor value = Template.tensor(model.coefficientMatrix());
        Expr coefficients = t.parameter(LinearTerm.COEFFICIENTS, value);
        Expr intercept =
                model.getFitIntercept()
                        ? t.parameter(
                                LinearTerm.INTERCEPT, Template.tensor(model.interceptVector()))
                        : null;
        Expr logits = MultilayerPerceptron.product(t.features(model.numFeatures()), coefficients);
        Expr all = intercept == null ? logits : logits.add(intercept);
        Expr loss = all.softmaxCrossEntropy(t.classes(Columns.LABEL));
        return t.build(penalty.addTo(loss, coefficients, value, scales));
    }
}
