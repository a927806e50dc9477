package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import java.util.List;
import java.util.Map;

/**
 * One operation, whatever its dialect.
 *
 * @param name with dialect, {@code stablehlo.add}
 * @param results value names: {@code %0}; {@code %0}, {@code %0#1}, ... for {@code %0:n}
 * @param attributes named ones: of the pretty form, properties and discardable ones together
 * @param positional attributes without a name in the pretty form: {@code LT}, {@code @callee}
 * @param signature null when none is written
 * @param at place of the name
 */
record Operation(
        String name,
        List<Value> results,
        List<Value> operands,
        Map<String, Attribute> attributes,
        List<Attribute> positional,
        List<Region> regions,
        Signature signature,
        Location at) {

    /** A value's name where it is defined or used. */
    record Value(String name, Location at) {}

    record BlockArgument(String name, ValueType type, Location at) {}

    /** A region of one block. */
    record Region(List<BlockArgument> arguments, List<Operation> operations, Location at) {
        /** The operands of the region's last operation when that is a return, else none. */
        List<Value> returned() {
            if (operations.isEmpty()) {
                return List.of();
            }
            Operation last = operations.get(operations.size() - 1);
            return last.isReturn() ? last.operands() : List.of();
        }
    }

    /**
     * What follows the colon.
     *
     * @param function whether it is {@code (inputs) -> results}; a plain list {@code T, T} is held
     *     as inputs
     */
    record Signature(boolean function, List<ValueType> inputs, List<ValueType> results) {}

    boolean isReturn() {
        return name.equals("return") || name.endsWith(".return");
    }

    /** The name without its dialect. */
    String baseName() {
        return name.substring(name.indexOf('.') + 1);
    }
}
