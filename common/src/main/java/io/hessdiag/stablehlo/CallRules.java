package io.hessdiag.stablehlo;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
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
        boolean relu = RELU.matcher(f.name()).matches() && s.operands().size() == 1
                && !s.operands().contains(Scope.UNKNOWN) && isRelu(s, f);
        return relu ? s.builder().apply(new Op.Unary(UnaryFunction.RELU), s.operands())
                : s.importer().call(f, s.operands(), s.op().at());
    }

    /** Whether the function is max(x, 0). */
    private static boolean isRelu(Site s, Function f) {
        if (f.parameters().size() != 1 || f.results().size() != 1
                || !f.parameters().get(0).type().isTensor()
                || !f.parameters().get(0).type().computed().equals(s.type(0))) {
            return false;
        }
        Importer body = new Importer(s.importer().module(), f.name(), null);
        Program p = body.builder().build(body.call(f, body.inputs(f), s.op().at()));
        int x = p.inputs().get(0);
        Optional<Equation> last = definition(p, p.outputs().get(0));
        if (last.isEmpty()) {
            return false;
        }
        Equation e = last.get();
        if (e.op().equals(new Op.Unary(UnaryFunction.RELU))) {
            return e.input(0) == x;
        }
        return e.op().equals(new Op.Binary(BinaryFunction.MAXIMUM))
                && (e.input(0) == x && isZero(p, e.input(1))
                        || e.input(1) == x && isZero(p, e.input(0)));
    }

    private static Optional<Equation> definition(Program p, int value) {
        return p.equations().stream().filter(e -> e.outputs().contains(value)).findFirst();
    }

    private static boolean isZero(Program p, int value) {
        Optional<Equation> e = definition(p, value);
        while (e.isPresent() && (e.get().op() instanceof Op.BroadcastInDim
                || e.get().op() instanceof Op.Convert)) {
            e = definition(p, e.get().input(0));
        }
        return e.isPresent() && e.get().op() instanceof Op.Constant c && c.value().size() == 1
                && c.value().get(0) == 0;
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
                .orElseThrow(() -> s.unsupported("@" + target + " is not supported", ""))
                .build(s);
    }
}
