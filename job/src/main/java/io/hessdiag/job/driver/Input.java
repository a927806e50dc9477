package io.hessdiag.job.driver;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.data.ExampleData;
import io.hessdiag.job.data.Stages;
import io.hessdiag.job.sparkml.SparkModel;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DataLayout;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bundle or a model, and the data set that it is computed over.
 *
 * @param template the loss with the few examples that stand for any; a model's penalty may be
 *     without the weights that rows decide
 */
record Input(Loss template, Optional<SparkModel> model, ExampleData data) {

    /** What the configuration names. */
    static Input open(Cluster cluster, JobConf conf) {
        return open(
                cluster,
                conf,
                conf.model().isPresent()
                        ? Optional.empty()
                        : Optional.of(Bundles.read(conf.loss())));
    }

    /**
     * @param bundle the loss, unless it is a model that is asked for
     */
    static Input open(Cluster cluster, JobConf conf, Optional<Loss> bundle) {
        if (bundle.isPresent()) {
            DataLayout layout = DataLayout.of(bundle.get(), conf.dtype());
            DataConf rows = conf.data().orElseThrow();
            return new Input(
                    bundle.get(), Optional.empty(), cluster.examples(rows, layout, Stages.NONE));
        }
        String path = conf.model().orElseThrow();
        SparkModel model = cluster.model(path);
        DataLayout layout = DataLayout.of(model.template(), conf.dtype());
        DataConf rows = model.columns(conf.data().orElseThrow());
        ExampleData data = cluster.examples(rows, layout, model.stages());
        return new Input(model.template(), Optional.of(model), data);
    }

    /** The loss of these data. */
    Loss loss(Cluster cluster) {
        return model.map(m -> cluster.loss(m, data)).orElse(template);
    }

    /** A loss whose Hessian is the expected Fisher information, for models that have it. */
    Optional<Loss> fisher() {
        return model.flatMap(SparkModel::fisher);
    }

    /** What tells data and model from others, for a run that resumes. */
    Map<String, String> identity(Cluster cluster, JobConf conf) {
        Map<String, String> out = new TreeMap<>(data.identity());
        conf.model().ifPresent(path -> out.put("model", cluster.modelFingerprint(path)));
        return out;
    }
}
