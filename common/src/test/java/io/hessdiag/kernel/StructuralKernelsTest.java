package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Each operation against its definition, element by element, on random shapes of all four kinds.
 */
class StructuralKernelsTest {
    private static final int ROUNDS = 200;

    private final Random random = new Random(17);

    private Tensor random(Shape shape) {
        DType[] kinds = {DType.F64, DType.F32, DType.I32, DType.I1};
        Tensor t = Tensor.zeros(new TensorType(kinds[random.nextInt(4)], shape));
        Tensor values = Tensor.of(shape, random.doubles(shape.size(), -99, 99).toArray());
        return t.dtype() == DType.I1
                ? Kernels.compare(CompareKernel.GT, false, values, Tensor.zeros(values.type()))
                : Kernels.convert(values, t.dtype());
    }

    private Shape shape(int maxSize) {
        return Shape.of(random.ints(random.nextInt(5), 0, maxSize).toArray());
    }

    private int[] each(int n, int low, int end) {
        return random.ints(n, low, end).toArray();
    }

    /** Checks that out[place] = in[source(place)] everywhere. */
    private static void moved(Tensor in, Tensor out, UnaryOperator<int[]> source) {
        int[] strides = out.shape().strides();
        for (int i = 0; i < out.size(); i++) {
            int[] place = new int[strides.length];
            int left = i;
            for (int a = 0; a < place.length; a++) {
                place[a] = left / strides[a];
                left %= strides[a];
            }
            int[] from = source.apply(place);
            int flat = 0;
            for (int a = 0; a < from.length; a++) {
                flat += from[a] * in.shape().strides()[a];
            }
            assertEquals(in.get(flat), out.get(i), "element " + Ints.of(place) + " of " + out);
        }
    }

    @Test
    void transposePermutesAxes() {
        for (int round = 0; round < ROUNDS; round++) {
            Tensor x = random(shape(5));
            Ints p = Ints.range(x.shape().rank());
            for (int i = 0; i < p.size(); i++) {
                int j = random.nextInt(p.size());
                p = p.with(i, p.get(j)).with(j, p.get(i));
            }
            Ints q = p;
            Tensor y = Kernels.transpose(x, q);
            assertEquals(x.shape().pick(q), y.shape());
            moved(x, y, place -> Ints.of(place).pick(q.inverse()).toArray());
        }
    }

    @Test
    void transposeOfMoreThanATile() {
        Tensor x = Tensor.of(Shape.of(70, 45), random.doubles(70 * 45).toArray());
        moved(x, Kernels.transpose(x, Ints.of(1, 0)), p -> new int[] {p[1], p[0]});
        Tensor y = Tensor.of(Shape.of(3, 40, 35), random.doubles(3 * 40 * 35).toArray());
        moved(y, Kernels.transpose(y, Ints.of(0, 2, 1)), p -> new int[] {p[0], p[2], p[1]});
        moved(y, Kernels.transpose(y, Ints.of(2, 1, 0)), p -> new int[] {p[2], p[1], p[0]});
    }

    @Test
    void broadcastRepeatsAlongNewAndUnitAxes() {
        for (int round = 0; round < ROUNDS; round++) {
            Shape to = shape(5);
            int rank = random.nextInt(to.rank() + 1);
            Ints dims = Ints.EMPTY;
            while (dims.size() < rank) {
                int a = random.nextInt(to.rank());
                dims = dims.contains(a) ? dims : dims.append(a);
            }
            Ints at = dims;
            Shape from =
                    Shape.of(at.stream().map(a -> random.nextBoolean() ? 1 : to.dim(a)).toArray());
            Tensor x = random(from);
            Tensor y = Kernels.broadcastInDim(x, to, at);
            moved(
                    x,
                    y,
                    place ->
                            Ints.range(from.rank()).stream()
                                    .map(i -> from.dim(i) == 1 ? 0 : place[at.get(i)])
                                    .toArray());
        }
    }

    @Test
    void sliceTakesEveryStridethElement() {
        for (int round = 0; round < ROUNDS; round++) {
            Tensor x = random(shape(7));
            int rank = x.shape().rank();
            int[] start = x.shape().dims().stream().map(d -> random.nextInt(d + 1)).toArray();
            int[] limit =
                    Ints.range(rank).stream()
                            .map(a -> start[a] + random.nextInt(x.shape().dim(a) - start[a] + 1))
                            .toArray();
            int[] step = each(rank, 1, 4);
            Tensor y = Kernels.slice(x, Ints.of(start), Ints.of(limit), Ints.of(step));
            for (int a = 0; a < rank; a++) {
                assertEquals((limit[a] - start[a] + step[a] - 1) / step[a], y.shape().dim(a));
            }
            moved(
                    x,
                    y,
                    place ->
                            Ints.range(rank).stream()
                                    .map(a -> start[a] + place[a] * step[a])
                                    .toArray());
        }
    }

