package io.hessdiag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Op MATMUL =
            new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0));
    private final ProgramBuilder b = new ProgramBuilder("p");
    private final int x = b.input(TensorType.of(DType.F64, 4, 4));

    /** Steps as their nodes' op names, space between nodes. */
    private static List<String> steps(Program program) {
        return Schedule.of(Graph.of(program)).stream()
                .map(s -> s.stream().map(ScheduleTest::name).collect(Collectors.joining(" ")))
                .toList();
    }

    private static String name(Node n) {
        return n.op() == null ? "copy" : n.op().name();
    }

    @Test
    void chainWithBroadcastOperandAndRowSumIsOneStep() {
        int bias = b.input(TensorType.of(DType.F64, 4));
        int y = b.multiply(b.add(x, b.broadcast(bias, b.shape(x), Ints.of(1))), x);
        assertEquals(List.of("add multiply reduce"), steps(b.build(b.sum(y, Ints.of(1)))));
    }

    @Test
    void sumOverTheFirstAxisJoinsTheGroup() {
        assertEquals(List.of("negate reduce"), steps(b.build(b.sum(b.negate(x), Ints.of(0)))));
    }

    @Test
    void sumWhoseRowsFitNoStripStandsAlone() {
        int wide = b.input(TensorType.of(DType.F64, 3, Schedule.LONGEST_STRIP + 1));
        assertEquals(
                List.of("negate", "reduce"), steps(b.build(b.sum(b.negate(wide), Ints.of(0)))));
    }

    @Test
    void whatDependsOnTheGroupThroughAProductIsNotInIt() {
        int y = b.negate(x);
        assertEquals(
                List.of("negate", "dot_general", "add"),
                steps(b.build(b.add(y, b.emit(MATMUL, y, x)))));
    }

    @Test
    void productsRunFirstSoThatGroupsAreWhole() {
        int y = b.negate(x);
        assertEquals(
                List.of("dot_general", "negate add"),
                steps(b.build(b.add(y, b.emit(MATMUL, x, x)))));
    }

    /** To look at all that waits, at every step, takes the square of a program's length. */
    @Test
    void nothingWaitsThroughThousandsOfNodes() {
        assertEquals("tanh add", steps(sumAfterProducts(500)).get(500));
        List<String> steps = steps(sumAfterProducts(2000));
        assertEquals("add", steps.get(2001));
        assertTrue(steps.indexOf("tanh") > 1000, "waited a while: " + steps.indexOf("tanh"));
        assertTrue(steps.indexOf("tanh") < 1500, "ran at " + steps.indexOf("tanh"));
    }

    /** tanh(x) + x·x·…·x. */
    private static Program sumAfterProducts(int count) {
        ProgramBuilder b = new ProgramBuilder("p");
        int x = b.input(TensorType.of(DType.F64, 4, 4));
        int y = b.unary(UnaryFunction.TANH, x);
        int product = x;
        for (int i = 0; i < count; i++) {
            product = b.emit(MATMUL, product, x);
        }
        return b.build(b.add(y, product));
    }

    @Test
    void whatOnlyALaterGroupReadsWaitsForIt() {
        int y = b.negate(x);
        int z = b.unary(UnaryFunction.TANH, x);
        int product = b.emit(MATMUL, y, x);
        assertEquals(
                List.of("negate", "dot_general", "tanh add"), steps(b.build(b.add(z, product))));
    }

    /** The scale is computed first, so that all that it is multiplied with is one group. */
    @Test
    void smallGroupsRunBeforeLargeOnes() {
        int v = b.input(TensorType.of(DType.F64, 4));
        int y = b.negate(x);
        int scale = b.unary(UnaryFunction.TANH, v);
        int z = b.multiply(y, b.broadcast(scale, b.shape(x), Ints.of(1)));
        int product = b.emit(MATMUL, y, x);
        assertEquals(List.of("tanh", "negate multiply", "dot_general"), steps(b.build(z, product)));
    }

    @Test
    void transposedReadIsAStepOfItsOwnGroupOnly() {
        int y = b.negate(x);
        assertEquals(
                List.of("negate", "add"), steps(b.build(b.add(y, b.transpose(y, Ints.of(1, 0))))));
    }

    @Test
    void outerProductIsAMultiplication() {
        int v = b.input(TensorType.of(DType.F64, 4));
        int outer = b.emit(new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.EMPTY, Ints.EMPTY), v, v);
        assertEquals(List.of("multiply add"), steps(b.build(b.add(outer, x))));
    }

    @Test
    void movedOutputIsCopiedOnce() {
        int t = b.transpose(x, Ints.of(1, 0));
        assertEquals(List.of("copy"), steps(b.build(t, b.reshape(t, Shape.of(16)))));
    }
}
