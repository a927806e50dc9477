package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import java.util.Locale;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;

/**
 * A family of a generalized linear model, with variance μᵖ (Gaussian p = 0, Poisson 1, gamma 2,
 * Tweedie any) or μ(1 − μ) (binomial).
 *
 * @param variancePower p; NaN for the binomial family
 */
record GlmFamily(double variancePower) {
    private static final double BINOMIAL = Double.NaN;

    static boolean isTweedie(GeneralizedLinearRegressionModel model) {
        return name(model).equals("tweedie");
    }

    private static String name(GeneralizedLinearRegressionModel model) {
        return model.getFamily().toLowerCase(Locale.ROOT);
    }

    static GlmFamily of(GeneralizedLinearRegressionModel model) {
        return new GlmFamily(
                switch (name(model)) {
                    case "gaussian" -> 0;
                    case "poisson" -> 1;
                    case "gamma" -> 2;
                    case "tweedie" -> model.getVariancePower();
                    default -> BINOMIAL;
                });
    }

    static String canonicalLink(GeneralizedLinearRegressionModel model) {
        return switch (name(model)) {
            case "gaussian" -> "identity";
            case "poisson" -> "log";
            case "gamma" -> "inverse";
            default -> "logit";
        };
    }

    private boolean isBinomial() {
        return Double.isNaN(variancePower);
    }

    boolean isGaussian() {
        return variancePower == 0;
    }

    /**
     * Half the deviance of each row: the negative log likelihood with dispersion 1, less what the
     * saturated model has (P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd edition,
     * 2.3). NaN or infinite for a label outside the family's range.
     */
    Expr halfDeviance(Link link, Expr eta, Expr y) {
        if (isBinomial()) {
            Expr saturated = Template.timesLog(y).add(Template.timesLog(y.negate().add(1)));
            return link.crossEntropy(eta, y).add(saturated);
        }
        double p = variancePower;
        if (p == 0) {
            return y.sub(link.meanToThe(1, eta)).square().mul(0.5);
        }
        if (p == 1) {
            Expr fitted = link.meanToThe(1, eta).sub(y.mul(link.logMean(eta)));
            return fitted.add(Template.timesLog(y)).sub(y);
        }
        if (p == 2) {
            Expr fitted = link.logMean(eta).add(y.mul(link.meanToThe(-1, eta)));
            return fitted.sub(y.log()).sub(1);
        }
        Expr linear = y.mul(link.meanToThe(1 - p, eta)).div(1 - p);
        Expr fitted = link.meanToThe(2 - p, eta).div(2 - p).sub(linear);
        return fitted.add(Template.power(y, 2 - p).mul(1 / (1 - p) - 1 / (2 - p)));
    }

    /** What a row adds to the expected Fisher information of η: (dμ/dη)² / V(μ). */
    Expr weight(Link link, Expr eta) {
        return isBinomial() ? link.probabilityWeight(eta) : link.weight(variancePower, eta);
    }
}
