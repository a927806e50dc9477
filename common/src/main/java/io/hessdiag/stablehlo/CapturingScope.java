package io.hessdiag.stablehlo;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.stablehlo.Operation.Value;
import io.hessdiag.tensor.Ints;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names in a region that becomes a program of its own: an outer value that it uses becomes one
 * more input, an outer scalar constant is made anew inside.
 */
final class CapturingScope extends Scope {
    private final Scope around;
    private final ProgramBuilder outside;
    private final ProgramBuilder inside;
    private final Map<Integer, Integer> inputs = new HashMap<>();
    private Ints captured = Ints.EMPTY;

    CapturingScope(Scope around, ProgramBuilder outside, ProgramBuilder inside) {
        super(null);
        this.around = around;
        this.outside = outside;
        this.inside = inside;
    }

    /** The outer values that have become inputs, in order. */
    Ints captured() {
        return captured;
    }

    @Override
    int use(Value name) {
        if (defines(name)) {
            return super.use(name);
        }
        int outer = around.use(name);
        if (outer == UNKNOWN) {
            return UNKNOWN;
        }
        Optional<Equation> made = outside.definition(outer);
        if (made.isPresent() && made.get().op() instanceof Op.Constant c && c.value().size() == 1) {
            return inside.constant(c.value());
        }
        return inputs.computeIfAbsent(
                outer,
                v -> {
                    captured = captured.append(v);
                    return inside.input(outside.type(v));
                });
    }
}
