package io.hessdiag.stablehlo;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Combiner;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.GatherDims;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ScatterDims;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One equation's text right of the equals sign. */
final class EquationPrinter implements Op.Visitor<String> {
    private final ModulePrinter module;
    private final Equation e;

    EquationPrinter(ModulePrinter module, Equation e) {
        this.module = module;
        this.e = e;
    }

    private String in(int i) {
        return module.value(e.input(i));
    }

    private TensorType inType(int i) {
        return module.type(e.input(i));
    }

    private TensorType outType() {
        return module.type(e.outputs().get(0));
    }

    private String inputs() {
        return module.values(e.inputs());
    }

    /** {@code (inputs) -> result}, or {@code (inputs) -> (results)} for several. */
    private String signature() {
        String results = ModulePrinter.types(e.outputs().stream().mapToObj(module::type).toList());
        return " : ("
                + ModulePrinter.types(e.inputs().stream().mapToObj(module::type).toList())
                + ") -> "
                + (e.outputs().size() == 1 ? results : "(" + results + ")");
    }

    @Override
    public String constant(Op.Constant op) {
        return "stablehlo.constant " + DensePrinter.print(op.value());
    }

    @Override
    public String unary(Op.Unary op) {
        UnaryFunction f = op.function();
        if (f == UnaryFunction.RELU) {
            return "call @" + module.relu(outType()) + "(" + inputs() + ")" + signature();
        }
        if (f == UnaryFunction.STOP_GRADIENT) {
            return "call @" + module.stopGradient(outType()) + "(" + inputs() + ")" + signature();
        }
        return f.dialect() + "." + f.text() + " " + in(0) + elementwise(f.dialect(), f.text());
    }

    @Override
    public String binary(Op.Binary op) {
        BinaryFunction f = op.function();
        if (f == BinaryFunction.LOGADDEXP) {
            return "call @" + module.logaddexp(outType()) + "(" + inputs() + ")" + signature();
        }
        return f.dialect() + "." + f.text() + " " + inputs() + elementwise(f.dialect(), f.text());
    }

    private String elementwise(String dialect, String name) {
        if (dialect.equals("chlo")) {
            return " : "
                    + e.inputs().stream()
                            .mapToObj(v -> module.type(v).toString())
                            .collect(Collectors.joining(", "))
                    + " -> "
                    + outType();
        }
        return name.equals(UnaryFunction.IS_FINITE.text()) ? signature() : " : " + outType();
    }

    @Override
    public String compare(Op.Compare op) {
        DType d = inType(0).dtype();
        String type =
                op.totalOrder()
                        ? "TOTALORDER"
                        : d.isFloat()
                                ? "FLOAT"
                                : d.isUnsigned() || d.isBoolean() ? "UNSIGNED" : "SIGNED";
        return "stablehlo.compare " + op.direction() + ", " + inputs() + ", " + type + signature();
    }

    @Override
    public String select(Op.Select op) {
        return "stablehlo.select " + inputs() + " : " + inType(0) + ", " + outType();
    }

    @Override
    public String clamp(Op.Clamp op) {
        return "stablehlo.clamp " + inputs() + signature();
    }

    @Override
    public String convert(Op.Convert op) {
        return "stablehlo.convert " + in(0) + signature();
    }

    @Override
    public String broadcastInDim(Op.BroadcastInDim op) {
        return "stablehlo.broadcast_in_dim " + in(0) + ", dims = " + op.dims() + signature();
    }

    @Override
    public String reshape(Op.Reshape op) {
        return "stablehlo.reshape " + in(0) + signature();
    }

    @Override
    public String transpose(Op.Transpose op) {
        return "stablehlo.transpose " + in(0) + ", dims = " + op.permutation() + signature();
    }

    @Override
    public String slice(Op.Slice op) {
        String ranges =
                IntStream.range(0, op.start().size())
                        .mapToObj(
                                i ->
                                        op.start().get(i)
                                                + ":"
                                                + op.limit().get(i)
                                                + (op.strides().get(i) == 1
                                                        ? ""
                                                        : ":" + op.strides().get(i)))
                        .collect(Collectors.joining(", "));
        return "stablehlo.slice " + in(0) + " [" + ranges + "]" + signature();
    }

    @Override
    public String concatenate(Op.Concatenate op) {
        return "stablehlo.concatenate " + inputs() + ", dim = " + op.dim() + signature();
    }

    @Override
    public String pad(Op.Pad op) {
        return "stablehlo.pad "
                + inputs()
                + ", low = "
                + op.low()
                + ", high = "
                + op.high()
                + ", interior = "
                + op.interior()
                + signature();
    }

