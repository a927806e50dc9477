package io.hessdiag.job.data;

import io.hessdiag.job.conf.DataConf;
import io.hessdiag.plan.DataLayout;
import io.hessdiag.plan.DataLayout.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which columns of a table hold which data arguments.
 *
 * @param weight column with the weights; null for none
 */
record Columns(List<Column> all, String weight) implements Serializable {
    Columns {
        all = List.copyOf(all);
    }

    /**
     * @param given data argument, by name, by its last key or by position → columns; when empty,
     *     columns called like an argument or like its last key
     * @param there the table's columns
     * @throws DataException when an argument has no column, or a column is not there
     */
    static Columns of(
            DataLayout layout,
            Map<String, List<String>> given,
            Optional<String> weight,
            List<String> there) {
        Map<String, List<String>> left = new LinkedHashMap<>(given);
        List<Column> columns = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < layout.fields().size(); i++) {
            Field field = layout.fields().get(i);
            List<String> names = names(field, i, left, there);
            names.forEach(n -> require(n, there));
            columns.add(new Column(field, names, at));
            at += field.type().size();
        }
        if (!left.isEmpty()) {
            throw new DataException(
                    "data.columns: "
                            + left.keySet().iterator().next()
                            + ": no such data argument; there are "
                            + fields(layout));
        }
        weight.ifPresent(w -> require(w, there));
        return new Columns(columns, weight.orElse(null));
    }

    private static List<String> names(
            Field field, int position, Map<String, List<String>> left, List<String> there) {
        List<String> keys =
                List.of(field.name(), lastKey(field.name()), DataConf.position(position));
        for (String key : keys) {
            List<String> found = left.remove(key);
            if (found != null) {
                return found;
            }
        }
        return keys.stream()
                .filter(there::contains)
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () ->
                                new DataException(
                                        String.format(
                                                "data argument %s: no column is called so; set"
                                                        + " data.columns; there are %s",
                                                field.name(), String.join(", ", there))));
    }

    /** {@code x} of {@code [1]['x']}. */
    private static String lastKey(String name) {
        String key = name.substring(name.lastIndexOf('[') + 1).replaceAll("]$", "");
        return key.replaceAll("^'|'$", "");
    }

    private static void require(String column, List<String> there) {
        if (!there.contains(column)) {
            throw new DataException(
                    "no column " + column + "; there are " + String.join(", ", there));
        }
    }

    private static String fields(DataLayout layout) {
        return layout.fields().stream().map(Field::name).collect(Collectors.joining(", "));
    }

    /** Numbers per row. */
    int width() {
        return all.stream().mapToInt(Column::size).sum();
    }

    /** All columns in use, in order, the weight's last. */
    List<String> names() {
        List<String> out = new ArrayList<>();
        all.forEach(c -> out.addAll(c.names()));
        if (weight != null) {
            out.add(weight);
        }
        return out;
    }
}
