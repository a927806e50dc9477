package io.hessdiag.job.sparkml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * Which columns a model learns from.
 *
 * @param arguments data argument → column, in the order of the arguments
 * @param weight column with the rows' weights
 */
record Columns(Map<String, String> arguments, Optional<String> weight) {
    static final String FEATURES = "features";
    static final String LABEL = "label";
    static final String OFFSET = "offset";
    static final String CENSOR = "censor";

    static Columns of(String features, String label) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put(FEATURES, features);
        arguments.put(LABEL, label);
        return new Columns(arguments, Optional.empty());
    }

    Columns with(String argument, String column) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(argument, column);
        return new Columns(more, weight);
    }

    /** With the weights that a parameter of the model names, if it does. */
    Columns weighted(Params model, Param<String> weightCol) {
        return new Columns(arguments, named(model, weightCol));
    }

    /** A column's name, if it is set and not the empty one. */
    static Optional<String> named(Params model, Param<String> column) {
        return model.isDefined(column)
                ? Optional.of(model.getOrDefault(column)).filter(n -> !n.isEmpty())
                : Optional.empty();
    }
}
