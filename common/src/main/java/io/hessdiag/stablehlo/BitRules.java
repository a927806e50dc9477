package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as bits, and rounding to fewer of them. */
final class BitRules {
    private static final Pattern FORMAT = Pattern.compile("e([0-9]{1,4})m([0-9]{1,4})");

    private BitRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.bitcast_convert", s -> Ints.of(bitcast(s)));
        rules.put("stablehlo.reduce_precision", s -> Ints.of(reducePrecision(s)));
        rules.put("stablehlo.rng_bit_generator", ThreeFry::generate);
    }

    private static int bitcast(Site s) {
        ValueType operand = s.op().signature() == null ? null : s.op().signature().inputs().get(0);
        s.operands(1);
        s.declared(0);
        if (operand == null || !operand.isTensor()) {
            throw s.error("expected the types of operand and result");
        }
        DType from = operand.tensor().dtype();
        DType to = Site.declaredTypes(s.op()).get(0).tensor().dtype();
        return from == to ? s.operand(0) : s.builder().emit(new Op.Bitcast(from, to), s.operand(0));
    }

    private static int reducePrecision(Site s) {
        int x = s.operands(1).get(0);
        Matcher format = FORMAT.matcher(s.word(0, "", "format"));
        Op op =
                format.matches()
                        ? new Op.ReducePrecision(
                                Integer.parseInt(format.group(1)),
                                Integer.parseInt(format.group(2)))
                        : new Op.ReducePrecision(
                                s.integer("exponent_bits"), s.integer("mantissa_bits"));
        return s.builder().emit(op, x);
    }

    /** The nearest f16 or bf16 values. */
    static int round(ProgramBuilder b, int x, DType half) {
        return b.emit(
                new Op.Bitcast(DType.UI16, half), b.emit(new Op.Bitcast(half, DType.UI16), x));
    }
}
