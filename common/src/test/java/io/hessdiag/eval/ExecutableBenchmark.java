package io.hessdiag.eval;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.kernel.Blas;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;

/**
 * Times the heart of a directional derivative of softmax cross-entropy over N examples and C
 * classes, for K directions: a main, not a test. Prints the CPU time per run and per element of [K,
 * N, C].
 */
final class ExecutableBenchmark {
    private static final int EXAMPLES = 1797;

    private ExecutableBenchmark() {}

    public static void main(String[] args) {
        System.out.println(Blas.name());
        for (int classes : new int[] {10, 64}) {
            for (int directions : new int[] {1, 4, 8, 16, 32, 64}) {
                Program p = program(directions, EXAMPLES, classes);
                List<Tensor> in = RandomPrograms.inputs(new Random(1), p);
                Executable e = Executable.compile(p);
                Workspace w = new Workspace();
                double fused = best(() -> e.run(in, w));
                double plain = best(() -> Interpreter.run(p, in));
                double elements = (double) directions * EXAMPLES * classes;
                System.out.printf(
                        "C %d K %d: %.3f ms, %.2f ns per element; interpreter %.3f ms; %.1f MB%n",
                        classes,
                        directions,
                        fused / 1e6,
                        fused / elements,
                        plain / 1e6,
                        w.bytes() / 1e6);
            }
        }
    }

    /** CPU nanoseconds of the fastest of many runs: other processes disturb the clock's time. */
    private static double best(Runnable run) {
        double best = Double.MAX_VALUE;
        long end = System.nanoTime() + 1_500_000_000L;
        for (int i = 0; i < 20 || System.nanoTime() < end; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            run.run();
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            best = Math.min(best, (double) spent);
        }
        return best;
    }

    /**
     * (x[K,N], w[K,C], p[N,C], y[N]): ż = x ⊗ w, u = p ż, ṗ = y u + p (y Σu), (ṗ · w) x per
     * direction.
     */
    private static Program program(int directions, int examples, int classes) {
        ProgramBuilder b = new ProgramBuilder("softmax");
        int x = b.input(TensorType.of(DType.F64, directions, examples));
        int w = b.input(TensorType.of(DType.F64, directions, classes));
        int p = b.input(TensorType.of(DType.F64, examples, classes));
        int y = b.input(TensorType.of(DType.F64, examples));
        Shape all = Shape.of(directions, examples, classes);
        Ints first = Ints.of(0);
        int z = b.emit(new Op.DotGeneral(first, first, Ints.EMPTY, Ints.EMPTY), x, w);
        int wide = b.broadcast(p, all, Ints.of(1, 2));
        int u = b.multiply(wide, z);
        int sum = b.sum(u, Ints.of(2));
        int scaled = b.multiply(sum, b.broadcast(y, b.shape(sum), Ints.of(1)));
        int dp =
                b.add(
                        b.multiply(b.broadcast(y, all, Ints.of(1)), u),
                        b.multiply(wide, b.broadcast(scaled, all, Ints.of(0, 1))));
        int back = b.emit(new Op.DotGeneral(first, first, Ints.of(2), Ints.of(1)), dp, w);
        return b.build(b.emit(new Op.DotGeneral(first, first, Ints.of(1), Ints.of(1)), back, x));
    }
}