    @Override
    public String reverse(Op.Reverse op) {
        return "stablehlo.reverse " + in(0) + ", dims = " + op.dims() + " : " + outType();
    }

    @Override
    public String iota(Op.Iota op) {
        return "stablehlo.iota dim = " + op.dim() + " : " + outType();
    }

    @Override
    public String dotGeneral(Op.DotGeneral op) {
        String batching =
                op.lhsBatch().isEmpty()
                        ? ""
                        : ", batching_dims = " + op.lhsBatch() + " x " + op.rhsBatch();
        return "stablehlo.dot_general "
                + inputs()
                + batching
                + ", contracting_dims = "
                + op.lhsContract()
                + " x "
                + op.rhsContract()
                + ", precision = [DEFAULT, DEFAULT]"
                + signature();
    }

    @Override
    public String reduce(Op.Reduce op) {
        return "stablehlo.reduce("
                + in(0)
                + " init: "
                + in(1)
                + ") applies stablehlo."
                + op.combiner().text()
                + " across dimensions = "
                + op.dims()
                + signature();
    }

    @Override
    public String logSumExp(Op.LogSumExp op) {
        String name = module.logSumExp(inType(0), outType(), op.dims());
        return "call @" + name + "(" + in(0) + ")" + signature();
    }

    @Override
    public String softmax(Op.Softmax op) {
        return "call @" + module.softmax(outType(), op.dims()) + "(" + in(0) + ")" + signature();
    }

    @Override
    public String argReduce(Op.ArgReduce op) {
        TensorType x = TensorType.of(inType(0).dtype());
        TensorType i = TensorType.of(inType(1).dtype());
        String order =
                x.dtype().isFloat() ? "FLOAT" : x.dtype().isUnsigned() ? "UNSIGNED" : "SIGNED";
        String region =
                """
                reducer(%x: VALUE, %y: VALUE) (%i: INDEX, %j: INDEX) {
                     %a = stablehlo.compare DIRECTION, %x, %y, ORDER : (VALUE, VALUE) -> BOOL
                     %b = stablehlo.compare NE, %x, %x, ORDER : (VALUE, VALUE) -> BOOL
                     %c = stablehlo.or %a, %b : BOOL
                     %d = stablehlo.compare EQ, %x, %y, ORDER : (VALUE, VALUE) -> BOOL
                     %e = stablehlo.compare LT, %i, %j, SIGNED : (INDEX, INDEX) -> BOOL
                     %f = stablehlo.and %d, %e : BOOL
                     %g = stablehlo.or %c, %f : BOOL
                     %h = stablehlo.select %c, %x, %y : BOOL, VALUE
                     %k = stablehlo.select %g, %i, %j : BOOL, INDEX
                     stablehlo.return %h, %k : VALUE, INDEX
                   }\
                """
                        .replace("DIRECTION", op.max() ? "GT" : "LT")
                        .replace("VALUE", x.toString())
                        .replace("INDEX", i.toString())
                        .replace("BOOL", "tensor<i1>")
                        .replace("ORDER", order);
        return "stablehlo.reduce("
                + in(0)
                + " init: "
                + in(2)
                + "), ("
                + in(1)
                + " init: "
                + in(3)
                + ") across dimensions = ["
                + op.dim()
                + "]"
                + signature()
                + " "
                + region;
    }

    @Override
    public String gather(Op.Gather op) {
        GatherDims d = op.dims();
        return "\"stablehlo.gather\"("
                + inputs()
                + ") <{dimension_numbers = #stablehlo.gather<"
                + fields(
                        "offset_dims",
                        d.offsetDims(),
                        "collapsed_slice_dims",
                        d.collapsedSliceDims(),
                        "operand_batching_dims",
                        d.operandBatchingDims(),
                        "start_indices_batching_dims",
                        d.startIndicesBatchingDims(),
                        "start_index_map",
                        d.startIndexMap())
                + "index_vector_dim = "
                + d.indexVectorDim()
                + ">, indices_are_sorted = false, slice_sizes = "
                + array(op.sliceSizes())
                + "}>"
                + signature();
    }

