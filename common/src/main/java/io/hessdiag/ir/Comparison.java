package io.hessdiag.ir;

/** Directions of {@code compare}. */
public enum Comparison {
    EQ,
    NE,
    GE,
    GT,
    LE,
    LT
}
