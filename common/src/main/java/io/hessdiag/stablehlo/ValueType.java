package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;
import io.hessdiag.tensor.TensorType;

/**
 * A type as written.
 *
 * @param tensor null for types that programs do not have, complex ones for example
 * @param function the parts of a function type, else null
 * @param problem why {@code tensor} is null
 */
record ValueType(
        String text, TensorType tensor, Operation.Signature function, String problem, Location at) {

    boolean isTensor() {
        return tensor != null;
    }

    /** The type in which programs compute such values: f32 for f16 and bf16. */
    TensorType computed() {
        return computed(tensor);
    }

    static TensorType computed(TensorType type) {
        return type.withDType(type.dtype().computed());
    }

    @Override
    public String toString() {
        return text;
    }
}
