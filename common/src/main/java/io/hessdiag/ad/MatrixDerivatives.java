package io.hessdiag.ad;

import static io.hessdiag.ad.Derivatives.NONE;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;

/**
 * Tangents of factorisations and solves, JAX's rules: Murray, Differentiation of the Cholesky
 * decomposition (arXiv 1602.07527); de Hoog, Anderssen and Lukas, Differentiation of matrix
 * functionals using triangular factorization (2011). Matrices are in the last two axes.
 */
final class MatrixDerivatives {
    private final ProgramBuilder b;

    MatrixDerivatives(ProgramBuilder b) {
        this.b = b;
    }

    /** a = L Lᵀ: L̇ = L Φ(L⁻¹ ȧ L⁻ᵀ), Φ keeping the lower triangle and half of the diagonal. */
    int cholesky(int l, int da) {
        Op solve = new Op.TriangularSolve(true, false, false);
        int half = b.emit(solve, l, symmetric(da));
        int m = b.emit(solve, l, transposed(half));
        int below = b.add(below(m, Comparison.GE), below(m, Comparison.GT));
        return product(l, b.multiply(m, b.multiply(below, b.fullLike(m, 0.5))));
    }

    /** op(a) x = b: ẋ = op(a)⁻¹ (ḃ − op(ȧ) x), of ȧ the triangle that is read. */
    int triangularSolve(Op.TriangularSolve op, int a, int x, int da, int db) {
        int right = db;
        if (da != NONE) {
            Comparison kept =
                    op.lower()
                            ? op.unitDiagonal() ? Comparison.GT : Comparison.GE
                            : op.unitDiagonal() ? Comparison.LT : Comparison.LE;
            int read = b.multiply(da, below(da, kept));
            int moved = product(op.transpose() ? transposed(read) : read, x);
            right = db == NONE ? b.negate(moved) : b.subtract(db, moved);
        }
        return b.emit(op, a, right);
    }

    /**
     * a[p] = L U: with M = L⁻¹ ȧ[p] U⁻¹, L̇ = L tril(M, −1) and U̇ = triu(M) U. L and U are made
     * square by columns and rows of the identity.
     */
    int lu(int lu, int permutation, int da) {
        int m = dim(lu, 2);
        int n = dim(lu, 1);
        int k = Math.min(m, n);
        int strict = b.multiply(lu, below(lu, Comparison.GT));
        int l = resized(resized(strict, m, k), m, m);
        l = b.add(l, identity(l, 0));
        int upper = b.multiply(lu, below(lu, Comparison.LE));
        int u = resized(resized(upper, k, n), n, n);
        u = k == n ? u : b.add(u, identity(u, k));
        int la = b.emit(new Op.TriangularSolve(true, true, false), l, rows(da, permutation));
        // M = la U⁻¹ is Uᵀ Mᵀ = laᵀ
        int lau = transposed(b.emit(new Op.TriangularSolve(false, false, true), u, transposed(la)));
        int low = resized(resized(b.multiply(lau, below(lau, Comparison.GT)), m, k), m, m);
        int high = resized(resized(b.multiply(lau, below(lau, Comparison.LE)), k, n), n, n);
        return b.add(resized(product(l, low), m, n), resized(product(high, u), m, n));
    }

    /** a V = V diag(w): with P = Vᵀ ȧ V, ẇ = diag(P), V̇ = V (F ∘ P), F = 1/(wⱼ − wᵢ) off i = j. */
    int[] eigh(int v, int w, int da) {
        int rank = b.shape(v).rank();
        Ints batch = Ints.range(rank - 2);
        int p = product(product(transposed(v), symmetric(da)), v);
        int eye = below(v, Comparison.EQ);
        int columns = b.broadcast(w, b.shape(v), batch.append(rank - 1));
        int rows = b.broadcast(w, b.shape(v), batch.append(rank - 2));
        int gap = b.add(eye, b.subtract(columns, rows));
        int f = b.subtract(b.divide(b.fullLike(gap, 1), gap), eye);
        int dw = b.sum(b.multiply(p, eye), Ints.of(rank - 2));
        return new int[] {product(v, b.multiply(p, f)), dw};
    }

    /** The symmetric matrix with x's lower triangle. */
    private int symmetric(int x) {
        return b.add(
                b.multiply(x, below(x, Comparison.GE)),
                transposed(b.multiply(x, below(x, Comparison.GT))));
    }

    /** 1 where row ⋛ column, else 0, in the shape of {@code x}. */
    private int below(int x, Comparison rowToColumn) {
        TensorType type = b.type(x);
        int rank = type.rank();
        Ints matrix = Ints.range(rank - 2, rank);
        TensorType index = new TensorType(DType.I64, type.shape().pick(matrix));
        int mask =
                b.compare(
                        rowToColumn, b.emit(new Op.Iota(index, 0)), b.emit(new Op.Iota(index, 1)));
        return b.broadcast(b.convert(mask, type.dtype()), type.shape(), matrix);
    }

    /** The identity from row {@code from} on, zeros above. */
    private int identity(int like, int from) {
        int eye = below(like, Comparison.EQ);
        if (from == 0) {
            return eye;
        }
        Shape shape = b.shape(like);
        int row = b.emit(new Op.Iota(new TensorType(DType.I64, shape), shape.rank() - 2));
        return b.select(
                b.compare(Comparison.GE, row, b.fullLike(row, from)), eye, b.fullLike(eye, 0));
    }

    private int dim(int x, int fromEnd) {
        return b.shape(x).dim(b.shape(x).rank() - fromEnd);
    }

    private Ints matrix(int x, int batch, int rows, int columns) {
        return Ints.repeat(batch, b.shape(x).rank() - 2).append(rows).append(columns);
    }

    /** With as many rows and columns: zeros added after them, or the last ones left out. */
    private int resized(int x, int rows, int columns) {
        int moreRows = rows - dim(x, 2);
        int moreColumns = columns - dim(x, 1);
        Ints none = Ints.repeat(0, b.shape(x).rank());
        return moreRows == 0 && moreColumns == 0
                ? x
                : b.emit(
                        new Op.Pad(none, matrix(x, 0, moreRows, moreColumns), none),
                        x,
                        b.scalar(b.type(x).dtype(), 0));
    }

    private int transposed(int x) {
        int rank = b.shape(x).rank();
        return b.transpose(x, Ints.range(rank - 2).append(rank - 1).append(rank - 2));
    }

    private int product(int x, int y) {
        int rank = b.shape(x).rank();
        Ints batch = Ints.range(rank - 2);
        return b.emit(new Op.DotGeneral(batch, batch, Ints.of(rank - 1), Ints.of(rank - 2)), x, y);
    }

    /** x's rows in the order of {@code permutation}. */
    private int rows(int x, int permutation) {
        int row = b.shape(x).rank() - 2;
        Ints batch = Ints.range(row);
        GatherDims dims =
                new GatherDims(Ints.of(row + 1), Ints.of(row), batch, batch, Ints.of(row), row + 1);
        int indices = b.reshape(permutation, b.shape(permutation).insert(row + 1, 1));
        return b.emit(new Op.Gather(dims, matrix(x, 1, 1, dim(x, 1))), x, indices);
    }
}
