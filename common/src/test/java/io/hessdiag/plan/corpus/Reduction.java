package io.hessdiag.plan.corpus;

import io.hessdiag.loss.Expr;

/** From one loss per element to one for all. */
public enum Reduction {
    MEAN {
        @Override
        Expr apply(Network net, Expr losses) {
            return losses.mean();
        }
    },
    SUM {
        @Override
        Expr apply(Network net, Expr losses) {
            return losses.sum();
        }
    },
    /** Mean over examples of the sum for each. */
    MEAN_OF_SUMS {
        @Override
        Expr apply(Network net, Expr losses) {
            int rows = losses.shape().dim(0);
            return losses.reshape(rows, losses.type().size() / rows).sum(1).mean();
        }
    },
    /** Σ m ℓ / Σ m for a mask m. */
    MASKED {
        @Override
        Expr apply(Network net, Expr losses) {
            Expr mask = net.maskRows(losses.shape());
            return mask.mul(losses).sum().div(mask.sum());
        }
    },
    /** Weights per example. */
    WEIGHTED {
        @Override
        Expr apply(Network net, Expr losses) {
            Expr weights = net.normalRows(losses.shape()).square();
            return weights.mul(losses).sum();
        }
    },
    ROOT {
        @Override
        Expr apply(Network net, Expr losses) {
            return losses.mean().square().add(0.1).sqrt();
        }

        @Override
        boolean couples() {
            return true;
        }
    },
    LOG_MEAN_EXP {
        @Override
        Expr apply(Network net, Expr losses) {
            return losses.tanh().exp().mean().log();
        }

        @Override
        boolean couples() {
            return true;
        }
    };

    abstract Expr apply(Network net, Expr losses);

    /** Whether the loss is no sum over examples. */
    boolean couples() {
        return false;
    }
}
