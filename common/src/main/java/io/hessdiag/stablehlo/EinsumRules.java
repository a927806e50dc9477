package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import java.util.Arrays;
import java.util.Map;

/** {@code einsum} and {@code unary_einsum}: one letter per axis, {@code "bij,bjk->bik"}. */
final class EinsumRules {
    private EinsumRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.einsum", s -> Ints.of(einsum(s)));
        rules.put("stablehlo.unary_einsum", s -> Ints.of(unary(s)));
    }

    private static String[] labels(Site s, int operands) {
        s.operands(operands);
        String config = s.symbol("einsum_config", "config");
        String[] parts = config.replace(" ", "").split(",|->", -1);
        if (parts.length != operands + 1) {
            throw s.error("expected a configuration of " + operands + " operands");
        }
        for (int i = 0; i <= operands; i++) {
            boolean fits = i == operands || parts[i].length() == s.type(i).rank();
            if (!fits || parts[i].chars().distinct().count() != parts[i].length()) {
                throw s.unsupported(
                        "\"" + config + "\" is not supported",
                        "one letter per axis is, each once per operand");
            }
        }
        return parts;
    }

    private static int unary(Site s) {
        String[] l = labels(s, 1);
        return ordered(s, summed(s, s.operand(0), l[0], l[1]), kept(l[0], l[1]), l[1]);
    }

    private static int einsum(Site s) {
        String[] l = labels(s, 2);
        ProgramBuilder b = s.builder();
        int lhs = summed(s, s.operand(0), l[0], l[1] + l[2]);
        int rhs = summed(s, s.operand(1), l[1], l[0] + l[2]);
        String left = kept(l[0], l[1] + l[2]);
        String right = kept(l[1], l[0] + l[2]);
        String shared = kept(left, right);
        String batch = kept(shared, l[2]);
        String contracted = without(shared, l[2]);
        int dot =
                b.emit(
                        new Op.DotGeneral(
                                axes(left, batch),
                                axes(right, batch),
                                axes(left, contracted),
                                axes(right, contracted)),
                        lhs,
                        rhs);
        return ordered(s, dot, batch + without(left, shared) + without(right, shared), l[2]);
    }

    private static int summed(Site s, int x, String labels, String used) {
        return s.builder().sum(x, axes(labels, without(labels, used)));
    }

    private static int ordered(Site s, int x, String found, String wanted) {
        char[] sorted = found.toCharArray();
        char[] asked = wanted.toCharArray();
        Arrays.sort(sorted);
        Arrays.sort(asked);
        if (!Arrays.equals(sorted, asked)) {
            throw s.error("no operand has all axes of the result " + wanted);
        }
        return s.builder().transpose(x, axes(found, wanted));
    }

    private static Ints axes(String labels, String of) {
        return Ints.of(of.chars().map(labels::indexOf).toArray());
    }

    private static String kept(String labels, String in) {
        return filtered(labels, in, true);
    }

    private static String without(String labels, String in) {
        return filtered(labels, in, false);
    }

    private static String filtered(String labels, String in, boolean present) {
        StringBuilder out = new StringBuilder();
        labels.chars()
                .filter(c -> in.indexOf(c) >= 0 == present)
                .forEach(c -> out.append((char) c));
        return out.toString();
    }
}
