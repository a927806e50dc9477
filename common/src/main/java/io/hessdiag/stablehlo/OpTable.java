package io.hessdiag.stablehlo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All operations that become equations, by name with dialect. */
final class OpTable {
    private static final Map<String, OpRule> RULES = new HashMap<>();

    static {
        ElementwiseRules.register(RULES);
        ShapeRules.register(RULES);
        ReductionRules.register(RULES);
        IndexingRules.register(RULES);
        ConvolutionRules.register(RULES);
        ControlRules.register(RULES);
        WindowRules.register(RULES);
        SortRules.register(RULES);
        DynamicRules.register(RULES);
        EinsumRules.register(RULES);
        LinalgRules.register(RULES);
        BatchNormRules.register(RULES);
        BitRules.register(RULES);
        CallRules.register(RULES);
        CheckRules.register(RULES);
    }

    private OpTable() {}

    /**
     * The rule for {@code stablehlo.add}, say; MHLO, StableHLO's forerunner, has the same names.
     */
    static Optional<OpRule> rule(String name) {
        OpRule rule = RULES.get(name);
        if (rule == null && name.startsWith("mhlo.")) {
            String base = name.substring("mhlo.".length());
            rule = RULES.getOrDefault("stablehlo." + base, RULES.get("chlo." + base));
        }
        return Optional.ofNullable(rule);
    }
}
