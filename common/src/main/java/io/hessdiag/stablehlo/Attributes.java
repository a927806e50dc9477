package io.hessdiag.stablehlo;

import io.hessdiag.stablehlo.Attribute.Dense;
import io.hessdiag.stablehlo.Attribute.Dictionary;
import io.hessdiag.stablehlo.Attribute.Items;
import io.hessdiag.stablehlo.Attribute.Number;
import io.hessdiag.stablehlo.Attribute.Raw;
import io.hessdiag.stablehlo.Attribute.Structured;
import io.hessdiag.stablehlo.Attribute.Symbol;
import io.hessdiag.stablehlo.Attribute.Text;
import io.hessdiag.stablehlo.Attribute.Word;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attributes as numbers, words and fields. */
final class Attributes {
    private Attributes() {}

    /**
     * {@code [1, 0]}, {@code array<i64: 1, 0>}, {@code dense<[1, 0]> : tensor<2xi64>} or {@code 1}.
     */
    static Ints ints(Site site, String name, Attribute a) {
        if (a instanceof Number n) {
            return Ints.of(integer(site, name, n.text()));
        }
        if (a instanceof Items items) {
            return Ints.of(
                    items.items().stream()
                            .mapToInt(
                                    i ->
                                            i instanceof Number n
                                                    ? integer(site, name, n.text())
                                                    : notInteger(site, name))
                            .toArray());
        }
        if (a instanceof Dense dense) {
            return ints(site, name, dense);
        }
        throw site.error(name + ": expected integers");
    }

    private static Ints ints(Site site, String name, Dense dense) {
        if (dense.values() == null
                || !dense.values().dtype().isInteger()
                || dense.type().tensor().rank() > 2
                || dense.type().tensor().size() > 4096) {
            throw site.error(name + ": expected a list of integers");
        }
        Tensor values = dense.values();
        int[] ints = new int[dense.type().tensor().size()];
        for (int i = 0; i < ints.length; i++) {
            long value = values.longs()[values.size() == 1 ? 0 : i];
            ints[i] = integer(site, name, Long.toString(value));
        }
        return Ints.of(ints);
    }

    /** Integers, or i1 values as 0 and 1, of lists that may nest: {@code [[1, 2], [0, 1]]}. */
    static Ints flat(Site site, String name, Attribute a) {
        if (a instanceof Items items) {
            Ints all = Ints.EMPTY;
            for (Attribute item : items.items()) {
                all = all.concat(flat(site, name, item));
            }
            return all;
        }
        if (a instanceof Word w && (w.text().equals("true") || w.text().equals("false"))) {
            return Ints.of(w.text().equals("true") ? 1 : 0);
        }
        if (a instanceof Dense d && d.values() != null && d.values().dtype().isBoolean()) {
            Tensor values = d.values();
            int[] bits = new int[Math.min(d.type().tensor().size(), 4096)];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = (int) values.get(values.size() == 1 ? 0 : i);
            }
            return Ints.of(bits);
        }
        return ints(site, name, a);
    }

    /** The lists of {@code [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]}, parsed already or as text. */
    static List<List<String>> layouts(Site site, Attribute a) {
        if (a instanceof Items items) {
            return items.items().stream()
                    .map(
                            list ->
                                    list instanceof Items i
                                            ? i.items().stream().map(Attributes::text).toList()
                                            : List.<String>of())
                    .toList();
        }
        List<List<String>> lists = new ArrayList<>();
        Matcher m = Pattern.compile("\\[([^\\]]*)\\]").matcher(text(a));
        while (m.find()) {
            lists.add(Arrays.stream(m.group(1).split(",")).map(String::strip).toList());
        }
        return lists;
    }

    private static int notInteger(Site site, String name) {
        throw site.error(name + ": expected integers");
    }

    static int integer(Site site, String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw site.error(name + ": " + text + " is no 32-bit integer");
        }
    }

    static String word(Attribute a) {
        String s = text(a);
        return s.substring(s.lastIndexOf(' ') + 1);
    }

    static String text(Attribute a) {
        if (a instanceof Word w) {
            return w.text();
        }
        if (a instanceof Text t) {
            return t.value();
        }
        if (a instanceof Symbol s) {
            return s.name();
        }
        if (a instanceof Number n) {
            return n.text();
        }
        return a instanceof Raw r ? r.text() : a.toString();
    }

    /**
     * What a constant holds: attribute {@code value}, or what stands without a name; may be null.
     */
    static Attribute literal(Operation op) {
        return op.attributes()
                .getOrDefault("value", op.positional().isEmpty() ? null : op.positional().get(0));
    }

    static Map<String, Attribute> fields(Attribute a) {
        if (a instanceof Structured s) {
            return s.fields();
        }
        return a instanceof Dictionary d ? d.entries() : Map.of();
    }

    /** The integers in a field; none when the field is absent. */
    static Ints field(Site site, Attribute structure, String... names) {
        return Arrays.stream(names)
                .map(fields(structure)::get)
                .filter(a -> a != null)
                .findFirst()
                .map(a -> ints(site, names[0], a))
                .orElse(Ints.EMPTY);
    }
}
