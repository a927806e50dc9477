package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;

/** Gather and scatter in the specification's full generality. */
final class GatherKernels {
    private GatherKernels() {}

    /** Start indices are clamped so that windows fit. */
    static Tensor gather(Tensor operand, Tensor indices, WindowDims dims, Ints sliceSizes) {
        Shape shape = dims.gathered(indices.shape(), sliceSizes);
        Tensor out = Tensor.zeros(operand.type().withShape(shape));
        if (out.size() == 0) {
            return out;
        }
        int[] bounds = operand.shape().toArray();
        WindowWalk walk = new WindowWalk(operand.shape(), indices, dims, shape, sliceSizes);
        StridedCopy copy = new StridedCopy(walk.sizes, walk.operandStrides, walk.packedStrides);
        walk.forEach(
                (start, operandAt, packedAt) -> {
                    int at = operandAt;
                    for (int a = 0; a < start.length; a++) {
                        long clamped = Math.max(0, Math.min(start[a], bounds[a] - walk.sizes[a]));
                        at += (int) clamped * walk.operandStrides[a];
                    }
                    copy.copy(operand.data(), at, out.data(), packedAt);
                });
        return out;
    }

    /**
     * Updates are combined window after window, in the order of the index vectors, as XLA does it
     * (the specification leaves the order open). As the specification has it, each element of a
     * window that lies outside is dropped for itself.
     */
    static Tensor scatter(
            BinaryKernel f, Tensor operand, Tensor indices, Tensor updates, WindowDims dims) {
        Tensor out = copy(operand);
        if (updates.size() == 0 || operand.size() == 0) {
            return out;
        }
        WindowWalk walk =
                new WindowWalk(
                        operand.shape(),
                        indices,
                        dims,
                        updates.shape(),
                        windowSizes(operand.shape(), updates.shape(), dims));
        walk.forEach(
                new Scatter(
                        f, out, updates, walk, Arrays.stream(walk.sizes).allMatch(n -> n == 1)));
        return out;
    }

    private static Tensor copy(Tensor x) {
        Tensor out = Tensor.zeros(x.type());
        System.arraycopy(x.data(), 0, out.data(), 0, x.size());
        return out;
    }

    private static Ints windowSizes(Shape operand, Shape updates, WindowDims d) {
        Ints kept = Ints.range(operand.rank()).without(d.removed());
        Ints sizes = Ints.repeat(1, operand.rank());
        for (int i = 0; i < kept.size(); i++) {
            sizes = sizes.with(kept.get(i), updates.dim(d.window().get(i)));
        }
        return sizes;
    }

    private record Scatter(
            BinaryKernel f, Tensor out, Tensor updates, WindowWalk walk, boolean isSingle)
            implements WindowWalk.Visitor {

        @Override
        public void window(long[] start, int operandAt, int packedAt) {
            int rank = start.length;
            if (isSingle) {
                single(start, operandAt, packedAt);
                return;
            }
            int[] sizes = walk.sizes.clone();
            int to = operandAt;
            int from = packedAt;
            for (int a = 0; a < rank; a++) {
                int bound = out.shape().dim(a);
                if (start[a] >= bound || start[a] <= -sizes[a]) {
                    return;
                }
                int first = (int) Math.max(0, -start[a]);
                sizes[a] = (int) Math.min(sizes[a], bound - start[a]) - first;
                to += (int) (start[a] + first) * walk.operandStrides[a];
                from += first * walk.packedStrides[a];
            }
            combine(0, sizes, to, from);
        }

        /** A window of one element. */
        private void single(long[] start, int operandAt, int packedAt) {
            int to = operandAt;
            for (int a = 0; a < start.length; a++) {
                if (start[a] < 0 || start[a] >= out.shape().dim(a)) {
                    return;
                }
                to += (int) start[a] * walk.operandStrides[a];
            }
            if (f == BinaryKernel.ADD && out.data() instanceof double[] y) {
                y[to] += updates.doubles()[packedAt];
            } else {
                ElementKernels.binary(f, out, to, updates, packedAt, out, to, 1);
            }
        }

        /** Axis by axis; the innermost stretch that is contiguous on both sides in one loop. */
        private void combine(int axis, int[] sizes, int to, int from) {
            int axes = sizes.length - axis;
            if (axes == 0) {
                ElementKernels.binary(f, out, to, updates, from, out, to, 1);
            } else if (axes == 1 && walk.packedStrides[axis] == 1) {
                ElementKernels.binary(f, out, to, updates, from, out, to, sizes[axis]);
            } else {
                for (int i = 0; i < sizes[axis]; i++) {
                    combine(
                            axis + 1,
                            sizes,
                            to + i * walk.operandStrides[axis],
                            from + i * walk.packedStrides[axis]);
                }
            }
        }
    }
}
