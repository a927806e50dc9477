package io.hessdiag.kernel;

/**
 * Where rows of equal width are: element j of row r is {@code array[at + r·down + j·step]}.
 *
 * @param step 1, or 0 where all of a row is one number
 */
public record Rows(double[] array, int at, int down, int step) {
    int row(int r) {
        return at + r * down;
    }
}
