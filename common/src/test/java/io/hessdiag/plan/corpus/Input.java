package io.hessdiag.plan.corpus;

import io.hessdiag.loss.Expr;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;

/** What a network starts from. */
public sealed interface Input {
    Expr apply(Network net);

    record Features(int width) implements Input {
        @Override
        public Expr apply(Network net) {
            return net.normalRows(Shape.of(net.examples(), width));
        }
    }

    record Sequence(int length, int width, boolean timeFirst) implements Input {
        @Override
        public Expr apply(Network net) {
            return timeFirst
                    ? net.data(1, net.normal(Shape.of(length, net.examples(), width), 0, 1))
                            .transpose(1, 0, 2)
                    : net.normalRows(Shape.of(net.examples(), length, width));
        }
    }

    /** A learned row per token; {@code wrapped} as {@code table[tokens]} prints. */
    record Tokens(int length, int words, int width, boolean wrapped) implements Input {
        @Override
        public Expr apply(Network net) {
            int rows = words + 1;
            Expr table = net.kernel(1, rows, width);
            Expr tokens = net.integerRows(rows, Shape.of(net.examples(), length));
            return table.rows(wrapped ? Jax.wrapped(tokens, rows) : tokens);
        }
    }

    /** The same as a product with one-hot vectors. */
    record OneHotTokens(int length, int words, int width) implements Input {
        @Override
        public Expr apply(Network net) {
            int rows = words + 1;
            Expr tokens = net.integerRows(rows, Shape.of(net.examples(), length));
            return Linear.last(Jax.oneHot(tokens, rows), net.kernel(1, rows, width), 0);
        }
    }

    /** {@code flat}: handed over as rows of pixels; {@code bytes}: as integers to be scaled. */
    record Image(int height, int width, int channels, boolean flat, boolean bytes)
            implements Input {
        @Override
        public Expr apply(Network net) {
            int h = height + 1;
            int w = width + 1;
            int n = net.examples();
            Shape shape = flat ? Shape.of(n, h * w * channels) : Shape.of(n, h, w, channels);
            Expr pixels =
                    bytes
                            ? net.integerRows(256, shape).convert(DType.F64).div(128).sub(1)
                            : net.normalRows(shape);
            return pixels.reshape(n, h, w, channels);
        }
    }
}
