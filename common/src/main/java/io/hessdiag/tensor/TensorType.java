package io.hessdiag.tensor;

import java.io.Serializable;

/** Element type and shape; prints as StableHLO does: {@code tensor<4x8xf32>}. */
public record TensorType(DType dtype, Shape shape) implements Serializable {
    public static TensorType of(DType dtype, int... dims) {
        return new TensorType(dtype, Shape.of(dims));
    }

    public TensorType withShape(Shape newShape) {
        return new TensorType(dtype, newShape);
    }

    public TensorType withDType(DType newDType) {
        return new TensorType(newDType, shape);
    }

    public int rank() {
        return shape.rank();
    }

    public int size() {
        return shape.size();
    }

    /** Bytes of the Java array that holds such a tensor. */
    public long bytes() {
        return (long) size() * dtype.storageBytes();
    }

    @Override
    public String toString() {
        return "tensor<" + shape.text() + (shape.rank() == 0 ? "" : "x") + dtype + ">";
    }
}
