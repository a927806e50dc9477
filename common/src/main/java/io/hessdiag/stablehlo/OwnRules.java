package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import java.util.List;

/** Operations that StableHLO has no name for, which the printer writes as custom calls. */
final class OwnRules {
    static final String PREFIX = "hessdiag.";

    private OwnRules() {}

    static Ints custom(Site s, String target) {
        Op op =
                switch (target.substring(PREFIX.length())) {
                    case "windows" -> new Op.Windows(spec(s));
                    case "fold_windows" -> new Op.FoldWindows(spec(s), s.declaredShape());
                    case "scan" ->
                            new Op.Scan(
                                    s.integer("constants"),
                                    s.integer("carries"),
                                    s.integer("length"),
                                    Attributes.text(s.attribute("reverse")).equals("true"),
                                    called(s, 0));
                    case "while" ->
                            new Op.While(s.integer("constants"), called(s, 0), called(s, 1));
                    case "sort" ->
                            new Op.Sort(
                                    s.integer("dimension"),
                                    Attributes.text(s.attribute("is_stable")).equals("true"),
                                    called(s, 0));
                    case "case" -> new Op.Case(calledAll(s));
                    case "lu" -> new Op.Lu();
                    case "eigh" -> new Op.Eigh();
                    case "bitcast_convert" -> new Op.Bitcast(dtype(s, "from"), dtype(s, "to"));
                    default -> throw s.unsupported("@" + target + " is not supported", "");
                };
        return s.builder().apply(op, s.operands());
    }

    private static Program called(Site s, int i) {
        List<Program> all = calledAll(s);
        if (all.size() <= i) {
            throw s.error("expected " + (i + 1) + " called_computations");
        }
        return all.get(i);
    }

    private static List<Program> calledAll(Site s) {
        if (!(s.attribute("called_computations") instanceof Attribute.Items names)) {
            throw s.error("expected attribute called_computations");
        }
        return names.items().stream()
                .map(n -> s.importer().function(Attributes.text(n), s.op().at()))
                .map(s.importer()::program)
                .toList();
    }

    private static DType dtype(Site s, String name) {
        String text = s.has(name) ? Attributes.text(s.attribute(name)) : "";
        return DType.named(text)
                .orElseThrow(
                        () -> s.error(name + ": expected an element type, found '" + text + "'"));
    }

    private static WindowSpec spec(Site s) {
        return new WindowSpec(
                s.ints("axes"), s.ints("sizes"), s.ints("strides"), s.ints("dilations"));
    }

    /** {@code custom_call @hessdiag.windows(%x) {axes = array<i64: 1>, ...}}, without types. */
    static String print(String name, String operand, WindowSpec w) {
        return call(name, operand)
                + " {axes = "
                + EquationPrinter.array(w.axes())
                + ", sizes = "
                + EquationPrinter.array(w.sizes())
                + ", strides = "
                + EquationPrinter.array(w.strides())
                + ", dilations = "
                + EquationPrinter.array(w.dilations())
                + "}";
    }

    static String call(String name, String operand) {
        return "stablehlo.custom_call @" + PREFIX + name + "(" + operand + ")";
    }
}
