package io.hessdiag.job.driver;

import io.hessdiag.derived.Quantity;
import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.LeafStatistics;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.plan.DiagonalView;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A computed diagonal as the driver has it: whole, or as what tasks say of their shards. */
interface Diagonal {
    /** One per parameter leaf. */
    List<LeafStatistics> leaves();

    /** One per parameter leaf. */
    List<Analysis.Leaf> analysis();

    /** What an audit looks at. */
    DiagonalView view();

    /** Writes what is not in its place yet. */
    void write(Folder folder) throws IOException;

    /**
     * All of it in this JVM.
     *
     * @param parameters θ, of the same shapes
     * @param how what is made of it
     */
    record Whole(List<Tensor> tensors, List<Tensor> parameters, Analysis how, ResultFiles files)
            implements Diagonal {
        @Override
        public List<LeafStatistics> leaves() {
            return IntStream.range(0, tensors.size())
                    .mapToObj(
                            i ->
                                    LeafStatistics.of(
                                            files.loss().leaves().get(i).name(), tensors.get(i)))
                    .toList();
        }

        @Override
        public List<Analysis.Leaf> analysis() {
            return IntStream.range(0, tensors.size())
                    .mapToObj(i -> how.of(i, tensors.get(i), parameters.get(i)))
                    .toList();
        }

        @Override
        public DiagonalView view() {
            return DiagonalView.of(tensors);
        }

        @Override
        public void write(Folder folder) throws IOException {
            files.whole(folder, tensors);
            for (Quantity q : how.outputs()) {
                files.named(q.text()).whole(folder, how.values(q, tensors, parameters));
            }
            files.tree(folder);
        }
    }
}
