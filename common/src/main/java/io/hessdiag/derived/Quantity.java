package io.hessdiag.derived;

import io.hessdiag.tensor.Tensor;
import java.util.Locale;

/**
 * What people make of an entry h = d²L/dθ² of a Hessian's diagonal and its parameter θ.
 *
 * <p>An entry that was not computed (NaN) stays NaN. So does one for which a quantity has no finite
 * value, a precision that is not positive or an overflow: {@link #undefined} counts these.
 */
public enum Quantity {
    /** |h|: how sharply the loss curves, whichever way. */
    MAGNITUDE,

    /**
     * ½ h θ²: by how much the loss is expected to grow when the parameter is set to 0, at a minimum
     * and without the other entries of the Hessian. LeCun, Denker, Solla: Optimal Brain Damage,
     * NIPS 1989.
     */
    SALIENCY,

    /**
     * 1 / (N h + α): the variance of the parameter under Laplace's approximation with a diagonal
     * Hessian. N h is the curvature of the sum of the examples' losses, their negative
     * log-likelihood, α the prior's precision. Terms of the loss in parameters alone count N times,
     * too: where the prior is among them, α is 0. Undefined where N h + α is not positive: the
     * density is no Gaussian there. MacKay: A Practical Bayesian Framework for Backpropagation
     * Networks, Neural Computation 4(3), 1992; Daxberger et al.: Laplace Redux, NeurIPS 2021.
     */
    LAPLACE_VARIANCE,

    /**
     * h θ²: the second derivative along a relative change of the parameter, d²/dt² L(θ (1 + t)) at
     * t = 0. The same whatever unit the parameter is in.
     */
    RELATIVE_CURVATURE,

    /**
     * 1 / (|h| + μ): Jacobi's preconditioner, the step per unit of gradient. A negative h counts by
     * its absolute value, so that steps go downhill, and μ limits those where the loss is flat.
     * Becker, LeCun: Improving the Convergence of Back-Propagation Learning with Second Order
     * Methods, 1988, which has |h| + μ; on the absolute value also Dauphin et al.: Equilibrated
     * Adaptive Learning Rates for Non-Convex Optimization, NIPS 2015.
     */
    PRECONDITIONER;

    /** As keys and files have it: {@code laplace-variance}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The formula, h and θ filled in by the reader. */
    public String formula() {
        return switch (this) {
            case MAGNITUDE -> "|h|";
            case SALIENCY -> "½ h θ²";
            case LAPLACE_VARIANCE -> "1 / (N h + α)";
            case RELATIVE_CURVATURE -> "h θ²";
            case PRECONDITIONER -> "1 / (|h| + μ)";
        };
    }

    /** One entry's value; NaN where it has none. */
    public double of(double h, double theta, Constants c) {
        double value =
                switch (this) {
                    case MAGNITUDE -> Math.abs(h);
                    case SALIENCY -> 0.5 * (h * theta * theta);
                    case LAPLACE_VARIANCE -> inverse(c.examples() * h + c.priorPrecision());
                    case RELATIVE_CURVATURE -> h * theta * theta;
                    case PRECONDITIONER -> 1 / (Math.abs(h) + c.damping());
                };
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static double inverse(double precision) {
        return precision > 0 ? 1 / precision : Double.NaN;
    }

    /**
     * A leaf's values, in f64.
     *
     * @param diagonal f64
     * @param parameters of the same shape, of any float type
     */
    public Tensor of(Tensor diagonal, Tensor parameters, Constants c) {
        double[] out = new double[diagonal.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = of(diagonal.doubles()[i], parameters.get(i), c);
        }
        return Tensor.of(diagonal.shape(), out);
    }

    /** How many of a leaf's entries are numbers and have no value. */
    public int undefined(Tensor diagonal, Tensor parameters, Constants c) {
        int count = 0;
        for (int i = 0; i < diagonal.size(); i++) {
            double h = diagonal.doubles()[i];
            count += !Double.isNaN(h) && Double.isNaN(of(h, parameters.get(i), c)) ? 1 : 0;
        }
        return count;
    }
}
