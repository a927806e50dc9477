package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;

/**
 * Spark's elastic net Σⱼ (λ₂/2 sⱼ² βⱼ² + λ₁ sⱼ |βⱼ|), where sⱼ is the feature's standard deviation
 * if the model standardises and 1 else. |β| is taken as sign(β̂) β at the model's own β̂: the same
 * value and, where β̂ ≠ 0, the same gradient; its second derivative, 0, is that of |β| off the
 * kink. A feature that does not vary is penalised like others where s is 1, though Spark, whose
 * coefficient for it is 0, leaves it out.
 */
record Penalty(double l2, double l1) {

    /** regParam and elasticNetParam, as all of Spark's linear models take them. */
    static Penalty elasticNet(double regParam, double elasticNetParam) {
        return new Penalty(regParam * (1 - elasticNetParam), regParam * elasticNetParam);
    }

    boolean isNone() {
        return l2 == 0 && l1 == 0;
    }

    /** With the L2 part divided, as where Spark scales the label. */
    Penalty withL2Over(double divisor) {
        return new Penalty(l2 / divisor, l1);
    }

    /**
     * @param loss what the penalty is added to
     * @param coefficients of shape [features] or [classes, features]
     * @param value of the coefficients
     * @param scales s, one per feature
     */
    Expr addTo(Expr loss, Expr coefficients, Tensor value, double[] scales) {
        Expr out = loss;
        if (l2 != 0) {
            double[] weights = Arrays.stream(scales).map(s -> l2 / 2 * s * s).toArray();
            out = out.add(coefficients.square().mul(constant(coefficients, weights)).sum());
        }
        if (l1 != 0) {
            double[] slopes = new double[value.size()];
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] = l1 * scales[i % scales.length] * Math.signum(value.get(i));
            }
            Expr slope = coefficients.constant(Tensor.of(value.shape(), slopes));
            out = out.add(coefficients.mul(slope).sum());
        }
        return out;
    }

    private static Expr constant(Expr like, double[] values) {
        return like.constant(Tensor.of(Shape.of(values.length), values));
    }
}
