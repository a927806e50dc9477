package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compares the gradient that the user brought with the one derived from the loss. They differ where
 * the loss's text has lost something: stop_gradient, or a custom derivative rule.
 */
public final class GradientCheck {
    private static final double TOLERANCE = 1e-8;

    /** A leaf whose gradient is smaller than this share of the largest is measured against that. */
    private static final double GLOBAL = 1e-3;

    private GradientCheck() {}

    /**
     * A sentence about the first leaf that differs most; empty when they agree or only one is
     * there.
     */
    public static Optional<String> compare(Loss loss) {
        if (loss.gradient().isEmpty()) {
            return Optional.empty();
        }
        List<Tensor> arguments = LossPrograms.arguments(loss, DType.F64);
        List<Tensor> given =
                Executable.compile(LossPrograms.gradient(loss, DType.F64)).run(arguments);
        List<Tensor> derived =
                Executable.compile(LossPrograms.derived(loss, DType.F64)).run(arguments);
        double global =
                given.subList(1, given.size()).stream()
                        .mapToDouble(g -> largest(g.doubles()))
                        .max()
                        .orElse(0);
        double worst = 0;
        String subject = "";
        for (int i = 0; i < given.size(); i++) {
            double difference =
                    difference(
                            given.get(i).doubles(),
                            derived.get(i).doubles(),
                            i == 0 ? 0 : GLOBAL * global);
            if (difference > worst) {
                worst = difference;
                subject = i == 0 ? "the loss" : "gradient of " + name(loss, i - 1);
            }
        }
        return worst <= TOLERANCE
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                "grad.mlir and the gradient derived from loss.mlir differ by %.1e"
                                    + " of the largest entry in %s; grad.mlir decides. The loss"
                                    + " probably uses stop_gradient or a custom derivative, which"
                                    + " loss.mlir does not show.",
                                worst, subject));
    }

    private static String name(Loss loss, int leaf) {
        LeafInfo info = loss.parameterLeaves().get(leaf);
        return info.name().toString();
    }

    /** max |a − b| relative to max |a|, which counts as {@code least} at least. */
    private static double difference(double[] a, double[] b, double least) {
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
        }
        return difference == 0 ? 0 : difference / Math.max(largest(a), least);
    }

    private static double largest(double[] a) {
        return Arrays.stream(a).map(Math::abs).max().orElse(0);
    }
}
