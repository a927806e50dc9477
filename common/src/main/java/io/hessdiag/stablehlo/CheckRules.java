package io.hessdiag.stablehlo;

import io.hessdiag.stablehlo.Expectation.Kind;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The check dialect of StableHLO's own tests, as operations and as custom calls. */
final class CheckRules {
    /** The dialect's defaults. */
    private static final double TOLERANCE = 0.001;

    private static final int MAX_ULPS = 3;

    private CheckRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("check.eq", s -> values(s, Kind.EQ));
        rules.put("check.expect_eq", s -> values(s, Kind.EQ));
        rules.put("check.expect_almost_eq", s -> values(s, Kind.ALMOST_EQ));
        rules.put("check.expect_close", s -> values(s, Kind.CLOSE));
        rules.put("check.expect_eq_const", s -> constant(s, Kind.EQ));
        rules.put("check.expect_almost_eq_const", s -> constant(s, Kind.ALMOST_EQ));
    }

    /** Whether the function, or one that it calls, hands values to an expectation. */
    static boolean areIn(Module module, Function f, Set<String> visited) {
        return visited.add(f.name())
                && f.body() != null
                && f.body().operations().stream()
                        .anyMatch(
                                op ->
                                        isCheck(op)
                                                || callee(op)
                                                        .map(module.functions()::get)
                                                        .filter(
                                                                g ->
                                                                        g != null
                                                                                && areIn(
                                                                                        module, g,
                                                                                        visited))
                                                        .isPresent());
    }

    private static boolean isCheck(Operation op) {
        return op.name().startsWith("check.")
                || callee(op).filter(t -> t.startsWith("check.")).isPresent();
    }

    /** The symbol that the operation names. */
    private static Optional<String> callee(Operation op) {
        return Stream.concat(
                        op.positional().stream(),
                        Stream.of("callee", "call_target_name").map(op.attributes()::get))
                .filter(a -> a instanceof Attribute.Symbol || a instanceof Attribute.Text)
                .map(Attributes::text)
                .findFirst();
    }

    private static Ints values(Site s, Kind kind) {
        s.operands(2);
        return expect(
                s,
                kind,
                s.operand(0),
                s.operand(1),
                s.op().signature() == null
                        ? s.type(0)
                        : s.op().signature().inputs().get(0).tensor());
    }

    private static Ints constant(Site s, Kind kind) {
        s.operands(1);
        Attribute.Dense literal = s.literal();
        int expected = ElementwiseRules.constant(s, literal);
        return expect(s, kind, s.operand(0), expected, literal.type().tensor());
    }

    private static Ints expect(Site s, Kind kind, int actual, int expected, TensorType type) {
        TensorType found = s.builder().type(actual);
        if (!found.equals(s.builder().type(expected))) {
            throw s.error("expected " + s.builder().type(expected) + ", found " + found);
        }
        double tolerance = s.has("tolerance") ? s.real("tolerance") : TOLERANCE;
        int min = s.has("min_ulp_difference") ? s.integer("min_ulp_difference") : 0;
        int max = s.has("max_ulp_difference") ? s.integer("max_ulp_difference") : MAX_ULPS;
        s.importer()
                .expect(
                        new Expectation(kind, type, tolerance, min, max, s.op().at()),
                        actual,
                        expected);
        return Ints.EMPTY;
    }
}
