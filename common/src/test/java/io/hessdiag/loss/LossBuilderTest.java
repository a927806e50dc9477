package io.hessdiag.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.IrException;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LossBuilderTest {
    private static final Tensor MATRIX = Tensor.of(Shape.of(2, 3), 1, 2, 3, -1, 0, 5);

    private static Tensor ints(int... values) {
        long[] data = Arrays.stream(values).asLongStream().toArray();
        return Tensor.of(TensorType.of(DType.I32, values.length), data);
    }

    private static double value(Loss loss) {
        return Interpreter.run(loss.program(), loss.values()).get(0).get(0);
    }

    /** The scalar that {@code f} makes of a parameter. */
    private static double of(Tensor parameter, Function<Expr, Expr> f) {
        LossBuilder b = new LossBuilder();
        return value(b.build(f.apply(b.parameter("['p']", parameter))));
    }

    @Test
    void dataMayComeBeforeParameters() {
        LossBuilder b = new LossBuilder();
        Expr x = b.data(Tensor.of(Shape.of(2), 1, 2));
        Expr w = b.parameter("['w']", Tensor.of(Shape.of(2), 3, 4));
        Loss loss = b.build(w.mul(x).square().sum(0));
        assertEquals(1, loss.parameterCount());
        assertEquals(9 + 64, Interpreter.run(loss.program(), loss.values()).get(0).get(0));
    }

    @Test
    void operandsBroadcastAsInNumpy() {
        Tensor row = Tensor.of(Shape.of(3), 1, 10, 100);
        Tensor column = Tensor.of(Shape.of(2, 1), 1, -1);
        assertEquals(
                321 - 499, of(MATRIX, m -> m.mul(m.constant(row)).mul(m.constant(column)).sum()));
        assertEquals(10 + 6 * 2, of(MATRIX, m -> m.add(2).sum()));
        assertEquals(
                "shapes do not broadcast: [2, 3] and [2]",
                assertThrows(
                                LossException.class,
                                () ->
                                        of(
                                                MATRIX,
                                                m ->
                                                        m.add(
                                                                m.constant(
                                                                        Tensor.of(
                                                                                Shape.of(2),
                                                                                1,
                                                                                2)))))
                        .getMessage());
    }

    @Test
    void reductionsTakeAxesFromEitherEnd() {
        assertEquals(10 / 6., of(MATRIX, Expr::mean), 1e-15);
        assertEquals(36 + 16, of(MATRIX, m -> m.sum(-1).square().sum()));
        assertEquals(2 * 2 + 8 * 8, of(MATRIX, m -> m.sum(0).square().sum()));
        assertEquals(3 + 5, of(MATRIX, m -> m.amax(1).sum()));
        assertEquals(
                2.0,
                of(
                        MATRIX,
                        m ->
                                m.mean(1)
                                        .max(m.mean(1))
                                        .reshape(2, 1)
                                        .max(m.constant(Tensor.scalar(2)))
                                        .amax()));
        assertThrows(LossException.class, () -> of(MATRIX, m -> m.sum(2)));
    }

    @Test
    void matrixProducts() {
        Tensor v = Tensor.of(Shape.of(3), 1, 1, 2);
        assertEquals(9 + 9, of(MATRIX, m -> m.matmul(m.constant(v)).sum()));
        assertEquals(14 + 26 + 2 * 14, of(MATRIX, m -> m.matmul(m.transpose()).sum()));
        assertThrows(IrException.class, () -> of(MATRIX, m -> m.matmul(m)));
        assertThrows(LossException.class, () -> of(Tensor.scalar(1), m -> m.matmul(m)));
    }

    @Test
    void softmaxCrossEntropyByLabels() {
        double row0 = Math.log(Math.exp(-2) + Math.exp(-1) + 1);
        double row1 = Math.log(Math.exp(-1) + 1 + Math.exp(5)) + 1;
        assertEquals(
                (row0 + row1) / 2,
                of(MATRIX, m -> m.softmaxCrossEntropy(m.constant(ints(2, 0)))),
                1e-15);
        assertEquals(row0 + 3 + row1 - 1, of(MATRIX, m -> m.logSumExp(1).sum()), 1e-14);
    }

    @Test
    void largeLogitsDoNotOverflow() {
        Tensor huge = Tensor.of(Shape.of(1, 2), 1000, 0);
        assertEquals(1000, of(huge, m -> m.logSumExp(-1).sum()));
        assertEquals(1000, of(huge, m -> m.softmaxCrossEntropy(m.constant(ints(1)))));
    }

    @Test
    void rowsOfATableByIndex() {
        Tensor indices = Tensor.of(TensorType.of(DType.I32, 2, 2), new long[] {1, 1, 0, 1});
        assertEquals(3 * 4 + 6, of(MATRIX, m -> m.rows(m.constant(indices)).sum()));
    }

    @Test
    void elementwiseFunctions() {
        assertEquals(Math.tanh(0.5), of(Tensor.scalar(0.5), Expr::tanh), 1e-15);
        assertEquals(Math.log1p(Math.exp(0.5)), of(Tensor.scalar(0.5), Expr::softplus), 1e-15);
        assertEquals(1 / (1 + Math.exp(-0.5)), of(Tensor.scalar(0.5), Expr::sigmoid), 1e-15);
        assertEquals(11, of(MATRIX, m -> m.relu().sum()));
        assertEquals(12, of(MATRIX, m -> m.abs().sum()));
        assertEquals(0.125, of(Tensor.scalar(0.5), x -> x.pow(3)), 1e-16);
        assertEquals(-1.5, of(Tensor.scalar(3), x -> x.div(2).negate()));
        assertEquals(
                9,
                of(
                        MATRIX,
                        m ->
                                m.compare(Comparison.GT, m.sub(m).add(1))
                                        .select(
                                                m,
                                                m.constant(Tensor.scalar(-0.0).toFloat(DType.F64)))
                                        .sum()
                                        .sub(1)));
    }

    @Test
    void parametersKeepTheirTree() {
        PyTree<Tensor> params =
                PyTree.tuple(
                        List.of(
                                PyTree.leaf(Tensor.scalar(2)),
                                PyTree.dict(Map.of("w", PyTree.leaf(MATRIX)))));
        LossBuilder b = new LossBuilder();
        List<Expr> p = b.parameters(params).leaves();
        Loss loss = b.build(p.get(1).mul(p.get(0)).sum().add(b.data(Tensor.scalar(3))));
        assertEquals(23, value(loss));
        assertEquals(params, loss.parameters());
        assertEquals("(0, {'w': 1})", loss.tree().toString());
        assertEquals(7, loss.size());
        assertEquals(1, loss.parameterOffset(1));
        assertEquals(2, loss.parameterCount());
        assertEquals(KeyPath.of(0, 1, "w"), loss.leaves().get(1).path());
        assertEquals(KeyPath.of(1, "w"), loss.leaves().get(1).name());
        assertEquals(KeyPath.of(1), loss.dataLeaves().get(0).name());
        assertEquals(DType.F64, loss.dtype());
    }

    @Test
    void aSingleArrayAsTheParametersKeepsItsIndex() {
        LossBuilder b = new LossBuilder();
        Loss loss = b.build(b.parameter("", MATRIX).sum());
        assertEquals("[0]", loss.leaves().get(0).name().toString());
        assertEquals("[0]", loss.tree().toString());
    }

    @Test
    void lossesSerialise() throws Exception {
        LossBuilder b = new LossBuilder();
        Loss loss = b.build(b.parameter("['w']", MATRIX).mul(b.data(MATRIX)).mean());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(loss);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Loss copy = (Loss) in.readObject();
            assertEquals(loss.leaves(), copy.leaves());
            assertEquals(loss.values(), copy.values());
            assertEquals(loss.tree(), copy.tree());
            assertEquals(value(loss), value(copy));
        }
    }

    private static String problem(Function<LossBuilder, Expr> f) {
        return assertThrows(
                        LossException.class,
                        () -> {
                            LossBuilder b = new LossBuilder();
                            b.build(f.apply(b));
                        })
                .getMessage();
    }

    @Test
    void lossesThatCannotBeDifferentiatedAreRefused() {
        assertEquals(
                "loss: expected one float scalar as the result, found [tensor<2x3xf64>]",
                problem(b -> b.parameter("['w']", MATRIX)));
        assertEquals("loss: no parameters", problem(b -> b.data(Tensor.scalar(1))));
        assertEquals(
                "leaf [0]['w']: expected a float parameter, found tensor<1xi32>",
                problem(b -> b.parameter("['w']", ints(1)).sum()));
        assertEquals(
                "leaf [1]: NaN at index [1] of shape [2]",
                problem(
                        b ->
                                b.parameter("['w']", MATRIX)
                                        .sum()
                                        .add(b.data(Tensor.of(Shape.of(2), 1, Double.NaN)).sum())));
        assertTrue(
                problem(
                                b ->
                                        b.parameter("['w']", MATRIX)
                                                .sum()
                                                .add(b.parameter("['w']", MATRIX).sum()))
                        .contains("two leaves at ['w']"));
    }

    @Test
    void otherValuesKeepTheStructure() {
        LossBuilder b = new LossBuilder();
        PyTree<Tensor> params = PyTree.tuple(List.of(PyTree.leaf(Tensor.scalar(2))));
        Loss loss = b.build(b.parameters(params).leaves().get(0).square());
        Loss other = loss.withValues(List.of(Tensor.scalar(5)));
        assertEquals(25, value(other));
        assertEquals(loss.tree(), other.tree());
        assertThrows(LossException.class, () -> loss.withValues(List.of(MATRIX)));
        assertArrayEquals(new double[] {2}, loss.values().get(0).doubles());
    }
}
