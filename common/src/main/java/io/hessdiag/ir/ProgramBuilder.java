package io.hessdiag.ir;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a {@link Program} one equation at a time. Types follow from {@link TypeRules}; an equation
 * that stands already is not written again (hash consing), which is sound because ops are pure.
 */
public final class ProgramBuilder implements Types {
    private record Key(Op op, Ints inputs) {}

    private final String name;
    private final List<TensorType> types = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Equation> definitions = new ArrayList<>();
    private final Map<Key, Ints> known = new HashMap<>();
    private Location location;

    public ProgramBuilder(String name) {
        this.name = name;
    }

    /** Equations from here on carry this place; null for none. */
    public ProgramBuilder at(Location place) {
        location = place;
        return this;
    }

    public Location location() {
        return location;
    }

    public int input(TensorType type) {
        int value = value(type);
        inputs.add(value);
        return value;
    }

    @Override
    public TensorType type(int value) {
        return types.get(value);
    }

    /** The equation that makes a value; empty for an input. */
    public Optional<Equation> definition(int value) {
        return Optional.ofNullable(definitions.get(value));
    }

    /** The operands of the equation that makes {@code value}, if its op is {@code op}. */
    public Optional<Ints> operandsOf(int value, Op op) {
        return definition(value).filter(e -> e.op().equals(op)).map(Equation::inputs);
    }

    /** Number of equations so far. */
    public int equations() {
        return equations.size();
    }

    /** Adds an equation with any number of outputs. */
    public Ints apply(Op op, Ints operands) {
        return known.computeIfAbsent(
                new Key(op, operands),
                k -> {
                    List<TensorType> out =
                            TypeRules.outputs(op, operands.stream().mapToObj(types::get).toList());
                    Ints outputs = Ints.of(out.stream().mapToInt(this::value).toArray());
                    Equation e = new Equation(op, operands, outputs, location);
                    equations.add(e);
                    outputs.stream().forEach(v -> definitions.set(v, e));
                    return outputs;
                });
    }

    /** Adds an equation with one output and returns that. */
    public int emit(Op op, int... operands) {
        return apply(op, Ints.of(operands)).get(0);
    }

    /** Adds all equations of {@code program} with these values for its inputs. */
    public Ints inline(Program program, Ints arguments) {
        int[] map = new int[program.values()];
        for (int i = 0; i < arguments.size(); i++) {
            map[program.inputs().get(i)] = arguments.get(i);
        }
        Location outer = location;
        for (Equation e : program.equations()) {
            copy(e, map);
        }
        location = outer;
        return Ints.of(program.outputs().stream().map(v -> map[v]).toArray());
    }

    /** Adds {@code e} of another program, whose value v is {@code map[v]} here; extends the map. */
    public void copy(Equation e, int[] map) {
        location = e.location();
        Ints outs = apply(e.op(), Ints.of(e.inputs().stream().map(v -> map[v]).toArray()));
        for (int i = 0; i < outs.size(); i++) {
            map[e.outputs().get(i)] = outs.get(i);
        }
    }

    public Program build(Ints outputs) {
        return new Program(
                name,
                types,
                Ints.of(inputs.stream().mapToInt(i -> i).toArray()),
                equations,
                outputs);
    }

    public Program build(int... outputs) {
        return build(Ints.of(outputs));
    }

    private int value(TensorType type) {
        types.add(type);
        definitions.add(null);
        return types.size() - 1;
    }

    // Shorthands for rules; each is one op, or an op on a broadcast constant.

    public int unary(UnaryFunction f, int x) {
        return emit(new Op.Unary(f), x);
    }

    public int binary(BinaryFunction f, int x, int y) {
        return emit(new Op.Binary(f), x, y);
    }

    public int add(int x, int y) {
        return binary(BinaryFunction.ADD, x, y);
    }

    public int subtract(int x, int y) {
        return binary(BinaryFunction.SUBTRACT, x, y);
    }

    public int multiply(int x, int y) {
        return binary(BinaryFunction.MULTIPLY, x, y);
    }

    public int divide(int x, int y) {
        return binary(BinaryFunction.DIVIDE, x, y);
    }

    public int negate(int x) {
        return unary(UnaryFunction.NEGATE, x);
    }

    public int compare(Comparison direction, int x, int y) {
        return emit(new Op.Compare(direction, false), x, y);
    }

    public int select(int predicate, int onTrue, int onFalse) {
        return emit(new Op.Select(), predicate, onTrue, onFalse);
    }

    public int constant(Tensor value) {
        return emit(new Op.Constant(value));
    }

    /** A scalar constant of this element type. */
    public int scalar(DType dtype, double value) {
        return constant(Tensor.scalar(dtype, value));
    }

    /** {@code value} everywhere in a tensor of this type. */
    public int full(TensorType type, double value) {
        return broadcast(scalar(type.dtype(), value), type.shape(), Ints.EMPTY);
    }

    /** {@code value} everywhere in a tensor like {@code x}. */
    public int fullLike(int x, double value) {
        return full(type(x), value);
    }

    /** A broadcast, or {@code x} itself when there is nothing to do. */
    public int broadcast(int x, Shape shape, Ints dims) {
        return shape(x).equals(shape) && dims.isRange()
                ? x
                : emit(new Op.BroadcastInDim(shape, dims), x);
    }

    /** A reshape, or {@code x} itself when there is nothing to do. */
    public int reshape(int x, Shape shape) {
        return shape(x).equals(shape) ? x : emit(new Op.Reshape(shape), x);
    }

    /** A transpose, or {@code x} itself when there is nothing to do. */
    public int transpose(int x, Ints permutation) {
        return permutation.isRange() ? x : emit(new Op.Transpose(permutation), x);
    }

    /** A conversion, or {@code x} itself when there is nothing to do. */
    public int convert(int x, DType dtype) {
        return type(x).dtype() == dtype ? x : emit(new Op.Convert(dtype), x);
    }

    /** The sum over {@code dims}, or {@code x} itself when there are none. */
    public int sum(int x, Ints dims) {
        return dims.isEmpty()
                ? x
                : emit(new Op.Reduce(Combiner.ADD, dims), x, scalar(type(x).dtype(), 0));
    }
}
