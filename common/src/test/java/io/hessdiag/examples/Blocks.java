package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ad.Gradient;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Loss and gradient of a whole program against what its blocks and its remainder add up to. */
final class Blocks {
    private static final double TOLERANCE = 1e-13;

    private Blocks() {}

    /** The analysis' proof, once it has been checked with blocks of many sizes. */
    static Separable check(Program loss, int parameters, List<Tensor> arguments) {
        ExampleAxes.Result result = ExampleAxes.find(loss, parameters);
        Separable separable =
                result.separable()
                        .orElseThrow(() -> new AssertionError(result.coupling().get().toString()));
        return check(separable, loss, arguments);
    }

    static Separable check(Separable separable, Program loss, List<Tensor> arguments) {
        Separable copy = copy(separable);
        ProgramChecker.check(copy.program());
        List<Tensor> whole = gradient(loss, copy.parameters(), arguments);
        List<Tensor> data = arguments.subList(copy.parameters(), arguments.size());
        List<Tensor> derived = Interpreter.run(ProgramChecker.check(copy.prelude()), data);
        int n = copy.examples();
        for (int size : new int[] {1, 3, n - 1, n, n + 2}) {
            Rebatch blocks = copy(Rebatch.of(copy, size));
            assertEquals(size, blocks.size());
            assertEquals((n + size - 1) / size, blocks.blocks(n));
            List<double[]> sums = zeros(whole);
            double[] largest = new double[1];
            for (int i = 0; i < blocks.blocks(n); i++) {
                add(sums, largest, block(blocks, copy, arguments, derived, i * size));
            }
            copy.remainder()
                    .ifPresent(
                            r ->
                                    add(
                                            sums,
                                            largest,
                                            gradient(
                                                    r,
                                                    copy.parameters(),
                                                    copy.remainderArguments(arguments, derived))));
            for (int i = 0; i < whole.size(); i++) {
                close(
                        whole.get(i),
                        sums.get(i),
                        largest[0],
                        "block size " + size + ", result " + i);
            }
        }
        weighted(copy, arguments, derived);
        again(copy);
        return copy;
    }

    /** Σ wₙ ℓₙ for random weights. */
    private static void weighted(Separable s, List<Tensor> arguments, List<Tensor> derived) {
        int n = s.examples();
        double[] w = new Random(1).doubles(n, -1, 1).toArray();
        Rebatch one = Rebatch.of(s, 1);
        double expected = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double each =
                    Interpreter.run(one.program(), one.arguments(arguments, derived, i))
                            .get(0)
                            .get(0);
            expected += w[i] * each;
            largest = Math.max(largest, Math.abs(each));
        }
        Rebatch all = Rebatch.of(s, n);
        List<Tensor> in = all.arguments(arguments, derived, 0);
        in.set(in.size() - 1, Tensor.of(Shape.of(n), w));
        double found = Interpreter.run(all.program(), in).get(0).get(0);
        assertEquals(expected, found, n * TOLERANCE * largest, "weighted");
    }

    /** A block's program is a sum over its examples itself, with nothing besides. */
    private static void again(Separable s) {
        boolean whole = s.dataAxes().stream().allMatch(a -> a.outer() * a.inner() == 1);
        if (!whole) {
            return;
        }
        Rebatch block = Rebatch.of(s, 3);
        Ints axes = Ints.of(s.dataAxes().stream().mapToInt(ExampleAxis::axis).toArray());
        ExampleAxes.Result result =
                ExampleAxes.find(block.program(), s.parameters(), axes.append(0));
        Separable found =
                result.separable()
                        .orElseThrow(() -> new AssertionError(result.coupling().toString()));
        assertEquals(Optional.empty(), found.remainder());
        if (found.program().equals(block.program())) {
            for (int v = 0; v < found.program().values(); v++) {
                if (found.axis(v).isPresent()) {
                    assertEquals(found.axis(v), block.axis(v), "%" + v + " of " + block.program());
                }
            }
        }
    }

    private static List<Tensor> block(
            Rebatch blocks, Separable s, List<Tensor> arguments, List<Tensor> derived, int start) {
        return gradient(
                blocks.program(), s.parameters(), blocks.arguments(arguments, derived, start));
    }

    /** The loss and its gradient. */
    static List<Tensor> gradient(Program loss, int parameters, List<Tensor> arguments) {
        ProgramChecker.check(loss);
        Program gradient = ProgramChecker.check(Gradient.of(loss, Ints.range(parameters)));
        return Interpreter.run(gradient, arguments);
    }

    private static List<double[]> zeros(List<Tensor> like) {
        return like.stream().map(t -> new double[t.size()]).toList();
    }

    private static void add(List<double[]> sums, double[] largest, List<Tensor> more) {
        for (int i = 0; i < more.size(); i++) {
            for (int k = 0; k < more.get(i).size(); k++) {
                sums.get(i)[k] += more.get(i).get(k);
                largest[0] = Math.max(largest[0], Math.abs(more.get(i).get(k)));
            }
        }
    }

    /** Relative to the largest of all numbers that have been added up. */
    private static void close(Tensor expected, double[] found, double largest, String name) {
        for (int k = 0; k < found.length; k++) {
            assertEquals(expected.get(k), found[k], TOLERANCE * largest, name + " entry " + k);
        }
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    static <T> T copy(T value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in =
                    new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
