package io.hessdiag.plan.corpus;

import io.hessdiag.ir.Comparison;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;

/** From the network's outputs to the loss. */
public sealed interface Ending {

    /**
     * @throws UnfitException for outputs that it makes nothing of
     */
    Expr apply(Network net, Expr x);

    default boolean couples() {
        return false;
    }

    /** An ending that has one loss for each of several elements. */
    sealed interface Elementary extends Ending {
        Expr losses(Network net, Expr x);

        Reduction reduction();

        @Override
        default Expr apply(Network net, Expr x) {
            return reduction().apply(net, losses(net, x));
        }

        @Override
        default boolean couples() {
            return reduction().couples();
        }
    }

    private static Expr residual(Network net, Expr x) {
        return x.sub(net.normalRows(x.shape()));
    }

    record Squared(Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            return residual(net, x).square();
        }
    }

    record Huber(Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            Expr size = residual(net, x).abs();
            Expr edge = x.constant(Tensor.scalar(0.7));
            return size.compare(Comparison.LT, edge)
                    .select(size.square().mul(0.5), size.sub(0.35).mul(0.7));
        }
    }

    record LogCosh(Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            Expr r = residual(net, x);
            return r.add(r.mul(-2).softplus());
        }
    }

    /** ½ e^{−s} (y − m)² + ½ s for features m, s. */
    record Heteroscedastic(Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            int half = Jax.width(x) / 2;
            UnfitException.unless(half > 0);
            int axis = x.type().rank() - 1;
            Expr s = Exprs.slice(x, axis, half, 2 * half).tanh();
            Expr r = residual(net, Exprs.slice(x, axis, 0, half));
            return s.negate().exp().mul(r.square()).add(s).mul(0.5);
        }
    }

    /** eᶻ − k z for counts k. */
    record Poisson(Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            Expr counts = net.integerRows(4, x.shape()).convert(DType.F64);
            return x.tanh().exp().sub(counts.mul(x.tanh()));
        }
    }

    /** softplus(z) − y z. */
    record BinaryEntropy(boolean printed, Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            Expr softplus = printed ? Jax.softplus(x) : x.softplus();
            return softplus.sub(net.maskRows(x.shape()).mul(x));
        }
    }

    /** Features of every example and position as one row. */
    private static Expr logits(Expr x) {
        UnfitException.unless(Jax.width(x) > 1);
        return x.reshape(x.type().size() / Jax.width(x), Jax.width(x));
    }

    private static Expr labels(Network net, Expr logits) {
        return net.integerRows(Jax.width(logits), Shape.of(logits.shape().dim(0)));
    }

    /** {@code pairs}: by pairs of indices; else by a gather with the rows as its batch. */
    private static Expr picked(Network net, Expr x, boolean pairs) {
        Expr labels = labels(net, x);
        return pairs ? Jax.pick(x, labels) : x.pick(labels);
    }

    record LabelEntropy(boolean pairs, Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            return picked(net, Jax.logSoftmax(logits(x)), pairs).negate();
        }
    }

    /** log Σ eᶻ − z_label. */
    record LogSumExp(boolean pairs, Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            Expr z = logits(x);
            return z.logSumExp(-1).sub(picked(net, z, pairs));
        }
    }

    /** −(1 − p)² log p. */
    record Focal(boolean pairs, Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            Expr log = picked(net, Jax.logSoftmax(logits(x)), pairs);
            return log.exp().negate().add(1).square().mul(log).negate();
        }
    }

    /** −Σ y log p with y one-hot, or smoothed. */
    record OneHotEntropy(boolean smoothed, Reduction reduction) implements Elementary {
        @Override
        public Expr losses(Network net, Expr x) {
            Expr z = logits(x);
            int classes = Jax.width(z);
            Expr y = Jax.oneHot(labels(net, z), classes);
            Expr target = smoothed ? y.mul(0.9).add(0.1 / classes) : y;
            return target.mul(Jax.logSoftmax(z)).sum(-1).negate();
        }
    }

    /** Every example's outputs against every other's, or an earlier value's: x yᵀ. */
    record Contrastive(int back, boolean unit) implements Ending {
        @Override
        public Expr apply(Network net, Expr x) {
            UnfitException.unless(rows(x) > 1);
            Expr y = net.earlier(x, back, v -> v.shape().equals(x.shape())).orElse(x);
            Expr log = Jax.logSoftmax(Linear.last(matrix(x), matrix(y), 1));
            TensorType index = TensorType.of(DType.I32, rows(x));
            return Jax.oneHot(Exprs.iota(x, index, 0), rows(x)).mul(log).sum().div(-rows(x));
        }

        private static int rows(Expr x) {
            return x.shape().dim(0);
        }

        private Expr matrix(Expr x) {
            Expr rows = x.reshape(rows(x), x.type().size() / rows(x));
            return unit
                    ? rows.mul(Jax.keep(rows, Jax.rsqrt(rows.square().sum(-1).add(0.1))))
                    : rows;
        }

        @Override
        public boolean couples() {
            return true;
        }
    }

    /** How far examples lie from their mean. */
    record Variance(boolean root) implements Ending {
        @Override
        public Expr apply(Network net, Expr x) {
            UnfitException.unless(x.shape().dim(0) > 1);
            Expr variance = x.sub(x.mean(0)).square().mean(0);
            return root ? variance.add(0.1).sqrt().sum() : variance.sum();
        }

        @Override
        public boolean couples() {
            return true;
        }
    }
}
