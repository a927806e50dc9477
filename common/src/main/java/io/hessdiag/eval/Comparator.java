package io.hessdiag.eval;

import io.hessdiag.eval.Sorting.Before;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Elementwise;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.kernel.Kernels;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sort's comparator as a test of two positions. Values that depend on one side alone are computed
 * for all elements at once; what is left, comparisons joined by and, or, not, select, is a tree of
 * tests. A comparator of another form is run as a program, pair by pair.
 */
final class Comparator {
    private final Program program;
    private final List<Tensor> operands;
    private final boolean[] left;
    private final boolean[] right;
    private final Tensor[] values;
    private final Before[] tests;

    private Comparator(Program program, List<Tensor> operands) {
        this.program = program;
        this.operands = operands;
        this.left = new boolean[program.values()];
        this.right = new boolean[program.values()];
        this.values = new Tensor[program.values()];
        this.tests = new Before[program.values()];
        for (int i = 0; i < program.inputs().size(); i++) {
            (i % 2 == 0 ? left : right)[program.inputs().get(i)] = true;
        }
        for (Equation e : program.equations()) {
            int out = e.outputs().get(0);
            left[out] = e.inputs().stream().anyMatch(v -> left[v]);
            right[out] = e.inputs().stream().anyMatch(v -> right[v]);
        }
    }

    static Before of(Program program, List<Tensor> operands) {
        try {
            return new Comparator(program, operands).compile();
        } catch (IrException e) {
            return pairByPair(program, operands);
        }
    }

    private static Before pairByPair(Program program, List<Tensor> operands) {
        return (i, j) -> {
            List<Tensor> in = new ArrayList<>();
            for (Tensor x : operands) {
                in.add(Kernels.take(x, new int[] {i}).reshape(Shape.SCALAR));
                in.add(Kernels.take(x, new int[] {j}).reshape(Shape.SCALAR));
            }
            return Interpreter.run(program, in).get(0).booleans()[0];
        };
    }

    private Before compile() {
        oneSided();
        for (Equation e : program.equations()) {
            int out = e.output();
            if (values[out] == null) {
                tests[out] = test(e);
            }
        }
        return test(program.outputs().get(0));
    }

    /** Computes what does not depend on both sides, with whole operands for the scalars. */
    private void oneSided() {
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        Ints in = Ints.of(operands.stream().mapToInt(x -> b.input(x.type())).toArray());
        for (int i = 0; i < program.inputs().size(); i++) {
            map[program.inputs().get(i)] = in.get(i / 2);
        }
        Ints kept = program.inputs();
        for (Equation e : program.equations()) {
            int v = e.output();
            if (!(left[v] && right[v])) {
                Elementwise.add(b, e, map, operands.get(0).shape());
                kept = kept.append(v);
            }
        }
        List<Tensor> out =
                Interpreter.run(
                        b.build(Ints.of(kept.stream().map(v -> map[v]).toArray())), operands);
        for (int i = 0; i < kept.size(); i++) {
            values[kept.get(i)] = out.get(i);
        }
    }

    private Before test(int value) {
        if (tests[value] != null) {
            return tests[value];
        }
        boolean[] known = values[value].booleans();
        return right[value] ? (i, j) -> known[j] : (i, j) -> known[i];
    }

    private Before test(Equation e) {
        if (e.op() instanceof Op.Compare c
                && e.inputs().stream().allMatch(v -> values[v] != null)
                && left[e.input(0)] != left[e.input(1)]) {
            Before test = comparison(c, values[e.input(0)], values[e.input(1)]);
            return left[e.input(0)] ? test : (i, j) -> test.test(j, i);
        }
        boolean logical =
                Arrays.stream(e.inputs().toArray())
                        .allMatch(v -> program.type(v).dtype().isBoolean());
        if (!logical) {
            throw new IrException(e.op().name() + ": not a test");
        }
        List<Before> in = e.inputs().stream().mapToObj(this::test).toList();
        if (e.op() instanceof Op.Binary b && b.function() == BinaryFunction.AND) {
            return (i, j) -> in.get(0).test(i, j) && in.get(1).test(i, j);
        }
        if (e.op() instanceof Op.Binary b && b.function() == BinaryFunction.OR) {
            return (i, j) -> in.get(0).test(i, j) || in.get(1).test(i, j);
        }
        if (e.op() instanceof Op.Unary u && u.function() == UnaryFunction.NOT) {
            return (i, j) -> !in.get(0).test(i, j);
        }
        if (e.op() instanceof Op.Select) {
            return (i, j) -> in.get(in.get(0).test(i, j) ? 1 : 2).test(i, j);
        }
        throw new IrException(e.op().name() + ": not a test");
    }

    private static Before comparison(Op.Compare c, Tensor x, Tensor y) {
        if (x.dtype().isFloat() && !c.totalOrder()) {
            return floats(c.direction(), x, y);
        }
        long[] k = Kernels.orderKeys(x);
        long[] l = Kernels.orderKeys(y);
        return switch (c.direction()) {
            case EQ -> (i, j) -> k[i] == l[j];
            case NE -> (i, j) -> k[i] != l[j];
            case GE -> (i, j) -> k[i] >= l[j];
            case GT -> (i, j) -> k[i] > l[j];
            case LE -> (i, j) -> k[i] <= l[j];
            case LT -> (i, j) -> k[i] < l[j];
        };
    }

    private static Before floats(Comparison direction, Tensor x, Tensor y) {
        return switch (direction) {
            case EQ -> (i, j) -> x.get(i) == y.get(j);
            case NE -> (i, j) -> x.get(i) != y.get(j);
            case GE -> (i, j) -> x.get(i) >= y.get(j);
            case GT -> (i, j) -> x.get(i) > y.get(j);
            case LE -> (i, j) -> x.get(i) <= y.get(j);
            case LT -> (i, j) -> x.get(i) < y.get(j);
        };
    }
}