    @Test
    void reverseTurnsTheNamedAxes() {
        for (int round = 0; round < ROUNDS; round++) {
            Tensor x = random(shape(5));
            Ints dims = Ints.range(x.shape().rank()).filter(a -> random.nextBoolean());
            moved(
                    x,
                    Kernels.reverse(x, dims),
                    place ->
                            Ints.range(place.length).stream()
                                    .map(
                                            a ->
                                                    dims.contains(a)
                                                            ? x.shape().dim(a) - 1 - place[a]
                                                            : place[a])
                                    .toArray());
        }
    }

    @Test
    void padPlacesElementsAndCropsNegativePadding() {
        for (int round = 0; round < ROUNDS; round++) {
            Tensor x = random(shape(5));
            Tensor value =
                    Kernels.slice(random(Shape.of(1)), Ints.of(0), Ints.of(1), Ints.of(1))
                            .reshape(Shape.SCALAR);
            Tensor v = Kernels.convert(value, x.dtype());
            int rank = x.shape().rank();
            int[] interior = each(rank, 0, 3);
            int[] low = each(rank, -4, 4);
            int[] high =
                    Ints.range(rank).stream()
                            .map(
                                    a ->
                                            Math.max(
                                                    random.nextInt(8) - 4,
                                                    -(x.shape().dim(a)
                                                            + Math.max(x.shape().dim(a) - 1, 0)
                                                                    * interior[a]
                                                            + low[a])))
                            .toArray();
            if (Ints.range(rank).stream()
                    .anyMatch(
                            a ->
                                    x.shape().dim(a)
                                                    + Math.max(x.shape().dim(a) - 1, 0)
                                                            * interior[a]
                                                    + low[a]
                                                    + high[a]
                                            < 0)) {
                continue;
            }
            padded(
                    x,
                    v,
                    low,
                    interior,
                    Kernels.pad(x, v, Ints.of(low), Ints.of(high), Ints.of(interior)));
        }
    }

    private static void padded(Tensor x, Tensor v, int[] low, int[] interior, Tensor y) {
        int[] strides = y.shape().strides();
        for (int i = 0; i < y.size(); i++) {
            int left = i;
            int from = 0;
            boolean inside = true;
            for (int a = 0; a < strides.length; a++) {
                int place = left / strides[a] - low[a];
                left %= strides[a];
                int source = Math.floorDiv(place, interior[a] + 1);
                inside &=
                        Math.floorMod(place, interior[a] + 1) == 0
                                && source >= 0
                                && source < x.shape().dim(a);
                from += source * x.shape().strides()[a];
            }
            assertEquals(inside ? x.get(from) : v.get(0), y.get(i), "element " + i + " of " + y);
        }
    }

    @Test
    void padOfTheSpecificationsExample() {
        Tensor x = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Tensor y = Kernels.pad(x, Tensor.scalar(0), Ints.of(0, 1), Ints.of(2, 1), Ints.of(1, 2));
        assertEquals(
                Tensor.of(
                        Shape.of(5, 9),
                        0,
                        1,
                        0,
                        0,
                        2,
                        0,
                        0,
                        3,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        4,
                        0,
                        0,
                        5,
                        0,
                        0,
                        6,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0),
                y);
    }

    @Test
    void concatenateThenSliceGivesTheParts() {
        for (int round = 0; round < ROUNDS; round++) {
            Shape s = shape(4).prepend(1 + random.nextInt(3));
            int dim = random.nextInt(s.rank());
            Tensor x = random(s);
            Tensor y = Kernels.convert(random(new Shape(s.dims().with(dim, 2))), x.dtype());
            Tensor z = Kernels.concatenate(List.of(x, y, x), dim);
            int n = s.dim(dim);
            int start = 0;
            for (Tensor part : List.of(x, y, x)) {
                int end = start + part.shape().dim(dim);
                assertEquals(
                        part,
                        Kernels.slice(
                                z,
                                Ints.repeat(0, s.rank()).with(dim, start),
                                z.shape().dims().with(dim, end),
                                Ints.repeat(1, s.rank())));
                start = end;
            }
            assertEquals(2 * n + 2, start);
        }
    }

    @Test
    void iotaCountsAlongItsAxisAndWraps() {
        assertArrayEquals(
                new double[] {0, 0, 0, 1, 1, 1},
                Kernels.iota(TensorType.of(DType.F64, 2, 3), 0).doubles());
        assertArrayEquals(
                new float[] {0, 1, 2, 0, 1, 2},
                Kernels.iota(TensorType.of(DType.F32, 2, 3), 1).floats());
        assertEquals(-128, Kernels.iota(TensorType.of(DType.I8, 200), 0).longs()[128]);
    }

    @Test
    void argumentsThatLeadOutsideAreRefused() {
        Tensor x = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        assertThrows(IllegalArgumentException.class, () -> Kernels.transpose(x, Ints.of(0, 0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.broadcastInDim(x, Shape.of(2, 4), Ints.of(0, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.slice(x, Ints.of(0, 0), Ints.of(2, 4), Ints.of(1, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.concatenate(List.of(x, Tensor.of(Shape.of(1, 2), 1, 2)), 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> Kernels.pad(x, x, Ints.of(0, 0), Ints.of(0, 0), Ints.of(0, 0)));
    }
}
