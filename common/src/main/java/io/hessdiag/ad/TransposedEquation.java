package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.Types;
import io.hessdiag.tensor.Ints;
import java.util.List;
import java.util.Optional;

/**
 * The transpose of one linear equation as a program.
 *
 * @param program (the values of {@code known}, a result's cotangent) → the operand's cotangent
 * @param known the equation's operands that do not move, each once
 * @param linear per value of the program whether it depends on the cotangent
 */
public record TransposedEquation(Program program, Ints known, boolean[] linear) {

    /**
     * @param types of the values of the program that the equation belongs to
     * @param moving which of them are linear
     * @param operand whose cotangent is wanted; its value's, where it is an operand twice
     * @param output which result has a cotangent
     * @return empty when the operand's cotangent is zero by structure
     */
    public static Optional<TransposedEquation> of(
            Types types, boolean[] moving, Equation e, int operand, int output) {
        ProgramBuilder b = new ProgramBuilder(e.op().name() + "_transpose");
        int[] value = new int[moving.length];
        Ints known = Ints.of(e.inputs().stream().filter(v -> !moving[v]).distinct().toArray());
        known.stream().forEach(v -> value[v] = b.input(types.type(v)));
        int ct = b.input(types.type(e.outputs().get(output)));
        Transpose reverse = new Transpose(b, types, moving, value);
        reverse.add(e.outputs().get(output), ct);
        reverse.pull(List.of(e));
        int result = reverse.cotangent(e.input(operand));
        if (result == NONE) {
            return Optional.empty();
        }
        Program program = Dependence.restrict(b.build(result), Ints.of(result));
        return Optional.of(
                new TransposedEquation(
                        program, known, Dependence.on(program, Ints.of(program.inputs().last()))));
    }
}
