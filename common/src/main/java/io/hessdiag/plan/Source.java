package io.hessdiag.plan;

import io.hessdiag.examples.Separable;
import io.hessdiag.tensor.Tensor;
import java.util.List;

/** A part of the loss before it is decided how many examples at a time are computed. */
interface Source {
    /** How many blocks there are at most. */
    long examples();

    /** The summand with so many examples in a block. */
    Summand of(int size);

    /** What is computed at once whatever its size. */
    static Source whole(Summand summand) {
        return new Source() {
            @Override
            public long examples() {
                return 1;
            }

            @Override
            public Summand of(int size) {
                return summand;
            }
        };
    }

    /** The sum over the examples. */
    static Source blocks(Separable loss, List<Tensor> derived, long examples) {
        return new Source() {
            @Override
            public long examples() {
                return examples;
            }

            @Override
            public Summand of(int size) {
                return Summand.Examples.of(loss, derived, examples, size);
            }
        };
    }
}