    @Override
    public String scatter(Op.Scatter op) {
        ScatterDims d = op.dims();
        TensorType t = TensorType.of(outType().dtype());
        String combined =
                op.combiner() == Combiner.SET
                        ? "      stablehlo.return %y : " + t + "\n"
                        : "      %z = stablehlo."
                                + op.combiner().text()
                                + " %x, %y : "
                                + t
                                + "\n"
                                + "      stablehlo.return %z : "
                                + t
                                + "\n";
        return "\"stablehlo.scatter\"("
                + inputs()
                + ") <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<"
                + fields(
                        "update_window_dims",
                        d.updateWindowDims(),
                        "inserted_window_dims",
                        d.insertedWindowDims(),
                        "input_batching_dims",
                        d.inputBatchingDims(),
                        "scatter_indices_batching_dims",
                        d.scatterIndicesBatchingDims(),
                        "scatter_dims_to_operand_dims",
                        d.scatterDimsToOperandDims())
                + "index_vector_dim = "
                + d.indexVectorDim()
                + ">, unique_indices = "
                + op.uniqueIndices()
                + "}> ({\n    ^bb0(%x: "
                + t
                + ", %y: "
                + t
                + "):\n"
                + combined
                + "    })"
                + signature();
    }

    @Override
    public String windows(Op.Windows op) {
        return OwnRules.print(op.name(), in(0), op.spec()) + signature();
    }

    @Override
    public String foldWindows(Op.FoldWindows op) {
        return OwnRules.print(op.name(), in(0), op.spec()) + signature();
    }

    @Override
    public String scan(Op.Scan op) {
        return OwnRules.call(op.name(), inputs())
                + " {called_computations = [@"
                + module.body(op.body())
                + "], constants = "
                + op.constants()
                + ", carries = "
                + op.carries()
                + ", length = "
                + op.length()
                + ", reverse = "
                + op.reverse()
                + "}"
                + signature();
    }

    @Override
    public String whileLoop(Op.While op) {
        return OwnRules.call(op.name(), inputs())
                + " {called_computations = [@"
                + module.body(op.condition())
                + ", @"
                + module.body(op.body())
                + "], constants = "
                + op.constants()
                + "}"
                + signature();
    }

    @Override
    public String sort(Op.Sort op) {
        return OwnRules.call(op.name(), inputs())
                + " {called_computations = [@"
                + module.body(op.comparator())
                + "], dimension = "
                + op.dim()
                + ", is_stable = "
                + op.stable()
                + "}"
                + signature();
    }

    @Override
    public String choice(Op.Case op) {
        String branches =
                op.branches().stream()
                        .map(p -> "@" + module.body(p))
                        .collect(Collectors.joining(", "));
        return OwnRules.call(op.name(), inputs())
                + " {called_computations = ["
                + branches
                + "]}"
                + signature();
    }

    @Override
    public String cholesky(Op.Cholesky op) {
        return "stablehlo.cholesky " + in(0) + ", lower = true : " + outType();
    }

    @Override
    public String triangularSolve(Op.TriangularSolve op) {
        return "\"stablehlo.triangular_solve\"("
                + inputs()
                + ") <{left_side = true, lower = "
                + op.lower()
                + ", unit_diagonal = "
                + op.unitDiagonal()
                + ", transpose_a = #stablehlo<transpose "
                + (op.transpose() ? "TRANSPOSE" : "NO_TRANSPOSE")
                + ">}>"
                + signature();
    }

    @Override
    public String lu(Op.Lu op) {
        return OwnRules.call(op.name(), inputs()) + signature();
    }

    @Override
    public String eigh(Op.Eigh op) {
        return OwnRules.call(op.name(), inputs()) + signature();
    }

    @Override
    public String bitcast(Op.Bitcast op) {
        boolean held = op.from() != op.from().computed() || op.to() != op.to().computed();
        return (held
                        ? OwnRules.call(op.name(), in(0))
                                + " {from = \""
                                + op.from()
                                + "\", to = \""
                                + op.to()
                                + "\"}"
                        : "stablehlo.bitcast_convert " + in(0))
                + signature();
    }

    @Override
    public String reducePrecision(Op.ReducePrecision op) {
        return "stablehlo.reduce_precision "
                + in(0)
                + ", format = e"
                + op.exponentBits()
                + "m"
                + op.mantissaBits()
                + " : "
                + outType();
    }

    /** {@code name = [..], }, for the fields that are not empty. */
    private static String fields(Object... namesAndDims) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < namesAndDims.length; i += 2) {
            if (!((Ints) namesAndDims[i + 1]).isEmpty()) {
                s.append(namesAndDims[i]).append(" = ").append(namesAndDims[i + 1]).append(", ");
            }
        }
        return s.toString();
    }

    static String array(Ints values) {
        return values.isEmpty()
                ? "array<i64>"
                : "array<i64: "
                        + values.stream()
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(", "))
                        + ">";
    }
}
