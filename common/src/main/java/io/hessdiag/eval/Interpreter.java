package io.hessdiag.eval;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.kernel.BinaryKernel;
import io.hessdiag.kernel.BitKernels;
import io.hessdiag.kernel.CompareKernel;
import io.hessdiag.kernel.Kernels;
import io.hessdiag.kernel.MatrixKernels;
import io.hessdiag.kernel.UnaryKernel;
import io.hessdiag.kernel.WindowDims;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.List;

/** Evaluates programs equation by equation; a value is let go after its last use. */
public final class Interpreter implements Op.Visitor<List<Tensor>> {
    private final List<Tensor> in;
    private final Loops.Runner bodies;

    private Interpreter(List<Tensor> in, Loops.Runner bodies) {
        this.in = in;
        this.bodies = bodies;
    }

    /**
     * The program's outputs.
     *
     * @throws IllegalArgumentException when number or types of the inputs are not the program's
     */
    public static List<Tensor> run(Program program, List<Tensor> inputs) {
        return run(program, inputs, (index, equation, operands, results) -> {});
    }

    /** Sees every equation once it has been evaluated. */
    interface Observer {
        void evaluated(int index, Equation equation, List<Tensor> operands, List<Tensor> results);
    }

    static List<Tensor> run(Program program, List<Tensor> inputs, Observer observer) {
        checkInputs(program, inputs);
        Tensor[] values = new Tensor[program.values()];
        for (int i = 0; i < inputs.size(); i++) {
            values[program.inputs().get(i)] = inputs.get(i);
        }
        int[] lastUse = lastUses(program);
        for (int i = 0; i < program.equations().size(); i++) {
            Equation e = program.equations().get(i);
            List<Tensor> operands = e.inputs().stream().mapToObj(v -> values[v]).toList();
            List<Tensor> results = apply(e.op(), operands);
            observer.evaluated(i, e, operands, results);
            for (int k = 0; k < results.size(); k++) {
                values[e.outputs().get(k)] = results.get(k);
            }
            release(e.inputs(), values, lastUse, i);
            release(e.outputs(), values, lastUse, i);
        }
        return program.outputs().stream().mapToObj(v -> values[v]).toList();
    }

    private static void checkInputs(Program program, List<Tensor> inputs) {
        List<TensorType> found = inputs.stream().map(Tensor::type).toList();
        if (!found.equals(program.inputTypes())) {
            throw new IllegalArgumentException(
                    program.name()
                            + ": expected inputs "
                            + program.inputTypes()
                            + ", found "
                            + found);
        }
    }

    /** Per value the last equation that reads it; -1 if none does, past the end for outputs. */
    private static int[] lastUses(Program program) {
        int[] last = new int[program.values()];
        Arrays.fill(last, -1);
        for (int i = 0; i < program.equations().size(); i++) {
            int use = i;
            program.equations().get(i).inputs().stream().forEach(v -> last[v] = use);
        }
        program.outputs().stream().forEach(v -> last[v] = Integer.MAX_VALUE);
        return last;
    }

    private static void release(Ints used, Tensor[] values, int[] lastUse, int now) {
        for (int i = 0; i < used.size(); i++) {
            if (lastUse[used.get(i)] <= now) {
                values[used.get(i)] = null;
            }
        }
    }

    /** The results of one op, whose operands are known to fit it. */
    public static List<Tensor> apply(Op op, List<Tensor> operands) {
        return apply(op, operands, Interpreter::run);
    }

    /** The same, with the bodies of loops run by {@code bodies}. */
    static List<Tensor> apply(Op op, List<Tensor> operands, Loops.Runner bodies) {
        return op.accept(new Interpreter(operands, bodies));
    }

    @Override
    public List<Tensor> constant(Op.Constant op) {
        return List.of(op.value());
    }

    @Override
    public List<Tensor> unary(Op.Unary op) {
        return List.of(Kernels.unary(UnaryKernel.valueOf(op.function().name()), in.get(0)));
    }

    @Override
    public List<Tensor> binary(Op.Binary op) {
        return List.of(
                Kernels.binary(BinaryKernel.valueOf(op.function().name()), in.get(0), in.get(1)));
    }

    @Override
    public List<Tensor> compare(Op.Compare op) {
        return List.of(
                Kernels.compare(
                        CompareKernel.valueOf(op.direction().name()),
                        op.totalOrder(),
                        in.get(0),
                        in.get(1)));
    }

    @Override
    public List<Tensor> select(Op.Select op) {
        return List.of(Kernels.select(in.get(0), in.get(1), in.get(2)));
    }

    @Override
    public List<Tensor> clamp(Op.Clamp op) {
        return List.of(Kernels.clamp(in.get(0), in.get(1), in.get(2)));
    }

    @Override
    public List<Tensor> convert(Op.Convert op) {
        return List.of(Kernels.convert(in.get(0), op.dtype()));
    }

    @Override
    public List<Tensor> broadcastInDim(Op.BroadcastInDim op) {
        return List.of(Kernels.broadcastInDim(in.get(0), op.shape(), op.dims()));
    }

    @Override
    public List<Tensor> reshape(Op.Reshape op) {
        return List.of(in.get(0).reshape(op.shape()));
    }

    @Override
    public List<Tensor> transpose(Op.Transpose op) {
        return List.of(Kernels.transpose(in.get(0), op.permutation()));
    }

    @Override
    public List<Tensor> slice(Op.Slice op) {
        return List.of(Kernels.slice(in.get(0), op.start(), op.limit(), op.strides()));
    }

