package io.hessdiag.examples;

import io.hessdiag.ir.Op;
import java.io.Serializable;
import java.util.List;

/**
 * Where each operand and each result of an equation has the examples, such that example n of the
 * results depends on example n of the operands alone, and on what has no examples. When no result
 * has any, the equation is their sum.
 */
record Alignment(List<ExampleAxis> operands, List<ExampleAxis> results) implements Serializable {
    Alignment {
        operands = List.copyOf(operands);
        results = List.copyOf(results);
    }

    boolean sums() {
        return results.stream().allMatch(ExampleAxis::isNone);
    }

    /**
     * The operand that a sum starts from, reduce's initial value or what is scattered to, or −1.
     */
    static int start(Op sum) {
        return sum instanceof Op.Reduce ? 1 : sum instanceof Op.Scatter ? 0 : -1;
    }
}
