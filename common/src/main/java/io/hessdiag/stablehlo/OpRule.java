package io.hessdiag.stablehlo;

import io.hessdiag.tensor.Ints;

/** Makes the equations of one operation; returns the values of its results. */
@FunctionalInterface
interface OpRule {
    Ints build(Site site);
}
