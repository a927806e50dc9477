package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.kernel.DotDims;
import io.hessdiag.kernel.DotKernel;
import io.hessdiag.kernel.StridedCopy;
import io.hessdiag.kernel.Strips;
import io.hessdiag.kernel.WindowFold;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Steps of a single node. */
final class Steps {
    private Steps() {}

    static Step of(Node node) {
        return switch (node.kind()) {
            case DOT -> dot(node);
            case SUM -> sum(node);
            case COPY -> copy(node);
            case FOLD -> fold(node);
            default -> other(node);
        };
    }

    private static Step dot(Node node) {
        Op.DotGeneral d = (Op.DotGeneral) node.op();
        DotKernel kernel =
                new DotKernel(
                        new DotDims(d.lhsBatch(), d.rhsBatch(), d.lhsContract(), d.rhsContract()),
                        node.operands().get(0).type(),
                        node.operands().get(1).type());
        int lhs = node.operands().get(0).root();
        int rhs = node.operands().get(1).root();
        int result = node.result();
        if (kernel.scratchSize() == 0) {
            return (arrays, workspace) ->
                    kernel.applyInto(arrays[lhs], arrays[rhs], arrays[result], null);
        }
        return (arrays, workspace) -> {
            Workspace.Pool pool = workspace.pool(node.type().dtype(), kernel.scratchSize());
            Object scratch = pool.acquire();
            kernel.applyInto(arrays[lhs], arrays[rhs], arrays[result], scratch);
            pool.release(scratch);
        };
    }

    private static Step sum(Node node) {
        SumShape s = SumShape.of(node);
        View x = node.operands().get(0);
        int init = node.operands().get(1).root();
        return (arrays, workspace) ->
                Strips.sumMiddle(
                        arrays[x.root()],
                        s.outer(),
                        s.n(),
                        s.inner(),
                        arrays[init],
                        arrays[node.result()]);
    }

    private static Step copy(Node node) {
        View from = node.operands().get(0);
        Shape shape = from.shape();
        StridedCopy copy =
                new StridedCopy(shape.toArray(), from.strides().toArray(), shape.strides());
        return (arrays, workspace) ->
                copy.copy(arrays[from.root()], from.offset(), arrays[node.result()], 0);
    }

    private static Step fold(Node node) {
        Op.FoldWindows op = (Op.FoldWindows) node.op();
        View from = node.operands().get(0);
        WindowFold fold =
                new WindowFold(
                        from.shape(),
                        from.strides(),
                        op.shape(),
                        op.spec().axes(),
                        op.spec().strides(),
                        op.spec().dilations());
        return (arrays, workspace) ->
                fold.apply(arrays[from.root()], from.offset(), arrays[node.result()]);
    }

    /** By the interpreter, whose results are new arrays. */
    private static Step other(Node node) {
        Loops.Runner runner = Loops.compiled();
        return (arrays, workspace) -> {
            List<Tensor> operands = new ArrayList<>();
            for (View v : node.operands()) {
                operands.add(Tensor.of(v.type(), arrays[v.root()]));
            }
            List<Tensor> results = Interpreter.apply(node.op(), operands, runner);
            for (int i = 0; i < results.size(); i++) {
                arrays[node.results().get(i)] = own(results.get(i), operands);
            }
        };
    }

    /** A result may be an operand itself, whose array is about to be used for something else. */
    private static Object own(Tensor result, List<Tensor> operands) {
        if (operands.stream().noneMatch(x -> x.data() == result.data())) {
            return result.data();
        }
        Object copy = Tensor.allocate(result.dtype(), result.size());
        System.arraycopy(result.data(), 0, copy, 0, result.size());
        return copy;
    }
}
