package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.Ints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of functions, composites and custom calls. */
final class CallRules {
    /** Custom calls that say where values live and do not change them. */
    private static final Set<String> IDENTITIES =
            Set.of(
                    "Sharding",
                    "SPMDFullToShardShape",
                    "SPMDShardToFullShape",
                    "LayoutConstraint",
                    "annotate_device_placement",
                    "xla.sdy.FuncResultSharding");

    private static final Set<String> CALLS =
            Set.of("call", "func.call", "stablehlo.composite", "stablehlo.custom_call");

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
            throw s.error(
                    "@"
                            + f.name()
                            + ": expected "
                            + f.parameters().size()
                            + " arguments, found "
                            + s.operands().size());
        }
        boolean typed =
                s.operands().size() == 1
                        && !s.operands().contains(Scope.UNKNOWN)
                        && f.parameters().get(0).type().isTensor()
                        && f.parameters().get(0).type().computed().equals(s.type(0));
        Optional<UnaryFunction> named = typed ? NamedFunctions.find(f) : Optional.empty();
        return named.isPresent()
                ? s.builder().apply(new Op.Unary(named.get()), s.operands())
                : s.importer().call(f, s.operands(), s.op().at());
    }

    /** A known function by its name, else what its decomposition says. */
    private static Ints composite(Site s) {
        String name = s.symbol("name");
        Optional<OpRule> known =
                name.startsWith("chlo.") || name.startsWith("mhlo.")
                        ? ElementwiseRules.function(name.substring(5))
                        : Optional.empty();
        if (known.isPresent()) {
            return s.operands().contains(Scope.UNKNOWN)
                    ? Ints.of(Scope.UNKNOWN)
                    : known.get().build(s);
        }
        if (!s.has("decomposition")) {
            throw s.unsupported("composite " + name + " has no decomposition", "");
        }
        Function f =
                s.importer().function(Attributes.text(s.attribute("decomposition")), s.op().at());
        return s.importer().call(f, s.operands(), s.op().at());
    }

    private static Ints customCall(Site s) {
        String target = s.symbol("call_target_name");
        OpRule rule =
                custom(target)
                        .orElseThrow(
                                () ->
                                        s.unsupported(
                                                "@" + target + " is not supported",
                                                "the text does not say what it computes"));
        return s.operands().contains(Scope.UNKNOWN)
                ? Ints.repeat(Scope.UNKNOWN, s.op().results().size())
                : rule.build(s);
    }

    private static Optional<OpRule> custom(String target) {
        if (IDENTITIES.contains(target)) {
            return Optional.of(Site::operands);
        }
        if (target.equals("mhlo.topk")) {
            return Optional.of(SortRules::topKCall);
        }
        if (target.startsWith(OwnRules.PREFIX)) {
            return Optional.of(s -> OwnRules.custom(s, target));
        }
        if (target.startsWith("check.")) {
            return OpTable.rule(target);
        }
        Optional<OpRule> lapack = LinalgRules.custom(target);
        if (lapack.isPresent()) {
            return lapack;
        }
        return List.of("mhlo.", "chlo.", "stablehlo.").stream()
                .filter(target::startsWith)
                .findFirst()
                .flatMap(d -> ElementwiseRules.function(target.substring(d.length())));
    }
}
