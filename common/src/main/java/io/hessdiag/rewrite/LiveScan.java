package io.hessdiag.rewrite;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.Ints;

/**
 * A loop with no more results, carries and operands than those of its results that are used need. A
 * carry is needed if its final value is, or if a needed result of some step reads it.
 *
 * @param operands positions of the operands that stay
 * @param results positions of the results that stay
 */
record LiveScan(Op.Scan op, Ints operands, Ints results) {

    /**
     * @param wanted positions of the results that are used
     */
    static LiveScan of(Op.Scan scan, Ints wanted) {
        Program body = scan.body();
        int rows = scan.constants() + scan.carries();
        Ints results = wanted;
        boolean[] used = used(body, results);
        for (Ints more = carries(scan, results, used);
                !more.isEmpty();
                more = carries(scan, results, used)) {
            results = Ints.of(results.concat(more).stream().sorted().toArray());
            used = used(body, results);
        }
        Ints kept = results;
        boolean[] needed = used;
        Ints operands =
                Ints.range(body.inputs().size())
                        .filter(
                                i ->
                                        i >= scan.constants() && i < rows
                                                ? kept.contains(i - scan.constants())
                                                : needed[body.inputs().get(i)]);
        int constants = (int) operands.stream().filter(i -> i < scan.constants()).count();
        int carries = (int) results.stream().filter(i -> i < scan.carries()).count();
        return new LiveScan(
                new Op.Scan(
                        constants,
                        carries,
                        scan.length(),
                        scan.reverse(),
                        DeadCode.restrict(
                                body, body.inputs().pick(operands), body.outputs().pick(results))),
                operands,
                results);
    }

    private static boolean[] used(Program body, Ints results) {
        return DeadCode.used(body, body.outputs().pick(results));
    }

    /** Carries that the body reads for these results and that are not among them. */
    private static Ints carries(Op.Scan scan, Ints results, boolean[] used) {
        return Ints.range(scan.carries())
                .filter(
                        j ->
                                !results.contains(j)
                                        && used[scan.body().inputs().get(scan.constants() + j)]);
    }
}
