package io.hessdiag.job.sparkml;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.data.Stages;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.regression.AFTSurvivalRegressionModel;
import org.apache.spark.ml.regression.FMRegressionModel;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.TrainValidationSplitModel;

/** A model of Spark ML's as a loss, and the feature stages that make its columns. */
public final class SparkModel {
    private static final String SUPPORTED =
            "MultilayerPerceptronClassificationModel, LogisticRegressionModel, LinearSVCModel,"
                    + " FMClassificationModel, LinearRegressionModel,"
                    + " GeneralizedLinearRegressionModel, FMRegressionModel,"
                    + " AFTSurvivalRegressionModel, or a PipelineModel that ends in one";

    private final String name;
    private final Stages stages;
    private final ModelLoss model;
    private final Loss template;

    private SparkModel(String name, Stages stages, ModelLoss model) {
        this.name = name;
        this.stages = stages;
        this.model = model;
        this.template = model.build().apply(RowSums.NONE);
    }

    /**
     * @throws LossException when it is of a class that is no loss
     */
    public static SparkModel of(Transformer model) {
        List<Transformer> all = new ArrayList<>();
        flatten(model, all);
        if (all.isEmpty()) {
            throw new LossException(model.uid() + " is an empty PipelineModel");
        }
        Transformer last = all.remove(all.size() - 1);
        return new SparkModel(last.getClass().getSimpleName(), new Stages(all), loss(last));
    }

    /** Pipelines in pipelines, and what a search has found best. */
    private static void flatten(Transformer model, List<Transformer> to) {
        if (model instanceof PipelineModel pipeline) {
            for (Transformer stage : pipeline.stages()) {
                flatten(stage, to);
            }
        } else if (model instanceof CrossValidatorModel search) {
            flatten(search.bestModel(), to);
        } else if (model instanceof TrainValidationSplitModel search) {
            flatten(search.bestModel(), to);
        } else {
            to.add(model);
        }
    }

    private static ModelLoss loss(Transformer m) {
        if (m instanceof MultilayerPerceptronClassificationModel model) {
            return MultilayerPerceptron.of(model);
        } else if (m instanceof LogisticRegressionModel model) {
            return LogisticLoss.of(model);
        } else if (m instanceof LinearSVCModel model) {
            return LinearSvc.of(model);
        } else if (m instanceof FMClassificationModel model) {
            return FactorizationMachine.of(model);
        } else if (m instanceof LinearRegressionModel model) {
            return LinearLoss.of(model);
        } else if (m instanceof GeneralizedLinearRegressionModel model) {
            return GeneralizedLinear.of(model);
        } else if (m instanceof FMRegressionModel model) {
            return FactorizationMachine.of(model);
        } else if (m instanceof AFTSurvivalRegressionModel model) {
            return SurvivalRegression.of(model);
        }
        throw unsupported(m.uid(), m.getClass().getName());
    }

    static LossException unsupported(String subject, String className) {
        return new LossException(subject + " is a " + className + ": expected " + SUPPORTED);
    }

    /** Its class. */
    public String name() {
        return name;
    }

    /** {@code VectorAssembler, StandardScalerModel}, or {@code none}. */
    public String stageNames() {
        return stages.all().isEmpty()
                ? "none"
                : stages.all().stream()
                        .map(s -> s.getClass().getSimpleName())
                        .collect(Collectors.joining(", "));
    }

    /** {@code features = x, label = y, weight = w}. */
    public String columnNames() {
        Map<String, String> all = new LinkedHashMap<>(model.columns().arguments());
        model.columns().weight().ifPresent(w -> all.put("weight", w));
        return all.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What rows go through before the loss takes their columns. */
    public Stages stages() {
        return stages;
    }

    /** The loss with a few rows that stand for any; a penalty's weights may be missing. */
    public Loss template() {
        return template;
    }

    /** The loss of a data set. */
    public Loss loss(RowSums rows) {
        return model.needsRows() ? model.build().apply(rows) : template;
    }

    /**
     * A loss whose Hessian at the model's parameters is the expected Fisher information of the
     * likelihood, of the same parameters and data arguments.
     */
    public Optional<Loss> fisher() {
        return model.fisher();
    }

    /** The data arguments' names. */
    public List<String> arguments() {
        return List.copyOf(model.columns().arguments().keySet());
    }

    /** The data set with the model's columns and weights where it names none itself. */
    public DataConf columns(DataConf given) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        model.columns().arguments().forEach((name, column) -> columns.put(name, List.of(column)));
        given.columns().forEach((name, theirs) -> columns.put(argument(name), theirs));
        return new DataConf(
                given.paths(),
                given.format(),
                columns,
                given.weight().or(model.columns()::weight),
                Optional.of(model.mean()),
                given.broadcast(),
                given.checkClasses(),
                given.options());
    }

    /** An argument by its position, its whole path, or its name. */
    private String argument(String given) {
        List<String> names = arguments();
        for (int i = 0; i < names.size(); i++) {
            String path = template.leaves().get(template.parameterCount() + i).name().toString();
            if (given.equals(DataConf.position(i)) || given.equals(path)) {
                return names.get(i);
            }
        }
        return given;
    }
}
