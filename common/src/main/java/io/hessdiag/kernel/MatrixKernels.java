package io.hessdiag.kernel;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;

/** Factorisations and solves of every matrix in a tensor's last two axes, computed in f64. */
public final class MatrixKernels {
    private MatrixKernels() {}

    /** Lower triangular L with a = L Lᵀ, from a's lower triangle; NaN if a is not positive. */
    public static Tensor cholesky(Tensor a) {
        int n = dim(a, 1);
        double[] l = copy(a);
        for (int at = 0; at < l.length; at += n * n) {
            if (!factor(l, at, n)) {
                Arrays.fill(l, at, at + n * n, Double.NaN);
            }
        }
        return tensor(a.type(), l);
    }

    /** By rows: l[i, j] = (a[i, j] − Σ l[i, k] l[j, k]) / l[j, j]. */
    private static boolean factor(double[] l, int at, int n) {
        for (int i = 0; i < n; i++) {
            int row = at + i * n;
            for (int j = 0; j <= i; j++) {
                int other = at + j * n;
                double s = l[row + j];
                for (int k = 0; k < j; k++) {
                    s -= l[row + k] * l[other + k];
                }
                l[row + j] = i == j ? Math.sqrt(s) : s / l[other + j];
                if (i == j && !(s > 0 && s < Double.POSITIVE_INFINITY)) {
                    return false;
                }
            }
            Arrays.fill(l, row + i + 1, row + n, 0);
        }
        return true;
    }

    /** x with op(a) x = b. */
    public static Tensor triangularSolve(
            Tensor a, Tensor b, boolean lower, boolean unitDiagonal, boolean transpose) {
        int n = dim(a, 1);
        int m = dim(b, 1);
        double[] matrix = copy(a);
        double[] x = copy(b);
        int batches = n == 0 || m == 0 ? 0 : x.length / (n * m);
        for (int i = 0; i < batches; i++) {
            solve(
                    matrix,
                    i * n * n,
                    n,
                    x,
                    i * n * m,
                    m,
                    lower != transpose,
                    unitDiagonal,
                    transpose);
        }
        return tensor(b.type(), x);
    }

    /** Substitution row by row, all columns at once; {@code down} from the first row. */
    private static void solve(
            double[] a,
            int at,
            int n,
            double[] x,
            int first,
            int m,
            boolean down,
            boolean unitDiagonal,
            boolean transpose) {
        int rowStride = transpose ? 1 : n;
        int columnStride = transpose ? n : 1;
        for (int step = 0; step < n; step++) {
            int i = down ? step : n - 1 - step;
            int row = first + i * m;
            for (int s = 0; s < step; s++) {
                int j = down ? s : n - 1 - s;
                double factor = a[at + i * rowStride + j * columnStride];
                int other = first + j * m;
                for (int c = 0; c < m; c++) {
                    x[row + c] -= factor * x[other + c];
                }
            }
            double pivot = unitDiagonal ? 1 : a[at + i * (n + 1)];
            for (int c = 0; c < m && !unitDiagonal; c++) {
                x[row + c] /= pivot;
            }
        }
    }

    /** (lu, pivots, permutation, info) as {@code ir.Op.Lu} says. */
    public static List<Tensor> lu(Tensor a) {
        int m = dim(a, 2);
        int n = dim(a, 1);
        int k = Math.min(m, n);
        Shape batch = a.shape().pick(Ints.range(a.shape().rank() - 2));
        double[] lu = copy(a);
        long[] pivots = new long[batch.size() * k];
        long[] permutation = new long[batch.size() * m];
        long[] info = new long[batch.size()];
        for (int i = 0; i < info.length; i++) {
            info[i] = decompose(lu, i * m * n, m, n, pivots, i * k);
            permute(pivots, i * k, k, permutation, i * m, m);
        }
        TensorType type = new TensorType(DType.I32, batch);
        return List.of(
                tensor(a.type(), lu),
                Tensor.of(type.withShape(batch.insert(batch.rank(), k)), pivots),
                Tensor.of(type.withShape(batch.insert(batch.rank(), m)), permutation),
                Tensor.of(type, info));
    }

    private static int decompose(double[] a, int at, int m, int n, long[] pivots, int first) {
        int info = 0;
        for (int j = 0; j < Math.min(m, n); j++) {
            int best = j;
            for (int i = j + 1; i < m; i++) {
                best = Math.abs(a[at + i * n + j]) > Math.abs(a[at + best * n + j]) ? i : best;
            }
            pivots[first + j] = best + 1;
            for (int c = 0; c < n && best != j; c++) {
                double swapped = a[at + j * n + c];
                a[at + j * n + c] = a[at + best * n + c];
                a[at + best * n + c] = swapped;
            }
            double pivot = a[at + j * n + j];
            if (pivot == 0) {
                info = info == 0 ? j + 1 : info;
                continue;
            }
            for (int i = j + 1; i < m; i++) {
                double factor = a[at + i * n + j] /= pivot;
                for (int c = j + 1; c < n; c++) {
                    a[at + i * n + c] -= factor * a[at + j * n + c];
                }
            }
        }
        return info;
    }

    private static void permute(long[] pivots, int first, int k, long[] out, int at, int m) {
        for (int i = 0; i < m; i++) {
            out[at + i] = i;
        }
        for (int i = 0; i < k; i++) {
            int j = (int) pivots[first + i] - 1;
            long swapped = out[at + i];
            out[at + i] = out[at + j];
            out[at + j] = swapped;
        }
    }

    /** (vectors, values) as {@code ir.Op.Eigh} says. */
    public static List<Tensor> eigh(Tensor a) {
        int n = dim(a, 1);
        double[] x = copy(a);
        double[] vectors = new double[x.length];
        double[] values = new double[n == 0 ? 0 : x.length / n];
        for (int at = 0, i = 0; at < x.length; at += n * n, i += n) {
            new Jacobi(Arrays.copyOfRange(x, at, at + n * n), n).writeTo(vectors, at, values, i);
        }
        Shape columns = a.shape().without(Ints.of(a.shape().rank() - 1));
        return List.of(tensor(a.type(), vectors), tensor(a.type().withShape(columns), values));
    }

    private static int dim(Tensor a, int fromEnd) {
        return a.shape().dim(a.shape().rank() - fromEnd);
    }

    private static double[] copy(Tensor a) {
        return a.dtype() == DType.F64 ? a.doubles().clone() : a.toFloat(DType.F64).doubles();
    }

    private static Tensor tensor(TensorType type, double[] values) {
        return Tensor.of(type.withDType(DType.F64), values).toFloat(type.dtype());
    }
}
