package io.hessdiag.plan;

import io.hessdiag.kernel.Kernels;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A bundle's own data as the rows of a data set. */
record DataRows(DataLayout layout, List<double[]> columns, double[] weights) {

    static DataRows of(Loss loss) {
        DataLayout layout = DataLayout.of(loss, DType.F64);
        List<double[]> columns = new ArrayList<>();
        for (DataLayout.Field f : layout.fields()) {
            Tensor value = loss.values().get(f.argument());
            Ints others = Ints.range(value.shape().rank()).filter(a -> a != f.axis());
            Tensor first = Kernels.transpose(value, others.prepend(f.axis()));
            columns.add(Kernels.convert(first, DType.F64).doubles());
        }
        double[] weights = new double[layout.examples()];
        Arrays.fill(weights, 1);
        return new DataRows(layout, columns, weights);
    }

    int count() {
        return weights.length;
    }

    private int size(int field) {
        return layout.fields().get(field).type().size();
    }

    /** These rows in this order, with these weights. */
    DataRows pick(int[] rows, double[] newWeights) {
        List<double[]> out = new ArrayList<>();
        for (int f = 0; f < columns.size(); f++) {
            double[] to = new double[rows.length * size(f)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(columns.get(f), rows[i] * size(f), to, i * size(f), size(f));
            }
            out.add(to);
        }
        return new DataRows(layout, out, newWeights);
    }

    DataRows slice(long first, int count) {
        int[] rows = IntStream.range((int) first, (int) first + count).toArray();
        double[] own = Arrays.copyOfRange(weights, (int) first, (int) first + count);
        return pick(rows, own);
    }

    DataRows twice() {
        int n = count();
        int[] rows = IntStream.range(0, 2 * n).map(i -> i % n).toArray();
        double[] both = IntStream.range(0, 2 * n).mapToDouble(i -> weights[i % n]).toArray();
        return pick(rows, both);
    }

    DataSet.Rows rows() {
        return new DataSet.Rows(columns, weights);
    }

    /** The whole data set, with the rows in the plan or without. */
    DataSet set(boolean withRows) {
        double scale = layout.scale(Arrays.stream(weights).sum());
        return new DataSet(layout, count(), scale, withRows ? rows() : null);
    }
}
