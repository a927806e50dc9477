package io.hessdiag.stablehlo;

import io.hessdiag.ir.Elementwise;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.stablehlo.Importer.Nested;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Regions of scalars on whole tensors: {@code map}, and reductions by a function that has no name.
 * Those combine neighbours, 0 with 1, 2 with 3, …, until one is left, and last the initial value
 * with that, one of the orders that the specification allows; each round is element by element, so
 * that derivatives follow.
 */
final class GeneralReduction {
    private final Site s;
    private final Nested region;

    /**
     * @param elements the element types of the region's arguments
     */
    GeneralReduction(Site s, List<TensorType> elements) {
        this.s = s;
        this.region = s.nested(0, elements);
    }

    /** {@code map}: the region of the operands, element by element. */
    static Ints map(Site s) {
        List<TensorType> scalars =
                s.operands().stream()
                        .mapToObj(v -> TensorType.of(s.builder().type(v).dtype()))
                        .toList();
        return new GeneralReduction(s, scalars).apply(s.operands(), s.type(0).shape());
    }

    /** The region's function over the first half of arguments with the second. */
    static GeneralReduction of(Site s, Ints inits) {
        List<TensorType> scalars = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            inits.stream().forEach(v -> scalars.add(s.builder().type(v)));
        }
        return new GeneralReduction(s, scalars);
    }

    /** {@code xs} combined over {@code dims}, from the scalars {@code inits}. */
    Ints reduce(Ints xs, Ints inits, Ints dims) {
        ProgramBuilder b = s.builder();
        Shape from = b.shape(xs.get(0));
        Ints kept = Ints.range(from.rank()).filter(a -> !dims.contains(a));
        Ints sorted = Ints.of(dims.stream().sorted().toArray());
        Shape result = from.pick(kept);
        int size = from.pick(sorted).size();
        Ints starts =
                Ints.of(inits.stream().map(v -> b.broadcast(v, result, Ints.EMPTY)).toArray());
        if (size == 0 || result.size() == 0) {
            return starts;
        }
        Ints rows =
                Ints.of(
                        xs.stream()
                                .map(
                                        x ->
                                                b.reshape(
                                                        b.transpose(x, sorted.concat(kept)),
                                                        result.prepend(size)))
                                .toArray());
        for (int n = size; n > 1; n = (n + 1) / 2) {
            rows = halve(rows, n, result);
        }
        Ints all = Ints.of(rows.stream().map(x -> b.reshape(x, result)).toArray());
        return apply(starts.concat(all), result);
    }

    private Ints halve(Ints rows, int n, Shape row) {
        ProgramBuilder b = s.builder();
        int pairs = n / 2;
        Ints left = Ints.of(rows.stream().map(x -> every(x, 0, 2 * pairs, 2)).toArray());
        Ints right = Ints.of(rows.stream().map(x -> every(x, 1, 2 * pairs, 2)).toArray());
        Ints out = apply(left.concat(right), row.prepend(pairs));
        if (n % 2 == 0) {
            return out;
        }
        return Ints.of(
                Ints.range(out.size()).stream()
                        .map(
                                i ->
                                        b.emit(
                                                new Op.Concatenate(0),
                                                out.get(i),
                                                every(rows.get(i), n - 1, n, 1)))
                        .toArray());
    }

    private int every(int x, int start, int limit, int stride) {
        Ints dims = s.builder().shape(x).dims();
        return s.builder()
                .emit(
                        new Op.Slice(
                                Ints.repeat(0, dims.size()).with(0, start),
                                dims.with(0, limit),
                                Ints.repeat(1, dims.size()).with(0, stride)),
                        x);
    }

    private Ints apply(Ints arguments, Shape shape) {
        ProgramBuilder b = s.builder();
        Ints captured =
                Ints.of(
                        region.captured().stream()
                                .map(v -> b.broadcast(v, shape, Ints.EMPTY))
                                .toArray());
        try {
            return Elementwise.inline(b, region.program(), arguments.concat(captured), shape);
        } catch (IrException e) {
            throw s.unsupported(
                    "this function is not supported: " + e.getMessage(),
                    "functions of scalars, element by element, are");
        }
    }
}
