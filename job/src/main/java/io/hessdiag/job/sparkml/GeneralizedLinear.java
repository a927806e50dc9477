package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.Tensor;
import java.util.Optional;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;

/**
 * Generalized linear models: the weighted sum of {@link GlmFamily#halfDeviance}, the negative log
 * likelihood with dispersion 1 up to a constant. Divide by the dispersion for that of the whole
 * likelihood; the inverse of the Fisher information times the dispersion is what Spark's standard
 * errors are the roots of.
 *
 * <p>Spark's ridge: its iteratively reweighted least squares divide by the sum Ω of the working
 * weights, which makes the penalty λΩ/2 Σ β² at the weights of the model's own parameters; Gaussian
 * models with the identity link are penalised as {@link LinearLoss} tells, times Σw.
 */
final class GeneralizedLinear {
    private final GeneralizedLinearRegressionModel model;
    private final GlmFamily family;
    private final Link link;
    private final boolean hasOffset;

    private GeneralizedLinear(GeneralizedLinearRegressionModel model) {
        this.model = model;
        this.family = GlmFamily.of(model);
        this.link = Link.of(model);
        this.hasOffset = Columns.named(model, model.offsetCol()).isPresent();
    }

    static ModelLoss of(GeneralizedLinearRegressionModel model) {
        GeneralizedLinear glm = new GeneralizedLinear(model);
        Columns columns =
                Columns.of(model.getFeaturesCol(), model.getLabelCol())
                        .weighted(model, model.weightCol());
        Columns all =
                Columns.named(model, model.offsetCol())
                        .map(offset -> columns.with(Columns.OFFSET, offset))
                        .orElse(columns);
        boolean needsRows = model.getRegParam() != 0;
        return new ModelLoss(
                all, glm::loss, needsRows, false, Optional.of(glm.fisherInformation()));
    }

    private LinearTerm term(Template t) {
        return LinearTerm.of(t, model.coefficients(), model.intercept(), model.getFitIntercept());
    }

    private Loss loss(RowSums rows) {
        Template t = new Template(model.numFeatures());
        LinearTerm x = term(t);
        Expr y = t.numbers(Columns.LABEL, 1);
        Expr sum = family.halfDeviance(link, offset(t, x.margins()), y).sum();
        if (model.getRegParam() == 0) {
            return t.build(sum);
        }
        boolean isLeastSquares = family.isGaussian() && link.isIdentity();
        return t.build(isLeastSquares ? scaledRidge(sum, x, rows) : ridge(sum, x, rows));
    }

    private Expr offset(Template t, Expr margins) {
        return hasOffset ? margins.add(t.numbers(Columns.OFFSET, 0)) : margins;
    }

    private Expr scaledRidge(Expr sum, LinearTerm x, RowSums rows) {
        Deviations all = Deviations.of(rows, model.numFeatures(), false, hasOffset);
        double weights = rows.of(new LossTerms(null))[0];
        Penalty penalty = new Penalty(model.getRegParam() * weights / all.label(), 0);
        return penalty.addTo(sum, x.coefficients(), x.value(), all.features());
    }

    private Expr ridge(Expr sum, LinearTerm x, RowSums rows) {
        double weights = rows.of(new LossTerms(workingWeight()))[0];
        double[] ones = Deviations.ones(model.numFeatures()).features();
        return new Penalty(model.getRegParam() * weights, 0)
                .addTo(sum, x.coefficients(), x.value(), ones);
    }

    /** η at the model's own parameters, which are constants here. */
    private Expr fitted(Template t, Expr features) {
        Expr margins =
                features.matmul(t.constant(Template.tensor(model.coefficients())))
                        .add(model.intercept());
        return offset(t, margins);
    }

    /** ω(η) of one row, plus a parameter that is 0. */
    private Loss workingWeight() {
        Template t = Template.ofOneRow();
        Expr nothing = t.parameter("nothing", Tensor.scalar(0));
        Expr features = t.features(model.numFeatures());
        t.numbers(Columns.LABEL, 1);
        return t.build(family.weight(link, fitted(t, features)).sum().add(nothing));
    }

    /**
     * Σ ½ w ω(η̂) η(β, b)² with ω at the model's own parameters: its Hessian is XᵀWX, the expected
     * Fisher information, intercept included.
     */
    private Loss fisherInformation() {
        Template t = new Template(model.numFeatures());
        LinearTerm x = term(t);
        t.numbers(Columns.LABEL, 1);
        Expr omega = family.weight(link, fitted(t, x.features()));
        return t.build(omega.mul(x.margins().square()).sum().mul(0.5));
    }
}
