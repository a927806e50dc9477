package io.hessdiag.kernel;

import io.hessdiag.tensor.Ints;

/** The dimension numbers of a dot_general: batching and contracting axes of both operands. */
public record DotDims(Ints lhsBatch, Ints rhsBatch, Ints lhsContract, Ints rhsContract) {
    Ints lhsFree(int rank) {
        return Ints.range(rank).without(lhsBatch.concat(lhsContract));
    }

    Ints rhsFree(int rank) {
        return Ints.range(rank).without(rhsBatch.concat(rhsContract));
    }
}
