package io.hessdiag.curvature;

import io.hessdiag.ir.Types;

/** What a transposed equation needs to know of the linear program that it belongs to. */
interface LinearValues extends Types {

    /** Per value whether it is linear. */
    boolean[] moving();

    /** Where a value that is not linear stands in the program that is being built. */
    int plain(int value);

    /** Whether a linear value depends on parameters alone and is next to the leaf itself. */
    boolean isViewOfLeaf(int value);
}
