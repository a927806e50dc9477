package io.hessdiag.examples;

import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of loops and branches what they compute from constants alone: it becomes a constant
 * operand, which may then have rows of its own for every example. What has no room for examples
 * stays inside.
 */
final class ClosedValues {
    private ClosedValues() {}

    static Program lift(Program program, int examples) {
        if (program.equations().stream().noneMatch(e -> Links.has(e.op()))) {
            return program;
        }
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            if (Links.has(e.op())) {
                lift(b, e, Bodies.map(e.op(), p -> lift(p, examples)), map, examples);
            } else {
                b.copy(e, map);
            }
        }
        b.at(null);
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }

    private static void lift(ProgramBuilder b, Equation e, Op op, int[] map, int examples) {
        Links links = Links.of(op);
        List<Ints> closed = Bodies.of(op).stream().map(p -> frontier(p, examples)).toList();
        Ints lifted = Ints.EMPTY;
        for (int i = 0; i < closed.size(); i++) {
            lifted = lifted.concat(copy(b, Bodies.of(op).get(i), closed.get(i)));
        }
        Ints in = Ints.of(e.inputs().stream().map(v -> map[v]).toArray());
        int at = links.operand(links.constants());
        Ints operands =
                in.pick(Ints.range(at)).concat(lifted).concat(in.pick(Ints.range(at, in.size())));
        List<Program> bodies = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < closed.size(); i++) {
            bodies.add(body(b, Bodies.of(op).get(i), closed.get(i), links, lifted, given));
            given += closed.get(i).size();
        }
        Ints out = b.at(e.location()).apply(op(op, bodies, lifted.size()), operands);
        for (int k = 0; k < out.size(); k++) {
            map[e.outputs().get(k)] = out.get(k);
        }
    }

    private static Op op(Op op, List<Program> bodies, int more) {
        if (op instanceof Op.Scan s) {
            return new Op.Scan(
                    s.constants() + more, s.carries(), s.length(), s.reverse(), bodies.get(0));
        }
        return op instanceof Op.While w
                ? new Op.While(w.constants() + more, bodies.get(0), bodies.get(1))
                : new Op.Case(bodies);
    }

    /** Values that depend on no input and are no splats, where something else uses them. */
    private static Ints frontier(Program p, int examples) {
        boolean[] open = new boolean[p.values()];
        boolean[] varied = new boolean[p.values()];
        boolean[] used = new boolean[p.values()];
        p.inputs().stream().forEach(v -> open[v] = true);
        for (Equation e : p.equations()) {
            boolean isOpen = e.inputs().stream().anyMatch(v -> open[v]);
            boolean isVaried =
                    e.op() instanceof Op.Iota
                            || e.op() instanceof Op.Constant c && !ParallelAxes.isSplat(c.value())
                            || e.inputs().stream().anyMatch(v -> varied[v]);
            for (int v : e.outputs().toArray()) {
                open[v] = isOpen;
                varied[v] = isVaried;
            }
            if (isOpen) {
                e.inputs().filter(v -> !isLimit(p, e, v)).stream().forEach(v -> used[v] = true);
            }
        }
        p.outputs().stream().forEach(v -> used[v] = true);
        return Ints.range(p.values())
                .filter(v -> used[v] && varied[v] && !open[v] && hasRoom(p.shape(v), examples));
    }

    /** What index vectors are clamped to stays in sight: see {@link IndexedAxes}. */
    private static boolean isLimit(Program p, Equation e, int v) {
        return e.op() instanceof Op.Clamp
                && p.type(v).dtype().isInteger()
                && p.type(v).rank() == 1
                && e.input(1) != v;
    }

    private static boolean hasRoom(Shape shape, int examples) {
        return shape.dims().stream().anyMatch(d -> d % examples == 0);
    }

    /** Adds the equations that make values of a body that depend on none of its inputs. */
    private static Ints copy(ProgramBuilder b, Program body, Ints values) {
        boolean[] needed = needed(body, values, Ints.EMPTY);
        int[] map = new int[body.values()];
        body.equations().stream()
                .filter(e -> e.outputs().stream().anyMatch(v -> needed[v]))
                .forEach(e -> b.copy(e, map));
        return Ints.of(values.stream().map(v -> map[v]).toArray());
    }

    /** What values depend on, as far as no given ones make it known. */
    static boolean[] needed(Program p, Ints values, Ints given) {
        boolean[] needed = new boolean[p.values()];
        values.stream().forEach(v -> needed[v] = true);
        for (int i = p.equations().size() - 1; i >= 0; i--) {
            Equation e = p.equations().get(i);
            if (e.outputs().stream().anyMatch(v -> needed[v] && !given.contains(v))) {
                e.inputs().stream().forEach(v -> needed[v] = true);
            }
        }
        return needed;
    }

    /** The body with inputs for all that is lifted, of which its own start at {@code first}. */
    private static Program body(
            ProgramBuilder outer, Program p, Ints own, Links links, Ints lifted, int first) {
        ProgramBuilder b = new ProgramBuilder(p.name());
        int[] map = new int[p.values()];
        for (int i = 0; i <= p.inputs().size(); i++) {
            if (i == links.constants()) {
                for (int k = 0; k < lifted.size(); k++) {
                    int input = b.input(outer.type(lifted.get(k)));
                    if (first <= k && k < first + own.size()) {
                        map[own.get(k - first)] = input;
                    }
                }
            }
            if (i < p.inputs().size()) {
                map[p.inputs().get(i)] = b.input(p.type(p.inputs().get(i)));
            }
        }
        boolean[] needed = needed(p, p.outputs(), own);
        p.equations().stream()
                .filter(e -> e.outputs().stream().anyMatch(v -> needed[v] && !own.contains(v)))
                .forEach(e -> b.copy(e, map));
        return b.at(null).build(Ints.of(p.outputs().stream().map(v -> map[v]).toArray()));
    }
}
