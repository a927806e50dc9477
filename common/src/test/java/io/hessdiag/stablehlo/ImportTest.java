package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Location;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One module text for each form, and what it becomes. */
class ImportTest {
    private static final String X = "%x: tensor<2x3xf64>";

    /** The op that an operation on {@code %x: tensor<2x3xf64>} becomes. */
    private static Op op(String result, String operation) {
        return op(X, result, operation);
    }

    private static Op op(String parameters, String result, String operation) {
        return Texts.lastOp(
                Texts.program(parameters, result, "%r = " + operation + "\nreturn %r : " + result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stablehlo.tanh %x : tensor<2x3xf64> | TANH",
                "\"stablehlo.tanh\"(%x) : (tensor<2x3xf64>) -> tensor<2x3xf64> | TANH",
                "mhlo.tanh %x : tensor<2x3xf64> | TANH",
                "chlo.erf_inv %x : tensor<2x3xf64> -> tensor<2x3xf64> | ERF_INV",
                "chlo.tan %x : tensor<2x3xf64> -> tensor<2x3xf64> | TAN",
                "stablehlo.exponential %x {result_accuracy = #stablehlo.result_accuracy<mode ="
                    + " #stablehlo.result_accuracy_mode<HIGHEST>>} : tensor<2x3xf64> | EXPONENTIAL",
                "stablehlo.custom_call @mhlo.erf(%x) {mhlo.version = 1 : i64} : (tensor<2x3xf64>)"
                        + " -> tensor<2x3xf64> | ERF",
                "\"stablehlo.custom_call\"(%x) <{call_target_name = \"mhlo.asinh\"}> : "
                        + "(tensor<2x3xf64>) -> tensor<2x3xf64> | ASINH",
                "stablehlo.composite \"chlo.lgamma\" %x {decomposition = @absent, version = 1 :"
                        + " i32} : (tensor<2x3xf64>) -> tensor<2x3xf64> | LGAMMA"
            })
    void unaryFunctionsInEveryForm(String operation, UnaryFunction f) {
        assertEquals(new Op.Unary(f), op("tensor<2x3xf64>", operation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LT, %x, %x : ", " LT, %x, %x,  FLOAT : ", "LT, %x, %x, FLOAT : "})
    void compareWithAndWithoutType(String form) {
        assertEquals(
                new Op.Compare(Comparison.LT, false),
                op(
                        "tensor<2x3xi1>",
                        "stablehlo.compare "
                                + form
                                + "(tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<2x3xi1>"));
    }

    @Test
    void compareGenericTotalOrder() {
        assertEquals(
                new Op.Compare(Comparison.GE, true),
                op(
                        "tensor<2x3xi1>",
                        "\"stablehlo.compare\"(%x, %x) <{compare_type = #stablehlo<comparison_type"
                            + " TOTALORDER>, comparison_direction = #stablehlo<comparison_direction"
                            + " GE>}> : (tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<2x3xi1>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stablehlo.transpose %x, dims = [1, 0] : (tensor<2x3xf64>) -> tensor<3x2xf64>",
                "\"stablehlo.transpose\"(%x) <{permutation = array<i64: 1, 0>}> : (tensor<2x3xf64>)"
                        + " -> tensor<3x2xf64>",
                "\"stablehlo.transpose\"(%x) {permutation = dense<[1, 0]> : tensor<2xi64>} : "
                        + "(tensor<2x3xf64>) -> tensor<3x2xf64>"
            })
    void transposeInEveryForm(String operation) {
        assertEquals(new Op.Transpose(Ints.of(1, 0)), op("tensor<3x2xf64>", operation));
    }

    @Test
    void sliceWithAndWithoutStrides() {
        Op expected = new Op.Slice(Ints.of(0, 1), Ints.of(1, 3), Ints.of(1, 2));
        assertEquals(
                expected,
                op(
                        "tensor<1x1xf64>",
                        "stablehlo.slice %x [0:1, 1:3:2] : (tensor<2x3xf64>) -> tensor<1x1xf64>"));
        assertEquals(
                expected,
                op(
                        "tensor<1x1xf64>",
                        "\"stablehlo.slice\"(%x) <{start_indices = array<i64: 0, 1>, limit_indices"
                                + " = array<i64: 1, 3>, strides = array<i64: 1, 2>}> :"
                                + " (tensor<2x3xf64>) -> tensor<1x1xf64>"));
    }

    @Test
    void padConcatenateReverseIota() {
        assertEquals(
                new Op.Pad(Ints.of(0, -2), Ints.of(1, 0), Ints.of(0, 1)),
                op(
                        X + ", %v: tensor<f64>",
                        "tensor<3x3xf64>",
                        "stablehlo.pad %x, %v, low = [0, -2], high = [1, 0], interior = [0, 1] : "
                                + "(tensor<2x3xf64>, tensor<f64>) -> tensor<3x3xf64>"));
        assertEquals(
                new Op.Concatenate(1),
                op(
                        "tensor<2x6xf64>",
                        "stablehlo.concatenate %x, %x, dim = 1 : (tensor<2x3xf64>, tensor<2x3xf64>)"
                                + " -> tensor<2x6xf64>"));
        assertEquals(
                new Op.Reverse(Ints.of(0)),
                op("tensor<2x3xf64>", "stablehlo.reverse %x, dims = [0] : tensor<2x3xf64>"));
        assertEquals(
                new Op.Iota(TensorType.of(DType.UI8, 4), 0),
                op("tensor<4xui8>", "stablehlo.iota dim = 0 : tensor<4xui8>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stablehlo.dot_general %x, %y, batching_dims = [0] x [1], contracting_dims = [1] x"
                        + " [0], precision = [DEFAULT, DEFAULT], algorithm = <lhs_precision_type ="
                        + " tf32, allow_imprecise_accumulation = false>",
                "\"stablehlo.dot_general\"(%x, %y) <{dot_dimension_numbers = #stablehlo.dot<"
                        + "lhs_batching_dimensions = [0], rhs_batching_dimensions = [1], "
                        + "lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, "
                        + "precision_config = [#stablehlo<precision DEFAULT>]}>"
            })
    void dotGeneralInBothForms(String operation) {
        assertEquals(
                new Op.DotGeneral(Ints.of(0), Ints.of(1), Ints.of(1), Ints.of(0)),
                op(
                        X + ", %y: tensor<3x2x5xf64>",
                        "tensor<2x5xf64>",
                        operation + " : (tensor<2x3xf64>, tensor<3x2x5xf64>) -> tensor<2x5xf64>"));
    }

    @Test
    void dotIsTheMatrixProduct() {
        assertEquals(
                new Op.DotGeneral(Ints.EMPTY, Ints.EMPTY, Ints.of(1), Ints.of(0)),
                op(
                        X + ", %y: tensor<3xf64>",
                        "tensor<2xf64>",
                        "stablehlo.dot %x, %y, precision "
                                + "= [DEFAULT, DEFAULT] : (tensor<2x3xf64>, tensor<3xf64>) -> "
                                + "tensor<2xf64>"));
    }

    @Test
    void productSummedInAWiderTypeWidensItsOperands() {
        Program p =
                Texts.program(
                        "%x: tensor<3xf32>",
                        "tensor<f64>",
                        "%r = stablehlo.dot_general %x, %x, contracting_dims = [0] x [0] :"
                                + " (tensor<3xf32>, tensor<3xf32>) -> tensor<f64>\n"
                                + "return %r : tensor<f64>");
        assertEquals(new Op.Convert(DType.F64), p.equations().get(0).op());
        assertEquals(2, p.equations().size());
    }

    private static final String SUM =
            "^bb0(%a: tensor<f64>, %b: tensor<f64>):\n"
                    + "%s = stablehlo.add %b, %a : tensor<f64>\n"
                    + "stablehlo.return %s : tensor<f64>\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stablehlo.reduce(%x init: %v) applies stablehlo.add across dimensions = [0, 1] :"
                        + " SIG",
                "stablehlo.reduce(%x init: %v) across dimensions = [0, 1] : SIG reducer(%a:"
                    + " tensor<f64>, %b: tensor<f64>) { %s = stablehlo.add %a, %b : tensor<f64>\n"
                    + "stablehlo.return %s : tensor<f64> }",
                "\"stablehlo.reduce\"(%x, %v) <{dimensions = array<i64: 0, 1>}> ({"
                        + SUM
                        + "}) : SIG",
                "\"stablehlo.reduce\"(%x, %v) ({"
                        + SUM
                        + "}) {dimensions = dense<[0, 1]> : "
                        + "tensor<2xi64>} : SIG"
            })
    void reduceInEveryForm(String operation) {
        assertEquals(
                new Op.Reduce(Combiner.ADD, Ints.of(0, 1)),
                op(
                        X + ", %v: tensor<f64>",
                        "tensor<f64>",
                        operation.replace("SIG", "(tensor<2x3xf64>, tensor<f64>) -> tensor<f64>")));
    }

    @Test
    void independentReductionsBecomeSeveral() {
        Program p =
                Texts.program(
                        X + ", %v: tensor<f64>",
                        "(tensor<2xf64>, tensor<2xf64>)",
                        """
                        %r:2 = stablehlo.reduce(%x init: %v), (%x init: %v) across dimensions = [1] : \
                        (tensor<2x3xf64>, tensor<2x3xf64>, tensor<f64>, tensor<f64>) -> \
                        (tensor<2xf64>, tensor<2xf64>)
                         reducer(%a: tensor<f64>, %b: tensor<f64>) (%c: tensor<f64>, %d: tensor<f64>) {
                          %s = stablehlo.maximum %a, %b : tensor<f64>
                          %t = stablehlo.minimum %d, %c : tensor<f64>
                          stablehlo.return %s, %t : tensor<f64>, tensor<f64>
                        }
                        return %r#0, %r#1 : tensor<2xf64>, tensor<2xf64>\
                        """);
        assertEquals(
                List.of(
                        new Op.Reduce(Combiner.MAXIMUM, Ints.of(1)),
                        new Op.Reduce(Combiner.MINIMUM, Ints.of(1))),
                p.equations().stream().map(e -> e.op()).toList());
    }

    private static String argReduce(String better, String type) {
        return """
        %i = stablehlo.iota dim = 1 : tensor<2x3xi32>
        %z = stablehlo.constant dense<0> : tensor<i32>
        %r:2 = stablehlo.reduce(%x init: %v), (%i init: %z) across dimensions = [1] : \
        (tensor<2x3xT>, tensor<2x3xi32>, tensor<T>, tensor<i32>) -> \
        (tensor<2xT>, tensor<2xi32>)
         reducer(%a: tensor<T>, %b: tensor<T>) (%c: tensor<i32>, %d: tensor<i32>) {
          %1 = stablehlo.compare BETTER : (tensor<T>, tensor<T>) -> tensor<i1>
          %2 = stablehlo.compare NE, %a, %a : (tensor<T>, tensor<T>) -> tensor<i1>
          %3 = stablehlo.or %1, %2 : tensor<i1>
          %4 = stablehlo.compare EQ, %a, %b : (tensor<T>, tensor<T>) -> tensor<i1>
          %5 = stablehlo.compare LT, %c, %d : (tensor<i32>, tensor<i32>) -> tensor<i1>
          %6 = stablehlo.and %4, %5 : tensor<i1>
          %7 = stablehlo.or %3, %6 : tensor<i1>
          %8 = stablehlo.select %3, %a, %b : tensor<i1>, tensor<T>
          %9 = stablehlo.select %7, %c, %d : tensor<i1>, tensor<i32>
          stablehlo.return %8, %9 : tensor<T>, tensor<i32>
        }
        return %r#1 : tensor<2xi32>\
        """
                .replace("BETTER", better)
                .replace("tensor<T>", "tensor<" + type + ">")
                .replace("xT>", "x" + type + ">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"GT, %a, %b, FLOAT | true", "LT, %b, %a | true", "LT, %a, %b | false"})
    void jaxsArgmaxAndArgminAreRecognised(String better, boolean max) {
        Program p =
                Texts.program(X + ", %v: tensor<f64>", "tensor<2xi32>", argReduce(better, "f64"));
        assertEquals(new Op.ArgReduce(max, 1), Texts.lastOp(p));
    }

    @Test
    void otherOrdersAreNotTakenForArgmax() {
        assertTrue(
                Texts.program(
                                X + ", %v: tensor<f64>",
                                "tensor<2xi32>",
                                argReduce("GE, %a, %b", "f64"))
                        .equations()
                        .stream()
                        .noneMatch(e -> e.op() instanceof Op.ArgReduce));
    }

    @Test
    void gatherWithBatchingDims() {
        assertEquals(
                new Op.Gather(
                        new GatherDims(
                                Ints.of(1), Ints.EMPTY, Ints.of(0), Ints.of(0), Ints.of(1), 1),
                        Ints.of(1, 2)),
                op(
                        X + ", %i: tensor<2x1xi32>",
                        "tensor<2x2xf64>",
                        "\"stablehlo.gather\"(%x, %i) <{dimension_numbers ="
                            + " #stablehlo.gather<offset_dims = [1], operand_batching_dims = [0],"
                            + " start_indices_batching_dims = [0], start_index_map = [1],"
                            + " index_vector_dim = 1>, indices_are_sorted = false, slice_sizes ="
                            + " array<i64: 1, 2>}> : (tensor<2x3xf64>, tensor<2x1xi32>) ->"
                            + " tensor<2x2xf64>"));
    }

    @ParameterizedTest
    @CsvSource({
        "stablehlo.return %b, SET",
        "%s = stablehlo.add %b! %a, ADD",
        "%s = stablehlo.maximum %a! %b, MAXIMUM"
    })
    void scatterTakesItsCombinerFromTheRegion(String region, Combiner combiner) {
        String text =
                region.replace('!', ',')
                        + " : tensor<f64>\n"
                        + (combiner == Combiner.SET ? "" : "stablehlo.return %s : tensor<f64>\n");
        assertEquals(
                new Op.Scatter(
                        new ScatterDims(Ints.of(1), Ints.of(0), Ints.of(0), 1), combiner, true),
                op(
                        X + ", %i: tensor<4x1xi32>, %u: tensor<4x3xf64>",
                        "tensor<2x3xf64>",
                        "\"stablehlo.scatter\"(%x, %i, %u) <{indices_are_sorted = false, "
                                + "scatter_dimension_numbers = #stablehlo.scatter<"
                                + "update_window_dims = [1], inserted_window_dims = [0], "
                                + "scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, "
                                + "unique_indices = true}> ({\n^bb0(%a: tensor<f64>, "
                                + "%b: tensor<f64>):\n"
                                + text
                                + "}) : (tensor<2x3xf64>, "
                                + "tensor<4x1xi32>, tensor<4x3xf64>) -> tensor<2x3xf64>"));
    }

    @Test
    void splatsAreScalarConstantsAndBroadcasts() {
        Program p =
                Texts.program(
                        "",
                        "tensor<100000000xf64>",
                        "%r = stablehlo.constant dense<1.0> : tensor<100000000xf64>\n"
                                + "return %r : tensor<100000000xf64>");
        assertEquals(
                List.of("constant", "broadcast_in_dim"),
                p.equations().stream().map(e -> e.op().name()).toList());
        assertEquals(Shape.SCALAR, p.type(p.equations().get(0).output()).shape());
    }

    @Test
    void halfPrecisionIsComputedInSingle() {
        Program p =
                Texts.program(
                        "%x: tensor<3xbf16>",
                        "tensor<3xf16>",
                        """
                        %c = stablehlo.constant dense<[1.0, 0.1, 0x7F80]> : tensor<3xbf16>
                        %s = stablehlo.add %x, %c : tensor<3xbf16>
                        %r = stablehlo.convert %s : (tensor<3xbf16>) -> tensor<3xf16>
                        return %r : tensor<3xf16>\
                        """);
        assertEquals(List.of(TensorType.of(DType.F32, 3)), p.inputTypes());
        Op.Constant c = (Op.Constant) p.equations().get(0).op();
        assertEquals(0.10009765625, c.value().get(1));
        assertEquals(Double.POSITIVE_INFINITY, c.value().get(2));
        assertEquals(new Op.Binary(BinaryFunction.ADD), Texts.lastOp(p));
    }

    @Test
    void chloBroadcastsItsOperands() {
        Program p =
                Texts.program(
                        X + ", %b: tensor<2xf64>",
                        "tensor<2x3xf64>",
                        "%r = chlo.broadcast_add %x, %b {broadcast_dimensions = array<i64: 0>} : "
                                + "(tensor<2x3xf64>, tensor<2xf64>) -> tensor<2x3xf64>\n"
                                + "return %r : tensor<2x3xf64>");
        assertEquals(new Op.BroadcastInDim(Shape.of(2, 3), Ints.of(0)), p.equations().get(0).op());
    }

    @Test
    void identitiesLeaveNoEquation() {
        Program p =
                Texts.program(
                        X,
                        "tensor<2x3xf64>",
                        """
                        %0 = stablehlo.optimization_barrier %x : tensor<2x3xf64>
                        %1 = stablehlo.custom_call @Sharding(%0) {mhlo.sharding = "{replicated}"} : \
                        (tensor<2x3xf64>) -> tensor<2x3xf64>
                        %2 = sdy.sharding_constraint %1 <@mesh, [{"x"}, {?}]> : tensor<2x3xf64>
                        %3 = stablehlo.convert %2 : tensor<2x3xf64>
                        return %3 : tensor<2x3xf64>\
                        """);
        assertEquals(List.of(), p.equations());
        assertEquals(p.inputs(), p.outputs());
    }

    private static final String RELU_BODY =
            """
            func.func private @NAME(%arg0: tensor<2x3xf64>) -> tensor<2x3xf64> {
              %c = stablehlo.constant dense<VALUE> : tensor<f64>
              %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<f64>) -> tensor<2x3xf64>
              %1 = stablehlo.maximum %arg0, %0 : tensor<2x3xf64>
              return %1 : tensor<2x3xf64>
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "relu, 0.0, relu",
        "relu_12, 0.0, relu",
        "relu, 1.0, maximum",
        "clip, 0.0, maximum",
        "relu6, 0.0, maximum"
    })
    void onlyMaximumWithZeroUnderThatNameIsRelu(String name, String value, String expected) {
        Program p =
                Texts.program(
                        Texts.main(
                                        X,
                                        "tensor<2x3xf64>",
                                        "%0 = call @"
                                                + name
                                                + "(%x) : (tensor<2x3xf64>) -> tensor<2x3xf64>\n"
                                                + "return %0 : tensor<2x3xf64>")
                                + RELU_BODY.replace("NAME", name).replace("VALUE", value));
        assertEquals(expected, Texts.lastOp(p).name());
    }

    @ParameterizedTest
    @CsvSource({"stop_gradient_3, stop_gradient", "identity, sine"})
    void onlyTheIdentityUnderThatNameIsStopGradient(String name, String expected) {
        Program p =
                Texts.program(
                        Texts.main(
                                        X,
                                        "tensor<2x3xf64>",
                                        "%0 = stablehlo.sine %x : "
                                                + "tensor<2x3xf64>\n%1 = call @"
                                                + name
                                                + "(%0) : (tensor<2x3xf64>) -> "
                                                + "tensor<2x3xf64>\nreturn %1 : tensor<2x3xf64>")
                                + "func.func private @"
                                + name
                                + "(%a: tensor<2x3xf64>) -> tensor<2x3xf64> {\n"
                                + "return %a : tensor<2x3xf64>\n"
                                + "}");
        assertEquals(expected, Texts.lastOp(p).name());
    }

    @Test
    void unknownCompositesAreDecomposed() {
        Program p =
                Texts.program(
                        Texts.main(
                                        X,
                                        "tensor<2x3xf64>",
                                        "%0 = stablehlo.composite \"my.twice\" %x {decomposition ="
                                            + " @twice} : (tensor<2x3xf64>) -> tensor<2x3xf64>\n"
                                            + "return %0 : tensor<2x3xf64>")
                                + "func.func private @twice(%a: tensor<2x3xf64>) -> tensor<2x3xf64>"
                                + " {\n"
                                + "%0 = stablehlo.add %a, %a : tensor<2x3xf64>\n"
                                + "return %0 : tensor<2x3xf64>\n"
                                + "}");
        assertEquals(new Op.Binary(BinaryFunction.ADD), Texts.lastOp(p));
    }

    @Test
    void argumentLabelsComeFromLocations() {
        Module m =
                StableHlo.parse(
                        "m.mlir",
                        """
                        #loc1 = loc("params['w']")
                        module @jit_f attributes {mhlo.num_partitions = 1 : i32} {
                          sdy.mesh @mesh = <["x"=2, "y"=4]>
                          func.func public @main(%arg0: tensor<f64> {mhlo.sharding = "{replicated}"} \
                        loc(#loc1), %arg1: tensor<f64> loc("x"(#loc3)), %arg2: tensor<f64> loc(#loc2), \
                        %arg3: tensor<f64> {jax.buffer_donor = true, sdy.sharding = \
                        #sdy.sharding<@mesh, [{"x", ?}]>, tf.aliasing_output = 0 : i32} loc(#loc3)) -> \
                        (tensor<f64> {jax.result_info = "result"}) {
                            return %arg0 : tensor<f64> loc(#loc3)
                          } loc(#loc3)
                        } loc(#loc)
                        #loc = loc(unknown)
                        #loc2 = loc(callsite("name" at #loc3))
                        #loc3 = loc("f.py":24:0 to :7)
                        """);
        Imported f = StableHlo.importFunction(m, "main");
        assertEquals(
                List.of("params['w']", "x", "name", "none"),
                f.arguments().stream().map(a -> a.label().orElse("none")).toList());
        assertEquals("{replicated}", f.arguments().get(0).attributes().get("mhlo.sharding"));
        assertEquals("jit_f", m.name());
    }

    @Test
    void genericModulesAndFunctions() {
        Program p =
                Texts.program(
                        """
                        "builtin.module"() <{sym_name = "m"}> ({
                          "func.func"() <{function_type = (tensor<2xf64>) -> tensor<2xf64>, \
                        sym_name = "main", sym_visibility = "public"}> ({
                          ^bb0(%arg0: tensor<2xf64>):
                            %0:2 = "func.call"(%arg0) <{callee = @two}> : (tensor<2xf64>) -> \
                        (tensor<2xf64>, tensor<2xf64>)
                            %1 = "stablehlo.subtract"(%0#1, %0#0) : (tensor<2xf64>, tensor<2xf64>) -> \
                        tensor<2xf64>
                            "func.return"(%1) : (tensor<2xf64>) -> ()
                          }) : () -> ()
                          "func.func"() <{function_type = (tensor<2xf64>) -> (tensor<2xf64>, \
                        tensor<2xf64>), sym_name = "two", sym_visibility = "private"}> ({
                          ^bb0(%arg0: tensor<2xf64>):
                            %0 = "stablehlo.sine"(%arg0) : (tensor<2xf64>) -> tensor<2xf64>
                            "func.return"(%arg0, %0) : (tensor<2xf64>, tensor<2xf64>) -> ()
                          }) : () -> ()
                        }) : () -> ()
                        """);
        assertEquals(Ints.of(1, 0), p.equations().get(1).inputs());
    }

    @Test
    void equationsKeepTheirPlaces() {
        Program p =
                Texts.program(
                        X,
                        "tensor<2x3xf64>",
                        "  %r = stablehlo.sine %x : tensor<2x3xf64>\n"
                                + "  return %r : tensor<2x3xf64>");
        assertEquals(new Location("m.mlir", 2, 8), p.equations().get(0).location());
    }

    @Test
    void everythingInTheBundlesIsSupported() {
        for (String name :
                List.of(
                        "rnn-tanh-scan/loss.mlir",
                        "cnn-relu-maxpool/loss.mlir",
                        "mlp-f32/grad.mlir")) {
            assertEquals(
                    List.of(), StableHlo.unsupported(StableHlo.parse(name, Texts.resource(name))));
        }
    }

    @Test
    void whatIsUnsupportedInsideABranchIsListedOnce() {
        Module m =
                StableHlo.parse(
                        "m.mlir",
                        Texts.main(
                                "%i: tensor<i32>",
                                "tensor<i32>",
                                """
                                %0 = "stablehlo.case"(%i) ({
                                  %1 = "new.op"(%i) : (tensor<i32>) -> tensor<i32>
                                  stablehlo.return %1 : tensor<i32>
                                }, {
                                  %1 = "new.other"(%i) : (tensor<i32>) -> tensor<i32>
                                  stablehlo.return %1 : tensor<i32>
                                }) : (tensor<i32>) -> tensor<i32>
                                %2 = "new.third"(%0) : (tensor<i32>) -> tensor<i32>
                                return %2 : tensor<i32>\
                                """));
        assertEquals(
                List.of("new.op", "new.other", "new.third"),
                StableHlo.unsupported(m).stream().map(Unsupported::opName).toList());
    }
}
