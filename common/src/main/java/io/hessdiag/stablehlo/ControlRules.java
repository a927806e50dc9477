package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.stablehlo.Importer.Nested;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Map;

/** {@code while}: what its regions use of the values around becomes constants of the loop. */
final class ControlRules {
    private ControlRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.while", ControlRules::whileLoop);
    }

    private static Ints whileLoop(Site s) {
        List<TensorType> carries =
                s.operands().stream().mapToObj(s.builder()::type).toList();
        Nested condition = s.nested(0, carries);
        Nested body = s.nested(1, carries);
        Ints captured = Ints.of(condition.captured().concat(body.captured()).stream()
                .distinct().toArray());
        return s.builder().apply(
                new Op.While(captured.size(), closed(s, condition, captured, carries),
                        closed(s, body, captured, carries)),
                captured.concat(s.operands()));
    }

    /** The region as a program of (captured…, carries…). */
    private static Program closed(
            Site s, Nested region, Ints captured, List<TensorType> carries) {
        ProgramBuilder b = new ProgramBuilder(region.program().name());
        Ints constants = Ints.of(captured.stream()
                .map(v -> b.input(s.builder().type(v))).toArray());
        Ints arguments = Ints.of(carries.stream().mapToInt(b::input).toArray());
        Ints own = Ints.of(region.captured().stream()
                .map(v -> constants.get(captured.indexOf(v))).toArray());
        return b.build(b.inline(region.program(), arguments.concat(own)));
    }
}
