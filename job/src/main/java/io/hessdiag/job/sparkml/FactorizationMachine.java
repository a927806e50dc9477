package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.Tensor;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.FMRegressionModel;

/**
 * Factorization machines (S. Rendle, Factorization Machines, 2010): m = b + x·w + ½ Σ_f [(Σᵢ vᵢ_f
 * xᵢ)² − Σᵢ vᵢ_f² xᵢ²]; the mean cross-entropy or (m − y)² without a half, and regParam/2 times the
 * squares of all parameters, the intercept's too, as Spark's gradient descent has it. With its
 * AdamW, regParam is a decay of the weights beside the loss, whose size Spark reports likewise.
 */
final class FactorizationMachine {
    private final Template t;
    private final Expr margins;
    private final Expr squares;

    private FactorizationMachine(
            double intercept,
            Vector linear,
            Matrix factors,
            boolean fitIntercept,
            boolean fitLinear) {
        this.t = new Template(factors.numRows(), factors.numCols());
        Expr v = t.parameter("factors", Template.tensor(factors));
        Expr b = fitIntercept ? t.parameter("intercept", Tensor.scalar(intercept)) : null;
        Expr w = fitLinear ? t.parameter("linear", Template.tensor(linear)) : null;
        Expr x = t.features(factors.numRows());
        Expr pairs = x.matmul(v).square().sum(1).sub(x.square().matmul(v.square().sum(1))).mul(0.5);
        Expr sum = v.square().sum();
        if (w != null) {
            pairs = pairs.add(x.matmul(w));
            sum = sum.add(w.square().sum());
        }
        this.margins = b == null ? pairs : pairs.add(b);
        this.squares = b == null ? sum : sum.add(b.square());
    }

    private ModelLoss loss(Expr mean, double regParam, String features, String label) {
        Expr loss = regParam == 0 ? mean : mean.add(squares.mul(regParam / 2));
        return ModelLoss.of(Columns.of(features, label), t.build(loss));
    }

    static ModelLoss of(FMClassificationModel model) {
        FactorizationMachine fm =
                new FactorizationMachine(
                        model.intercept(),
                        model.linear(),
                        model.factors(),
                        model.getFitIntercept(),
                        model.getFitLinear());
        Expr isOne = fm.t.coded(Columns.LABEL, 0, 1);
        Expr mean = Template.crossEntropy(fm.margins, isOne).mean();
        return fm.loss(mean, model.getRegParam(), model.getFeaturesCol(), model.getLabelCol());
    }

    static ModelLoss of(FMRegressionModel model) {
        FactorizationMachine fm =
                new FactorizationMachine(
                        model.intercept(),
                        model.linear(),
                        model.factors(),
                        model.getFitIntercept(),
                        model.getFitLinear());
        Expr mean = fm.margins.sub(fm.t.numbers(Columns.LABEL, 0)).square().mean();
        return fm.loss(mean, model.getRegParam(), model.getFeaturesCol(), model.getLabelCol());
    }
}
