package io.hessdiag.stablehlo;

import io.hessdiag.stablehlo.Operation.Value;
import java.util.HashMap;
import java.util.Map;

/** Names of values in a function or region; regions see the names around them. */
class Scope {
    /** Stands for values that an unsupported operation would have made. */
    static final int UNKNOWN = -1;

    private final Scope outer;
    private final Map<String, Integer> values = new HashMap<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    void define(Value name, int value) {
        if (values.putIfAbsent(name.name(), value) != null) {
            throw new StableHloException(name.at(), "value " + name.name() + " is defined twice");
        }
    }

    boolean defines(Value name) {
        return values.containsKey(name.name());
    }

    int use(Value name) {
        for (Scope s = this; s != null; s = s.outer) {
            Integer value = s.values.get(name.name());
            if (value != null) {
                return value;
            }
        }
        throw new StableHloException(name.at(), "value " + name.name() + " is not defined");
    }
}
