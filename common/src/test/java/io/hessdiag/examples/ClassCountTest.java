package io.hessdiag.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which numbers of an integer argument have to stay below what. */
class ClassCountTest {
    private static final TensorType TABLE = new TensorType(DType.F64, Shape.of(5, 3));

    /** (table, …) → elements of the table at index vectors along the indices' last axis. */
    private static int gather(ProgramBuilder b, int table, int indices) {
        GatherDims dims = new GatherDims(Ints.EMPTY, Ints.of(0, 1), Ints.of(0, 1), 1);
        return b.emit(new Op.Gather(dims, Ints.of(1, 1)), table, indices);
    }

    private static TensorType integers(int... dims) {
        return new TensorType(DType.I32, Shape.of(dims));
    }

    @Test
    void aColumnOfIndexVectorsIsBoundByItsOwnAxis() {
        ProgramBuilder b = new ProgramBuilder("columns");
        int table = b.input(TABLE);
        int rows = b.input(integers(4, 1));
        int columns = b.input(integers(4, 1));
        int indices = b.emit(new Op.Concatenate(1), rows, columns);
        Program program = b.build(Ints.of(gather(b, table, indices)));
        assertEquals(OptionalInt.of(5), ClassCount.of(program, program.inputs().get(1)));
        assertEquals(OptionalInt.of(3), ClassCount.of(program, program.inputs().get(2)));
    }

    @Test
    void wholeIndexVectorsHaveNoBoundInCommon() {
        ProgramBuilder b = new ProgramBuilder("vectors");
        int table = b.input(TABLE);
        int indices = b.input(integers(4, 2));
        Program program = b.build(Ints.of(gather(b, table, indices)));
        assertEquals(OptionalInt.empty(), ClassCount.of(program, program.inputs().get(1)));
    }
}
