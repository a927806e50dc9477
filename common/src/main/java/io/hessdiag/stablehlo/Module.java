package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.stablehlo.Operation.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The syntax tree of one module. Nothing is checked but its form. */
public final class Module {
    private final String name;
    private final Map<String, Function> functions;
    private final Location at;

    Module(String name, Map<String, Function> functions, Location at) {
        this.name = name;
        this.functions = functions;
        this.at = at;
    }

    /** As in {@code module @name}; empty for none. */
    public String name() {
        return name;
    }

    /** Names of all functions, in the text's order. */
    public List<String> functionNames() {
        return new ArrayList<>(functions.keySet());
    }

    /** Names of the functions that are not private. */
    public List<String> publicFunctionNames() {
        return functions.values().stream().filter(f -> !f.isPrivate()).map(Function::name).toList();
    }

    /** The parameters of a function: for {@code main} the leaves of a loss. */
    public List<Argument> arguments(String function) {
        Function f = functions.get(function);
        return f == null ? List.of() : Importer.arguments(f);
    }

    /** How often each operation stands in the text, regions included, returns left out. */
    public Map<String, Integer> operations() {
        Map<String, Integer> counts = new TreeMap<>();
        functions.values().stream()
                .filter(f -> f.body() != null)
                .forEach(f -> count(f.body(), counts));
        return counts;
    }

    private static void count(Region region, Map<String, Integer> counts) {
        for (Operation op : region.operations()) {
            if (!op.isReturn()) {
                counts.merge(op.baseName(), 1, Integer::sum);
            }
            op.regions().forEach(r -> count(r, counts));
        }
    }

    Map<String, Function> functions() {
        return functions;
    }

    Location at() {
        return at;
    }
}
