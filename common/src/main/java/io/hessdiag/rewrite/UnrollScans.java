package io.hessdiag.rewrite;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.Optional;

/** A short loop with a short body becomes straight code, which simplifies and fuses better. */
final class UnrollScans implements MultiRule {
    /** What always pays. */
    static final UnrollScans SHORT = new UnrollScans(40, 600);

    /** As far as a straight program can still be handled. */
    static final UnrollScans LONG = new UnrollScans(64, 600);

    private final int mostSteps;
    private final int mostEquations;

    private UnrollScans(int mostSteps, int mostEquations) {
        this.mostSteps = mostSteps;
        this.mostEquations = mostEquations;
    }

    @Override
    public Optional<Ints> rewrite(ProgramBuilder b, Op op, Ints in) {
        if (!(op instanceof Op.Scan scan)
                || scan.length() > mostSteps
                || scan.length() * scan.body().equations().size() > mostEquations) {
            return Optional.empty();
        }
        Program body = scan.body();
        int rows = scan.constants() + scan.carries();
        int ys = body.outputs().size() - scan.carries();
        int[][] parts = new int[ys][scan.length()];
        Ints carried = in.pick(Ints.range(scan.constants(), rows));
        for (int step = 0; step < scan.length(); step++) {
            int t = scan.reverse() ? scan.length() - 1 - step : step;
            Ints arguments =
                    in.pick(Ints.range(scan.constants()))
                            .concat(carried)
                            .concat(
                                    Ints.of(
                                            Ints.range(rows, in.size()).stream()
                                                    .map(i -> row(b, in.get(i), t))
                                                    .toArray()));
            Ints out = b.inline(body, arguments);
            carried = out.pick(Ints.range(scan.carries()));
            for (int i = 0; i < ys; i++) {
                int y = out.get(scan.carries() + i);
                parts[i][t] = b.reshape(y, b.shape(y).prepend(1));
            }
        }
        Ints results = carried;
        for (int i = 0; i < ys; i++) {
            results =
                    results.append(
                            parts[i].length == 0
                                    ? b.full(stack(body, scan, i), 0)
                                    : parts[i].length == 1
                                            ? parts[i][0]
                                            : b.emit(new Op.Concatenate(0), parts[i]));
        }
        return Optional.of(results);
    }

    private static TensorType stack(Program body, Op.Scan scan, int y) {
        TensorType row = body.outputTypes().get(scan.carries() + y);
        return row.withShape(row.shape().prepend(0));
    }

    private static int row(ProgramBuilder b, int x, int t) {
        Ints dims = b.shape(x).dims();
        int slice =
                b.emit(
                        new Op.Slice(
                                Ints.repeat(0, dims.size()).with(0, t),
                                dims.with(0, t + 1),
                                Ints.repeat(1, dims.size())),
                        x);
        return b.reshape(slice, new Shape(dims.without(Ints.of(0))));
    }
}
