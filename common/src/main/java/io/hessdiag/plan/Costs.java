package io.hessdiag.plan;

import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Shape;
import java.util.stream.IntStream;

/** Operations and memory of a program, counted from its types. */
public final class Costs {
    /** Rotations of vectors, six operations each, in about eight sweeps. */
    private static final int JACOBI = 72;

    private Costs() {}

    /**
     * Floating-point operations of one run: two per multiply-add of a dot_general, one per element
     * of an element-wise result or a reduced operand, three per element of a softmax, about n³ per
     * factorisation; data movement counts nothing.
     */
    public static double flops(Program program) {
        return program.equations().stream().mapToDouble(e -> flops(program, e)).sum();
    }

    private static double flops(Program program, Equation e) {
        if (e.op() instanceof Op.Scan scan) {
            return scan.length() * flops(scan.body());
        }
        if (e.op() instanceof Op.Case choice) {
            return choice.branches().stream().mapToDouble(Costs::flops).max().orElse(0);
        }
        double out = program.type(e.outputs().get(0)).size();
        if (e.op() instanceof Op.Sort) {
            return out * Math.max(1, Math.log(out) / Math.log(2));
        }
        if (e.op() instanceof Op.DotGeneral dot) {
            Shape lhs = program.type(e.input(0)).shape();
            return 2 * out * lhs.pick(dot.lhsContract()).size();
        }
        if (e.op() instanceof Op.Cholesky
                || e.op() instanceof Op.TriangularSolve
                || e.op() instanceof Op.Lu
                || e.op() instanceof Op.Eigh) {
            Shape a = program.type(e.input(0)).shape();
            return (e.op() instanceof Op.Eigh ? JACOBI : 1) * out * a.dim(a.rank() - 1);
        }
        if (e.op() instanceof Op.Reduce || e.op() instanceof Op.ArgReduce) {
            return program.type(e.input(0)).size();
        }
        if (e.op() instanceof Op.LogSumExp || e.op() instanceof Op.Softmax) {
            return 3.0 * program.type(e.input(0)).size();
        }
        if (e.op() instanceof Op.Scatter) {
            return program.type(e.input(2)).size();
        }
        boolean elementwise =
                e.op() instanceof Op.Unary
                        || e.op() instanceof Op.Binary
                        || e.op() instanceof Op.Compare
                        || e.op() instanceof Op.Select
                        || e.op() instanceof Op.Clamp;
        return elementwise && program.type(e.outputs().get(0)).dtype().isFloat() ? out : 0;
    }

    /**
     * The largest number of bytes that values other than inputs take at one time, when each is let
     * go after its last use.
     */
    public static long peakBytes(Program program) {
        int[] lastUse = new int[program.values()];
        for (int i = 0; i < program.equations().size(); i++) {
            int at = i;
            program.equations().get(i).inputs().stream().forEach(v -> lastUse[v] = at);
            program.equations().get(i).outputs().stream().forEach(v -> lastUse[v] = at);
        }
        program.outputs().stream().forEach(v -> lastUse[v] = Integer.MAX_VALUE);
        boolean[] input = new boolean[program.values()];
        program.inputs().stream().forEach(v -> input[v] = true);
        long live = 0;
        long peak = 0;
        for (int i = 0; i < program.equations().size(); i++) {
            int at = i;
            Equation e = program.equations().get(i);
            long inside = Bodies.of(e.op()).stream().mapToLong(Costs::peakBytes).max().orElse(0);
            live += e.outputs().stream().mapToLong(v -> program.type(v).bytes()).sum();
            peak = Math.max(peak, live + inside);
            live -=
                    IntStream.concat(e.inputs().stream(), e.outputs().stream())
                            .distinct()
                            .filter(v -> !input[v] && lastUse[v] == at)
                            .mapToLong(v -> program.type(v).bytes())
                            .sum();
        }
        return peak;
    }
}
