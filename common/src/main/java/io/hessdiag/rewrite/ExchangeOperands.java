package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;

/**
 * (x · y)ᵀ = yᵀ · xᵀ: transpose(dot_general(x, y)) = dot_general(y, x) where the transpose does
 * nothing but exchange the operands' free axes, and nobody else reads the product. Each element is
 * the same sum; as in {@link AbsorbTranspose}, a BLAS may take it in another order.
 */
final class ExchangeOperands {
    private ExchangeOperands() {}

    /** The products themselves stay, unused. */
    static Program apply(Program program) {
        Equation[] products = productsReadOnce(program);
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(program.type(v)));
        for (Equation e : program.equations()) {
            Equation product = e.op() instanceof Op.Transpose ? products[e.input(0)] : null;
            if (product != null && exchangesFreeAxes((Op.Transpose) e.op(), product, program)) {
                int x = map[product.input(0)];
                int y = map[product.input(1)];
                map[e.output()] = b.at(e.location()).emit(exchanged(product), y, x);
            } else {
                b.copy(e, map);
            }
        }
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }

    /** By value the dot_general that makes it, if it is read once. */
    private static Equation[] productsReadOnce(Program program) {
        int[] reads = new int[program.values()];
        program.outputs().stream().forEach(v -> reads[v]++);
        program.equations().forEach(e -> e.inputs().stream().forEach(v -> reads[v]++));
        Equation[] products = new Equation[reads.length];
        for (Equation e : program.equations()) {
            if (e.op() instanceof Op.DotGeneral && reads[e.output()] == 1) {
                products[e.output()] = e;
            }
        }
        return products;
    }

    private static boolean exchangesFreeAxes(Op.Transpose t, Equation product, Program program) {
        Op.DotGeneral dot = (Op.DotGeneral) product.op();
        int batch = dot.lhsBatch().size();
        int rhs = batch + dot.lhsFree(program.type(product.input(0)).rank()).size();
        int end = t.permutation().size();
        Ints exchange = Ints.range(batch).concat(Ints.range(rhs, end));
        return t.permutation().equals(exchange.concat(Ints.range(batch, rhs)));
    }

    private static Op exchanged(Equation product) {
        Op.DotGeneral dot = (Op.DotGeneral) product.op();
        return new Op.DotGeneral(
                dot.rhsBatch(), dot.lhsBatch(), dot.rhsContract(), dot.lhsContract());
    }
}
