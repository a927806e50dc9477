package io.hessdiag.ir;

import java.io.Serializable;

/** Where in a module's text something stands; lines and columns count from 1. */
public record Location(String file, int line, int column) implements Serializable {
    /** {@code loss.mlir:12:31}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
