package io.hessdiag.plan;

import io.hessdiag.curvature.Curvature;
import io.hessdiag.examples.ExampleAxes;
import io.hessdiag.examples.Separable;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.pytree.Entries;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Chooses a method for every leaf and makes the parts of a plan. */
final class Planner {
    private final Loss loss;
    private final PlanOptions options;
    private final Program gradient;
    private final List<LeafEntries> leaves = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Planner(Loss loss, PlanOptions options) {
        this.loss = loss;
        this.options = options;
        List<LeafInfo> parameters = loss.parameterLeaves();
        List<Entries> entries = loss.select(options.selection());
        for (int leaf = 0; leaf < parameters.size(); leaf++) {
            if (!entries.get(leaf).isEmpty()) {
                leaves.add(LeafEntries.of(leaf, parameters.get(leaf), entries.get(leaf)));
            }
        }
        this.gradient = DiagonalPlan.gradient(loss, options.dtype());
        plan();
    }

    Program gradient() {
        return gradient;
    }

    List<LeafEntries> leaves() {
        return leaves;
    }

    List<Part> parts() {
        return parts;
    }

    private void plan() {
        if (options.method() == Method.INDEX
                || loss.gradient().isPresent() && GradientCheck.compare(loss).isPresent()) {
            index(new Summand.Whole(gradient), gradient, leaves);
            return;
        }
        Program program = DiagonalPlan.prepared(loss.program(), loss, options.dtype());
        List<Tensor> arguments = DiagonalPlan.arguments(loss, options.dtype());
        ExampleAxes.Result axes = ExampleAxes.find(program, loss.parameterCount());
        if (axes.separable().isEmpty()) {
            sweeps(new Summand.Whole(program));
            return;
        }
        Separable separable = axes.separable().get();
        List<Tensor> derived = Summand.derived(separable, arguments);
        sweeps(Summand.Examples.of(separable, derived, Math.min(separable.examples(), 256)));
        separable
                .remainder()
                .ifPresent(
                        r ->
                                sweeps(
                                        new Summand.Remainder(
                                                Rewrites.imported(r), separable, derived)));
    }

    private void sweeps(Summand summand) {
        Curvature curvature = Curvature.of(summand.program(), loss.parameterCount());
        BitSet served = new BitSet();
        leaves.forEach(l -> served.set(l.leaf()));
        served.and(curvature.servable());
        List<LeafEntries> swept = leaves.stream().filter(l -> served.get(l.leaf())).toList();
        List<LeafEntries> rest = leaves.stream().filter(l -> !served.get(l.leaf())).toList();
        if (!swept.isEmpty()) {
            Program plain =
                    options.method() == Method.SITE
                            ? curvature.sites(served)
                            : curvature.sweeps(served, false);
            Program simple = Rewrites.simplify(plain);
            if (options.method() != Method.SITE) {
                Program cut = Rewrites.simplify(curvature.sweeps(served, true));
                simple = Costs.flops(cut) < Costs.flops(simple) ? cut : simple;
            }
            parts.add(
                    new SweepPart(
                            options.method() == Method.SITE ? Method.SITE : Method.CURVATURE,
                            summand,
                            swept,
                            simple,
                            loss.parameterCount()));
        }
        if (!rest.isEmpty()) {
            index(summand, DiagonalPlan.derived(summand.program(), loss.parameterCount()), rest);
        }
    }

    private void index(Summand summand, Program gradientProgram, List<LeafEntries> some) {
        IndexMethod method = new IndexMethod(gradientProgram, options);
        some.forEach(l -> method.add(l, method.split(l)));
        parts.add(method.part(summand));
    }
}
