package io.hessdiag.eval;

import io.hessdiag.ir.Op;
import io.hessdiag.kernel.BinaryKernel;
import io.hessdiag.kernel.RowLoops;
import io.hessdiag.kernel.Rows;
import io.hessdiag.tensor.DType;
import java.util.List;

/** Arithmetic on f64 that reads and writes arrays where they are, as rows. */
final class RowParts {
    private RowParts() {}

    static boolean fits(Op op, DType dtype) {
        return dtype == DType.F64
                && op instanceof Op.Binary b
                && RowLoops.fits(BinaryKernel.valueOf(b.function().name()));
    }

    /**
     * The width of rows for which all operands are linear: the least that one of them asks for.
     * Those that do not {@linkplain Operand#allows allow} it must be brought in.
     *
     * @param limit what it must divide
     */
    static int width(List<View> operands, int limit) {
        return operands.stream()
                .filter(Operand::fits)
                .mapToInt(Operand::width)
                .filter(w -> w > 1 && limit % w == 0)
                .min()
                .orElse(1);
    }

    /** z = f(x, y). */
    static Part binary(Op op, List<Operand> in, Operand z, int width) {
        BinaryKernel function = BinaryKernel.valueOf(((Op.Binary) op).function().name());
        Operand x = in.get(0);
        Operand y = in.get(1);
        return f -> {
            double[] out = (double[]) z.array(f);
            int at = z.at(f);
            for (int done = 0; done < f.n; ) {
                int flat = f.start + done;
                int n = Math.min(f.start + f.n, end(in, flat, width)) - flat;
                int w = width == 1 ? n : width;
                Rows a = x.rows(f, flat, done, w);
                Rows b = y.rows(f, flat, done, w);
                RowLoops.binary(function, a, b, out, at + done, n / w, w);
                done += n;
            }
        };
    }

    private static int end(List<Operand> in, int flat, int width) {
        int end = Integer.MAX_VALUE;
        for (int i = 0; i < in.size(); i++) {
            end = Math.min(end, in.get(i).end(flat, width));
        }
        return end;
    }

    /**
     * The sum over rows of x · y, or (x · y) · w.
     *
     * @param index the sum's place among the group's
     */
    static Part sum(ProductSum p, int index, List<Operand> in, int width) {
        int row = SumShape.of(p.sum()).row();
        int init = p.sum().operands().get(1).root();
        int result = p.sum().result();
        return f ->
                f.sums[index].add(
                        (r, s) -> addRow(f, r * row, row, in, width, s),
                        f.n / row,
                        f.arrays[init],
                        f.arrays[result]);
    }

    /** Adds the products of {@code n} elements to s, beginning with one within the strip. */
    private static void addRow(
            Part.Frame f, int within, int size, List<Operand> in, int width, double[] s) {
        for (int done = 0; done < size; ) {
            int at = within + done;
            int flat = f.start + at;
            int n = Math.min(f.start + within + size, end(in, flat, width)) - flat;
            int w = width == 1 ? n : width;
            Rows x = in.get(0).rows(f, flat, at, w);
            Rows y = in.get(1).rows(f, flat, at, w);
            if (in.size() == 2) {
                RowLoops.addProducts(x, y, s, done, n / w, w);
            } else {
                Rows z = in.get(2).rows(f, flat, at, w);
                RowLoops.addProducts(x, y, z, s, done, n / w, w);
            }
            done += n;
        }
    }
}
