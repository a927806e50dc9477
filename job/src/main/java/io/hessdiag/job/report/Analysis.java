package io.hessdiag.job.report;

import io.hessdiag.derived.Constants;
import io.hessdiag.derived.HeatMap;
import io.hessdiag.derived.LogHistogram;
import io.hessdiag.derived.Quantity;
import io.hessdiag.derived.RankedEntry;
import io.hessdiag.derived.Ranking;
import io.hessdiag.job.conf.AnalysisConf;
import io.hessdiag.job.conf.ConfException;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.pytree.Entries;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is made of each leaf of a diagonal, wherever the leaf is.
 *
 * @param outputs quantities that are written beside the diagonal
 * @param pictured leaves that the report has figures of
 */
public record Analysis(
        List<Quantity> outputs, Constants constants, Ranking ranking, Set<Integer> pictured)
        implements Serializable {
    /** How many leaves the report has figures of: those with the most entries. */
    public static final int FIGURES = 24;

    public Analysis {
        outputs = List.copyOf(outputs);
        pictured = new TreeSet<>(pictured);
    }

    /**
     * @throws ConfException when a variance is asked for and nobody says what the loss has to be
     *     multiplied by to be a sum over examples
     */
    public static Analysis of(AnalysisConf conf, DiagonalPlan plan) {
        return new Analysis(
                conf.outputs(),
                new Constants(examples(conf, plan), conf.priorPrecision(), conf.damping()),
                conf.ranking(),
                conf.report() ? pictured(plan.loss(), plan) : Set.of());
    }

    private static double examples(AnalysisConf conf, DiagonalPlan plan) {
        OptionalDouble known = conf.examples().isPresent() ? conf.examples() : plan.sumFactor();
        boolean needed =
                conf.outputs().contains(Quantity.LAPLACE_VARIANCE)
                        || conf.ranking().by() == Quantity.LAPLACE_VARIANCE;
        if (needed && known.isEmpty()) {
            throw new ConfException(
                    "derived.examples: expected a number, since "
                            + Quantity.LAPLACE_VARIANCE.text()
                            + " is of a sum over examples and the loss is "
                            + plan.structure()
                            + "; found auto");
        }
        return known.orElse(1);
    }

    private static Set<Integer> pictured(Loss loss, DiagonalPlan plan) {
        List<Entries> selected = loss.select(plan.options().selection());
        Comparator<Integer> byEntries = Comparator.comparingInt(i -> -selected.get(i).count());
        List<LeafInfo> leaves = loss.parameterLeaves();
        return new TreeSet<>(
                IntStream.range(0, leaves.size())
                        .boxed()
                        .filter(i -> !selected.get(i).isEmpty())
                        .sorted(byEntries)
                        .limit(FIGURES)
                        .toList());
    }

    /**
     * One leaf.
     *
     * @param map null where the report has none
     * @param top the first entries
     * @param undefined by output: entries that are numbers and have no value
     */
    public record Leaf(
            LogHistogram histogram, HeatMap map, List<RankedEntry> top, List<Integer> undefined)
            implements Serializable {}

    /**
     * @param leaf its number
     * @param parameters of the diagonal's shape
     */
    public Leaf of(int leaf, Tensor diagonal, Tensor parameters) {
        boolean hasMap = pictured.contains(leaf) && HeatMap.isMatrix(diagonal.shape());
        return new Leaf(
                LogHistogram.of(diagonal),
                hasMap ? HeatMap.of(diagonal) : null,
                ranking.of(leaf, diagonal, parameters, constants),
                outputs.stream().map(q -> q.undefined(diagonal, parameters, constants)).toList());
    }

    /** All leaves' values of an output. */
    public List<Tensor> values(Quantity output, List<Tensor> diagonal, List<Tensor> parameters) {
        return IntStream.range(0, diagonal.size())
                .mapToObj(i -> output.of(diagonal.get(i), parameters.get(i), constants))
                .toList();
    }
}
