package io.hessdiag.eval;

import io.hessdiag.eval.Graph.Node;
import io.hessdiag.ir.Op;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;

/** A sum's operand as (outer, n, inner), the middle axis being what is summed over. */
record SumShape(int outer, int n, int inner) {
    static SumShape of(Node sum) {
        Ints dims = ((Op.Reduce) sum.op()).dims();
        Shape x = sum.operands().get(0).shape();
        int first = dims.stream().min().getAsInt();
        return new SumShape(
                x.pick(Ints.range(first)).size(),
                x.pick(dims).size(),
                x.pick(Ints.range(first + dims.size(), x.rank())).size());
    }

    /** Neighbouring elements that a strip must hold together. */
    int row() {
        return inner == 1 ? n : inner;
    }
}