    @Override
    public List<Tensor> concatenate(Op.Concatenate op) {
        return List.of(Kernels.concatenate(in, op.dim()));
    }

    @Override
    public List<Tensor> pad(Op.Pad op) {
        return List.of(Kernels.pad(in.get(0), in.get(1), op.low(), op.high(), op.interior()));
    }

    @Override
    public List<Tensor> reverse(Op.Reverse op) {
        return List.of(Kernels.reverse(in.get(0), op.dims()));
    }

    @Override
    public List<Tensor> iota(Op.Iota op) {
        return List.of(Kernels.iota(op.type(), op.dim()));
    }

    @Override
    public List<Tensor> dotGeneral(Op.DotGeneral op) {
        return List.of(
                Kernels.dotGeneral(
                        in.get(0),
                        in.get(1),
                        op.lhsBatch(),
                        op.rhsBatch(),
                        op.lhsContract(),
                        op.rhsContract()));
    }

    @Override
    public List<Tensor> reduce(Op.Reduce op) {
        return List.of(
                Kernels.reduce(
                        BinaryKernel.valueOf(op.combiner().name()),
                        in.get(0),
                        in.get(1),
                        op.dims()));
    }

    /** As {@link Lowering} writes it. */
    @Override
    public List<Tensor> logSumExp(Op.LogSumExp op) {
        Tensor exp = Kernels.unary(UnaryKernel.EXPONENTIAL, in.get(0));
        return List.of(Kernels.unary(UnaryKernel.LOG, sum(exp, op.dims())));
    }

    /** As {@link Lowering} writes it. */
    @Override
    public List<Tensor> softmax(Op.Softmax op) {
        Tensor exp = Kernels.unary(UnaryKernel.EXPONENTIAL, in.get(0));
        Ints kept = Ints.range(exp.shape().rank()).without(op.dims());
        Tensor sum = Kernels.broadcastInDim(sum(exp, op.dims()), exp.shape(), kept);
        return List.of(Kernels.binary(BinaryKernel.DIVIDE, exp, sum));
    }

    private static Tensor sum(Tensor x, Ints dims) {
        return Kernels.reduce(BinaryKernel.ADD, x, Tensor.scalar(x.dtype(), 0), dims);
    }

    @Override
    public List<Tensor> argReduce(Op.ArgReduce op) {
        return Kernels.argReduce(op.max(), in.get(0), in.get(1), in.get(2), in.get(3), op.dim());
    }

    @Override
    public List<Tensor> gather(Op.Gather op) {
        return List.of(Kernels.gather(in.get(0), in.get(1), windows(op.dims()), op.sliceSizes()));
    }

    @Override
    public List<Tensor> scatter(Op.Scatter op) {
        return List.of(
                Kernels.scatter(
                        BinaryKernel.valueOf(op.combiner().name()),
                        in.get(0),
                        in.get(1),
                        in.get(2),
                        windows(op.dims().gather())));
    }

    @Override
    public List<Tensor> windows(Op.Windows op) {
        WindowSpec w = op.spec();
        return List.of(Kernels.windows(in.get(0), w.axes(), w.sizes(), w.strides(), w.dilations()));
    }

    @Override
    public List<Tensor> foldWindows(Op.FoldWindows op) {
        WindowSpec w = op.spec();
        return List.of(
                Kernels.foldWindows(in.get(0), op.shape(), w.axes(), w.strides(), w.dilations()));
    }

    @Override
    public List<Tensor> scan(Op.Scan op) {
        return Loops.scan(op, in, bodies);
    }

    @Override
    public List<Tensor> whileLoop(Op.While op) {
        return Loops.whileLoop(op, in, bodies);
    }

    @Override
    public List<Tensor> sort(Op.Sort op) {
        return Sorting.sort(op, in);
    }

    @Override
    public List<Tensor> choice(Op.Case op) {
        long index = in.get(0).longs()[0];
        int last = op.branches().size() - 1;
        Program branch = op.branches().get(0 <= index && index < last ? (int) index : last);
        return bodies.run(branch, in.subList(1, in.size()));
    }

    @Override
    public List<Tensor> cholesky(Op.Cholesky op) {
        return List.of(MatrixKernels.cholesky(in.get(0)));
    }

    @Override
    public List<Tensor> triangularSolve(Op.TriangularSolve op) {
        return List.of(
                MatrixKernels.triangularSolve(
                        in.get(0), in.get(1), op.lower(), op.unitDiagonal(), op.transpose()));
    }

    @Override
    public List<Tensor> lu(Op.Lu op) {
        return MatrixKernels.lu(in.get(0));
    }

    @Override
    public List<Tensor> eigh(Op.Eigh op) {
        return MatrixKernels.eigh(in.get(0));
    }

    @Override
    public List<Tensor> bitcast(Op.Bitcast op) {
        return List.of(BitKernels.bitcast(in.get(0), op.from(), op.to()));
    }

    @Override
    public List<Tensor> reducePrecision(Op.ReducePrecision op) {
        return List.of(BitKernels.reducePrecision(in.get(0), op.exponentBits(), op.mantissaBits()));
    }

    private static WindowDims windows(GatherDims d) {
        return new WindowDims(
                d.offsetDims(),
                d.collapsedSliceDims(),
                d.operandBatchingDims(),
                d.startIndicesBatchingDims(),
                d.startIndexMap(),
                d.indexVectorDim());
    }
}
