package io.hessdiag.eval;

import io.hessdiag.ir.Op;
import io.hessdiag.kernel.Kernels;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Evaluates {@code sort}: a merge sort, which is stable and ends whatever the comparator says. */
final class Sorting {
    private Sorting() {}

    static List<Tensor> sort(Op.Sort op, List<Tensor> in) {
        Shape shape = in.get(0).shape();
        if (shape.size() == 0) {
            return in;
        }
        Before before = Comparator.of(op.comparator(), in);
        int n = shape.dim(op.dim());
        int step = shape.strides()[op.dim()];
        int[] from = Ints.range(shape.size()).toArray();
        int[] line = new int[n];
        int[] scratch = new int[n];
        for (int first = 0; first < from.length; first++) {
            if (first / step % n == 0) {
                for (int i = 0; i < n; i++) {
                    line[i] = first + i * step;
                }
                int[] sorted = merge(line, scratch, before);
                for (int i = 0; i < n; i++) {
                    from[first + i * step] = sorted[i];
                }
            }
        }
        List<Tensor> out = new ArrayList<>();
        in.forEach(x -> out.add(Kernels.take(x, from)));
        return out;
    }

    /** Whether the elements at flat index i go before those at j. */
    @FunctionalInterface
    interface Before {
        boolean test(int i, int j);
    }

    /** Merges runs of 1, 2, 4, …; the result is one of the two arrays. */
    private static int[] merge(int[] line, int[] scratch, Before before) {
        int[] from = line;
        int[] to = scratch;
        int n = line.length;
        for (int width = 1; width > 0 && width < n; width *= 2) {
            for (int start = 0; start < n; start += 2 * width) {
                int middle = Math.min(start + width, n);
                merge(from, to, start, middle, Math.min(n - middle, width) + middle, before);
                if (n - start <= 2 * width) {
                    break;
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, Before before) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeRight =
                    left == middle || right < end && before.test(from[right], from[left]);
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }
}
