package io.hessdiag.stablehlo;

import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code cholesky}, {@code triangular_solve} and the LAPACK routines that JAX calls on CPUs.
 * Attributes of a custom call are LAPACK's letters as numbers, {@code uplo = 76 : ui8} say; before
 * jaxlib 0.4.34 they were scalar operands.
 */
final class LinalgRules {
    private static final Pattern LAPACK =
            Pattern.compile("(?:lapack|blas)_[sd](potrf|trsm|getrf|syevd)(_ffi)?");

    private LinalgRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put(
                "stablehlo.cholesky",
                s -> Ints.of(cholesky(s.builder(), s.operands(1).get(0), s.flag("lower", false))));
        rules.put(
                "stablehlo.triangular_solve",
                s -> {
                    s.operands(2);
                    String transpose = s.word(0, "NO_TRANSPOSE", "transpose_a");
                    return Ints.of(
                            triangularSolve(
                                    s.builder(),
                                    s.operand(0),
                                    s.operand(1),
                                    s.flag("left_side", true),
                                    new Op.TriangularSolve(
                                            s.flag("lower", true),
                                            s.flag("unit_diagonal", false),
                                            !transpose.equals("NO_TRANSPOSE"))));
                });
    }

    static Optional<OpRule> custom(String target) {
        Matcher m = LAPACK.matcher(target);
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean ffi = m.group(2) != null;
        return Optional.of(
                switch (m.group(1)) {
                    case "potrf" -> s -> potrf(s, ffi);
                    case "trsm" -> s -> trsm(s, ffi);
                    case "getrf" -> LinalgRules::getrf;
                    default -> s -> syevd(s, ffi);
                });
    }

    /** The upper factor U of a = Uᵀ U is the transpose of the lower one of aᵀ. */
    private static int cholesky(ProgramBuilder b, int a, boolean lower) {
        return lower
                ? b.emit(new Op.Cholesky(), a)
                : transposed(b, b.emit(new Op.Cholesky(), transposed(b, a)));
    }

    /** x op(a) = b is op(a)ᵀ xᵀ = bᵀ. */
    private static int triangularSolve(
            ProgramBuilder b, int a, int rhs, boolean leftSide, Op.TriangularSolve op) {
        return leftSide
                ? b.emit(op, a, rhs)
                : transposed(
                        b,
                        b.emit(
                                new Op.TriangularSolve(
                                        op.lower(), op.unitDiagonal(), !op.transpose()),
                                a,
                                transposed(b, rhs)));
    }

    private static int transposed(ProgramBuilder b, int x) {
        int rank = b.shape(x).rank();
        return rank < 2
                ? x
                : b.transpose(x, Ints.range(rank - 2).append(rank - 1).append(rank - 2));
    }

    /** (lower, batch, n, a) or (a) → (factor, info). */
    private static Ints potrf(Site s, boolean ffi) {
        boolean lower = ffi ? letter(s, "uplo") == 'L' : scalar(s, 0) != 0;
        int factor = cholesky(s.builder(), s.operands().last(), lower);
        return Ints.of(factor, failure(s.builder(), factor));
    }

    /** (left, lower, transpose, unit, m, n, batch, alpha, a, b) or (a, b) → x. */
    private static Ints trsm(Site s, boolean ffi) {
        int n = s.operands().size();
        boolean lower = ffi ? letter(s, "uplo") == 'L' : scalar(s, 1) != 0;
        boolean transpose = ffi ? letter(s, "trans_x") != 'N' : scalar(s, 2) != 0;
        boolean unit = ffi ? letter(s, "diag") == 'U' : scalar(s, 3) != 0;
        boolean left = ffi ? letter(s, "side") == 'L' : scalar(s, 0) != 0;
        ProgramBuilder b = s.builder();
        int rhs = s.operand(n - 1);
        if (!ffi) {
            rhs = b.multiply(b.broadcast(s.operand(n - 3), b.shape(rhs), Ints.EMPTY), rhs);
        }
        return Ints.of(
                triangularSolve(
                        b,
                        s.operand(n - 2),
                        rhs,
                        left,
                        new Op.TriangularSolve(lower, unit, transpose)));
    }

    /** (batch, m, n, a) or (a) → (lu, pivots, info). */
    private static Ints getrf(Site s) {
        Ints lu = s.builder().apply(new Op.Lu(), Ints.of(s.operands().last()));
        return Ints.of(lu.get(0), lu.get(1), lu.get(3));
    }

    /** (lower, batch, n, a) or (a) → (vectors, values, info, and room to work, of no use here). */
    private static Ints syevd(Site s, boolean ffi) {
        ProgramBuilder b = s.builder();
        boolean lower = ffi ? letter(s, "uplo") == 'L' : scalar(s, 0) != 0;
        int a = s.operands().last();
        Ints out = b.apply(new Op.Eigh(), Ints.of(lower ? a : transposed(b, a)));
        out = out.append(failure(b, out.get(0)));
        for (int i = out.size(); i < s.op().results().size(); i++) {
            out = out.append(b.full(s.declared(i), 0));
        }
        return out;
    }

    /** LAPACK's info as far as programs ask: 1 for matrices that came out as NaN, else 0. */
    private static int failure(ProgramBuilder b, int matrices) {
        Shape shape = b.shape(matrices);
        int batch = shape.rank() - 2;
        Shape outer = shape.pick(Ints.range(batch));
        if (shape.size() == 0) {
            return b.full(new TensorType(DType.I32, outer), 0);
        }
        Ints limit = outer.dims().append(1).append(1);
        int first =
                b.reshape(
                        b.emit(
                                new Op.Slice(
                                        Ints.repeat(0, shape.rank()),
                                        limit,
                                        Ints.repeat(1, shape.rank())),
                                matrices),
                        outer);
        return b.convert(b.compare(Comparison.NE, first, first), DType.I32);
    }

    private static int letter(Site s, String name) {
        Attribute config = s.attribute("mhlo.backend_config", "backend_config");
        Ints value = config == null ? Ints.EMPTY : Attributes.field(s, config, name);
        if (value.size() != 1) {
            throw s.error("expected " + name + " in backend_config");
        }
        return value.get(0);
    }

    private static long scalar(Site s, int operand) {
        Tensor value =
                s.builder()
                        .definition(s.operand(operand))
                        .map(e -> e.op() instanceof Op.Constant c ? c.value() : null)
                        .orElse(null);
        if (value == null || !value.dtype().isInteger() || value.size() != 1) {
            throw s.error("expected an integer constant as operand " + operand);
        }
        return value.longs()[0];
    }
}
