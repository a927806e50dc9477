package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.IrException;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;

/** Derivatives of {@code scatter} with each combiner; the values at ties are JAX's. */
final class ScatterDerivative {
    private final ProgramBuilder b;
    private final Op.Scatter op;
    private final int operand;
    private final int indices;
    private final int updates;
    private final int result;

    ScatterDerivative(
            ProgramBuilder b, Op.Scatter op, int operand, int indices, int updates, int result) {
        this.b = b;
        this.op = op;
        this.operand = operand;
        this.indices = indices;
        this.updates = updates;
        this.result = result;
    }

    int jvp(int dOperand, int dUpdates) {
        return switch (op.combiner()) {
            case ADD, SET ->
                    b.emit(op, orZeros(dOperand, operand), indices, orZeros(dUpdates, updates));
            case MULTIPLY -> product(dOperand, dUpdates);
            case MINIMUM, MAXIMUM -> extreme(dOperand, dUpdates);
            case AND, OR, XOR -> NONE;
        };
    }

    private int orZeros(int tangent, int like) {
        return tangent == NONE ? b.fullLike(like, 0) : tangent;
    }

    /** d(o ∏u) = ∏u do + o du; the second term only where no two updates meet. */
    private int product(int dOperand, int dUpdates) {
        int first = NONE;
        if (dOperand != NONE) {
            int factor = b.emit(op, b.fullLike(operand, 1), indices, updates);
            first = b.multiply(factor, dOperand);
        }
        if (dUpdates == NONE) {
            return first;
        }
        if (!op.uniqueIndices()) {
            throw new IrException(
                    "scatter: multiply with repeated indices has no derivative with"
                            + " respect to its updates; mark them unique_indices");
        }
        int second = scatterAdd(b.multiply(read(operand, 0), dUpdates));
        return first == NONE ? second : b.add(first, second);
    }

    /** Equal shares for everything, operand and updates, that equals the result. */
    private int extreme(int dOperand, int dUpdates) {
        int chosenUpdates = equal(updates, read(result, 0));
        int chosenOperand = equal(operand, result);
        int count =
                b.binary(
                        BinaryFunction.MAXIMUM,
                        b.add(chosenOperand, scatterAdd(chosenUpdates)),
                        b.fullLike(result, 1));
        int tangent = NONE;
        if (dOperand != NONE) {
            tangent = b.multiply(b.divide(chosenOperand, count), dOperand);
        }
        if (dUpdates != NONE) {
            int share = b.divide(chosenUpdates, read(count, 1));
            int second = scatterAdd(b.multiply(share, dUpdates));
            tangent = tangent == NONE ? second : b.add(tangent, second);
        }
        return tangent;
    }

    private int equal(int x, int y) {
        return b.convert(b.compare(Comparison.EQ, x, y), b.type(x).dtype());
    }

    private int scatterAdd(int x) {
        return b.emit(
                new Op.Scatter(op.dims(), Combiner.ADD, op.uniqueIndices()),
                b.fullLike(operand, 0),
                indices,
                x);
    }

    private int read(int x, double outside) {
        return Indices.read(b, op.dims(), indices, b.shape(updates), x, outside);
    }
}
