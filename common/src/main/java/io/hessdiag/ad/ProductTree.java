package io.hessdiag.ad;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;

/** A reduction by multiplication as log₂ n rounds of pairwise products: (x, init) → product. */
final class ProductTree {
    private ProductTree() {}

    static Program of(TensorType type, Ints dims) {
        ProgramBuilder b = new ProgramBuilder("product");
        int x = b.input(type);
        int init = b.input(type.withShape(Shape.SCALAR));
        Ints kept = Ints.range(type.rank()).filter(a -> !dims.contains(a));
        Shape result = type.shape().pick(kept);
        int n = type.shape().pick(dims).size();
        int start = b.broadcast(init, result, Ints.EMPTY);
        if (n == 0) {
            return b.build(start);
        }
        Shape flat = new Shape(result.dims().append(n));
        int rows = b.reshape(b.transpose(x, kept.concat(dims)), flat);
        while (n > 1) {
            int half = n / 2;
            int product = b.multiply(last(b, rows, 0, half), last(b, rows, half, 2 * half));
            rows =
                    n % 2 == 0
                            ? product
                            : b.emit(
                                    new Op.Concatenate(result.rank()),
                                    product,
                                    last(b, rows, 2 * half, n));
            n = n - half;
        }
        return b.build(b.multiply(start, b.reshape(rows, result)));
    }

    /** {@code x[..., start:limit]}. */
    private static int last(ProgramBuilder b, int x, int start, int limit) {
        Ints dims = b.shape(x).dims();
        int axis = dims.size() - 1;
        return b.emit(
                new Op.Slice(
                        Ints.repeat(0, dims.size()).with(axis, start),
                        dims.with(axis, limit),
                        Ints.repeat(1, dims.size())),
                x);
    }
}
