package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;

/** Operations that StableHLO has no name for, which the printer writes as custom calls. */
final class OwnRules {
    static final String PREFIX = "hessdiag.";

    private OwnRules() {}

    static Ints custom(Site s, String target) {
        Op op = switch (target.substring(PREFIX.length())) {
            case "windows" -> new Op.Windows(spec(s));
            case "fold_windows" -> new Op.FoldWindows(spec(s), s.declaredShape());
            case "scan" -> new Op.Scan(s.integer("constants"), s.integer("carries"),
                    s.integer("length"),
                    Attributes.text(s.attribute("reverse")).equals("true"), called(s, 0));
            case "while" -> new Op.While(s.integer("constants"), called(s, 0), called(s, 1));
            case "lu" -> new Op.Lu();
            case "eigh" -> new Op.Eigh();
            case "bitcast_convert" -> new Op.Bitcast(dtype(s, "from"), dtype(s, "to"));
            default -> throw s.unsupported("@" + target + " is not supported", "");
        };
        return s.builder().apply(op, s.operands());
    }

    private static Program called(Site s, int i) {
        if (!(s.attribute("called_computations") instanceof Attribute.Items names)
                || names.items().size() <= i) {
            throw s.error("expected attribute called_computations");
        }
        Function f = s.importer().function(Attributes.text(names.items().get(i)), s.op().at());
        return s.importer().program(f);
    }

    private static DType dtype(Site s, String name) {
        String text = s.has(name) ? Attributes.text(s.attribute(name)) : "";
        return DType.named(text).orElseThrow(() -> s.error(
                name + ": expected an element type, found '" + text + "'"));
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
