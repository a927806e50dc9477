package io.hessdiag.stablehlo;

import io.hessdiag.ir.Combiner;
import io.hessdiag.stablehlo.Operation.Region;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a region of scalars computes, as numbered expressions: equal numbers are equal expressions,
 * up to the operand order of commutative operations and of comparisons.
 */
final class RegionExpressions {
    private static final int MAX_OPERATIONS = 64;
    private static final Set<String> COMMUTATIVE = Set.of("add", "multiply", "maximum",
            "minimum", "and", "or", "xor", "EQ", "NE");

    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final int arguments;
    private final int[] returned;

    RegionExpressions(Region region) {
        arguments = region.arguments().size();
        for (int i = 0; i < arguments; i++) {
            values.put(region.arguments().get(i).name(), argument(i));
        }
        List<Operation> ops = region.operations();
        if (ops.size() <= MAX_OPERATIONS) {
            ops.forEach(this::add);
        }
        returned = region.returned().stream().mapToInt(v -> value(v.name())).toArray();
    }

    private void add(Operation op) {
        int[] operands = op.operands().stream().mapToInt(v -> value(v.name())).toArray();
        boolean pure = op.regions().isEmpty() && op.results().size() == 1;
        String name = op.baseName();
        if (name.equals("compare") && operands.length == 2 && !op.positional().isEmpty()) {
            name = Attributes.word(op.positional().get(0));
        } else if (name.equals("compare") && op.attributes().containsKey("comparison_direction")) {
            name = Attributes.word(op.attributes().get("comparison_direction"));
        } else {
            pure &= op.attributes().isEmpty() && op.positional().isEmpty();
        }
        for (int i = 0; i < op.results().size(); i++) {
            String result = op.results().get(i).name();
            values.put(result, pure ? node(name, operands) : node("value " + result));
        }
    }

    private int value(String name) {
        Integer known = values.get(name);
        return known != null ? known : node("outer " + name);
    }

    int argument(int i) {
        return node("argument " + i);
    }

    int node(String op, int... operands) {
        if (op.equals("GT") || op.equals("GE")) {
            return node(op.equals("GT") ? "LT" : "LE", operands[1], operands[0]);
        }
        int[] ordered = operands.clone();
        if (COMMUTATIVE.contains(op)) {
            Arrays.sort(ordered);
        }
        return nodes.computeIfAbsent(op + Arrays.toString(ordered), k -> nodes.size());
    }

    boolean returns(int... expressions) {
        return Arrays.equals(returned, expressions);
    }

    /**
     * With arguments (x₀, …, y₀, …) in two equal halves: the combiner c with result i being
     * c(xᵢ, yᵢ); {@link Combiner#SET} when it is yᵢ.
     */
    Optional<Combiner> combiner(int i) {
        int half = arguments / 2;
        if (arguments != 2 * half || returned.length != half) {
            return Optional.empty();
        }
        int x = argument(i);
        int y = argument(half + i);
        return Arrays.stream(Combiner.values()).filter(c -> returned[i]
                == (c == Combiner.SET ? y : node(c.text(), x, y))).findFirst();
    }

    /** Whether result i is a combiner of arguments xᵢ and yᵢ, and not the mere yᵢ. */
    boolean isNamed(int i) {
        return combiner(i).filter(c -> c != Combiner.SET).isPresent();
    }

    /**
     * Whether the region is JAX's argmax (argmin) over arguments (x, i, y, j): the larger value or
     * a NaN wins, then the smaller index.
     *
     * @param nan whether x ≠ x may be left out, as it may for integers
     */
    boolean isArgReduce(boolean max, boolean nan) {
        if (arguments != 4) {
            return false;
        }
        int x = argument(0);
        int i = argument(1);
        int y = argument(2);
        int j = argument(3);
        int better = max ? node("LT", y, x) : node("LT", x, y);
        int first = node("and", node("EQ", x, y), node("LT", i, j));
        int orNan = node("or", better, node("NE", x, x));
        return returns(node("select", orNan, x, y), node("select", node("or", orNan, first), i, j))
                || nan && returns(node("select", better, x, y),
                        node("select", node("or", better, first), i, j));
    }
}
