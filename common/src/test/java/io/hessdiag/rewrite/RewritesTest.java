package io.hessdiag.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.ir.ProgramGenerator;
import io.hessdiag.ir.Programs;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rewrites keep every bit of every result (but in large products), for NaN and −0.0 too. */
class RewritesTest {
    private static final double[] SPECIAL = {
        -0.0,
        0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        1e-300
    };

    private static List<Tensor> special(Random random, List<TensorType> types) {
        List<Tensor> out = new ArrayList<>();
        for (TensorType type : types) {
            out.add(
                    Tensor.of(
                            type.shape(),
                            random.doubles(type.size(), -1, 1)
                                    .map(
                                            x ->
                                                    random.nextInt(3) == 0
                                                            ? SPECIAL[random.nextInt(8)]
                                                            : x)
                                    .toArray()));
        }
        return out;
    }

    private static void keepsBits(Program before, UnaryOperator<Program> rewrite, Random random) {
        Program after = ProgramChecker.check(rewrite.apply(before));
        assertEquals(before.inputTypes(), after.inputTypes());
        List<Tensor> x = Programs.random(random, before.inputTypes());
        assertEquals(Interpreter.run(before, x), Interpreter.run(after, x), () -> "" + after);
        List<Tensor> s = special(random, before.inputTypes());
        assertEquals(Interpreter.run(before, s), Interpreter.run(after, s), () -> s + "\n" + after);
    }

