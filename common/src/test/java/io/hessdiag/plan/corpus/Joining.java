package io.hessdiag.plan.corpus;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** With an earlier value, the {@code back}-th latest that fits. */
public sealed interface Joining extends Piece {

    enum Pair {
        ADD(Expr::add),
        SUBTRACT((x, y) -> y.sub(x)),
        MULTIPLY(Expr::mul),
        DIVIDE((x, y) -> x.div(y.square().add(1))),
        GATE((x, y) -> x.mul(y.sigmoid())),
        MAXIMUM(Expr::max),
        LOGADDEXP((x, y) -> x.apply(BinaryFunction.LOGADDEXP, y)),
        ATAN2((x, y) -> x.apply(BinaryFunction.ATAN2, y.square().add(1)));

        private final BinaryOperator<Expr> of;

        Pair(BinaryOperator<Expr> of) {
            this.of = of;
        }
    }

    private static Optional<Expr> alike(Network net, Expr x, int back) {
        return net.earlier(x, back, y -> y.shape().equals(x.shape()));
    }

    record Join(Pair pair, int back) implements Joining {
        @Override
        public Expr apply(Network net, Expr x) {
            return alike(net, x, back).map(y -> pair.of.apply(x, y)).orElse(x);
        }
    }

    /** x or y, as the data say. */
    record Choose(int back, boolean perElement) implements Joining {
        @Override
        public Expr apply(Network net, Expr x) {
            return alike(net, x, back).map(y -> bits(net, x).select(x, y)).orElse(x);
        }

        private Expr bits(Network net, Expr x) {
            Ints dims = x.shape().dims();
            Ints mask = perElement ? dims : Ints.repeat(1, dims.size()).with(0, dims.get(0));
            Expr half = x.constant(Tensor.scalar(0.5));
            return net.maskRows(new Shape(mask)).compare(Comparison.GT, half);
        }
    }

    /** Its features beside these. */
    record Beside(int back) implements Joining {
        @Override
        public Expr apply(Network net, Expr x) {
            int last = x.type().rank() - 1;
            return net.earlier(x, back, y -> positions(y).equals(positions(x)))
                    .map(y -> Exprs.concatenate(last, List.of(x, y)))
                    .orElse(x);
        }

        private static Shape positions(Expr x) {
            return x.shape().without(Ints.of(x.type().rank() - 1));
        }
    }

    /** On from there. */
    record Branch(int back) implements Joining {
        @Override
        public Expr apply(Network net, Expr x) {
            return net.earlier(x, back, y -> true).orElse(x);
        }
    }
}
