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

    /** How long a program is run again and again. */
    private static final long NANOS = 300_000_000;

    private Calibration() {}

    static Rates rates() {
        Program tiny = tiny(64);
        Program chain = chain(64, 32, 64);
        Program functions = functions(1 << 14);
        Program moves = moves(1 << 17);
        Program square = product(256);
        // Once for the compiler, which is done with the first when the last has run.
        List.of(tiny, chain, functions, moves, square).forEach(Calibration::seconds);
        double call = each(tiny, Work::calls, new Rates(0, 0, 0, 0, 0));
        double simple = each(chain, Work::simple, new Rates(0, 0, 0, 0, call));
        double function = each(functions, Work::functions, new Rates(0, 0, 0, 0, call));
        double moved = each(moves, Work::moved, new Rates(0, 0, 0, 0, call));
        double product = each(square, Work::products, new Rates(0, simple, 0, moved, call));
        return new Rates(product, simple, function, moved, call);
    }

    private interface Kind {
        double of(Work work);
    }

    /** Seconds per unit of one kind, once the others are taken off. */
    private static double each(Program program, Kind kind, Rates others) {
        Work work = Work.of(program);
        double rest = Math.max(seconds(program) - others.seconds(work), 0);
        return rest / kind.of(work);
    }

    /**
     * The first decile: the compiler may still be busy with what ran before, and a machine that is
     * disturbed all the time will be while the work is done.
     */
    private static double seconds(Program program) {
        Executable e = Executable.compile(program);
        List<Tensor> inputs = program.inputTypes().stream().map(Calibration::halves).toList();
        Workspace workspace = new Workspace();
        e.run(inputs, workspace); // Loads a BLAS where none is yet.
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + NANOS;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            e.run(inputs, workspace);
            nanos.add(System.nanoTime() - start);
        }
        Collections.sort(nanos);
        return nanos.get(nanos.size() / 10) * 1e-9;
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
