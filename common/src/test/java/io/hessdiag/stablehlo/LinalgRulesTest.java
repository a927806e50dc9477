package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ad.Gradient;
import io.hessdiag.ad.Jvp;
import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.Programs;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factorisations and solves in the forms in which JAX and the specification write them. */
class LinalgRulesTest {
    /** L Lᵀ of L = [[2, 0, 0], [1, 3, 0], [-1, 2, 1]], with 99 where nobody looks. */
    private static final Tensor LOWER = Tensor.of(Shape.of(3, 3), 4, 99, 99, 2, 10, 99, -2, 5, 6);

    private static final Tensor UPPER = Tensor.of(Shape.of(3, 3), 4, 2, -2, 99, 10, 5, 99, 99, 6);
    private static final double[] L = {2, 0, 0, 1, 3, 0, -1, 2, 1};
    private static final double[] U = {2, 1, -1, 0, 3, 2, 0, 0, 1};
    private static final Shape PAIR = Shape.of(3, 2);

    private static List<Tensor> run(
            String parameters, String results, String operations, Tensor... in) {
        Program p = Texts.program(parameters, results, operations);
        Texts.assertSame(p, Texts.program(StableHlo.print(p)));
        return Interpreter.run(p, List.of(in));
    }

    private static double[] one(String operation, Tensor... in) {
        String types =
                in.length == 1 ? "%a: tensor<3x3xf64>" : "%a: tensor<3x3xf64>, %b: " + in[1].type();
        String result = in[in.length - 1].type().toString();
        return run(types, result, "%r = " + operation + "\n return %r : " + result, in)
                .get(0)
                .doubles();
    }

    @Test
    void choleskyReadsTheTriangleThatItNames() {
        assertArrayEquals(
                L, one("stablehlo.cholesky %a, lower = true : tensor<3x3xf64>", LOWER), 1e-15);
        assertArrayEquals(
                U, one("stablehlo.cholesky %a, lower = false : tensor<3x3xf64>", UPPER), 1e-15);
        assertArrayEquals(
                U,
                one(
                        "\"stablehlo.cholesky\"(%a) : (tensor<3x3xf64>) -> " + "tensor<3x3xf64>",
                        UPPER),
                1e-15);
        assertArrayEquals(
                L,
                one(
                        "\"stablehlo.cholesky\"(%a) <{lower = true}> : "
                                + "(tensor<3x3xf64>) -> tensor<3x3xf64>",
                        LOWER),
                1e-15);
    }

