package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.UnaryFunction;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.Ints;

/** Operations that StableHLO has no name for, which the printer writes as custom calls. */
final class OwnRules {
    static final String PREFIX = "hessdiag.";

    private OwnRules() {}

    static Ints custom(Site s, String target) {
        s.operands(1);
        Op op = switch (target.substring(PREFIX.length())) {
            case "stop_gradient" -> new Op.Unary(UnaryFunction.STOP_GRADIENT);
            case "windows" -> new Op.Windows(spec(s));
            case "fold_windows" -> new Op.FoldWindows(spec(s), s.declaredShape());
            default -> throw s.unsupported("@" + target + " is not supported", "");
        };
        return s.builder().apply(op, s.operands());
    }

    private static WindowSpec spec(Site s) {
        return new WindowSpec(
                s.ints("axes"), s.ints("sizes"), s.ints("strides"), s.ints("dilations"));
    }

    /** {@code custom_call @hessdiag.windows(%x) {axes = array<i64: 1>, ...}}, without types. */
    static String print(String name, String operand, WindowSpec w) {
        return call(name, operand) + " {axes = " + EquationPrinter.array(w.axes()) + ", sizes = "
                + EquationPrinter.array(w.sizes()) + ", strides = "
                + EquationPrinter.array(w.strides()) + ", dilations = "
                + EquationPrinter.array(w.dilations()) + "}";
    }

    static String call(String name, String operand) {
        return "stablehlo.custom_call @" + PREFIX + name + "(" + operand + ")";
    }
}
