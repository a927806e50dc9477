package io.hessdiag.plan;

import io.hessdiag.pytree.Selection;
import io.hessdiag.tensor.DType;
import java.io.Serializable;

/**
 * What is asked of a plan.
 *
 * @param dtype float type to compute in, f64 or f32
 * @param selection which entries
 * @param method the one to use for every leaf; null for the cheapest of each
 * @param blockDirections directions at once; 0 to have it follow from {@code memoryBlock}
 * @param blockExamples examples at once, where they are separate; 0 to have it follow from {@code
 *     memoryBlock}
 * @param memoryBlock bytes that a task may use for what it computes at once
 */
public record PlanOptions(
        DType dtype,
        Selection selection,
        Method method,
        int blockDirections,
        int blockExamples,
        long memoryBlock)
        implements Serializable {
    public static final long DEFAULT_MEMORY_BLOCK = 256L << 20;

    /** Everything, in f64, within the default memory. */
    public static final PlanOptions DEFAULT =
            new PlanOptions(DType.F64, Selection.ALL, null, 0, 0, DEFAULT_MEMORY_BLOCK);

    public PlanOptions {
        if (dtype != DType.F64 && dtype != DType.F32) {
            throw new IllegalArgumentException("dtype: expected f64 or f32, found " + dtype);
        }
        if (blockDirections < 0) {
            throw new IllegalArgumentException(
                    "block.directions: expected at least 1, found " + blockDirections);
        }
        if (blockExamples < 0) {
            throw new IllegalArgumentException(
                    "block.examples: expected at least 1, found " + blockExamples);
        }
        if (memoryBlock < 1) {
            throw new IllegalArgumentException(
                    "memory.block: expected at least 1 byte, found " + memoryBlock);
        }
    }

    /** The same with one method for all leaves; null for the cheapest of each. */
    public PlanOptions withMethod(Method forced) {
        return new PlanOptions(
                dtype, selection, forced, blockDirections, blockExamples, memoryBlock);
    }

    public PlanOptions withDType(DType other) {
        return new PlanOptions(
                other, selection, method, blockDirections, blockExamples, memoryBlock);
    }

    public PlanOptions withSelection(Selection other) {
        return new PlanOptions(dtype, other, method, blockDirections, blockExamples, memoryBlock);
    }

    public PlanOptions withBlockDirections(int directions) {
        return new PlanOptions(dtype, selection, method, directions, blockExamples, memoryBlock);
    }

    public PlanOptions withBlockExamples(int examples) {
        return new PlanOptions(dtype, selection, method, blockDirections, examples, memoryBlock);
    }

    public PlanOptions withMemoryBlock(long bytes) {
        return new PlanOptions(dtype, selection, method, blockDirections, blockExamples, bytes);
    }
}
