package io.hessdiag.stablehlo;

import io.hessdiag.ir.UnaryFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Private functions whose derivative is not that of their body: max(x, 0) under the name {@code
 * relu}, x under the name {@code stop_gradient}. JAX numbers equal names: {@code relu_0}.
 */
final class NamedFunctions {
    private static final Pattern RELU = Pattern.compile("relu(_[0-9]+)?");
    private static final Pattern STOP_GRADIENT = Pattern.compile("stop_gradient(_[0-9]+)?");

    private NamedFunctions() {}

    /** What a function of one parameter is, if its name and its body say so. */
    static Optional<UnaryFunction> find(Function f) {
        if (f.results().size() != 1 || f.body().returned().size() != 1) {
            return Optional.empty();
        }
        String x = f.parameters().get(0).name();
        String returned = f.body().returned().get(0).name();
        if (STOP_GRADIENT.matcher(f.name()).matches() && returned.equals(x)) {
            return Optional.of(UnaryFunction.STOP_GRADIENT);
        }
        boolean relu = RELU.matcher(f.name()).matches() && isPositivePart(f, x, returned);
        return relu ? Optional.of(UnaryFunction.RELU) : Optional.empty();
    }

    private static boolean isPositivePart(Function f, String x, String returned) {
        Map<String, Operation> definitions = new HashMap<>();
        for (Operation op : f.body().operations()) {
            op.results().forEach(v -> definitions.put(v.name(), op));
        }
        Operation last = definitions.get(returned);
        if (last == null || !last.baseName().equals("maximum") || last.operands().size() != 2) {
            return false;
        }
        String first = last.operands().get(0).name();
        String second = last.operands().get(1).name();
        return first.equals(x) && isZero(second, definitions)
                || second.equals(x) && isZero(first, definitions);
    }

    private static boolean isZero(String value, Map<String, Operation> definitions) {
        Operation op = definitions.get(value);
        if (op != null && op.baseName().equals("broadcast_in_dim") && op.operands().size() == 1) {
            op = definitions.get(op.operands().get(0).name());
        }
        return op != null
                && op.baseName().equals("constant")
                && Attributes.literal(op) instanceof Attribute.Dense c
                && c.values() != null
                && c.values().size() == 1
                && c.values().get(0) == 0;
    }
}
