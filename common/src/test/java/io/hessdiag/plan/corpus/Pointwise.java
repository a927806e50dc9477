package io.hessdiag.plan.corpus;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Element by element. */
public sealed interface Pointwise extends Piece {

    enum Function {
        TANH(Expr::tanh),
        LOGISTIC(Expr::sigmoid),
        PRINTED_LOGISTIC(x -> number(x, 1).div(x.negate().exp().add(1))),
        RELU(Expr::relu),
        LEAKY_RELU(x -> x.compare(Comparison.GE, number(x, 0)).select(x, x.mul(0.1))),
        ELU(
                x ->
                        x.compare(Comparison.GT, number(x, 0))
                                .select(x, x.apply(UnaryFunction.EXPONENTIAL_MINUS_ONE))),
        RELU6(x -> Exprs.emit(new Op.Clamp(), number(x, 0), x, number(x, 0.8))),
        ABS(Expr::abs),
        GELU(Jax::gelu),
        EXACT_GELU(Jax::exactGelu),
        SILU(x -> x.mul(x.sigmoid())),
        SOFTPLUS(Expr::softplus),
        PRINTED_SOFTPLUS(Jax::softplus),
        MISH(x -> x.mul(x.softplus().tanh())),
        SINE(x -> x.apply(UnaryFunction.SINE)),
        COSINE(x -> x.apply(UnaryFunction.COSINE)),
        SQUARE(x -> x.apply(UnaryFunction.SQUARE).mul(0.5)),
        CUBE(x -> x.mul(x).mul(x).mul(0.2)),
        POWER(x -> x.square().add(1).pow(0.7)),
        EXP(x -> x.tanh().exp()),
        LOG(x -> x.square().add(0.5).log()),
        LOG_PLUS_ONE(x -> x.square().apply(UnaryFunction.LOG_PLUS_ONE)),
        SQRT(x -> x.square().add(0.5).sqrt()),
        RSQRT(x -> x.mul(Jax.rsqrt(x.square().add(0.5)))),
        SOFTSIGN(x -> x.div(x.abs().add(1))),
        RECIPROCAL(x -> number(x, 1).div(x.square().add(1))),
        ERF(x -> x.apply(UnaryFunction.ERF));

        private final UnaryOperator<Expr> of;

        Function(UnaryOperator<Expr> of) {
            this.of = of;
        }
    }

    private static Expr number(Expr x, double value) {
        return x.constant(Tensor.scalar(value));
    }

    record Activation(Function function) implements Pointwise {
        @Override
        public Expr apply(Network net, Expr x) {
            return function.of.apply(x);
        }
    }

    /** Which elements share a learned number. */
    enum Extent {
        ALL,
        FEATURES,
        POSITIONS;

        private int[] dims(Expr x) {
            int rank = x.type().rank();
            int first = this == ALL ? rank : this == FEATURES ? rank - 1 : 1;
            return x.shape().dims().pick(Ints.range(first, rank)).toArray();
        }
    }

    record Offset(Extent extent) implements Pointwise {
        @Override
        public Expr apply(Network net, Expr x) {
            return x.add(net.parameter("offset", 0, 0.5, extent.dims(x)));
        }
    }

    enum Factor {
        LEAF,
        EXPONENTIAL,
        SOFTPLUS,
        RECIPROCAL
    }

    record Scale(Extent extent, Factor factor) implements Pointwise {
        @Override
        public Expr apply(Network net, Expr x) {
            Expr s = net.parameter("scale", factor == Factor.LEAF ? 1 : 0, 0.3, extent.dims(x));
            return switch (factor) {
                case LEAF -> x.mul(s);
                case EXPONENTIAL -> x.mul(s.exp());
                case SOFTPLUS -> s.softplus().mul(x);
                case RECIPROCAL -> x.div(s.square().add(0.8));
            };
        }
    }

    enum Learned {
        PRELU,
        SWISH,
        POLYNOMIAL
    }

    record LearnedActivation(Learned learned, Extent extent) implements Pointwise {
        @Override
        public Expr apply(Network net, Expr x) {
            Expr a = net.parameter("slope", 0.5, 0.3, extent.dims(x));
            return switch (learned) {
                case PRELU -> x.relu().sub(a.mul(x.negate().relu()));
                case SWISH -> x.mul(a.mul(x).sigmoid());
                case POLYNOMIAL -> x.add(a.mul(x.square()));
            };
        }
    }

    /** x times a random mask, with dropout's factor 2; per example, in the program or as data. */
    record Dropout(boolean constant) implements Pointwise {
        @Override
        public Expr apply(Network net, Expr x) {
            Expr mask = constant ? x.constant(net.mask(x.shape())) : net.maskRows(x.shape());
            return x.mul(mask.mul(2));
        }
    }

    /** (x − m) / s with statistics that all examples share. */
    record Standardise() implements Pointwise {
        @Override
        public Expr apply(Network net, Expr x) {
            Shape shape = Shape.of(Jax.width(x));
            Expr mean = net.data(Network.SHARED, net.normal(shape, 0, 0.5));
            return x.sub(mean).div(net.data(Network.SHARED, net.normal(shape, 1.5, 0.1)));
        }
    }
}
