package io.hessdiag.ir;

import java.util.Locale;

/**
 * What {@code reduce} and {@code scatter} combine elements with; {@link #SET} is scatter's alone.
 */
public enum Combiner {
    ADD,
    MULTIPLY,
    MINIMUM,
    MAXIMUM,
    AND,
    OR,
    XOR,
    SET;

    /** The element-wise function that this combiner applies; not defined for {@link #SET}. */
    public BinaryFunction function() {
        return BinaryFunction.valueOf(name());
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
