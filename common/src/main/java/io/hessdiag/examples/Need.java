package io.hessdiag.examples;

import java.io.Serializable;

/** A value in the form in which it is used: with the examples along this axis, or without any. */
record Need(int value, ExampleAxis axis) implements Serializable {
    static Need plain(int value) {
        return new Need(value, ExampleAxis.NONE);
    }
}
