package io.hessdiag.eval;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Runs the bodies of loops. */
final class Loops {
    private Loops() {}

    /** How a body is run. */
    @FunctionalInterface
    interface Runner {
        List<Tensor> run(Program body, List<Tensor> inputs);
    }

    /** Compiles a body the first time; one run at a time keeps its buffers. */
    static Runner compiled() {
        Map<Program, Executable> programs = Collections.synchronizedMap(new IdentityHashMap<>());
        ThreadLocal<Workspace> buffers = ThreadLocal.withInitial(Workspace::new);
        return (body, inputs) ->
                programs.computeIfAbsent(body, Executable::compile).run(inputs, buffers.get());
    }

    static List<Tensor> scan(Op.Scan op, List<Tensor> in, Runner runner) {
        int first = op.constants() + op.carries();
        Program body = op.body();
        List<Tensor> arguments = new ArrayList<>(in);
        List<Tensor> ys = new ArrayList<>();
        for (TensorType row : body.outputTypes().subList(op.carries(), body.outputs().size())) {
            ys.add(Tensor.zeros(row.withShape(row.shape().prepend(op.length()))));
        }
        for (int step = 0; step < op.length(); step++) {
            int t = op.reverse() ? op.length() - 1 - step : step;
            for (int i = first; i < in.size(); i++) {
                arguments.set(i, row(in.get(i), body.inputTypes().get(i), t));
            }
            List<Tensor> out = runner.run(body, arguments);
            for (int i = 0; i < op.carries(); i++) {
                arguments.set(op.constants() + i, out.get(i));
            }
            for (int i = 0; i < ys.size(); i++) {
                Tensor row = out.get(op.carries() + i);
                System.arraycopy(row.data(), 0, ys.get(i).data(), t * row.size(), row.size());
            }
        }
        List<Tensor> out = new ArrayList<>(arguments.subList(op.constants(), first));
        out.addAll(ys);
        return out;
    }

    static List<Tensor> whileLoop(Op.While op, List<Tensor> in, Runner runner) {
        List<Tensor> arguments = new ArrayList<>(in);
        while (runner.run(op.condition(), arguments).get(0).booleans()[0]) {
            List<Tensor> out = runner.run(op.body(), arguments);
            for (int i = 0; i < out.size(); i++) {
                arguments.set(op.constants() + i, out.get(i));
            }
        }
        return List.copyOf(arguments.subList(op.constants(), arguments.size()));
    }

    private static Tensor row(Tensor x, TensorType type, int t) {
        Tensor row = Tensor.zeros(type);
        System.arraycopy(x.data(), t * row.size(), row.data(), 0, row.size());
        return row;
    }
}
