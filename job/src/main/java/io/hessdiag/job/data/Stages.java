package io.hessdiag.job.data;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Feature stages that make the columns of a table which a loss wants. */
public record Stages(List<Transformer> all) implements UnaryOperator<Dataset<Row>> {
    public static final Stages NONE = new Stages(List.of());

    public Stages {
        all = List.copyOf(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * @throws DataException when a stage cannot take the table
     */
    @Override
    public Dataset<Row> apply(Dataset<Row> table) {
        Dataset<Row> out = table;
        for (Transformer stage : all) {
            try {
                out = stage.transform(out);
            } catch (Exception e) { // Spark's are checked, and its methods do not say so.
                throw new DataException(
                        String.format(
                                "feature stage %s (%s): %s",
                                stage.uid(),
                                stage.getClass().getSimpleName(),
                                TableSource.firstLine(e)));
            }
        }
        return out;
    }
}
