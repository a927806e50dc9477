package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.stablehlo.Operation.BlockArgument;
import io.hessdiag.stablehlo.Operation.Region;
import io.hessdiag.stablehlo.Operation.Signature;
import io.hessdiag.stablehlo.Operation.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of one operation while it is read. */
final class OperationDraft {
    final List<Value> operands = new ArrayList<>();
    final List<Attribute> positional = new ArrayList<>();
    final List<Region> regions = new ArrayList<>();
    final Map<String, Attribute> attributes = new LinkedHashMap<>();
    Signature signature;

    /** {@code init} values of a reduction, which follow the operands. */
    final List<Value> initial = new ArrayList<>();

    /** Names that a loop binds its operands to. */
    final List<Value> bound = new ArrayList<>();

    /** Arguments written before the region that has them. */
    List<BlockArgument> regionArguments = List.of();

    void put(String name, Attribute value, Location at) {
        if (attributes.put(name, value) != null) {
            throw new StableHloException(at, "attribute " + name + " is given twice");
        }
    }

    Operation finish(String name, List<Value> results, Location at) {
        operands.addAll(initial);
        return new Operation(
                name, results, operands, attributes, positional, regions, signature, at);
    }
}
