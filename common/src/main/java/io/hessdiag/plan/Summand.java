package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.examples.Rebatch;
import io.hessdiag.examples.Separable;
import io.hessdiag.ir.Program;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.List;

/**
 * A part of a loss whose diagonal is computed by itself: what is summed over the examples, block by
 * block, what depends on parameters alone, or all of it. The loss is the sum of its summands over
 * all their blocks.
 */
sealed interface Summand extends Serializable {

    /**
     * (parameters, then what {@link #arguments} gives after them) → the block's part of the loss.
     */
    Program program();

    /** {@code examples}, {@code parameters only} or {@code whole loss}. */
    String text();

    /** Number of blocks. */
    int blocks();

    /** Examples per block; 1 where there are no separate ones. */
    int size();

    /**
     * The program's arguments for one block.
     *
     * @param loss the loss's arguments, with the block's examples
     */
    List<Tensor> arguments(Arguments loss, int block);

    /** The whole loss at once. */
    record Whole(Program program) implements Summand {
        @Override
        public String text() {
            return "whole loss";
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public int blocks() {
            return 1;
        }

        @Override
        public List<Tensor> arguments(Arguments loss, int block) {
            return loss.values();
        }
    }

    /** Σ ℓₙ over the examples, {@code size} of them at a time. */
    record Examples(Program program, Rebatch rebatch, List<Tensor> derived, long examples)
            implements Summand {

        static Examples of(Separable loss, List<Tensor> derived, long examples, int size) {
            Rebatch rebatch = Rebatch.of(loss, size);
            return new Examples(Rewrites.imported(rebatch.program()), rebatch, derived, examples);
        }

        @Override
        public String text() {
            return "examples";
        }

        @Override
        public int size() {
            return rebatch.size();
        }

        @Override
        public int blocks() {
            return Math.toIntExact((examples + size() - 1) / size());
        }

        @Override
        public List<Tensor> arguments(Arguments loss, int block) {
            long start = (long) block * rebatch.size() - loss.first();
            return rebatch.arguments(
                    loss.values(), derived, Math.toIntExact(start), loss.weights());
        }
    }

    /** r(θ): what depends on the parameters alone. */
    record Remainder(Program program, Separable separable, List<Tensor> derived)
            implements Summand {

        @Override
        public String text() {
            return "parameters only";
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public int blocks() {
            return 1;
        }

        @Override
        public List<Tensor> arguments(Arguments loss, int block) {
            return separable.remainderArguments(loss.values(), derived);
        }
    }

    /** Values that are made of all data before they are cut into blocks. */
    static List<Tensor> derived(Separable loss, List<Tensor> arguments) {
        return Executable.compile(loss.prelude())
                .run(arguments.subList(loss.parameters(), arguments.size()));
    }
}
