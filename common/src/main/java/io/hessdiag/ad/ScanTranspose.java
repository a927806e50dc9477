package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reverse mode through a linear loop: the loop backwards, with the cotangents of the carries as its
 * carries. A constant's cotangent is summed in a further carry, a moving x's rows come out as ys.
 */
final class ScanTranspose {
    private final ProgramBuilder b;
    private final Op.Scan op;
    private final Program body;
    private final Ints linearConstants;
    private final Ints linearRows;
    private final int rows;

    ScanTranspose(ProgramBuilder b, Op.Scan op, IntPredicate moves) {
        this.b = b;
        this.op = op;
        this.body = op.body();
        this.rows = op.constants() + op.carries();
        this.linearConstants = Ints.range(op.constants()).filter(moves);
        this.linearRows = Ints.range(rows, body.inputs().size()).filter(moves);
    }

    /**
     * @param operand ids in {@code b} of the operands that do not move
     * @param ct cotangents of the results, or {@link Derivatives#NONE}
     * @return per operand its cotangent, or {@link Derivatives#NONE}
     */
    int[] pull(int[] operand, int[] ct) {
        Ints plainConstants = Ints.range(op.constants()).without(linearConstants);
        Ints plainRows =
                Ints.range(rows, body.inputs().size()).filter(i -> !linearRows.contains(i));
        Ints pulled = Ints.range(op.carries(), ct.length).filter(i -> ct[i] != NONE);
        Op.Scan reverse =
                new Op.Scan(
                        plainConstants.size(),
                        op.carries() + linearConstants.size(),
                        op.length(),
                        !op.reverse(),
                        reverseBody(plainConstants, plainRows, pulled));
        Ints in = Ints.of(plainConstants.stream().map(i -> operand[i]).toArray());
        for (int j = 0; j < op.carries(); j++) {
            in = in.append(ct[j] == NONE ? b.full(body.outputTypes().get(j), 0) : ct[j]);
        }
        for (int i = 0; i < linearConstants.size(); i++) {
            in = in.append(b.full(body.inputTypes().get(linearConstants.get(i)), 0));
        }
        in =
                in.concat(Ints.of(plainRows.stream().map(i -> operand[i]).toArray()))
                        .concat(Ints.of(pulled.stream().map(i -> ct[i]).toArray()));
        Ints out = Loop.emit(b, reverse, in);
        int[] result = new int[operand.length];
        Arrays.fill(result, NONE);
        int next = 0;
        for (int j = 0; j < op.carries(); j++) {
            result[op.constants() + j] = out.get(next++);
        }
        for (int i = 0; i < linearConstants.size(); i++) {
            result[linearConstants.get(i)] = out.get(next++);
        }
        for (int i = 0; i < linearRows.size(); i++) {
            result[linearRows.get(i)] = out.get(next++);
        }
        return result;
    }

    private Program reverseBody(Ints plainConstants, Ints plainRows, Ints pulled) {
        ProgramBuilder t = new ProgramBuilder("scan_transpose");
        int[] value = new int[body.values()];
        plainConstants.stream().forEach(i -> value[body.inputs().get(i)] = input(t, i));
        int[] carried = new int[op.carries()];
        Arrays.setAll(carried, j -> t.input(body.outputTypes().get(j)));
        int[] sums = linearConstants.stream().map(i -> input(t, i)).toArray();
        plainRows.stream().forEach(i -> value[body.inputs().get(i)] = input(t, i));
        int[] pulledRows = pulled.stream().map(i -> t.input(body.outputTypes().get(i))).toArray();

        boolean[] moving =
                Dependence.on(
                        body,
                        body.inputs()
                                .pick(
                                        linearConstants
                                                .concat(Ints.range(op.constants(), rows))
                                                .concat(linearRows)));
        List<Equation> linear =
                body.equations().stream()
                        .filter(e -> e.outputs().stream().anyMatch(v -> moving[v]))
                        .toList();
        body.equations().stream().filter(e -> !linear.contains(e)).forEach(e -> t.copy(e, value));
        Transpose inner = new Transpose(t, body, moving, value);
        for (int j = 0; j < carried.length; j++) {
            inner.add(body.outputs().get(j), carried[j]);
        }
        for (int i = 0; i < pulledRows.length; i++) {
            inner.add(body.outputs().get(pulled.get(i)), pulledRows[i]);
        }
        inner.pull(linear);
        Ints out = Ints.EMPTY;
        for (int j = 0; j < carried.length; j++) {
            out = out.append(orZeros(t, inner, op.constants() + j));
        }
        for (int i = 0; i < sums.length; i++) {
            int ct = inner.cotangent(body.inputs().get(linearConstants.get(i)));
            out = out.append(ct == NONE ? sums[i] : t.add(sums[i], ct));
        }
        for (int i = 0; i < linearRows.size(); i++) {
            out = out.append(orZeros(t, inner, linearRows.get(i)));
        }
        return t.build(out);
    }

    private int input(ProgramBuilder t, int i) {
        return t.input(body.inputTypes().get(i));
    }

    private int orZeros(ProgramBuilder t, Transpose inner, int i) {
        int ct = inner.cotangent(body.inputs().get(i));
        return ct == NONE ? t.full(body.inputTypes().get(i), 0) : ct;
    }
}
