package io.hessdiag.ir;

import io.hessdiag.tensor.Ints;
import java.io.Serializable;

/** {@code #stablehlo.scatter<...>}: the fields and names of the specification's scatter. */
public record ScatterDims(
        Ints updateWindowDims,
        Ints insertedWindowDims,
        Ints inputBatchingDims,
        Ints scatterIndicesBatchingDims,
        Ints scatterDimsToOperandDims,
        int indexVectorDim)
        implements Serializable {

    /** No batching dimensions. */
    public ScatterDims(
            Ints updateWindowDims,
            Ints insertedWindowDims,
            Ints scatterDimsToOperandDims,
            int indexVectorDim) {
        this(
                updateWindowDims,
                insertedWindowDims,
                Ints.EMPTY,
                Ints.EMPTY,
                scatterDimsToOperandDims,
                indexVectorDim);
    }

    /** The gather that reads what this scatter writes. */
    public GatherDims gather() {
        return new GatherDims(
                updateWindowDims,
                insertedWindowDims,
                inputBatchingDims,
                scatterIndicesBatchingDims,
                scatterDimsToOperandDims,
                indexVectorDim);
    }

    /** The scatter that writes where {@code gather} reads. */
    public static ScatterDims of(GatherDims gather) {
        return new ScatterDims(
                gather.offsetDims(),
                gather.collapsedSliceDims(),
                gather.operandBatchingDims(),
                gather.startIndicesBatchingDims(),
                gather.startIndexMap(),
                gather.indexVectorDim());
    }
}
