package io.hessdiag.job;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.driver.Cluster;
import io.hessdiag.job.driver.Computation;
import io.hessdiag.job.sparkml.SparkModel;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DataSet;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Method;
import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The diagonal for programs that embed this one: no files, no audit, no output. Of a {@link Loss}
 * by the static methods; of a Spark ML model over a dataset by an instance:
 *
 * <pre>{@code
 * ModelDiagonal d = new HessianDiagonal().setModel(model).compute(dataset);
 * Vector curvatures = d.vector("coefficients");
 * }</pre>
 */
public final class HessianDiagonal {
    private Transformer model;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private String weightCol;
    private PlanOptions options = PlanOptions.DEFAULT;
    private Boolean broadcast;

    /** Of a model; see {@link #setModel}. */
    public HessianDiagonal() {}

    /**
     * Computed in the calling thread.
     *
     * @return d²L/dθ² in the layout of the parameters, f64, NaN where not selected
     */
    public static PyTree<Tensor> compute(Loss loss, PlanOptions options) {
        return DiagonalPlan.create(loss, options).run();
    }

    /**
     * The same bits, computed by Spark tasks, or in the calling thread where the work is too little
     * for that. The session stays open.
     */
    public static PyTree<Tensor> compute(Loss loss, PlanOptions options, SparkSession spark) {
        DiagonalPlan plan = DiagonalPlan.create(loss, options);
        Explanation explanation = Explanation.of(plan);
        try (Computation work =
                Cluster.on(spark).computation(plan, explanation, OptionalInt.empty())) {
            return loss.tree().map(plan.assemble(work.run().parts())::get);
        }
    }

    /** A trained model, or a PipelineModel whose last stage is one. */
    public HessianDiagonal setModel(Transformer value) {
        this.model = value;
        return this;
    }

    /** In place of the model's own. */
    public HessianDiagonal setFeaturesCol(String value) {
        return column("features", value);
    }

    /** In place of the model's own. */
    public HessianDiagonal setLabelCol(String value) {
        return column("label", value);
    }

    /** In place of the model's own. */
    public HessianDiagonal setOffsetCol(String value) {
        return column("offset", value);
    }

    /** In place of the model's own. */
    public HessianDiagonal setCensorCol(String value) {
        return column("censor", value);
    }

    private HessianDiagonal column(String argument, String value) {
        columns.put(argument, value);
        return this;
    }

    /** In place of the model's own; models that are trained without weights may have some here. */
    public HessianDiagonal setWeightCol(String value) {
        this.weightCol = value;
        return this;
    }

    /**
     * {@code auto}, {@code index}, {@code site} or {@code curvature}.
     *
     * @throws IllegalArgumentException for another one
     */
    public HessianDiagonal setMethod(String value) {
        Optional<Method> method =
                Stream.of(Method.values()).filter(m -> m.text().equals(value)).findFirst();
        if (method.isEmpty() && !value.equals("auto")) {
            throw new IllegalArgumentException(
                    "method: expected auto, index, site or curvature, found " + value);
        }
        return setOptions(options.withMethod(method.orElse(null)));
    }

    /** Element type, selection, method and blocks. */
    public HessianDiagonal setOptions(PlanOptions value) {
        this.options = value;
        return this;
    }

    /** Whether every executor gets all rows; by their size unless it is said. */
    public HessianDiagonal setBroadcast(boolean value) {
        this.broadcast = value;
        return this;
    }

    /**
     * The diagonal over the rows of a dataset, in the order of its partitions. The dataset is read
     * two times or more: cache one that is not the same each time.
     *
     * @throws io.hessdiag.loss.LossException for a model that is no loss
     * @throws io.hessdiag.job.data.DataException for a column that is missing, or a bad row
     */
    public ModelDiagonal compute(Dataset<?> dataset) {
        if (model == null) {
            throw new IllegalStateException("setModel: expected a model, found none");
        }
        SparkModel source = SparkModel.of(model);
        try (Cluster cluster = Cluster.on(dataset.sparkSession())) {
            Dataset<Row> rows = dataset.toDF();
            DataLayout layout = DataLayout.of(source.template(), options.dtype());
            ExampleData data =
                    cluster.examples(rows, source.columns(conf()), layout, source.stages());
            DataSet set = data.dataSet();
            return new Run(cluster, data, set, options).diagonal(dataset.sparkSession(), source);
        }
    }

    private DataConf conf() {
        Map<String, List<String>> given = new LinkedHashMap<>();
        columns.forEach((argument, column) -> given.put(argument, List.of(column)));
        return new DataConf(
                List.of(),
                Optional.empty(),
                given,
                Optional.ofNullable(weightCol),
                Optional.empty(),
                Optional.ofNullable(broadcast),
                true,
                Map.of());
    }

    private record Run(Cluster cluster, ExampleData data, DataSet set, PlanOptions options) {
        ModelDiagonal diagonal(SparkSession session, SparkModel source) {
            Loss loss = cluster.loss(source, data);
            DiagonalPlan plan = DiagonalPlan.create(loss, options, set);
            List<PartialDiagonal> parts = parts(plan);
            PyTree<Tensor> fisher =
                    source.fisher()
                            .map(f -> DiagonalPlan.create(f, options, set))
                            .map(p -> tree(p, parts(p)))
                            .orElse(null);
            return new ModelDiagonal(session, tree(plan, parts), fisher, plan.loss(parts));
        }

        private static PyTree<Tensor> tree(DiagonalPlan plan, List<PartialDiagonal> parts) {
            return plan.loss().tree().map(plan.assemble(parts)::get);
        }

        private List<PartialDiagonal> parts(DiagonalPlan plan) {
            try (Computation work = cluster.computation(plan, data)) {
                return work.run().parts();
            }
        }
    }
}