    private static void randomProgramsKeepBits(UnaryOperator<Program> rewrite) {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Program p = ProgramGenerator.outputs(random, 4 + random.nextInt(12));
            try {
                keepsBits(p, rewrite, random);
            } catch (RuntimeException | AssertionError e) {
                fail("seed " + seed + ": " + e.getMessage() + "\n" + p, e);
            }
        }
    }

    @Test
    void simplify() {
        randomProgramsKeepBits(Rewrites::simplify);
    }

    @Test
    void imported() {
        randomProgramsKeepBits(Rewrites::imported);
    }

    @Test
    void deadCode() {
        randomProgramsKeepBits(DeadCode::eliminate);
    }

    @Test
    void restoreStopGradient() {
        randomProgramsKeepBits(RestoreStopGradient::apply);
    }

    @Test
    void simplifyingTwiceChangesNothingMore() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Program once = Rewrites.simplify(ProgramGenerator.outputs(random, 12));
            assertEquals(once.toString(), Rewrites.simplify(once).toString());
        }
    }

    private static final Shape X = Shape.of(2, 3, 4);

    private static Program program(Programs.Body body) {
        return Programs.of(body, X);
    }

    /** The ops that are left of a program after simplification. */
    private static List<String> left(Program p) {
        keepsBits(p, Rewrites::simplify, new Random(1));
        return Rewrites.simplify(p).equations().stream().map(e -> e.op().name()).toList();
    }

    private static Ints i(int... values) {
        return Ints.of(values);
    }

    @Test
    void dataMovementThatMovesNothingIsDropped() {
        Ints zeros = i(0, 0, 0);
        Ints ones = i(1, 1, 1);
        List<Op> identities =
                List.of(
                        new Op.Reshape(X),
                        new Op.BroadcastInDim(X, i(0, 1, 2)),
                        new Op.Transpose(i(0, 1, 2)),
                        new Op.Convert(DType.F64),
                        new Op.Slice(zeros, X.dims(), ones),
                        new Op.Reverse(Ints.EMPTY));
        for (Op op : identities) {
            assertEquals(List.of(), left(program((b, x) -> b.emit(op, x))), op.name());
        }
        assertEquals(
                List.of(),
                left(
                        program(
                                (b, x) ->
                                        b.emit(
                                                new Op.Pad(zeros, zeros, zeros),
                                                x[0],
                                                b.scalar(DType.F64, 1)))));
    }

    @Test
    void dataMovementThatMovesSomethingStays() {
        Shape square = Shape.of(2, 2);
        List<Op> moves =
                List.of(
                        new Op.BroadcastInDim(square, i(1, 0)),
                        new Op.Transpose(i(1, 0)),
                        new Op.Reverse(i(0)),
                        new Op.Convert(DType.F32),
                        new Op.Slice(i(0, 0), i(2, 2), i(1, 2)));
        for (Op op : moves) {
            Program p = Programs.of((b, x) -> b.emit(op, x), square);
            assertEquals(List.of(op.name()), left(p));
        }
    }

    @Test
    void zerosAndOnesAreNotTakenAsNeutral() {
        assertEquals(
                List.of("constant", "broadcast_in_dim", "add"),
                left(program((b, x) -> b.add(x[0], b.fullLike(x[0], 0)))));
        assertEquals(
                List.of("constant", "broadcast_in_dim", "multiply"),
                left(program((b, x) -> b.multiply(x[0], b.fullLike(x[0], 0)))));
        assertEquals(
                List.of("negate", "negate"), left(program((b, x) -> b.negate(b.negate(x[0])))));
        assertEquals(
                List.of("convert", "convert"),
                left(program((b, x) -> b.convert(b.convert(x[0], DType.F32), DType.F64))));
    }

    @Test
    void viewsOfViewsAreOneView() {
        assertEquals(
                List.of("broadcast_in_dim"),
                left(
                        program(
                                (b, x) ->
                                        b.broadcast(
                                                b.broadcast(x[0], Shape.of(4, 2, 5, 3), i(1, 3, 0)),
                                                Shape.of(3, 5, 4, 6, 2),
                                                i(2, 4, 1, 0)))));
        assertEquals(
                List.of("broadcast_in_dim"),
                left(
                        Programs.of(
                                (b, x) ->
                                        b.broadcast(
                                                b.broadcast(x[0], Shape.of(1, 3), i(0, 1)),
                                                Shape.of(3, 4),
                                                i(1, 0)),
                                Shape.of(1, 3))));
        assertEquals(
                List.of("reshape"),
                left(program((b, x) -> b.reshape(b.reshape(x[0], Shape.of(24)), Shape.of(4, 6)))));
        assertEquals(
                List.of(), left(program((b, x) -> b.reshape(b.reshape(x[0], Shape.of(24)), X))));
        assertEquals(
                List.of("transpose"),
                left(program((b, x) -> b.transpose(b.transpose(x[0], i(1, 2, 0)), i(0, 2, 1)))));
        assertEquals(
                List.of(),
                left(program((b, x) -> b.transpose(b.transpose(x[0], i(1, 2, 0)), i(2, 0, 1)))));
    }

    @Test
    void composedTransposesPermuteInOrder() {
        Program p =
                Rewrites.simplify(
                        program((b, x) -> b.transpose(b.transpose(x[0], i(1, 2, 0)), i(0, 2, 1))));
        assertEquals(new Op.Transpose(i(1, 0, 2)), p.equations().get(0).op());
    }

    private static Program product(Ints permutation, Op dot, Shape x, Shape y, boolean left) {
        return Programs.of(
                (b, in) ->
                        left
                                ? b.emit(dot, b.transpose(in[0], permutation), in[1])
                                : b.emit(dot, in[1], b.transpose(in[0], permutation)),
                x,
                y);
    }

    @Test
    void productsReadTransposedOperandsWhereTheyLie() {
        Op matmul = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, i(1), i(0));
        for (int n : new int[] {1, 3, 9}) {
            Program left = product(i(1, 0), matmul, Shape.of(n, 5), Shape.of(n, 7), true);
            assertEquals(List.of("dot_general"), left(left));
            Program right = product(i(1, 0), matmul, Shape.of(7, n), Shape.of(5, n), false);
            assertEquals(List.of("dot_general"), left(right));
        }
        Op batched = new Op.DotGeneral(i(0), i(1), i(2), i(0));
        assertEquals(
                List.of("dot_general"),
                left(product(i(2, 0, 1), batched, Shape.of(3, 4, 2), Shape.of(4, 2, 5), true)));
    }

    /** Beyond the smallest sizes the order of a sum, and so its rounding, depends on the layout. */
    @Test
    void largeProductsOfTransposedOperandsAgreeToRounding() {
        Op matmul = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, i(1), i(0));
        Program before = product(i(1, 0), matmul, Shape.of(100, 96), Shape.of(50, 96), false);
        Program after = Rewrites.simplify(before);
        assertEquals(1, after.equations().size());
        List<Tensor> x = Programs.random(new Random(4), before.inputTypes());
        Programs.assertClose(
                Interpreter.run(before, x).get(0).doubles(),
                Interpreter.run(after, x).get(0).doubles(),
                1e-14,
                after);
    }

    @Test
    void aTransposeThatSwapsFreeAxesStays() {
        Op dot = new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, i(2), i(0));
        assertEquals(
                List.of("transpose", "dot_general"),
                left(product(i(2, 1, 0), dot, Shape.of(4, 3, 2), Shape.of(4, 5), true)));
    }

    @Test
    void deadEquationsGoAndInputsStay() {
        Program p =
                Programs.of(
                        (b, x) -> {
                            b.unary(UnaryFunction.TANH, x[0]);
                            return b.negate(x[1]);
                        },
                        X,
                        X,
                        X);
        Program alive = DeadCode.eliminate(p);
        assertEquals(1, alive.equations().size());
        assertEquals(3, alive.inputs().size());
    }

    @Test
    void argmaxStaysWholeWhenOneOfItsResultsIsUsed() {
        ProgramBuilder b = new ProgramBuilder("f");
        int x = b.input(TensorType.of(DType.F64, 3));
        Ints out =
                b.apply(
                        new Op.ArgReduce(true, 0),
                        Ints.of(
                                x,
                                b.emit(new Op.Iota(TensorType.of(DType.I64, 3), 0)),
                                b.scalar(DType.F64, Double.NEGATIVE_INFINITY),
                                b.scalar(DType.I64, 0)));
        Program p = b.build(out.get(1));
        keepsBits(p, Rewrites::simplify, new Random(3));
        assertTrue(left(p).contains("argmax"));
    }

    @Test
    void rewrittenOperandsAreSeenByLaterRules() {
        Program p =
                Programs.of(
                        (b, x) -> {
                            int same = b.emit(new Op.Reshape(Shape.of(2, 3)), x[0]);
                            int twice = b.transpose(b.transpose(same, i(1, 0)), i(1, 0));
                            return b.binary(BinaryFunction.ADD, twice, x[0]);
                        },
                        Shape.of(2, 3));
        assertEquals(List.of("add"), left(p));
    }
}
