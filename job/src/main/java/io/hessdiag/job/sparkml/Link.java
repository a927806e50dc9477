package io.hessdiag.job.sparkml;

import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.loss.Expr;
import java.util.Locale;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;

/**
 * The mean μ of a generalized linear model by its linear predictor η: μ = exp η, or a power μ =
 * η^(1/k) (identity k = 1, inverse −1, sqrt ½), or a probability. Spark holds μ within 1e-16 of its
 * range; this does not.
 *
 * @param power k of a power link; 0 for the log link; NaN for the links of probabilities
 */
record Link(String name, double power) {
    private static final UnaryFunction EXPM1 = UnaryFunction.EXPONENTIAL_MINUS_ONE;
    private static final double SQRT_HALF = Math.sqrt(0.5);

    /** As Spark chooses it. */
    static Link of(GeneralizedLinearRegressionModel model) {
        if (GlmFamily.isTweedie(model)) {
            double power =
                    model.isSet(model.linkPower())
                            ? model.getLinkPower()
                            : 1 - model.getVariancePower();
            return new Link("power", power);
        }
        return named(
                model.isSet(model.link())
                        ? model.getLink().toLowerCase(Locale.ROOT)
                        : GlmFamily.canonicalLink(model));
    }

    private static Link named(String name) {
        return switch (name) {
            case "identity" -> new Link(name, 1);
            case "log" -> new Link(name, 0);
            case "inverse" -> new Link(name, -1);
            case "sqrt" -> new Link(name, 0.5);
            default -> new Link(name, Double.NaN);
        };
    }

    boolean isIdentity() {
        return power == 1;
    }

    /** μ^q of a log or power link. */
    Expr meanToThe(double q, Expr eta) {
        return power == 0 ? eta.mul(q).exp() : Template.power(eta, q / power);
    }

    /** log μ of a log or power link. */
    Expr logMean(Expr eta) {
        return power == 0 ? eta : eta.log().div(power);
    }

    /** (dμ/dη)² / μᵖ of a log or power link: μ^(2−p), or η^((2−p)/k − 2) / k². */
    Expr weight(double variancePower, Expr eta) {
        double q = 2 - variancePower;
        return power == 0
                ? eta.mul(q).exp()
                : Template.power(eta, q / power - 2).div(power * power);
    }

    /** −y log μ − (1 − y) log(1 − μ) of a probability μ. */
    Expr crossEntropy(Expr eta, Expr y) {
        return switch (name) {
            case "logit" -> Template.crossEntropy(eta, y);
            case "probit" -> mixed(y, normal(eta).log(), normal(eta.negate()).log());
            default -> mixed(y, eta.exp().negate().apply(EXPM1).negate().log(), eta.exp().negate());
        };
    }

    private static Expr mixed(Expr y, Expr logOne, Expr logZero) {
        return y.mul(logOne).add(y.negate().add(1).mul(logZero)).negate();
    }

    /** Φ(η) = erfc(−η/√2) / 2. */
    private static Expr normal(Expr eta) {
        return eta.mul(-SQRT_HALF).apply(UnaryFunction.ERFC).mul(0.5);
    }

    /**
     * (dμ/dη)² / (μ (1 − μ)) of a probability μ: μ(1−μ); φ²/(Φ(η) Φ(−η)); e^{2η} / (exp(e^η) − 1).
     */
    Expr probabilityWeight(Expr eta) {
        return switch (name) {
            case "logit" -> eta.sigmoid().mul(eta.negate().sigmoid());
            case "probit" -> {
                Expr density2 = eta.square().negate().exp().div(2 * Math.PI);
                yield density2.div(normal(eta).mul(normal(eta.negate())));
            }
            default -> eta.mul(2).exp().div(eta.exp().apply(EXPM1));
        };
    }
}
