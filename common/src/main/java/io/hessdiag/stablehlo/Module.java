package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    Map<String, Function> functions() {
        return functions;
    }

    Location at() {
        return at;
    }
}
