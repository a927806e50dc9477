package io.hessdiag.job.report;

import io.hessdiag.plan.Explanation.Miss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why leaves go without a method: each reason once, with the leaves that share it.
 *
 * @param all whether all leaves are named, however many there are
 */
record MissText(List<Miss> misses, boolean all) {
    private static final int NAMED = 3;

    /** Nothing where nothing is missed. */
    @Override
    public String toString() {
        return misses.isEmpty()
                ? ""
                : byReason().entrySet().stream()
                        .map(e -> "  " + e.getKey() + "\n    " + names(e.getValue()) + "\n")
                        .collect(
                                Collectors.joining(
                                        "", "\nWhy leaves go without a cheaper method:\n", ""));
    }

    private Map<String, List<String>> byReason() {
        return misses.stream()
                .collect(
                        Collectors.groupingBy(
                                Miss::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(Miss::leaf, Collectors.toList())));
    }

    private String names(List<String> leaves) {
        if (all || leaves.size() <= NAMED + 1) {
            return String.join(", ", leaves);
        }
        String first = String.join(", ", leaves.subList(0, NAMED));
        return Figures.format("%s and %,d more", first, leaves.size() - NAMED);
    }
}
