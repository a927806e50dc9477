package io.hessdiag.examples;

import io.hessdiag.ir.Program;
import java.io.Serializable;
import java.util.List;

/**
 * The equations of a program that one part of a loss needs, in the forms in which it needs them.
 *
 * @param inputs which of the program's inputs, and how
 * @param early what has to be known before, from all the data
 */
record Selection(
        Program program,
        List<Step> steps,
        List<Need> inputs,
        List<Need> early,
        List<Output> outputs)
        implements Serializable {

    enum Part {
        /** The sum over examples. */
        EXAMPLES,
        /** What is left without any example. */
        REMAINDER
    }

    /**
     * @param zero whether this part of the loss has nothing of the value
     */
    record Output(Need need, boolean zero) implements Serializable {}

    Selection {
        steps = List.copyOf(steps);
        inputs = List.copyOf(inputs);
        early = List.copyOf(early);
        outputs = List.copyOf(outputs);
    }

    boolean weighted() {
        return steps.stream()
                .anyMatch(
                        s ->
                                s instanceof Step.Weighted
                                        || s instanceof Step.Nested n && n.weighted());
    }
}
