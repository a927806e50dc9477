package io.hessdiag.job.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.derived.RankedEntry;
import io.hessdiag.derived.Ranking;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * ranking.json: {@code {by, order, top, all: [entry, ...], leaves: [{path, entries: [...]}, ...]}},
 * an entry {@code {path, index, parameter, diagonal, value}} on a line of its own.
 */
public final class RankingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RankingJson() {}

    /** Writes nothing where no ranking was asked for. */
    public static void write(Folder folder, RunSummary run) throws IOException {
        if (run.analysis().ranking().top() > 0) {
            byte[] text = text(run).getBytes(StandardCharsets.UTF_8);
            folder.write("ranking.json", out -> out.write(text));
        }
    }

    static String text(RunSummary run) {
        Ranking ranking = run.analysis().ranking();
        ObjectNode head = JSON.createObjectNode();
        head.put("by", ranking.by().text());
        head.put("order", ranking.smallest() ? "smallest" : "largest").put("top", ranking.top());
        String fields = head.toString();
        String leaves =
                IntStream.range(0, run.leaves().size())
                        .mapToObj(i -> leaf(run, i))
                        .collect(Collectors.joining(",\n", "[\n", "]"));
        return fields.substring(0, fields.length() - 1)
                + ",\n\"all\": "
                + entries(run, run.first())
                + ",\n\"leaves\": "
                + leaves
                + "}\n";
    }

    private static String leaf(RunSummary run, int leaf) {
        String path = JSON.getNodeFactory().textNode(path(run, leaf)).toString();
        String entries = entries(run, run.analysed().get(leaf).top());
        return "{\"path\":" + path + ",\"entries\": " + entries + "}";
    }

    private static String entries(RunSummary run, List<RankedEntry> entries) {
        return entries.stream()
                .map(e -> json(run, e).toString())
                .collect(Collectors.joining(",\n  ", "[\n  ", "]"));
    }

    private static ObjectNode json(RunSummary run, RankedEntry entry) {
        ObjectNode node = JSON.createObjectNode();
        node.put("path", path(run, entry.leaf()));
        int[] index = index(run.leaves().get(entry.leaf()).shape(), entry.flat());
        Arrays.stream(index).forEach(node.putArray("index")::add);
        return node.put("parameter", entry.parameter())
                .put("diagonal", entry.diagonal())
                .put("value", entry.value());
    }

    private static String path(RunSummary run, int leaf) {
        return run.leaves().get(leaf).path().toString();
    }

    /** The position's index along every axis, row-major. */
    public static int[] index(Shape shape, int flat) {
        int[] out = new int[shape.rank()];
        int rest = flat;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            out[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return out;
    }
}
