package io.hessdiag.ir;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;

/** The types of numbered values. */
public interface Types {
    TensorType type(int value);

    default Shape shape(int value) {
        return type(value).shape();
    }
}
