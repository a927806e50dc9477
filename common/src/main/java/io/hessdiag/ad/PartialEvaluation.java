package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Splits a program by what is known first: f(known, late) = late(residuals(known), late).
 * Everything that does not depend on the late inputs is done once.
 *
 * @param early the known inputs (all inputs but the last few) → residuals
 * @param late (residuals, late inputs) → the program's outputs
 */
public record PartialEvaluation(Program early, Program late) {

    /**
     * @param lateInputs how many of the last inputs are late
     */
    public static PartialEvaluation split(Program program, int lateInputs) {
        return new Splitter(program, lateInputs).split();
    }

    private static final class Splitter {
        private final Program program;
        private final Ints known;
        private final Ints lateIn;
        private final boolean[] late;
        private final Equation[] definition;
        private final List<Integer> residuals = new ArrayList<>();
        private final ProgramBuilder b;
        private final int[] map;

        Splitter(Program program, int lateInputs) {
            this.program = program;
            int n = program.inputs().size() - lateInputs;
            this.known = program.inputs().pick(Ints.range(n));
            this.lateIn = program.inputs().pick(Ints.range(n, n + lateInputs));
            this.late = Dependence.on(program, lateIn);
            this.definition = new Equation[program.values()];
            for (Equation e : program.equations()) {
                e.outputs().stream().forEach(v -> definition[v] = e);
            }
            this.b = new ProgramBuilder(program.name() + "_late");
            this.map = new int[program.values()];
        }

        PartialEvaluation split() {
            boolean[] needed = Dependence.of(program);
            List<Equation> after =
                    program.equations().stream()
                            .filter(
                                    e ->
                                            late[e.outputs().get(0)]
                                                    && e.outputs().stream()
                                                            .anyMatch(v -> needed[v]))
                            .toList();
            boolean[] seen = new boolean[program.values()];
            after.forEach(e -> e.inputs().stream().forEach(v -> collect(v, seen)));
            program.outputs().stream().forEach(v -> collect(v, seen));
            Arrays.fill(map, -1);
            residuals.forEach(v -> map[v] = b.input(program.type(v)));
            lateIn.stream().forEach(v -> map[v] = b.input(program.type(v)));
            for (Equation e : after) {
                e.inputs().stream().forEach(this::view);
                b.copy(e, map);
            }
            program.outputs().stream().forEach(this::view);
            Program second =
                    b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
            return new PartialEvaluation(first(), second);
        }

        /** Notes the residual that {@code v} needs: itself, or what it is a mere view of. */
        private void collect(int v, boolean[] seen) {
            int u = v;
            while (!seen[u] && !late[u]) {
                seen[u] = true;
                if (!isView(u)) {
                    residuals.add(u);
                } else if (!definition[u].inputs().isEmpty()) {
                    u = definition[u].input(0);
                }
            }
        }

        /** Constants and broadcasts are made anew where they are used rather than kept. */
        private boolean isView(int v) {
            if (definition[v] == null) {
                return false;
            }
            Op op = definition[v].op();
            return op instanceof Op.Constant c && c.value().size() <= 1
                    || op instanceof Op.Iota
                    || op instanceof Op.BroadcastInDim;
        }

        /** Makes {@code v} and what it is a view of, unless they are there already. */
        private void view(int v) {
            Deque<Equation> chain = new ArrayDeque<>();
            int u = v;
            while (map[u] < 0) {
                chain.push(definition[u]);
                if (definition[u].inputs().isEmpty()) {
                    break;
                }
                u = definition[u].input(0);
            }
            chain.forEach(e -> b.copy(e, map));
        }

        private Program first() {
            ProgramBuilder e = new ProgramBuilder(program.name() + "_early");
            int[] early = new int[program.values()];
            known.stream().forEach(v -> early[v] = e.input(program.type(v)));
            boolean[] needed = Dependence.of(program);
            for (Equation equation : program.equations()) {
                int v = equation.outputs().get(0);
                if (!late[v] && equation.outputs().stream().anyMatch(u -> needed[u])) {
                    e.copy(equation, early);
                }
            }
            return e.at(null).build(Ints.of(residuals.stream().mapToInt(v -> early[v]).toArray()));
        }
    }
}
