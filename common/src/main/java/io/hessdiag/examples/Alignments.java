package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Aligns the equations of a program: given one operand's or result's examples, the others'. */
final class Alignments {
    private final Program program;
    private final int examples;
    private final Equation[] definition;

    Alignments(Program program, int examples) {
        this.program = program;
        this.examples = examples;
        this.definition = new Equation[program.values()];
        for (Equation e : program.equations()) {
            e.outputs().stream().forEach(v -> definition[v] = e);
        }
    }

    /** The equation that makes a value; null for inputs. */
    Equation definition(int v) {
        return definition[v];
    }

    /**
     * @param slot an operand, or a result counted on after the operands
     * @param axis where that one has the examples
     * @return where all have them; empty when the equation mixes examples
     */
    Optional<Alignment> of(Equation e, int slot, ExampleAxis axis) {
        if (e.op() instanceof Op.Reshape) {
            return reshape(e, slot, axis);
        }
        if (e.op() instanceof Op.Concatenate c && c.dim() == axis.axis()) {
            return inARow(e, axis);
        }
        if (e.op() instanceof Op.Slice s && !isWhole(e, axis.axis())) {
            return slot == 0 ? part(e, s, axis) : partOf(e, s, axis);
        }
        return ParallelAxes.of(program, e, this::definition).stream()
                .filter(way -> way.get(slot) == axis.axis())
                .findFirst()
                .map(way -> aligned(e, way, axis));
    }

    /** The alignment in which the {@code k}-th result has the examples there. */
    Optional<Alignment> ofResult(Equation e, int value, ExampleAxis axis) {
        return of(e, e.inputs().size() + e.outputs().indexOf(value), axis);
    }

    private static Alignment aligned(Equation e, Ints way, ExampleAxis axis) {
        List<ExampleAxis> all = way.stream().mapToObj(axis::at).toList();
        int operands = e.inputs().size();
        return new Alignment(all.subList(0, operands), all.subList(operands, all.size()));
    }

    private static Alignment aligned(ExampleAxis operand, ExampleAxis result) {
        return new Alignment(List.of(operand), List.of(result));
    }

    private Shape shape(int v) {
        return program.shape(v);
    }

    private Optional<Alignment> reshape(Equation e, int slot, ExampleAxis axis) {
        Shape operand = shape(e.input(0));
        Shape result = shape(e.output());
        ExampleAxis other =
                slot == 0
                        ? axis.reshaped(operand, result, examples)
                        : axis.reshaped(result, operand, examples);
        return Optional.of(slot == 0 ? aligned(axis, other) : aligned(other, axis))
                .filter(a -> !other.isNone());
    }

    /** Several arrays with all the examples, one after another: their outer factors add up. */
    private Optional<Alignment> inARow(Equation e, ExampleAxis axis) {
        List<ExampleAxis> all = new ArrayList<>();
        for (int v : e.inputs().concat(e.outputs()).toArray()) {
            int size = shape(v).dim(axis.axis());
            int unit = examples * axis.inner();
            if (size % unit != 0) {
                return Optional.empty();
            }
            all.add(new ExampleAxis(axis.axis(), size / unit, axis.inner()));
        }
        int operands = e.inputs().size();
        return Optional.of(
                new Alignment(all.subList(0, operands), all.subList(operands, all.size())));
    }

    private boolean isWhole(Equation slice, int axis) {
        return shape(slice.input(0)).dim(axis) == shape(slice.output()).dim(axis);
    }

    /**
     * A slice has all the examples if it takes every so many-th element of each, or whole blocks of
     * all of them.
     */
    private Optional<Alignment> part(Equation e, Op.Slice s, ExampleAxis axis) {
        int a = axis.axis();
        int start = s.start().get(a);
        int stride = s.strides().get(a);
        int size = shape(e.output()).dim(a);
        int block = examples * axis.inner();
        ExampleAxis result = ExampleAxis.NONE;
        if (stride == 1 && start % block == 0 && size % block == 0 && size > 0) {
            result = new ExampleAxis(a, size / block, axis.inner());
        } else if (axis.inner() % stride == 0 && start < stride) {
            result = new ExampleAxis(a, axis.outer(), axis.inner() / stride);
        }
        return result.isNone() || result.size(examples) != size
                ? Optional.empty()
                : Optional.of(aligned(axis, result));
    }

    private Optional<Alignment> partOf(Equation e, Op.Slice s, ExampleAxis result) {
        int a = result.axis();
        int size = shape(e.input(0)).dim(a);
        int outer = size / (examples * result.inner());
        int inner = result.inner() * s.strides().get(a);
        return Stream.of(
                        new ExampleAxis(a, outer, result.inner()),
                        new ExampleAxis(a, result.outer(), inner))
                .filter(operand -> operand.size(examples) == size)
                .flatMap(operand -> part(e, s, operand).stream())
                .filter(alignment -> alignment.results().get(0).equals(result))
                .findFirst();
    }
}
