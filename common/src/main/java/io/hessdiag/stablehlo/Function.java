package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import java.util.List;
import java.util.Map;

/**
 * {@code func.func}.
 *
 * @param body null for a declaration
 */
record Function(
        String name,
        boolean isPrivate,
        List<Parameter> parameters,
        List<ValueType> results,
        Operation.Region body,
        Location at) {

    /**
     * @param label text of its location, {@code params['w']} say; null for none
     */
    record Parameter(
            String name,
            ValueType type,
            Map<String, Attribute> attributes,
            String label,
            Location at) {}
}
