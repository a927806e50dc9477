package io.hessdiag.examples;

import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import java.io.Serializable;
import java.util.List;

/**
 * How the inputs and outputs of the bodies of a scan, while or case belong to its operands and
 * results. All bodies have the same inputs: constants, carries, rows.
 *
 * @param first the operand that is the bodies' first input
 * @param rows whether inputs and outputs after the carries are rows of operands and results
 */
record Links(int first, int constants, int carries, boolean rows) implements Serializable {
    static Links of(Op op) {
        if (op instanceof Op.Scan s) {
            return new Links(0, s.constants(), s.carries(), true);
        }
        if (op instanceof Op.While w) {
            return new Links(0, w.constants(), w.body().outputs().size(), false);
        }
        return new Links(1, Bodies.of(op).get(0).inputs().size(), 0, false);
    }

    /** Whether the op has bodies whose inputs are whole operands or rows of them. */
    static boolean has(Op op) {
        return !Bodies.of(op).isEmpty() && !(op instanceof Op.Sort);
    }

    /** The bodies that make the results: all but a loop's condition. */
    static List<Program> returning(Op op) {
        return op instanceof Op.While w ? List.of(w.body()) : Bodies.of(op);
    }

    int operand(int input) {
        return first + input;
    }

    /** The carry that an input is; −1 for another input. */
    int carry(int input) {
        int carry = input - constants;
        return carry < carries ? Math.max(carry, -1) : -1;
    }

    boolean isCarry(int output) {
        return output < carries;
    }

    boolean isRowInput(int input) {
        return rows && input >= constants + carries;
    }

    boolean isRowOutput(int output) {
        return rows && output >= carries;
    }
}
