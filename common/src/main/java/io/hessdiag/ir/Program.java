package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.List;

/**
 * A function from tensors to tensors: a flat list of equations over value ids 0, 1, …, each defined
 * once, before its uses. Flat and integer-indexed, so that thousands of equations serialise without
 * recursion. Immutable; made by {@link ProgramBuilder}, verified by {@link ProgramChecker}.
 */
public final class Program implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<TensorType> types;
    private final Ints inputs;
    private final List<Equation> equations;
    private final Ints outputs;

    Program(
            String name,
            List<TensorType> types,
            Ints inputs,
            List<Equation> equations,
            Ints outputs) {
        this.name = name;
        this.types = List.copyOf(types);
        this.inputs = inputs;
        this.equations = List.copyOf(equations);
        this.outputs = outputs;
    }

    public String name() {
        return name;
    }

    /** Number of values; ids run from 0. */
    public int values() {
        return types.size();
    }

    public TensorType type(int value) {
        return types.get(value);
    }

    public Ints inputs() {
        return inputs;
    }

    public List<Equation> equations() {
        return equations;
    }

    public Ints outputs() {
        return outputs;
    }

    public List<TensorType> inputTypes() {
        return inputs.stream().mapToObj(types::get).toList();
    }

    public List<TensorType> outputTypes() {
        return outputs.stream().mapToObj(types::get).toList();
    }

    @Override
    public String toString() {
        return ProgramPrinter.print(this);
    }
}
