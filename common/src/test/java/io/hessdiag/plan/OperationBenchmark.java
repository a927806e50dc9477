package io.hessdiag.plan;

import io.hessdiag.eval.Executable;
import io.hessdiag.eval.Workspace;
import io.hessdiag.ir.Program;
import io.hessdiag.kernel.Gemm;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.Selection;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Prints the convolution and long-loop figures of job/benchmarks.md: best of several runs. */
final class OperationBenchmark {
    private static final String CONVOLUTION =
            """
            func.func public @main(%x: X, %k: K) -> Y {
              %y = stablehlo.convolution(%x, %k) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], \
            window = {pad = [[1, 1], [1, 1]]} {batch_group_count = 1 : i64, \
            feature_group_count = 1 : i64} : (X, K) -> Y
              return %y : Y
            }
            """
                    .replace("X", "tensor<8x32x32x64xf64>")
                    .replace("K", "tensor<3x3x64x64xf64>")
                    .replace("Y", "tensor<8x32x32x64xf64>");

    /** h ↦ tanh(x_t w + h u) for STEPS steps; the loss is |h|². */
    private static final String LOOP =
            """
            func.func public @main(%u: U, %w: W, %x: X) -> tensor<f64> {
              %zero = stablehlo.constant dense<0.0> : tensor<f64>
              %h = stablehlo.broadcast_in_dim %zero, dims = [] : (tensor<f64>) -> H
              %c = stablehlo.constant dense<0> : tensor<i32>
              %n = stablehlo.constant dense<STEPS> : tensor<i32>
              %one = stablehlo.constant dense<1> : tensor<i32>
              %r:2 = stablehlo.while(%i = %c, %s = %h) : tensor<i32>, H
              cond {
                %p = stablehlo.compare LT, %i, %n, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
                stablehlo.return %p : tensor<i1>
              } do {
                %a = stablehlo.dynamic_slice %x, %i, %c, %c, sizes = [1, 8, 8] \
            : (X, tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<1x8x8xf64>
                %b = stablehlo.reshape %a : (tensor<1x8x8xf64>) -> tensor<8x8xf64>
                %d = stablehlo.dot_general %b, %w, contracting_dims = [1] x [0] : (tensor<8x8xf64>, W) -> H
                %e = stablehlo.dot_general %s, %u, contracting_dims = [1] x [0] : (H, U) -> H
                %f = stablehlo.add %d, %e : H
                %g = stablehlo.tanh %f : H
                %j = stablehlo.add %i, %one : tensor<i32>
                stablehlo.return %j, %g : tensor<i32>, H
              }
              %q = stablehlo.multiply %r#1, %r#1 : H
              %l = stablehlo.reduce(%q init: %zero) applies stablehlo.add across dimensions = [0, 1] \
            : (H, tensor<f64>) -> tensor<f64>
              return %l : tensor<f64>
            }
            """
                    .replace(": U", ": tensor<64x64xf64>")
                    .replace("(H, U)", "(H, tensor<64x64xf64>)")
                    .replace(": W", ": tensor<8x64xf64>")
                    .replace(", W)", ", tensor<8x64xf64>)")
                    .replace(": X", ": tensor<STEPSx8x8xf64>")
                    .replace("(X,", "(tensor<STEPSx8x8xf64>,")
                    .replace("H", "tensor<8x64xf64>");

    private OperationBenchmark() {}

    public static void main(String[] args) {
        convolution();
        loop(100);
        loop(1000);
    }

    private static void convolution() {
        Executable program = Executable.compile(Rewrites.simplify(read(CONVOLUTION)));
        List<Tensor> in = random(program.program().inputTypes());
        Workspace workspace = new Workspace();
        double[] a = new double[8192 * 576];
        double[] c = new double[8192 * 64];
        double[] k = in.get(1).doubles();
        double whole = best(() -> program.run(in, workspace));
        double product =
                best(
                        () ->
                                Gemm.gemm(
                                        false, false, 8192, 64, 576, 1, a, 0, 576, k, 0, 64, 0, c,
                                        0, 64));
        System.out.printf("convolution %.1f ms, its product %.1f ms%n", 1e3 * whole, 1e3 * product);
    }

    private static void loop(int steps) {
        Program program = read(LOOP.replace("STEPS", Integer.toString(steps)));
        List<Tensor> values = random(program.inputTypes());
        List<LeafInfo> leaves = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            leaves.add(new LeafInfo(KeyPath.of(i), values.get(i).type(), i < 2));
        }
        Loss loss = new Loss(program, null, leaves, values, Map.of());
        PlanOptions options =
                PlanOptions.DEFAULT
                        .withMethod(Method.INDEX)
                        .withSelection(Selection.parse("[0][0,:32]"))
                        .withBlockDirections(16);
        DiagonalPlan plan = DiagonalPlan.create(loss, options);
        Executable gradient = Executable.compile(plan.gradient());
        double first = best(() -> gradient.run(plan.arguments().values()));
        double second = best(() -> plan.units().forEach(plan::compute));
        System.out.printf(
                "%d steps: gradient %.0f µs a step, 32 entries %.0f µs a step%n",
                steps, 1e6 * first / steps, 1e6 * second / steps);
    }

    private static Program read(String text) {
        return StableHlo.importFunction(StableHlo.parse("benchmark.mlir", text), "main").program();
    }

    private static List<Tensor> random(List<TensorType> types) {
        Random random = new Random(1);
        return types.stream()
                .map(t -> Tensor.of(t.shape(), random.doubles(t.size(), -0.2, 0.2).toArray()))
                .toList();
    }

    private static double best(Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }
}
