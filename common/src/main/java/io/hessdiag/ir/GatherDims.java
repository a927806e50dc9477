package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import java.io.Serializable;

/** {@code #stablehlo.gather<...>}: the fields and names of the specification's gather. */
public record GatherDims(
        Ints offsetDims,
        Ints collapsedSliceDims,
        Ints operandBatchingDims,
        Ints startIndicesBatchingDims,
        Ints startIndexMap,
        int indexVectorDim)
        implements Serializable {

    /** No batching dimensions. */
    public GatherDims(
            Ints offsetDims, Ints collapsedSliceDims, Ints startIndexMap, int indexVectorDim) {
        this(offsetDims, collapsedSliceDims, Ints.EMPTY, Ints.EMPTY, startIndexMap, indexVectorDim);
    }
}
