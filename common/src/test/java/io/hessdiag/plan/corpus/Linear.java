package io.hessdiag.plan.corpus;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.Ints;
import java.util.Optional;

/** Contractions with parameters. */
public sealed interface Linear extends Piece {

    /** How a kernel follows from its leaves. */
    enum Kernel {
        LEAF {
            @Override
            Expr make(Network net, int in, int out) {
                return net.kernel(in, in, out);
            }
        },
        /** g w / ‖w‖ for every column w. */
        NORMALISED {
            @Override
            Expr make(Network net, int in, int out) {
                Expr w = net.kernel(1, in, out);
                return net.parameter("gain", 1, 0.3, out).mul(w.div(w.square().sum(0).sqrt()));
            }
        },
        EXPONENTIAL {
            @Override
            Expr make(Network net, int in, int out) {
                return net.kernel(2, in, out).exp().div(in);
            }
        },
        LOW_RANK {
            @Override
            Expr make(Network net, int in, int out) {
                return net.kernel(in, in, 2).matmul(net.kernel(2, 2, out));
            }
        },
        MASKED {
            @Override
            Expr make(Network net, int in, int out) {
                Expr w = net.kernel(in, in, out);
                return w.mul(w.constant(net.mask(w.shape())));
            }
        };

        abstract Expr make(Network net, int in, int out);
    }

    /** Where the kernel has its inputs and how the product takes it. */
    enum Layout {
        IN_OUT,
        OUT_IN,
        TRANSPOSED,
        FIRST
    }

    /** Whether all examples' positions are rows of one matrix. */
    enum Rows {
        SEPARATE,
        MERGED,
        POSITION_MAJOR
    }

    /** x's last axis contracted with this axis of w. */
    static Expr last(Expr x, Expr w, int axis) {
        return Exprs.dot(x, w, Ints.of(x.type().rank() - 1), Ints.of(axis));
    }

    private static Expr biased(Network net, Expr x, boolean bias) {
        return bias ? x.add(net.bias(Jax.width(x))) : x;
    }

    record Dense(int width, boolean bias, Kernel kernel, Layout layout, Rows rows)
            implements Linear {
        @Override
        public Expr apply(Network net, Expr x) {
            Ints order = Ints.range(x.type().rank());
            if (rows == Rows.POSITION_MAJOR && order.size() > 2) {
                order = order.with(0, 1).with(1, 0);
            }
            Expr moved = x.transpose(order.toArray());
            int[] dims = moved.shape().dims().with(order.size() - 1, width).toArray();
            Expr in = rows == Rows.SEPARATE ? moved : matrix(moved);
            return biased(net, product(net, in), bias)
                    .reshape(dims)
                    .transpose(order.inverse().toArray());
        }

        private static Expr matrix(Expr x) {
            return x.reshape(x.type().size() / Jax.width(x), Jax.width(x));
        }

        private Expr product(Network net, Expr x) {
            int in = Jax.width(x);
            boolean outFirst = layout == Layout.OUT_IN || layout == Layout.TRANSPOSED;
            Expr w = outFirst ? kernel.make(net, width, in) : kernel.make(net, in, width);
            int rank = x.type().rank();
            return switch (layout) {
                case IN_OUT -> last(x, w, 0);
                case OUT_IN -> last(x, w, 1);
                case TRANSPOSED -> last(x, w.transpose(), 0);
                case FIRST ->
                        Exprs.dot(w, x, Ints.of(0), Ints.of(rank - 1))
                                .transpose(Ints.range(1, rank).append(0).toArray());
            };
        }
    }

    /** A matrix that is there already, either way round. */
    record Tied(int back, boolean bias) implements Linear {
        @Override
        public Expr apply(Network net, Expr x) {
            int in = Jax.width(x);
            Optional<Expr> kernel = net.tied(back, w -> w.shape().dims().contains(in));
            return kernel.map(w -> last(x, w, w.shape().dim(1) == in ? 1 : 0))
                    .map(y -> biased(net, y, bias))
                    .orElse(x);
        }
    }

    /** Along the positions instead of the features. */
    record Mix(int length, boolean bias) implements Linear {
        @Override
        public Expr apply(Network net, Expr x) {
            if (x.type().rank() != 3) {
                return x;
            }
            int in = x.shape().dim(1);
            Expr mixed = Exprs.dot(x, net.kernel(in, in, length), Ints.of(1), Ints.of(0));
            return biased(net, mixed, bias).transpose(0, 2, 1);
        }
    }

    /** x A y with an earlier y. */
    record Bilinear(int width, int back) implements Linear {
        @Override
        public Expr apply(Network net, Expr x) {
            if (x.type().rank() != 2) {
                return x;
            }
            int in = Jax.width(x);
            return net.earlier(x, back, y -> y.type().rank() == 2 && rows(y) == rows(x))
                    .map(y -> product(net.kernel(in, in, width, Jax.width(y)), x, y))
                    .orElse(x);
        }

        private static int rows(Expr x) {
            return x.shape().dim(0);
        }

        private static Expr product(Expr a, Expr x, Expr y) {
            return last(x, a, 0).dotGeneral(y, Ints.of(0), Ints.of(0), Ints.of(2), Ints.of(1));
        }
    }
}
