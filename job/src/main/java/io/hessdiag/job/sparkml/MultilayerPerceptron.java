package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;

/**
 * Sigmoid layers under a softmax, with the mean cross-entropy. Spark keeps all weights in one
 * vector: of each layer W, outputs × inputs in columns, then b. It divides by the examples of a
 * block and averages over blocks, which is the mean where blocks are equally long.
 */
final class MultilayerPerceptron {
    private MultilayerPerceptron() {}

    static ModelLoss of(MultilayerPerceptronClassificationModel model) {
        int[] layers = model.getLayers();
        double[] all = model.weights().toArray();
        Template t = new Template(layers);
        Expr[] weights = new Expr[layers.length - 1];
        Expr[] biases = new Expr[weights.length];
        int at = 0;
        for (int k = 0; k < weights.length; k++) {
            String layer = "layer_" + k;
            int in = layers[k];
            int out = layers[k + 1];
            // Leaves in a dict's order.
            double[] bias = Arrays.copyOfRange(all, at + in * out, at + in * out + out);
            biases[k] = t.parameter(layer, "bias", Tensor.of(Shape.of(out), bias));
            weights[k] = t.parameter(layer, "weights", rowMajor(all, at, out, in));
            at += in * out + out;
        }
        Expr value = t.features(layers[0]);
        for (int k = 0; k < weights.length; k++) {
            value = product(k == 0 ? value : value.sigmoid(), weights[k]).add(biases[k]);
        }
        Expr loss = value.softmaxCrossEntropy(t.classes(Columns.LABEL));
        return ModelLoss.of(Columns.of(model.getFeaturesCol(), model.getLabelCol()), t.build(loss));
    }

    /** X Wᵀ. */
    static Expr product(Expr x, Expr w) {
        return x.dotGeneral(w, Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(1));
    }

    private static Tensor rowMajor(double[] all, int at, int rows, int columns) {
        double[] out = new double[rows * columns];
        for (int i = 0; i < out.length; i++) {
            out[i] = all[at + i / columns + rows * (i % columns)];
        }
        return Tensor.of(Shape.of(rows, columns), out);
    }
}
