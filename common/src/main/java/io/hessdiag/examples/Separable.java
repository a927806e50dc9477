package io.hessdiag.examples;

import io.hessdiag.examples.Selection.Part;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A loss that is Σ ℓₙ(θ, example n) + r(θ), found so by {@link ExampleAxes}. Besides the data it
 * may need values that are derived from all of them before: a sum of masks, the rows of a constant
 * with something else for every example.
 */
public final class Separable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Program program;
    private final int parameters;
    private final int examples;
    private final List<ExampleAxis> axes;
    private final Selection each;
    private final Selection remainder;
    private final List<Need> derived;

    Separable(Roles roles, int parameters, int examples) {
        this.program = roles.program();
        this.parameters = parameters;
        this.examples = examples;
        this.axes = IntStream.range(0, program.values()).mapToObj(v -> roles.of(v).axis()).toList();
        List<Integer> loss = List.of(program.outputs().get(0));
        Role role = roles.of(loss.get(0));
        this.each = new Selector(roles, Part.EXAMPLES, true).select(loss, List.of(role));
        this.remainder =
                role.remainder()
                        ? new Selector(roles, Part.REMAINDER, true).select(loss, List.of(role))
                        : null;
        Set<Need> early = new LinkedHashSet<>(each.early());
        if (remainder != null) {
            early.addAll(remainder.early());
        }
        this.derived = List.copyOf(early);
    }

    /** The program of the whole loss. Bodies of loops may have got more constants. */
    public Program program() {
        return program;
    }

    public int parameters() {
        return parameters;
    }

    /** The number of examples that the program is for. */
    public int examples() {
        return examples;
    }

    /** Where a value of the program has the examples. */
    public Optional<ExampleAxis> axis(int value) {
        return Optional.of(axes.get(value)).filter(a -> !a.isNone());
    }

    /** Per data argument and then per derived value where it has the examples, or NONE. */
    public List<ExampleAxis> dataAxes() {
        List<ExampleAxis> out = new ArrayList<>();
        data().stream().forEach(v -> out.add(axes.get(v)));
        derived.forEach(n -> out.add(n.axis()));
        return out;
    }

    private Ints data() {
        return program.inputs().pick(Ints.range(parameters, program.inputs().size()));
    }

    /** (all data) → the derived values, maybe none. */
    public Program prelude() {
        boolean[] needed = new boolean[program.values()];
        derived.forEach(n -> needed[n.value()] = true);
        for (int i = program.equations().size() - 1; i >= 0; i--) {
            Equation e = program.equations().get(i);
            if (e.outputs().stream().anyMatch(v -> needed[v])) {
                e.inputs().stream().forEach(v -> needed[v] = true);
            }
        }
        ProgramBuilder b = new ProgramBuilder(program.name() + "_prelude");
        int[] map = new int[program.values()];
        data().stream().forEach(v -> map[v] = b.input(program.type(v)));
        program.equations().stream()
                .filter(e -> e.outputs().stream().anyMatch(v -> needed[v]))
                .forEach(e -> b.copy(e, map));
        return b.at(null).build(Ints.of(derived.stream().mapToInt(n -> map[n.value()]).toArray()));
    }

    /**
     * (parameters, data and derived values without examples) → r(θ); empty when there is none. See
     * {@link #remainderArguments}.
     */
    public Optional<Program> remainder() {
        if (remainder == null) {
            return Optional.empty();
        }
        ProgramBuilder b = new ProgramBuilder(program.name() + "_remainder");
        Emission emission = new Emission(b, remainder, examples, examples);
        inputs().stream().filter(n -> n.axis().isNone()).forEach(emission::input);
        return Optional.of(b.build(emission.run()));
    }

    /** Those of the program's arguments, then of the derived values, that r(θ) takes. */
    public List<Tensor> remainderArguments(List<Tensor> arguments, List<Tensor> derivedValues) {
        List<Tensor> all = new ArrayList<>(arguments);
        all.addAll(derivedValues);
        List<Need> inputs = inputs();
        return IntStream.range(0, all.size())
                .filter(i -> inputs.get(i).axis().isNone())
                .mapToObj(all::get)
                .toList();
    }

    /**
     * The first derived value that the data decide, or that has rows for the examples it was
     * exported with: with such a loss other data than the exported are not just other rows.
     */
    public Optional<Integer> boundToItsData() {
        boolean[] fromData = dependents(data());
        return derived.stream()
                .filter(n -> fromData[n.value()] || !n.axis().isNone())
                .map(Need::value)
                .findFirst();
    }

    /** Whether no value that has to be cut into examples is derived from these data arguments. */
    boolean derivesNoRowsFrom(Ints arguments) {
        boolean[] depends = dependents(data().pick(arguments));
        return derived.stream().noneMatch(n -> !n.axis().isNone() && depends[n.value()]);
    }

    /** Which values depend on some of the program's inputs. */
    private boolean[] dependents(Ints inputs) {
        boolean[] depends = new boolean[program.values()];
        inputs.stream().forEach(v -> depends[v] = true);
        for (Equation e : program.equations()) {
            if (e.inputs().stream().anyMatch(v -> depends[v])) {
                e.outputs().stream().forEach(v -> depends[v] = true);
            }
        }
        return depends;
    }

    /** Parameters, data, derived values. */
    List<Need> inputs() {
        List<Need> out = new ArrayList<>();
        program.inputs().stream().forEach(v -> out.add(new Need(v, axes.get(v))));
        out.addAll(derived);
        return out;
    }

    Selection each() {
        return each;
    }
}
