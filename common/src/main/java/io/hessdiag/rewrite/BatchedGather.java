package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.TypeRules;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Optional;

/**
 * {@code x[arange(N), labels]}: where index vector n has the number n as the component of an axis
 * of x, gather reads (and scatter writes) row n of x for row n of the indices. That component is
 * dropped, and the two axes become a pair of batching dimensions.
 */
final class BatchedGather implements Rule {
    @Override
    public int rewrite(ProgramBuilder b, Op op, Ints in) {
        if (op instanceof Op.Gather g) {
            Ints sizes = g.sliceSizes();
            return pair(
                            b,
                            g.dims().collapsedSliceDims().filter(a -> sizes.get(a) == 1),
                            g.dims(),
                            in)
                    .map(pair -> gather(b, g, in, pair))
                    .orElse(NONE);
        }
        if (op instanceof Op.Scatter s) {
            return pair(b, s.dims().insertedWindowDims(), s.dims().gather(), in)
                    .filter(pair -> s.dims().scatterDimsToOperandDims().size() > 1)
                    .map(pair -> scatter(b, s, in, pair))
                    .orElse(NONE);
        }
        return NONE;
    }

    /** The component of the index vectors that counts along axis {@code batch} of the indices. */
    private record Pair(int component, int batch) {}

    private static Optional<Pair> pair(ProgramBuilder b, Ints single, GatherDims d, Ints in) {
        long[] indices = null;
        for (int c = 0; c < d.startIndexMap().size(); c++) {
            int axis = d.startIndexMap().get(c);
            int size = b.shape(in.get(0)).dim(axis);
            Ints batches =
                    single.contains(axis) ? batches(b.shape(in.get(1)), d, size) : Ints.EMPTY;
            if (indices == null && !batches.isEmpty()) {
                indices = new IntegerValues(b, b::definition).elements(in.get(1));
                if (indices == null) {
                    return Optional.empty();
                }
            }
            for (int batch : batches.toArray()) {
                if (counts(indices, b.shape(in.get(1)), d.indexVectorDim(), c, batch)) {
                    return Optional.of(new Pair(c, batch));
                }
            }
        }
        return Optional.empty();
    }

    /** Axes of the indices of this size that have no partner yet. */
    private static Ints batches(Shape indices, GatherDims d, int size) {
        return Ints.range(indices.rank())
                .filter(
                        a ->
                                size > 1
                                        && indices.dim(a) == size
                                        && a != d.indexVectorDim()
                                        && !d.startIndicesBatchingDims().contains(a));
    }

    private static boolean counts(long[] indices, Shape shape, int vector, int c, int batch) {
        int[] strides = shape.strides();
        for (int i = 0; i < indices.length; i++) {
            boolean component =
                    vector == shape.rank() || i / strides[vector] % shape.dim(vector) == c;
            if (component && indices[i] != i / strides[batch] % shape.dim(batch)) {
                return false;
            }
        }
        return true;
    }

    private static GatherDims batched(GatherDims d, Pair pair) {
        int axis = d.startIndexMap().get(pair.component());
        int at = (int) d.operandBatchingDims().stream().filter(a -> a < axis).count();
        return new GatherDims(
                d.offsetDims(),
                d.collapsedSliceDims().filter(a -> a != axis),
                insert(d.operandBatchingDims(), at, axis),
                insert(d.startIndicesBatchingDims(), at, pair.batch()),
                d.startIndexMap().filter(a -> a != axis),
                d.indexVectorDim());
    }

    private static Ints insert(Ints values, int at, int value) {
        return values.pick(Ints.range(at))
                .append(value)
                .concat(values.pick(Ints.range(at, values.size())));
    }

    private int gather(ProgramBuilder b, Op.Gather g, Ints in, Pair pair) {
        GatherDims dims = batched(g.dims(), pair);
        if (dims.startIndexMap().isEmpty()) {
            return rows(b, g, in, dims);
        }
        return again(
                b,
                new Op.Gather(dims, g.sliceSizes()),
                in.with(1, without(b, in.get(1), dims.indexVectorDim(), pair.component())));
    }

    private int scatter(ProgramBuilder b, Op.Scatter s, Ints in, Pair pair) {
        GatherDims dims = batched(s.dims().gather(), pair);
        return again(
                b,
                new Op.Scatter(ScatterDims.of(dims), s.combiner(), s.uniqueIndices()),
                in.with(1, without(b, in.get(1), dims.indexVectorDim(), pair.component())));
    }

    private int again(ProgramBuilder b, Op op, Ints in) {
        int more = rewrite(b, op, in);
        return more == NONE ? b.apply(op, in).get(0) : more;
    }

    /** {@code x[arange(N)]}: no component is left, and nothing to look up if slices are whole. */
    private static int rows(ProgramBuilder b, Op.Gather g, Ints in, GatherDims d) {
        Shape x = b.shape(in.get(0));
        Ints batching = d.operandBatchingDims();
        boolean whole =
                d.collapsedSliceDims().isEmpty()
                        && Ints.range(x.rank()).stream()
                                .allMatch(
                                        a ->
                                                batching.contains(a)
                                                        || g.sliceSizes().get(a) == x.dim(a));
        if (!whole) {
            return NONE;
        }
        List<TensorType> types = List.of(b.type(in.get(0)), b.type(in.get(1)));
        Shape result = TypeRules.outputs(g, types).get(0).shape();
        Ints batch = Ints.range(result.rank()).filter(r -> !d.offsetDims().contains(r));
        Ints dims = Ints.EMPTY;
        int offset = 0;
        for (int a = 0; a < x.rank(); a++) {
            int partner = batching.indexOf(a);
            int i = partner < 0 ? -1 : d.startIndicesBatchingDims().get(partner);
            dims =
                    dims.append(
                            partner < 0
                                    ? d.offsetDims().get(offset++)
                                    : batch.get(i > d.indexVectorDim() ? i - 1 : i));
        }
        return b.broadcast(in.get(0), result, dims);
    }

    /** The index vectors without one component. */
    private static int without(ProgramBuilder b, int indices, int vector, int component) {
        Optional<Equation> made = b.definition(indices);
        if (made.isPresent() && made.get().op().equals(new Op.Concatenate(vector))) {
            Ints parts = made.get().inputs();
            int at = 0;
            for (int i = 0, before = 0; i < parts.size() && before <= component; i++) {
                at = i;
                before += b.shape(parts.get(i)).dim(vector);
            }
            if (b.shape(parts.get(at)).dim(vector) == 1) {
                return joined(b, parts.without(Ints.of(at)), vector);
            }
        }
        Ints dims = b.shape(indices).dims();
        Ints parts = Ints.EMPTY;
        if (component > 0) {
            parts = parts.append(slice(b, indices, vector, 0, component));
        }
        if (component + 1 < dims.get(vector)) {
            parts = parts.append(slice(b, indices, vector, component + 1, dims.get(vector)));
        }
        return joined(b, parts, vector);
    }

    private static int joined(ProgramBuilder b, Ints parts, int vector) {
        return parts.size() == 1
                ? parts.get(0)
                : b.emit(new Op.Concatenate(vector), parts.toArray());
    }

    private static int slice(ProgramBuilder b, int x, int axis, int start, int limit) {
        Ints dims = b.shape(x).dims();
        return b.emit(
                new Op.Slice(
                        Ints.repeat(0, dims.size()).with(axis, start),
                        dims.with(axis, limit),
                        Ints.repeat(1, dims.size())),
                x);
    }
}
