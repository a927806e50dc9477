package io.hessdiag.plan.corpus;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.Ints;

/** A term of every {@code step}-th parameter leaf alone. */
public record Penalty(Measure measure, int step) {

    public enum Measure {
        SQUARES {
            @Override
            Expr of(Expr w) {
                return w.square().sum();
            }
        },
        NORM {
            @Override
            Expr of(Expr w) {
                return w.square().sum().add(0.1).sqrt();
            }
        },
        /** ‖w wᵀ‖² for a leaf whose last axis is the columns. */
        GRAM {
            @Override
            Expr of(Expr w) {
                Ints last = Ints.range(w.type().rank()).filter(a -> a == w.type().rank() - 1);
                return Exprs.dot(w, w, last, last).square().sum();
            }
        };

        abstract Expr of(Expr w);
    }

    Expr apply(Network net, Expr loss) {
        Expr sum = loss;
        for (int i = 0; i < net.parameters().size(); i += step) {
            sum = sum.add(measure.of(net.parameters().get(i)).mul(0.05));
        }
        return sum;
    }
}
