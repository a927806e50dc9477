package io.hessdiag.plan;

import io.hessdiag.plan.Audit.GradientEntry;
import io.hessdiag.plan.Audit.Point;

/**
 * One entry against fourth-order central differences, f′(0) ≈ (8(f(h) − f(−h)) − (f(2h) − f(−2h)))
 * / 12h, for several steps h, of which the best counts: a kink within reach of a large step is none
 * for a smaller one, and a large step is too long for parameters of large data. Where no step
 * agrees, the entry may itself lie on a kink; the value then has to lie between the slopes of the
 * two sides. The rounding error of a difference, of the order of ε|f|/h, is no deviation; a fine
 * step whose rounding error exceeds the tolerance says nothing.
 */
final class Differences {
    private static final double[] STEPS = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10};
    private static final double FINE = 1e-6;
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /** Two limits differ by up to 14 rounding errors of the gradient. */
    private static final double JUMP = 64;

    private static final double UNDERFLOW = 64 * Double.MIN_VALUE;

    /** Between places so near to each other, the curvature of f is below its rounding error. */
    private static final double NEAR = 1e-12;

    private final GradientEntry entry;
    private final Audit.Task task;
    private final double tolerance;
    private final boolean checkGradient;
    private final double centre;
    private final Point here;

    /** The gradient's rounding error as measured; 0 as long as it is taken from its size. */
    private double noise;

    Differences(GradientEntry entry, Audit.Task task, double tolerance, boolean checkGradient) {
        this.entry = entry;
        this.task = task;
        this.tolerance = tolerance;
        this.checkGradient = checkGradient;
        this.centre = entry.value(task.flat());
        this.here = at(0);
    }

    Audit.Result check() {
        double second = Double.POSITIVE_INFINITY;
        double first = checkGradient ? Double.POSITIVE_INFINITY : 0;
        for (double step : STEPS) {
            if (second > tolerance / 10 || first > tolerance / 10) {
                double h = exact(step);
                Point[] p = around(h);
                if (says(step, rounding(largest(p), h), task.scale())) {
                    second = Math.min(second, deviation(p, h));
                }
                if (says(step, rounding(here.loss(), h), here.largest())) {
                    first = Math.min(first, gradientDeviation(p, h));
                }
            }
        }
        if (second > tolerance) {
            noise = 4 * Math.max(scatter(exact(NEAR)), scatter(exact(-NEAR)));
            double h = exact(STEPS[0]);
            second = Math.min(second, deviation(around(h), h));
            second = Math.min(second, sides(exact(finest())));
        }
        if (first > tolerance) {
            first = Math.min(first, gradientBracket());
        }
        boolean kink = Math.max(second, first) > tolerance && gradientJumps(exact(finest()));
        return new Audit.Result(task.name(), told(second, kink), told(first, kink), 0, kink);
    }

    /** At a kink a deviation says nothing. */
    private double told(double deviation, boolean kink) {
        return kink && deviation > tolerance ? 0 : deviation;
    }

    private boolean says(double step, double rounding, double scale) {
        return step >= FINE || rounding <= tolerance * scale;
    }

    /**
     * The shortest step that rounding leaves something to say. Between the slopes over a long step
     * lies much that is wrong.
     */
    private double finest() {
        double finest = STEPS[0];
        for (double step : STEPS) {
            if (noise(here.largest(), exact(step)) <= tolerance * task.scale()) {
                finest = step;
            }
        }
        return finest;
    }

    /** Error of a difference of numbers of this size, divided by h. */
    private static double rounding(double size, double h) {
        return Math.max(ROUNDING * Math.abs(size), UNDERFLOW) / h;
    }

    /** Error of a difference of gradients of this size, divided by h. */
    private double noise(double size, double h) {
        return Math.max(rounding(size, h), noise / h);
    }

    private double deviation(Point[] p, double h) {
        double slope =
                (8 * (p[0].gradient() - p[1].gradient()) - (p[2].gradient() - p[3].gradient()))
                        / (12 * h);
        return relative(Math.abs(slope - task.value()), noise(largest(p), h), task.scale());
    }

    /** The largest second difference of the gradient on one side. */
    private double scatter(double step) {
        double largest = 0;
        for (int i = 2; i < 8; i++) {
            double around = at((i - 1) * step).gradient() + at((i + 1) * step).gradient();
            largest = Math.max(largest, Math.abs(around - 2 * at(i * step).gradient()));
        }
        return largest;
    }

    private double gradientDeviation(Point[] p, double h) {
        double slope = (8 * (p[0].loss() - p[1].loss()) - (p[2].loss() - p[3].loss())) / (12 * h);
        return relative(
                Math.abs(slope - here.gradient()), rounding(here.loss(), h), here.largest());
    }

    /**
     * How far the loss's slope is from the gradient beyond what kinks within the step make of it,
     * over the shortest step that rounding leaves something to say.
     */
    private double gradientBracket() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            double h = exact(STEPS[i]);
            if (rounding(here.loss(), h) <= tolerance * here.largest()) {
                Point[] p = around(h);
                double slope = (p[0].loss() - p[1].loss()) / (2 * h);
                double outside = Math.abs(slope - here.gradient()) - largestJump(p);
                return relative(Math.max(0, outside), rounding(here.loss(), h), here.largest());
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Second differences of the gradient: where it is smooth they are of the order of h². */
    private double largestJump(Point[] p) {
        double[] g = {
            p[3].gradient(), p[1].gradient(), here.gradient(), p[0].gradient(), p[2].gradient()
        };
        double largest = 0;
        for (int i = 1; i < 4; i++) {
            largest = Math.max(largest, Math.abs(g[i - 1] - 2 * g[i] + g[i + 1]));
        }
        return largest;
    }

    /** How far the value lies outside the slopes of both sides, extrapolated from h, 2h and 3h. */
    private double sides(double h) {
        double right = slope(h);
        double left = slope(-h);
        double outside =
                Math.max(
                        Math.min(left, right) - task.value(), task.value() - Math.max(left, right));
        return relative(Math.max(0, outside), noise(here.largest(), h), task.scale());
    }

    /** g′(0) from one side, to second order: (−5g(h) + 8g(2h) − 3g(3h)) / 2h. */
    private double slope(double h) {
        return (-5 * at(h).gradient() + 8 * at(2 * h).gradient() - 3 * at(3 * h).gradient())
                / (2 * h);
    }

    /**
     * Whether the gradient has different limits from both sides, and the loss a kink to match:
     * where several units are at their kinks and rounding has put some on this side and some on
     * that, the entry by the conventions need not lie between the slopes.
     */
    private boolean gradientJumps(double h) {
        double jump = limit(h) - limit(-h);
        double kink = (at(h).loss() - 2 * here.loss() + at(-h).loss()) / h;
        double loss = 4 * rounding(here.loss(), h);
        return Math.abs(jump) > JUMP * noise(here.largest(), h) * h
                && Math.abs(kink - jump) + loss < Math.abs(jump) / 2;
    }

    /** g(0) from one side, to second order. */
    private double limit(double h) {
        return 3 * at(h).gradient() - 3 * at(2 * h).gradient() + at(3 * h).gradient();
    }

    private static double relative(double difference, double rounding, double scale) {
        if (Double.isNaN(difference)) {
            return Double.POSITIVE_INFINITY;
        }
        double beyond = Math.max(0, difference - rounding);
        return beyond == 0 ? 0 : beyond / scale;
    }

    private double largest(Point[] points) {
        double max = here.largest();
        for (Point p : points) {
            max = Math.max(max, p.largest());
        }
        return max;
    }

    /** A step near {@code step} · max(1, |θ|) that leads to a representable place. */
    private double exact(double step) {
        double h = step * Math.max(1, Math.abs(centre));
        return centre + h - centre;
    }

    private Point[] around(double h) {
        return new Point[] {at(h), at(-h), at(2 * h), at(-2 * h)};
    }

    private Point at(double t) {
        return entry.at(task.flat(), centre + t);
    }
}
