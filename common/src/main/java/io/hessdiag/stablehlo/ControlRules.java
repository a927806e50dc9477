package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.stablehlo.Importer.Nested;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Map;

/** {@code while}: what its regions use of the values around becomes constants of the loop. */
final class ControlRules {
    private ControlRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.while", ControlRules::whileLoop);
        rules.put("stablehlo.case", s -> choice(s, s.operands(1).get(0)));
        rules.put("stablehlo.if", s -> choice(s, whetherFalse(s)));
    }

    /** 0 for true, whose region comes first, and 1 for false. */
    private static int whetherFalse(Site s) {
        ProgramBuilder b = s.builder();
        return b.convert(b.unary(UnaryFunction.NOT, s.operands(1).get(0)), DType.I32);
    }

    private static Ints choice(Site s, int index) {
        if (s.op().results().isEmpty()) {
            return Ints.EMPTY;
        }
        List<Nested> regions =
                Ints.range(s.op().regions().size()).stream()
                        .mapToObj(i -> s.nested(i, List.of()))
                        .toList();
        Ints captured =
                Ints.of(
                        regions.stream()
                                .flatMapToInt(r -> r.captured().stream())
                                .distinct()
                                .toArray());
        List<Program> branches =
                regions.stream().map(r -> closed(s, r, captured, List.of())).toList();
        return s.builder().apply(new Op.Case(branches), captured.prepend(index));
    }

    private static Ints whileLoop(Site s) {
        List<TensorType> carries = s.operands().stream().mapToObj(s.builder()::type).toList();
        Nested condition = s.nested(0, carries);
        Nested body = s.nested(1, carries);
        Ints captured =
                Ints.of(condition.captured().concat(body.captured()).stream().distinct().toArray());
        return s.builder()
                .apply(
                        new Op.While(
                                captured.size(),
                                closed(s, condition, captured, carries),
                                closed(s, body, captured, carries)),
                        captured.concat(s.operands()));
    }

    /** The region as a program of (captured…, carries…). */
    private static Program closed(Site s, Nested region, Ints captured, List<TensorType> carries) {
        ProgramBuilder b = new ProgramBuilder(region.program().name());
        Ints constants =
                Ints.of(captured.stream().map(v -> b.input(s.builder().type(v))).toArray());
        Ints arguments = Ints.of(carries.stream().mapToInt(b::input).toArray());
        Ints own =
                Ints.of(
                        region.captured().stream()
                                .map(v -> constants.get(captured.indexOf(v)))
                                .toArray());
        return b.build(b.inline(region.program(), arguments.concat(own)));
    }
}
