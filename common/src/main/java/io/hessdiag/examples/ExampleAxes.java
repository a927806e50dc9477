package io.hessdiag.examples;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Proves that a loss is a sum over examples, ℓ(θ, data) = Σ ℓₙ(θ, example n) + r(θ), or finds the
 * equation that couples them. Every value is shared by all examples, has a part for each along one
 * axis, or is such a sum ({@link Role}); a sum may go on in linear equations only.
 */
public final class ExampleAxes {
    private ExampleAxes() {}

    /**
     * A proof, or what there is against it.
     *
     * @param axes where the data arguments were taken to have the examples, −1 for nowhere
     */
    public record Result(Ints axes, Optional<Separable> separable, Optional<Coupling> coupling) {
        private static Result of(Ints axes, Separable loss) {
            return new Result(axes, Optional.of(loss), Optional.empty());
        }

        private static Result of(Ints axes, Coupling coupling) {
            return new Result(axes, Optional.empty(), Optional.of(coupling));
        }
    }

    /**
     * Finds the examples by the size that most data arguments have in common, and among its axes
     * those for which the proof succeeds, the first axes first. Arguments without such an axis are
     * shared by all examples.
     *
     * @param loss parameters and then data → one float scalar, simplified by {@code Rewrites}
     * @param parameters how many of its inputs are parameters
     * @throws IrException when the program is no loss
     */
    public static Result find(Program loss, int parameters) {
        check(loss);
        Result first = null;
        for (Ints axes : ExampleCandidates.of(data(loss, parameters))) {
            Result result = prove(loss, parameters, axes);
            if (result.separable().filter(s -> isConsistent(s, axes)).isPresent()) {
                return result;
            }
            first = first == null && result.coupling().isPresent() ? result : first;
        }
        if (first != null) {
            return first;
        }
        Ints none = Ints.repeat(-1, loss.inputs().size() - parameters);
        return Result.of(
                none, new Coupling("no data argument has an axis with several examples", null));
    }

    /**
     * @param axes per data argument the axis along which it has the examples, −1 for none
     * @throws IllegalArgumentException when they do not fit the arguments
     * @throws IrException when the program is no loss
     */
    public static Result find(Program loss, int parameters, Ints axes) {
        check(loss);
        ExampleCandidates.check(loss.name(), data(loss, parameters), axes);
        return prove(loss, parameters, axes);
    }

    private static void check(Program loss) {
        if (loss.outputs().size() != 1
                || !loss.outputTypes().get(0).shape().equals(Shape.SCALAR)
                || !loss.outputTypes().get(0).dtype().isFloat()) {
            throw new IrException(
                    loss.name()
                            + ": expected one scalar float result, found "
                            + loss.outputTypes());
        }
    }

    private static List<TensorType> data(Program loss, int parameters) {
        return loss.inputTypes().subList(parameters, loss.inputs().size());
    }

    private static Result prove(Program loss, int parameters, Ints axes) {
        List<Role> inputs = new ArrayList<>();
        int examples = 0;
        for (int i = 0; i < loss.inputs().size(); i++) {
            int axis = i < parameters ? -1 : axes.get(i - parameters);
            examples = axis < 0 ? examples : loss.inputTypes().get(i).shape().dim(axis);
            inputs.add(axis < 0 ? Role.SHARED : Role.each(ExampleAxis.whole(axis)));
        }
        try {
            return Result.of(axes, separable(loss, parameters, inputs, examples));
        } catch (CouplingException e) {
            return Result.of(axes, e.coupling());
        }
    }

    /**
     * Loops are split by what no parameter decides, and sums of such values known before, only if
     * there is no proof without.
     */
    private static Separable separable(
            Program loss, int parameters, List<Role> inputs, int examples) {
        Program whole = ClosedValues.lift(loss, examples);
        List<Program> forms = new ArrayList<>(List.of(whole));
        FixedScans.split(whole, i -> i >= parameters).ifPresent(forms::add);
        CouplingException first = null;
        for (Program program : forms) {
            boolean[] fixed = fixed(program, parameters);
            for (boolean[] frozen : List.of(new boolean[fixed.length], fixed)) {
                try {
                    return separable(program, parameters, inputs, examples, fixed, frozen);
                } catch (CouplingException e) {
                    first = first == null ? e : first;
                }
            }
        }
        throw first;
    }

    private static Separable separable(
            Program program,
            int parameters,
            List<Role> inputs,
            int examples,
            boolean[] fixed,
            boolean[] frozen) {
        Spreads spreads = new Spreads();
        while (true) {
            try {
                Roles roles = Roles.of(program, inputs, examples, fixed, frozen, spreads);
                if (!roles.outputs().get(0).isSum()) {
                    Coupling none = new Coupling("no term of the loss depends on an example", null);
                    throw new CouplingException(roles.coupling().orElse(none));
                }
                return new Separable(roles, parameters, examples);
            } catch (Spreads.Found e) {
                spreads.add(e);
            }
        }
    }

    /** Values that no parameter decides. */
    private static boolean[] fixed(Program program, int parameters) {
        boolean[] fixed = new boolean[program.values()];
        IntStream.range(parameters, program.inputs().size())
                .forEach(i -> fixed[program.inputs().get(i)] = true);
        for (Equation e : program.equations()) {
            boolean all = e.inputs().stream().allMatch(v -> fixed[v]);
            e.outputs().stream().forEach(v -> fixed[v] = all);
        }
        return fixed;
    }

    /**
     * Whether no argument that has been taken for shared is cut into examples all the same: what
     * couples examples would then be computed from all of them, for every block.
     */
    private static boolean isConsistent(Separable s, Ints axes) {
        Ints shared =
                Ints.range(axes.size())
                        .filter(
                                i ->
                                        axes.get(i) < 0
                                                && data(s.program(), s.parameters())
                                                        .get(i)
                                                        .shape()
                                                        .dims()
                                                        .contains(s.examples()));
        return s.derivesNoRowsFrom(shared);
    }
}
