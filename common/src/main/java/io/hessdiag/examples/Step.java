package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import io.hessdiag.tensor.Ints;
import java.io.Serializable;
import java.util.List;

/** One equation of a program that is cut to a part of the loss, whatever the number of examples. */
sealed interface Step extends Serializable {
    void emit(Emission to);

    /** The equation as it is. */
    record Plain(Equation equation) implements Step {
        @Override
        public void emit(Emission to) {
            to.plain(this);
        }
    }

    /** The equation for another number of examples. */
    record Aligned(Equation equation, Alignment alignment) implements Step {
        @Override
        public void emit(Emission to) {
            to.aligned(this);
        }
    }

    /** The weighted sum over the examples, from zero. */
    record Weighted(Equation equation, Alignment alignment) implements Step {
        @Override
        public void emit(Emission to) {
            to.weighted(this);
        }
    }

    /** What a sum starts from. */
    record Start(Equation equation) implements Step {
        @Override
        public void emit(Emission to) {
            to.start(this);
        }
    }

    /**
     * A linear equation.
     *
     * @param zeros operands of which this part of the loss has nothing
     */
    record Linear(Equation equation, Ints zeros) implements Step {
        @Override
        public void emit(Emission to) {
            to.linear(this);
        }
    }

    /**
     * A scan, while or case with what this part needs of its bodies.
     *
     * @param bodies in the order of {@link io.hessdiag.ir.Bodies}
     * @param constants positions of inputs of the bodies, in these forms; then come the carries and
     *     the rows
     * @param starts the carries' first values
     * @param outputs carries first
     * @param weighted whether examples are summed inside
     */
    record Nested(
            Equation equation,
            Links links,
            List<Selection> bodies,
            List<Need> constants,
            List<Need> carries,
            List<Need> rows,
            List<Selection.Output> starts,
            List<Need> outputs,
            boolean weighted)
            implements Step {
        @Override
        public void emit(Emission to) {
            to.nested(this);
        }
    }
}
