package io.hessdiag.stablehlo;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Programs as module text in JAX's style. Functions that StableHLO has no operation for become
 * private functions, one for each type: {@code @relu}, {@code @stop_gradient}, {@code @logaddexp},
 * {@code @logsumexp}, {@code @softmax}.
 */
final class ModulePrinter {
    private final Program program;
    private final String[] names;
    private final Map<String, String> privateFunctions;

    ModulePrinter(Program program) {
        this(program, new LinkedHashMap<>());
    }

    private ModulePrinter(Program program, Map<String, String> privateFunctions) {
        this.program = program;
        this.privateFunctions = privateFunctions;
        this.names = new String[program.values()];
    }

    String print() {
        String main = function("public @main");
        String module = program.name().replaceAll("[^A-Za-z0-9_.$-]", "_");
        return "module @"
                + (module.isEmpty() ? "main" : module)
                + " {\n"
                + main
                + String.join("", privateFunctions.values())
                + "}\n";
    }

    private String function(String title) {
        name();
        StringBuilder body = new StringBuilder();
        for (Equation e : program.equations()) {
            String text = e.op().accept(new EquationPrinter(this, e));
            String count = e.outputs().size() == 1 ? "" : ":" + e.outputs().size();
            body.append("    ")
                    .append(names[e.outputs().get(0)])
                    .append(count)
                    .append(" = ")
                    .append(text)
                    .append('\n');
        }
        return "  func.func "
                + title
                + "("
                + parameters()
                + ") -> ("
                + types(program.outputTypes())
                + ") {\n"
                + body
                + "    return"
                + returned()
                + "\n  }\n";
    }

    /** The name of a private function that is this program: a loop's body. */
    String body(Program p) {
        ModulePrinter printer = new ModulePrinter(p, privateFunctions);
        String text = printer.function("private @NAME");
        for (int i = 0; ; i++) {
            String name = "body_" + i;
            String named = text.replace("@NAME(", "@" + name + "(");
            if (privateFunctions.computeIfAbsent(name, n -> named).equals(named)) {
                return name;
            }
        }
    }

    private void name() {
        for (int i = 0; i < program.inputs().size(); i++) {
            names[program.inputs().get(i)] = "%arg" + i;
        }
        int next = 0;
        for (Equation e : program.equations()) {
            for (int i = 0; i < e.outputs().size(); i++) {
                names[e.outputs().get(i)] = "%" + next + (i == 0 ? "" : "#" + i);
            }
            next++;
        }
    }

    private String parameters() {
        return program.inputs().stream()
                .mapToObj(v -> names[v] + ": " + type(v))
                .collect(Collectors.joining(", "));
    }

    private String returned() {
        return program.outputs().isEmpty()
                ? ""
                : " " + values(program.outputs()) + " : " + types(program.outputTypes());
    }

    TensorType type(int value) {
        return program.type(value);
    }

    String value(int value) {
        return names[value];
    }

    String values(Ints values) {
        return values.stream().mapToObj(v -> names[v]).collect(Collectors.joining(", "));
    }

    static String types(List<TensorType> types) {
        return types.stream().map(TensorType::toString).collect(Collectors.joining(", "));
    }

    /** The name of the private function {@code @relu} for this type. */
    String relu(TensorType t) {
        return privateFunction(
                "relu",
                t,
                """
                  func.func private @NAME(%arg0: TYPE) -> TYPE {
                    %0 = stablehlo.constant dense<ZERO> : ELEMENT
                    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (ELEMENT) -> TYPE
                    %2 = stablehlo.maximum %arg0, %1 : TYPE
                    return %2 : TYPE
                  }
                """
                        .replace("ZERO", t.dtype().isFloat() ? "0.000000e+00" : "0"));
    }

    /** The name of the private function {@code @stop_gradient} for this type. */
    String stopGradient(TensorType t) {
        return privateFunction(
                "stop_gradient",
                t,
                """
                  func.func private @NAME(%arg0: TYPE) -> TYPE {
                    return %arg0 : TYPE
                  }
                """);
    }

    /**
     * The name of the private function {@code @logaddexp} for this type: max(x, y) + log(1 +
     * exp(−|x − y|)), or x + y where x − y is NaN.
     */
    String logaddexp(TensorType t) {
        return privateFunction(
                "logaddexp",
                t,
                """
                  func.func private @NAME(%arg0: TYPE, %arg1: TYPE) -> TYPE {
                    %0 = stablehlo.maximum %arg0, %arg1 : TYPE
                    %1 = stablehlo.subtract %arg0, %arg1 : TYPE
                    %2 = stablehlo.compare NE, %1, %1, FLOAT : (TYPE, TYPE) -> BOOLEAN
                    %3 = stablehlo.add %arg0, %arg1 : TYPE
                    %4 = stablehlo.abs %1 : TYPE
                    %5 = stablehlo.negate %4 : TYPE
                    %6 = stablehlo.exponential %5 : TYPE
                    %7 = stablehlo.log_plus_one %6 : TYPE
                    %8 = stablehlo.add %0, %7 : TYPE
                    %9 = stablehlo.select %2, %3, %8 : BOOLEAN, TYPE
                    return %9 : TYPE
                  }
                """);
    }

    /** The name of the private function {@code @logsumexp} for this type: log Σ exp(x). */
    String logSumExp(TensorType x, TensorType sum, Ints dims) {
        return privateFunction(
                "logsumexp",
                x,
                """
                  func.func private @NAME(%arg0: TYPE) -> SUM {
                    %0 = stablehlo.constant dense<0.000000e+00> : ELEMENT
                    %1 = stablehlo.exponential %arg0 : TYPE
                    %2 = stablehlo.reduce(%1 init: %0) applies stablehlo.add \
                across dimensions = DIMS : (TYPE, ELEMENT) -> SUM
                    %3 = stablehlo.log %2 : SUM
                    return %3 : SUM
                  }
                """
                        .replace("SUM", sum.toString())
                        .replace("DIMS", dims.toString()));
    }

    /** The name of the private function {@code @softmax} for this type: exp(x) / Σ exp(x). */
    String softmax(TensorType x, Ints dims) {
        Ints kept = Ints.range(x.rank()).without(dims);
        return privateFunction(
                "softmax",
                x,
                """
                  func.func private @NAME(%arg0: TYPE) -> TYPE {
                    %0 = stablehlo.constant dense<0.000000e+00> : ELEMENT
                    %1 = stablehlo.exponential %arg0 : TYPE
                    %2 = stablehlo.reduce(%1 init: %0) applies stablehlo.add \
                across dimensions = DIMS : (TYPE, ELEMENT) -> SUM
                    %3 = stablehlo.broadcast_in_dim %2, dims = KEPT : (SUM) -> TYPE
                    %4 = stablehlo.divide %1, %3 : TYPE
                    return %4 : TYPE
                  }
                """
                        .replace("SUM", x.withShape(x.shape().pick(kept)).toString())
                        .replace("DIMS", dims.toString())
                        .replace("KEPT", kept.toString()));
    }

    private String privateFunction(String base, TensorType type, String template) {
        for (int i = -1; ; i++) {
            String name = i < 0 ? base : base + "_" + i;
            String text =
                    template.replace("NAME", name)
                            .replace("TYPE", type.toString())
                            .replace("BOOLEAN", type.withDType(DType.I1).toString())
                            .replace("ELEMENT", TensorType.of(type.dtype()).toString());
            if (privateFunctions.computeIfAbsent(name, n -> text).equals(text)) {
                return name;
            }
        }
    }
}
