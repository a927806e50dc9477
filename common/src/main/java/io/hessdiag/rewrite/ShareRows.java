package io.hessdiag.rewrite;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Arrays;
import java.util.Optional;

/** A loop takes what is passed to it twice, and stacks what its body returns twice, only once. */
final class ShareRows implements MultiRule {
    @Override
    public Optional<Ints> rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.Scan scan)) {
            return Optional.empty();
        }
        int rows = scan.constants() + scan.carries();
        Ints out = scan.body().outputs();
        int[] operand = firsts(in, scan.constants(), rows);
        int[] result = firsts(out, 0, scan.carries());
        Ints operands = Ints.range(in.size()).filter(i -> operand[i] == i);
        Ints results = Ints.range(out.size()).filter(i -> result[i] == i);
        if (operands.size() == in.size() && results.size() == out.size()) {
            return Optional.empty();
        }
        int constants = (int) operands.stream().filter(i -> i < scan.constants()).count();
        Ints values =
                b.apply(
                        new Op.Scan(
                                constants,
                                scan.carries(),
                                scan.length(),
                                scan.reverse(),
                                body(scan.body(), operand, results)),
                        in.pick(operands));
        return Optional.of(
                Ints.of(Arrays.stream(result).map(i -> values.get(results.indexOf(i))).toArray()));
    }

    /**
     * Per position the first one of its kind with the same value: of the kinds are those before
     * {@code carries}, the carries, which stay as they are, and those from {@code rows} on.
     */
    private static int[] firsts(Ints values, int carries, int rows) {
        int[] first = new int[values.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            int start = i < carries ? 0 : i < rows ? i : rows;
            for (int j = i - 1; j >= start; j--) {
                first[i] = values.get(j) == values.get(i) ? first[j] : first[i];
            }
        }
        return first;
    }

    private static Program body(Program body, int[] operand, Ints results) {
        ProgramBuilder s = new ProgramBuilder(body.name());
        int[] inputs = new int[operand.length];
        for (int i = 0; i < operand.length; i++) {
            inputs[i] = operand[i] == i ? s.input(body.inputTypes().get(i)) : inputs[operand[i]];
        }
        return s.build(s.inline(body, Ints.of(inputs)).pick(results));
    }
}
