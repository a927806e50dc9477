package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls of functions, composites and custom calls. */
final class CallRules {
    private static final Pattern RELU = Pattern.compile("relu(_[0-9]+)?");

    /** Custom calls that say where values live and do not change them. */
    private static final Set<String> IDENTITIES = Set.of("Sharding", "SPMDFullToShardShape",
            "SPMDShardToFullShape", "LayoutConstraint", "annotate_device_placement",
            "xla.sdy.FuncResultSharding");

    private static final Set<String> CALLS = Set.of("call", "func.call", "stablehlo.composite");

    private CallRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("call", CallRules::call);
        rules.put("func.call", CallRules::call);
        rules.put("stablehlo.composite", CallRules::composite);
        rules.put("stablehlo.custom_call", CallRules::customCall);
        rules.put("stablehlo.optimization_barrier", Site::operands);
        rules.put("sdy.sharding_constraint", s -> s.operands(1));
        rules.put("sdy.mesh", Site::operands);
    }

    static boolean isCall(Operation op) {
        return CALLS.contains(op.name());
    }

    private static Ints call(Site s) {
        Function f = s.importer().function(s.symbol("callee"), s.op().at());
        if (s.operands().size() != f.parameters().size()) {
            throw s.error("@" + f.name() + ": expected " + f.parameters().size()
                    + " arguments, found " + s.operands().size());
        }
        boolean relu = s.operands().size() == 1 && !s.operands().contains(Scope.UNKNOWN)
                && f.parameters().get(0).type().isTensor()
                && f.parameters().get(0).type().computed().equals(s.type(0)) && isRelu(f);
        return relu ? s.builder().apply(new Op.Unary(UnaryFunction.RELU), s.operands())
                : s.importer().call(f, s.operands(), s.op().at());
    }

    /** Whether the name says so and the function is max(x, 0). */
    private static boolean isRelu(Function f) {
        if (!RELU.matcher(f.name()).matches() || f.body().returned().size() != 1) {
            return false;
        }
        Map<String, Operation> definitions = new HashMap<>();
        for (Operation op : f.body().operations()) {
            op.results().forEach(v -> definitions.put(v.name(), op));
        }
        String x = f.parameters().get(0).name();
        Operation last = definitions.get(f.body().returned().get(0).name());
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
        return op != null && op.baseName().equals("constant")
                && Attributes.literal(op) instanceof Attribute.Dense c
                && c.values() != null && c.values().size() == 1 && c.values().get(0) == 0;
    }

    /** A known function by its name, else what its decomposition says. */
    private static Ints composite(Site s) {
        String name = s.symbol("name");
        Optional<OpRule> known = name.startsWith("chlo.") || name.startsWith("mhlo.")
                ? ElementwiseRules.function(name.substring(5)) : Optional.empty();
        if (known.isPresent() && !s.operands().contains(Scope.UNKNOWN)) {
            return known.get().build(s);
        }
        if (!s.has("decomposition")) {
            throw s.unsupported("composite " + name + " has no decomposition", "");
        }
        Function f = s.importer().function(Attributes.text(s.attribute("decomposition")),
                s.op().at());
        return s.importer().call(f, s.operands(), s.op().at());
    }

    private static Ints customCall(Site s) {
        String target = s.symbol("call_target_name");
        if (IDENTITIES.contains(target)) {
            return s.operands();
        }
        if (target.startsWith("check.")) {
            return CheckRules.custom(s, target);
        }
        List<String> dialects = List.of("mhlo.", "chlo.", "stablehlo.");
        return dialects.stream().filter(target::startsWith).findFirst()
                .flatMap(d -> ElementwiseRules.function(target.substring(d.length())))
                .orElseThrow(() -> s.unsupported("@" + target + " is not supported",
                        "the text does not say what it computes"))
                .build(s);
    }
}
