package io.hessdiag.stablehlo;

import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import java.util.Map;

/** Batch normalisation by the specification's formulas; vectors have one entry per feature. */
final class BatchNormRules {
    private final Site s;
    private final ProgramBuilder b;
    private final int x;
    private final Ints others;
    private final int count;

    private BatchNormRules(Site s, int operands) {
        this.s = s;
        this.b = s.builder();
        this.x = s.operands(operands).get(0);
        int feature = s.integer("feature_index");
        if (feature < 0 || feature >= b.shape(x).rank()) {
            throw s.error("feature_index " + feature + " is outside rank " + b.shape(x).rank());
        }
        this.others = Ints.range(b.shape(x).rank()).filter(a -> a != feature);
        this.count = b.shape(x).pick(others).size();
    }

    static void register(Map<String, OpRule> rules) {
        rules.put(
                "stablehlo.batch_norm_inference",
                s -> {
                    BatchNormRules r = new BatchNormRules(s, 5);
                    return Ints.of(r.scaled(s.operand(3), s.operand(4)));
                });
        rules.put("stablehlo.batch_norm_training", s -> new BatchNormRules(s, 3).training());
        rules.put("stablehlo.batch_norm_grad", s -> new BatchNormRules(s, 5).gradient());
    }

    private Ints training() {
        int mean = mean(x);
        int centered = b.subtract(x, each(mean));
        int variance = mean(b.multiply(centered, centered));
        return Ints.of(scaled(mean, variance), mean, variance);
    }

    /** scale (x − mean) / √(variance + ε) + offset. */
    private int scaled(int mean, int variance) {
        int normal = b.divide(b.subtract(x, each(mean)), deviation(variance));
        return b.add(b.multiply(each(s.operand(1)), normal), each(s.operand(2)));
    }

    /** Of (x, scale, mean, variance, ȳ) the cotangents of x, scale and offset. */
    private Ints gradient() {
        int ct = s.operand(4);
        int centered = b.subtract(x, each(s.operand(2)));
        int deviation = deviation(s.operand(3));
        int total = b.sum(ct, others);
        int n = b.fullLike(x, count);
        int along = b.multiply(each(b.sum(b.multiply(ct, centered), others)), centered);
        int inner =
                b.subtract(
                        b.subtract(b.multiply(ct, n), each(total)),
                        b.divide(along, each(spread(s.operand(3)))));
        int operand = b.multiply(b.divide(b.divide(each(s.operand(1)), deviation), n), inner);
        int scale = b.sum(b.multiply(ct, b.divide(centered, deviation)), others);
        return Ints.of(operand, scale, total);
    }

    private int mean(int values) {
        int sum = b.sum(values, others);
        return b.divide(sum, b.fullLike(sum, count));
    }

    private int deviation(int variance) {
        return each(b.unary(UnaryFunction.SQRT, spread(variance)));
    }

    private int spread(int variance) {
        return b.add(variance, b.fullLike(variance, s.real("epsilon")));
    }

    private int each(int perFeature) {
        return b.broadcast(perFeature, b.shape(x), Ints.range(b.shape(x).rank()).without(others));
    }
}
