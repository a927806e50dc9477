package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Workspace;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Times small programs, each of which is mostly one kind of {@link Work}. */
final class Calibration {
    private static final Op PRODUCT =
            new Op.DotGeneral(Ints.of(), Ints.of(), Ints.of(1), Ints.of(0));

    /** How long a program is run again and again in one round. */
    private static final long NANOS = 50_000_000;

    private static final int LEAST_ROUNDS = 6;
    private static final int MOST_ROUNDS = 40;

    /** Rounds that are to bring nothing new, and that count. */
    private static final int LAST = 3;

    /** Times that are shorter by less are not new. */
    private static final double SHORTER = 0.95;

    private Calibration() {}

    static Rates rates() {
        Timed tiny = new Timed(tiny(64));
        Timed chain = new Timed(chain(64, 32, 64));
        Timed functions = new Timed(functions(1 << 14));
        Timed moves = new Timed(moves(1 << 17));
        Timed square = new Timed(product(256));
        List<Timed> all = List.of(tiny, chain, functions, moves, square);
        for (int i = 0; i < MOST_ROUNDS && !all.stream().allMatch(Timed::isSettled); i++) {
            all.forEach(Timed::round);
        }
        double call = tiny.each(Work::calls, new Rates(0, 0, 0, 0, 0));
        double simple = chain.each(Work::simple, new Rates(0, 0, 0, 0, call));
        double function = functions.each(Work::functions, new Rates(0, 0, 0, 0, call));
        double moved = moves.each(Work::moved, new Rates(0, 0, 0, 0, call));
        double product = square.each(Work::products, new Rates(0, simple, 0, moved, call));
        return new Rates(product, simple, function, moved, call);
    }

    /** Whether the last rounds were no shorter than those before: the compiler is done. */
    static boolean isSettled(List<Double> rounds) {
        int before = rounds.size() - LAST;
        if (rounds.size() < LEAST_ROUNDS) {
            return false;
        }
        double earlier = Collections.min(rounds.subList(0, before));
        return Collections.min(rounds.subList(before, rounds.size())) > SHORTER * earlier;
    }

    private interface Kind {
        double of(Work work);
    }

    /** A program that is run in rounds. */
    private static final class Timed {
        private final Program program;
        private final Executable executable;
        private final List<Tensor> inputs;
        private final Workspace workspace = new Workspace();

        /** Median seconds. */
        private final List<Double> rounds = new ArrayList<>();

        Timed(Program program) {
            this.program = program;
            this.executable = Executable.compile(program);
            this.inputs = program.inputTypes().stream().map(Calibration::halves).toList();
            executable.run(inputs, workspace); // Loads a BLAS where none is yet.
        }

        void round() {
            List<Double> seconds = new ArrayList<>();
            long end = System.nanoTime() + NANOS;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                executable.run(inputs, workspace);
                seconds.add((System.nanoTime() - start) * 1e-9);
            }
            rounds.add(median(seconds));
        }

        boolean isSettled() {
            return Calibration.isSettled(rounds);
        }

        /** Seconds per unit of one kind, once the others, which are less, are taken off. */
        double each(Kind kind, Rates others) {
            Work work = Work.of(program);
            double seconds = median(rounds.subList(rounds.size() - LAST, rounds.size()));
            return Math.max(seconds - others.seconds(work), seconds / 2) / kind.of(work);
        }
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    private static Tensor halves(TensorType type) {
        double[] values = new double[type.size()];
        Arrays.fill(values, 0.5);
        return Tensor.of(type.shape(), values);
    }

    /** Products too small to take time. */
    private static Program tiny(int equations) {
        ProgramBuilder b = new ProgramBuilder("tiny");
        TensorType square = new TensorType(DType.F64, Shape.of(2, 2));
        int x = b.input(square);
        int y = b.input(square);
        for (int i = 0; i < equations; i++) {
            x = b.emit(PRODUCT, x, y);
        }
        return b.build(Ints.of(x));
    }

    /**
     * Σ over units of c · z² and Σ along rows of (z + y) · z with z = x · d + y, as on the way to a
     * leaf and there, d and c along some of the axes. Results go to fresh memory, whose pages may
     * cost more than the work: these are small.
     */
    private static Program chain(int examples, int units, int width) {
        ProgramBuilder b = new ProgramBuilder("chain");
        Shape shape = Shape.of(examples, units, width);
        int x = b.input(new TensorType(DType.F64, shape));
        int y = b.input(new TensorType(DType.F64, shape));
        int d = b.input(new TensorType(DType.F64, Shape.of(examples, width)));
        int c = b.input(new TensorType(DType.F64, Shape.of(examples, units)));
        int z = b.add(b.multiply(x, b.broadcast(d, shape, Ints.of(0, 2))), y);
        int weighted = b.multiply(b.broadcast(c, shape, Ints.of(0, 1)), z);
        int sum = b.sum(b.multiply(weighted, z), Ints.of(1));
        int again = b.sum(b.multiply(b.add(z, y), z), Ints.of(2));
        return b.build(Ints.of(sum, again));
    }

    private static Program functions(int size) {
        ProgramBuilder b = new ProgramBuilder("functions");
        int x = b.input(type(size));
        int y = b.emit(new Op.Unary(UnaryFunction.TANH), x);
        int z = b.emit(new Op.Unary(UnaryFunction.EXPONENTIAL), y);
        return b.build(Ints.of(z));
    }

    private static Program moves(int size) {
        ProgramBuilder b = new ProgramBuilder("moves");
        int x = b.input(type(size));
        int y = b.emit(new Op.Concatenate(0), x, x);
        return b.build(Ints.of(y));
    }

    private static Program product(int n) {
        ProgramBuilder b = new ProgramBuilder("product");
        TensorType square = new TensorType(DType.F64, Shape.of(n, n));
        int x = b.input(square);
        int y = b.input(square);
        return b.build(Ints.of(b.sum(b.emit(PRODUCT, x, y), Ints.of(0, 1))));
    }

    private static TensorType type(int size) {
        return new TensorType(DType.F64, Shape.of(size));
    }
}
