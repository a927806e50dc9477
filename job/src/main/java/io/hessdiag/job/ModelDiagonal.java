package io.hessdiag.job;

import breeze.linalg.DenseVector;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * d²L/dθ² of a model's loss over a dataset, by the model's parameters. Paths are written as {@code
 * ['coefficients']} or, of the tree's first level, {@code coefficients}.
 */
public final class ModelDiagonal {
    private static final StructType SCHEMA =
            new StructType()
                    .add("path", DataTypes.StringType, false)
                    .add("index", DataTypes.LongType, false)
                    .add("value", DataTypes.DoubleType, false);

    private final SparkSession session;
    private final PyTree<Tensor> tree;
    private final PyTree<Tensor> fisher;
    private final double loss;

    /**
     * @param fisher null where the model has none
     */
    ModelDiagonal(SparkSession session, PyTree<Tensor> tree, PyTree<Tensor> fisher, double loss) {
        this.session = session;
        this.tree = tree;
        this.fisher = fisher;
        this.loss = loss;
    }

    /** One f64 tensor per parameter leaf; NaN where not selected. */
    public PyTree<Tensor> tree() {
        return tree;
    }

    /** The loss at the model's parameters. */
    public double loss() {
        return loss;
    }

    /**
     * The diagonal of the expected Fisher information of a generalized linear model with dispersion
     * 1, without its penalty; empty for other models.
     */
    public Optional<ModelDiagonal> fisher() {
        return Optional.ofNullable(fisher).map(f -> new ModelDiagonal(session, f, null, loss));
    }

    /** Rows of path, index (row-major position in the leaf) and value, as Parquet output has. */
    public Dataset<Row> toDataFrame() {
        List<Row> rows = new ArrayList<>();
        tree.forEachLeaf(
                (path, leaf) -> {
                    for (int i = 0; i < leaf.size(); i++) {
                        if (!Double.isNaN(leaf.get(i))) {
                            rows.add(RowFactory.create(path.toString(), (long) i, leaf.get(i)));
                        }
                    }
                });
        return session.createDataFrame(rows, SCHEMA);
    }

    /**
     * A leaf.
     *
     * @throws IllegalArgumentException when there is none of that path
     */
    public Tensor leaf(String path) {
        KeyPath key = KeyPath.parse(path.startsWith("[") ? path : "['" + path + "']");
        return tree.at(key)
                .filter(t -> t.leaves().size() == 1)
                .map(t -> t.leaves().get(0))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        path
                                                + ": no such leaf; there are "
                                                + String.join(", ", paths())));
    }

    private List<String> paths() {
        List<String> out = new ArrayList<>();
        tree.forEachLeaf((path, leaf) -> out.add(path.toString()));
        return out;
    }

    /** A leaf as a vector, row-major where it is a matrix. */
    public Vector vector(String path) {
        return Vectors.dense(leaf(path).doubles());
    }

    /** A leaf of rank 2. */
    public Matrix matrix(String path) {
        Tensor leaf = leaf(path);
        if (leaf.shape().rank() != 2) {
            throw new IllegalArgumentException(path + ": expected a matrix, found " + leaf.type());
        }
        return new DenseMatrix(
                leaf.shape().dim(0), leaf.shape().dim(1), leaf.doubles().clone(), true);
    }

    /** A leaf as Breeze's vector, row-major where it is a matrix. */
    @SuppressWarnings("unchecked") // Scala's doubles are Java's once they are boxed.
    public DenseVector<Double> breeze(String path) {
        return (DenseVector<Double>) (DenseVector<?>) vector(path).asBreeze();
    }
}
