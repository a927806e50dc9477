package io.hessdiag.plan.corpus;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;

/** Sliding windows over the positions of sequences and images. */
public sealed interface Convolutional extends Piece {

    private static int spatial(Expr x) {
        return x.type().rank() - 2;
    }

    private static boolean fits(Expr x, int size) {
        int n = spatial(x);
        return n > 0
                && x.shape().dims().pick(Ints.range(1, 1 + n)).stream().allMatch(d -> d >= size);
    }

    private static Expr pad(Expr x, int low, int high, int interior) {
        int n = spatial(x);
        return Exprs.emit(
                new Op.Pad(around(n, low), around(n, high), around(n, interior)),
                x,
                x.constant(Tensor.scalar(0)));
    }

    /** 0 for examples and features, {@code value} for positions. */
    private static Ints around(int n, int value) {
        return Ints.repeat(value, n).prepend(0).append(0);
    }

    enum Padding {
        VALID,
        SAME,
        /** Zeros between the elements: a transposed convolution. */
        DILATED
    }

    /** Groups of features that do not mix, if they divide the features; else one. */
    record Convolution(
            int size, int channels, int stride, Padding padding, int groups, boolean bias)
            implements Convolutional {
        @Override
        public Expr apply(Network net, Expr x) {
            Expr padded =
                    switch (padding) {
                        case VALID -> x;
                        case SAME -> spatial(x) > 0 ? pad(x, (size - 1) / 2, size / 2, 0) : x;
                        case DILATED -> spatial(x) > 0 ? pad(x, size - 1, size - 1, 1) : x;
                    };
            if (!fits(padded, size)) {
                return x;
            }
            Expr out = product(net, windows(padded));
            return bias ? out.add(net.bias(Jax.width(out))) : out;
        }

        /** N, positions…, window…, features; all features are one window. */
        private Expr windows(Expr x) {
            int n = spatial(x);
            WindowSpec spec =
                    new WindowSpec(
                            Ints.range(1, 2 + n),
                            Ints.repeat(size, n).append(Jax.width(x)),
                            Ints.repeat(stride, n).append(1),
                            Ints.repeat(1, n + 1));
            Expr windows = Exprs.emit(new Op.Windows(spec), x);
            return windows.reshape(windows.shape().without(Ints.of(1 + n)).toArray());
        }

        private Expr product(Network net, Expr windows) {
            int n = (windows.type().rank() - 2) / 2;
            int in = Jax.width(windows);
            int g = in % groups == 0 ? groups : 1;
            Ints window = Ints.repeat(size, n);
            int fan = new Shape(window).size() * in / g;
            Expr kernel = net.kernel(fan, window.append(in / g, channels * g).toArray());
            if (g == 1) {
                return Exprs.dot(windows, kernel, Ints.range(1 + n, 2 + 2 * n), Ints.range(1 + n));
            }
            Expr xs = split(windows, 1 + 2 * n, g);
            Expr ks = split(kernel, 1 + n, g);
            Ints axes = Ints.range(1 + n, 1 + 2 * n).append(2 + 2 * n);
            Expr out =
                    xs.dotGeneral(ks, Ints.of(1 + 2 * n), Ints.of(1 + n), axes, Ints.range(1 + n))
                            .transpose(Ints.range(1, 2 + n).append(0, 2 + n).toArray());
            Ints dims = out.shape().dims();
            return out.reshape(dims.pick(Ints.range(1 + n)).append(g * channels).toArray());
        }

        /** Axis of size g·k as two axes g, k. */
        private static Expr split(Expr x, int axis, int g) {
            Ints dims = x.shape().dims();
            return x.reshape(
                    new Shape(dims.with(axis, dims.get(axis) / g)).insert(axis, g).toArray());
        }
    }

    record Pool(boolean max, int size, int stride) implements Convolutional {
        @Override
        public Expr apply(Network net, Expr x) {
            if (!fits(x, size)) {
                return x;
            }
            int n = spatial(x);
            Ints window = Ints.repeat(size, n);
            WindowSpec spec =
                    new WindowSpec(
                            Ints.range(1, 1 + n),
                            window,
                            Ints.repeat(stride, n),
                            Ints.repeat(1, n));
            Expr windows = Exprs.emit(new Op.Windows(spec), x);
            Ints dims = windows.shape().dims().pick(Ints.range(2 + n));
            Expr flat = windows.reshape(dims.append(new Shape(window).size()).toArray());
            return max ? largest(flat) : flat.mean(-1);
        }

        /** The first of the largest, as reduce_window is imported. */
        private static Expr largest(Expr flat) {
            int axis = flat.type().rank() - 1;
            return Exprs.emit(
                    new Op.ArgReduce(true, axis),
                    flat,
                    Exprs.iota(flat, flat.type().withDType(DType.I64), axis),
                    flat.constant(Tensor.scalar(Double.NEGATIVE_INFINITY)),
                    flat.constant(Tensor.scalar(DType.I64, Jax.width(flat))));
        }
    }
}