    @Test
    void choleskyOfWhatIsNotPositiveDefiniteIsNotANumber() {
        for (double pivot : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] values = LOWER.doubles().clone();
            values[8] = pivot;
            double[] found =
                    one(
                            "stablehlo.cholesky %a, lower = true : tensor<3x3xf64>",
                            Tensor.of(Shape.of(3, 3), values));
            assertTrue(Arrays.stream(found).allMatch(Double::isNaN), () -> "pivot " + pivot);
        }
    }

    private static String solve(String attributes, String rhs) {
        return "\"stablehlo.triangular_solve\"(%a, %b) <{"
                + attributes
                + "}> : (tensor<3x3xf64>, tensor<"
                + rhs
                + "xf64>) -> tensor<"
                + rhs
                + "xf64>";
    }

    /** x = [[1, -1], [2, 0], [-3, 1]], b = op(a) x by hand. */
    @Test
    void triangularSolvesFromBothSides() {
        double[] x = {1, -1, 2, 0, -3, 1};
        Tensor a = Tensor.of(Shape.of(3, 3), 2, 50, 60, 1, 3, 70, -1, 2, 1);
        String lower = "lower = true, transpose_a = #stablehlo<transpose ";
        assertArrayEquals(
                x,
                one(
                        solve(
                                "left_side = true, unit_diagonal = false, "
                                        + lower
                                        + "NO_TRANSPOSE>",
                                "3x2"),
                        a,
                        Tensor.of(PAIR, 2, -2, 7, -1, 0, 2)),
                1e-15);
        assertArrayEquals(
                x,
                one(
                        solve(
                                "left_side = true, unit_diagonal = false, " + lower + "ADJOINT>",
                                "3x2"),
                        a,
                        Tensor.of(PAIR, 7, -3, 0, 2, -3, 1)),
                1e-15);
        assertArrayEquals(
                x,
                one(
                        solve(
                                "left_side = true, unit_diagonal = true, " + lower + "TRANSPOSE>",
                                "3x2"),
                        a,
                        Tensor.of(PAIR, 6, -2, -4, 2, -3, 1)),
                1e-15);
        assertArrayEquals(
                x,
                one(
                        solve(
                                "left_side = false, unit_diagonal = false, "
                                        + lower
                                        + "NO_TRANSPOSE>",
                                "2x3"),
                        a,
                        Tensor.of(Shape.of(2, 3), -1, 1, 2, -4, -7, 1)),
                1e-15);
    }

    private static final String POTRF =
            """
            %r, %i = stablehlo.custom_call @lapack_dpotrf_ffi(%a) {mhlo.backend_config = {\
            uplo = 76 : ui8}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>], \
            output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [0], \
            operand_index = 0, operand_tuple_indices = []>], \
            result_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<> : tensor<0xindex>]} : \
            (tensor<3x3xf64>) -> (tensor<3x3xf64>, tensor<i32>)
            return %r, %i : tensor<3x3xf64>, tensor<i32>\
            """;
    private static final String OLD_POTRF =
            """
            %c = stablehlo.constant dense<1> : tensor<i32>
            %n = stablehlo.constant dense<3> : tensor<i32>
            %r:2 = stablehlo.custom_call @lapack_dpotrf(%c, %c, %n, %a) {api_version = 2 : i32, \
            backend_config = ""} : (tensor<i32>, tensor<i32>, tensor<i32>, tensor<3x3xf64>) -> \
            (tensor<3x3xf64>, tensor<i32>)
            return %r#0, %r#1 : tensor<3x3xf64>, tensor<i32>\
            """;

    @ParameterizedTest
    @ValueSource(strings = {POTRF, OLD_POTRF})
    void potrfOfBothGenerations(String text) {
        String results = "(tensor<3x3xf64>, tensor<i32>)";
        List<Tensor> found = run("%a: tensor<3x3xf64>", results, text, LOWER);
        assertArrayEquals(L, found.get(0).doubles(), 1e-15);
        assertEquals(0, found.get(1).get(0));
        Tensor zero = Tensor.of(Shape.of(3, 3), new double[9]);
        assertEquals(1, run("%a: tensor<3x3xf64>", results, text, zero).get(1).get(0));
    }

    @Test
    void trsmOfBothGenerations() {
        Tensor a = Tensor.of(Shape.of(3, 3), 2, 50, 60, 1, 3, 70, -1, 2, 1);
        Tensor rhs = Tensor.of(PAIR, 7, -3, 0, 2, -3, 1);
        double[] x = {1, -1, 2, 0, -3, 1};
        assertArrayEquals(
                x,
                one(
                        "stablehlo.custom_call @lapack_dtrsm_ffi(%a, %b) {mhlo.backend_config ="
                            + " {diag = 78 : ui8, side = 76 : ui8, trans_x = 84 : ui8, uplo = 76 :"
                            + " ui8}} : (tensor<3x3xf64>, tensor<3x2xf64>) -> tensor<3x2xf64>",
                        a, rhs),
                1e-15);
        List<Tensor> old =
                run(
                        "%a: tensor<3x3xf64>, %b: tensor<3x2xf64>",
                        "tensor<3x2xf64>",
                        """
                        %0 = stablehlo.constant dense<0> : tensor<i32>
                        %1 = stablehlo.constant dense<1> : tensor<i32>
                        %2 = stablehlo.constant dense<2> : tensor<i32>
                        %3 = stablehlo.constant dense<3> : tensor<i32>
                        %alpha = stablehlo.constant dense<2.0> : tensor<f64>
                        %r = stablehlo.custom_call @blas_dtrsm(%1, %1, %1, %0, %3, %2, %1, %alpha, %a, %b) \
                        : (tensor<i32>, tensor<i32>, tensor<i32>, tensor<i32>, tensor<i32>, tensor<i32>, \
                        tensor<i32>, tensor<f64>, tensor<3x3xf64>, tensor<3x2xf64>) -> tensor<3x2xf64>
                        return %r : tensor<3x2xf64>\
                        """,
                        a,
                        rhs);
        assertArrayEquals(Arrays.stream(x).map(v -> 2 * v).toArray(), old.get(0).doubles(), 1e-15);
    }

    @Test
    void getrfPivotsPartially() {
        List<Tensor> found =
                run(
                        "%a: tensor<3x3xf64>",
                        "(tensor<3x3xf64>, tensor<3xi32>, tensor<i32>)",
                        """
                        %r:3 = stablehlo.custom_call @lapack_dgetrf_ffi(%a) {mhlo.backend_config = {}} : \
                        (tensor<3x3xf64>) -> (tensor<3x3xf64>, tensor<3xi32>, tensor<i32>)
                        return %r#0, %r#1, %r#2 : tensor<3x3xf64>, tensor<3xi32>, tensor<i32>\
                        """,
                        Tensor.of(Shape.of(3, 3), 1, 2, 4, 2, 8, 2, 4, 4, 4));
        assertArrayEquals(
                new double[] {4, 4, 4, 0.5, 6, 0, 0.25, 1.0 / 6, 3}, found.get(0).doubles(), 1e-15);
        assertArrayEquals(new long[] {3, 2, 3}, found.get(1).longs());
        assertEquals(0, found.get(2).get(0));
    }

    @Test
    void getrfNamesTheFirstPivotThatIsZero() {
        List<Tensor> found =
                run(
                        "%a: tensor<3x3xf64>",
                        "tensor<i32>",
                        """
                        %r:3 = stablehlo.custom_call @lapack_dgetrf_ffi(%a) : \
                        (tensor<3x3xf64>) -> (tensor<3x3xf64>, tensor<3xi32>, tensor<i32>)
                        return %r#2 : tensor<i32>\
                        """,
                        Tensor.of(Shape.of(3, 3), 1, 2, 3, 2, 4, 7, 1, 2, 4));
        assertEquals(2, found.get(0).get(0));
    }

    @Test
    void syevdSortsItsValues() {
        List<Tensor> found =
                run(
                        "%a: tensor<3x3xf64>",
                        "(tensor<3x3xf64>, tensor<3xf64>, " + "tensor<i32>)",
                        """
                        %r:3 = stablehlo.custom_call @lapack_dsyevd_ffi(%a) {mhlo.backend_config = {\
                        mode = 86 : ui8, uplo = 76 : ui8}} : (tensor<3x3xf64>) -> \
                        (tensor<3x3xf64>, tensor<3xf64>, tensor<i32>)
                        return %r#0, %r#1, %r#2 : tensor<3x3xf64>, tensor<3xf64>, tensor<i32>\
                        """,
                        Tensor.of(Shape.of(3, 3), 2, 99, 99, -1, 2, 99, 0, -1, 2));
        double root = Math.sqrt(2);
        assertArrayEquals(new double[] {2 - root, 2, 2 + root}, found.get(1).doubles(), 1e-14);
        double[] v = found.get(0).doubles();
        assertEquals(root, Math.abs(v[3] / v[0]), 1e-14);
        assertEquals(0, v[4], 1e-14);
        assertEquals(1 / root, Math.abs(v[1]), 1e-14);
        assertEquals(0, found.get(2).get(0));
    }

    @Test
    void lapackWithoutItsAttributesIsRefused() {
        StableHloException e =
                assertThrows(
                        StableHloException.class,
                        () ->
                                one(
                                        "stablehlo.custom_call @lapack_dtrsm_ffi(%a, %b) :"
                                                + " (tensor<3x3xf64>, tensor<3x2xf64>) ->"
                                                + " tensor<3x2xf64>",
                                        LOWER, Tensor.of(PAIR, new double[6])));
        assertEquals("m.mlir:2:6: custom_call: expected uplo in backend_config", e.getMessage());
    }

    /** A Gaussian process' negative log marginal likelihood, as JAX on a CPU writes it. */
    private static final String PROCESS =
            """
            %x = stablehlo.constant dense<[-1.3, -0.4, 0.1, 0.9, 2.0]> : tensor<5xf64>
            %y = stablehlo.constant dense<[0.3, -0.8, 0.2, 1.1, -0.5]> : tensor<5xf64>
            %half = stablehlo.constant dense<-0.5> : tensor<5x5xf64>
            %zero = stablehlo.constant dense<0.0> : tensor<f64>
            %izero = stablehlo.constant dense<0> : tensor<i32>
            %nan = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
            %two = stablehlo.constant dense<2.0> : tensor<5x5xf64>
            %xr = stablehlo.broadcast_in_dim %x, dims = [0] : (tensor<5xf64>) -> tensor<5x5xf64>
            %xc = stablehlo.broadcast_in_dim %x, dims = [1] : (tensor<5xf64>) -> tensor<5x5xf64>
            %d = stablehlo.subtract %xr, %xc : tensor<5x5xf64>
            %l = stablehlo.exponential %len : tensor<f64>
            %lb = stablehlo.broadcast_in_dim %l, dims = [] : (tensor<f64>) -> tensor<5x5xf64>
            %q = stablehlo.divide %d, %lb : tensor<5x5xf64>
            %q2 = stablehlo.multiply %q, %q : tensor<5x5xf64>
            %e = stablehlo.multiply %half, %q2 : tensor<5x5xf64>
            %k0 = stablehlo.exponential %e : tensor<5x5xf64>
            %a = stablehlo.exponential %amp : tensor<f64>
            %ab = stablehlo.broadcast_in_dim %a, dims = [] : (tensor<f64>) -> tensor<5x5xf64>
            %k1 = stablehlo.multiply %ab, %k0 : tensor<5x5xf64>
            %n = stablehlo.exponential %noise : tensor<f64>
            %nb = stablehlo.broadcast_in_dim %n, dims = [] : (tensor<f64>) -> tensor<5x5xf64>
            %r = stablehlo.iota dim = 0 : tensor<5x5xi32>
            %c = stablehlo.iota dim = 1 : tensor<5x5xi32>
            %same = stablehlo.compare EQ, %r, %c, SIGNED : (tensor<5x5xi32>, tensor<5x5xi32>) \
            -> tensor<5x5xi1>
            %eye = stablehlo.convert %same : (tensor<5x5xi1>) -> tensor<5x5xf64>
            %k2 = stablehlo.multiply %nb, %eye : tensor<5x5xf64>
            %k = stablehlo.add %k1, %k2 : tensor<5x5xf64>
            %kt = stablehlo.transpose %k, dims = [1, 0] : (tensor<5x5xf64>) -> tensor<5x5xf64>
            %ks = stablehlo.add %k, %kt : tensor<5x5xf64>
            %sym = stablehlo.divide %ks, %two : tensor<5x5xf64>
            %f:2 = stablehlo.custom_call @lapack_dpotrf_ffi(%sym) {mhlo.backend_config = \
            {uplo = 76 : ui8}} : (tensor<5x5xf64>) -> (tensor<5x5xf64>, tensor<i32>)
            %ok = stablehlo.compare EQ, %f#1, %izero, SIGNED : (tensor<i32>, tensor<i32>) \
            -> tensor<i1>
            %okb = stablehlo.broadcast_in_dim %ok, dims = [] : (tensor<i1>) -> tensor<5x5xi1>
            %nanb = stablehlo.broadcast_in_dim %nan, dims = [] : (tensor<f64>) -> tensor<5x5xf64>
            %chol0 = stablehlo.select %okb, %f#0, %nanb : tensor<5x5xi1>, tensor<5x5xf64>
            %ge = stablehlo.compare GE, %r, %c, SIGNED : (tensor<5x5xi32>, tensor<5x5xi32>) \
            -> tensor<5x5xi1>
            %zb = stablehlo.broadcast_in_dim %zero, dims = [] : (tensor<f64>) -> tensor<5x5xf64>
            %chol = stablehlo.select %ge, %chol0, %zb : tensor<5x5xi1>, tensor<5x5xf64>
            %yc = stablehlo.reshape %y : (tensor<5xf64>) -> tensor<5x1xf64>
            %s = stablehlo.custom_call @lapack_dtrsm_ffi(%chol, %yc) {mhlo.backend_config = \
            {diag = 78 : ui8, side = 76 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}} : \
            (tensor<5x5xf64>, tensor<5x1xf64>) -> tensor<5x1xf64>
            %s2 = stablehlo.multiply %s, %s : tensor<5x1xf64>
            %fit = stablehlo.reduce(%s2 init: %zero) applies stablehlo.add across dimensions = \
            [0, 1] : (tensor<5x1xf64>, tensor<f64>) -> tensor<f64>
            %dm = stablehlo.select %same, %chol, %zb : tensor<5x5xi1>, tensor<5x5xf64>
            %dv = stablehlo.reduce(%dm init: %zero) applies stablehlo.add across dimensions = [0] \
            : (tensor<5x5xf64>, tensor<f64>) -> tensor<5xf64>
            %log = stablehlo.log %dv : tensor<5xf64>
            %det = stablehlo.reduce(%log init: %zero) applies stablehlo.add across dimensions = \
            [0] : (tensor<5xf64>, tensor<f64>) -> tensor<f64>
            %h = stablehlo.constant dense<0.5> : tensor<f64>
            %hf = stablehlo.multiply %h, %fit : tensor<f64>
            %loss = stablehlo.add %hf, %det : tensor<f64>
            return %loss : tensor<f64>\
            """;

    /** ‖a⁻¹ y‖² + log|det a| by LU, the permutation found from the pivots in a loop. */
    private static final String SOLVE =
            """
            %y = stablehlo.constant dense<[0.3, -0.8, 0.2, 1.1]> : tensor<4xf64>
            %w = stablehlo.constant dense<[[1.0, 2.0, 0.5, 1.0], [3.0, 0.0, 1.0, -2.0], \
            [0.0, 1.0, 5.0, 1.0], [2.0, 1.0, 0.0, 4.0]]> : tensor<4x4xf64>
            %v = stablehlo.constant dense<[[0.5, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 0.3], \
            [0.2, 0.0, 0.0, 1.0], [0.0, 0.7, 0.0, 0.0]]> : tensor<4x4xf64>
            %zero = stablehlo.constant dense<0.0> : tensor<f64>
            %izero = stablehlo.constant dense<0> : tensor<i32>
            %ione = stablehlo.constant dense<1> : tensor<4xi32>
            %s = stablehlo.broadcast_in_dim %p, dims = [] : (tensor<f64>) -> tensor<4x4xf64>
            %sv = stablehlo.multiply %s, %v : tensor<4x4xf64>
            %t = stablehlo.broadcast_in_dim %q, dims = [] : (tensor<f64>) -> tensor<4x4xf64>
            %tw = stablehlo.multiply %t, %w : tensor<4x4xf64>
            %a = stablehlo.add %sv, %tw : tensor<4x4xf64>
            %f:3 = stablehlo.custom_call @lapack_dgetrf_ffi(%a) {mhlo.backend_config = {}} : \
            (tensor<4x4xf64>) -> (tensor<4x4xf64>, tensor<4xi32>, tensor<i32>)
            %swaps = stablehlo.subtract %f#1, %ione : tensor<4xi32>
            %start = stablehlo.iota dim = 0 : tensor<4xi32>
            %loop:2 = stablehlo.while(%i = %izero, %perm = %start) : tensor<i32>, tensor<4xi32>
             cond {
              %four = stablehlo.constant dense<4> : tensor<i32>
              %lt = stablehlo.compare LT, %i, %four, SIGNED : (tensor<i32>, tensor<i32>) \
            -> tensor<i1>
              stablehlo.return %lt : tensor<i1>
            } do {
              %one = stablehlo.constant dense<1> : tensor<i32>
              %j1 = stablehlo.dynamic_slice %swaps, %i, sizes = [1] : (tensor<4xi32>, \
            tensor<i32>) -> tensor<1xi32>
              %j = stablehlo.reshape %j1 : (tensor<1xi32>) -> tensor<i32>
              %pi = stablehlo.dynamic_slice %perm, %i, sizes = [1] : (tensor<4xi32>, \
            tensor<i32>) -> tensor<1xi32>
              %pj = stablehlo.dynamic_slice %perm, %j, sizes = [1] : (tensor<4xi32>, \
            tensor<i32>) -> tensor<1xi32>
              %p0 = stablehlo.dynamic_update_slice %perm, %pj, %i : (tensor<4xi32>, \
            tensor<1xi32>, tensor<i32>) -> tensor<4xi32>
              %p1 = stablehlo.dynamic_update_slice %p0, %pi, %j : (tensor<4xi32>, \
            tensor<1xi32>, tensor<i32>) -> tensor<4xi32>
              %n = stablehlo.add %i, %one : tensor<i32>
              stablehlo.return %n, %p1 : tensor<i32>, tensor<4xi32>
            }
            %index = stablehlo.reshape %loop#1 : (tensor<4xi32>) -> tensor<4x1xi32>
            %py = "stablehlo.gather"(%y, %index) <{dimension_numbers = #stablehlo.gather<\
            collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, \
            slice_sizes = array<i64: 1>}> : (tensor<4xf64>, tensor<4x1xi32>) -> tensor<4xf64>
            %yc = stablehlo.reshape %py : (tensor<4xf64>) -> tensor<4x1xf64>
            %x0 = stablehlo.custom_call @lapack_dtrsm_ffi(%f#0, %yc) {mhlo.backend_config = \
            {diag = 85 : ui8, side = 76 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}} : \
            (tensor<4x4xf64>, tensor<4x1xf64>) -> tensor<4x1xf64>
            %x = "stablehlo.triangular_solve"(%f#0, %x0) <{left_side = true, lower = false, \
            transpose_a = #stablehlo<transpose NO_TRANSPOSE>, unit_diagonal = false}> : \
            (tensor<4x4xf64>, tensor<4x1xf64>) -> tensor<4x1xf64>
            %x2 = stablehlo.multiply %x, %x : tensor<4x1xf64>
            %norm = stablehlo.reduce(%x2 init: %zero) applies stablehlo.add across dimensions = \
            [0, 1] : (tensor<4x1xf64>, tensor<f64>) -> tensor<f64>
            %r = stablehlo.iota dim = 0 : tensor<4x4xi32>
            %c = stablehlo.iota dim = 1 : tensor<4x4xi32>
            %same = stablehlo.compare EQ, %r, %c, SIGNED : (tensor<4x4xi32>, tensor<4x4xi32>) \
            -> tensor<4x4xi1>
            %zb = stablehlo.broadcast_in_dim %zero, dims = [] : (tensor<f64>) -> tensor<4x4xf64>
            %dm = stablehlo.select %same, %f#0, %zb : tensor<4x4xi1>, tensor<4x4xf64>
            %dv = stablehlo.reduce(%dm init: %zero) applies stablehlo.add across dimensions = [0] \
            : (tensor<4x4xf64>, tensor<f64>) -> tensor<4xf64>
            %abs = stablehlo.abs %dv : tensor<4xf64>
            %log = stablehlo.log %abs : tensor<4xf64>
            %det = stablehlo.reduce(%log init: %zero) applies stablehlo.add across dimensions = \
            [0] : (tensor<4xf64>, tensor<f64>) -> tensor<f64>
            %loss = stablehlo.add %norm, %det : tensor<f64>
            return %loss : tensor<f64>\
            """;

    @Test
    void solveAndLogDeterminantByLu() {
        derivatives("%p: tensor<f64>, %q: tensor<f64>", SOLVE, 0.7, 1.2);
    }

    @Test
    void marginalLikelihoodOfAGaussianProcess() {
        derivatives(
                "%amp: tensor<f64>, %len: tensor<f64>, %noise: tensor<f64>",
                PROCESS, 0.1, -0.2, -2);
    }

    private static void derivatives(String parameters, String text, double... x) {
        Program loss = Rewrites.imported(Texts.program(parameters, "tensor<f64>", text));
        int n = x.length;
        Program gradient = Gradient.of(loss, Ints.range(n));
        double[] grad =
                Interpreter.run(gradient, scalars(x)).stream()
                        .skip(1)
                        .mapToDouble(t -> t.get(0))
                        .toArray();
        for (int i = 0; i < n; i++) {
            assertEquals(difference(loss, 0, x, i), grad[i], 1e-9);
            List<Tensor> in = Programs.append(scalars(x), List.of(Tensor.scalar(1)));
            double second = Interpreter.run(Jvp.of(gradient, Ints.of(i)), in).get(n + 2 + i).get(0);
            assertEquals(difference(gradient, 1 + i, x, i), second, 1e-8);
        }
    }

    private static List<Tensor> scalars(double... x) {
        return Arrays.stream(x).mapToObj(Tensor::scalar).toList();
    }

    /** By the symmetric difference of fourth order. */
    private static double difference(Program f, int output, double[] x, int i) {
        double h = 1.0 / 512;
        double[] at = new double[5];
        for (int j = -2; j <= 2; j++) {
            double[] moved = x.clone();
            moved[i] += j * h;
            at[j + 2] = Interpreter.run(f, scalars(moved)).get(output).get(0);
        }
        return (8 * (at[3] - at[1]) - (at[4] - at[0])) / (12 * h);
    }
}
