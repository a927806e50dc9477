package io.hessdiag.job.sparkml;

import io.hessdiag.loss.Loss;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a trained model minimised, as a loss of its parameters.
 *
 * @param columns that the rows come from
 * @param build the loss, by sums over the rows where its penalty needs them
 * @param needsRows whether it does
 * @param mean whether it is the weighted mean over the rows, else the sum
 * @param fisher a loss whose second derivatives at the model's parameters are the expected Fisher
 *     information, where there is one
 */
record ModelLoss(
        Columns columns,
        Function<RowSums, Loss> build,
        boolean needsRows,
        boolean mean,
        Optional<Loss> fisher) {

    /** A mean without a penalty that depends on the rows. */
    static ModelLoss of(Columns columns, Loss loss) {
        return new ModelLoss(columns, rows -> loss, false, true, Optional.empty());
    }

    /** A mean. */
    static ModelLoss of(Columns columns, boolean needsRows, Function<RowSums, Loss> build) {
        return new ModelLoss(columns, build, needsRows, true, Optional.empty());
    }
}
