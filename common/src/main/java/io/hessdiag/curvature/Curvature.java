package io.hessdiag.curvature;

import io.hessdiag.ad.Linearization;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prototype driver. */
public final class Curvature {
    private final Linear linear;
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Ints leaves;
    private final int[] diagonal;

    private Curvature(Program loss, Ints wrt) {
        Linearization lin = Linearization.of(loss, wrt);
        this.b = new ProgramBuilder("curvature");
        this.linear = new Linear(lin, b);
        DType dtype = loss.outputTypes().get(0).dtype();
        this.algebra = new Algebra(b, dtype);
        this.leaves = wrt;
        this.diagonal = new int[wrt.size()];
        java.util.Arrays.fill(diagonal, -1);
    }

    public static Optional<Program> of(Program loss, Ints wrt) {
        return new Curvature(loss, wrt).build(loss);
    }

    private Optional<Program> build(Program loss) {
        Sources sources = Sources.of(linear, algebra);
        if (!sources.obstacles().isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Group> groups = new LinkedHashMap<>();
        for (Form f : sources.forms()) {
            Form.Side own = f.isSquare() || smaller(f.first(), f.second()) ? f.first() : f.second();
            Form.Side other = own == f.first() ? f.second() : f.first();
            groups.computeIfAbsent(own.value(), v -> new Group(algebra, v, fresh(linear.shape(v))))
                    .add(f, own, other);
        }
        for (Group g : groups.values()) {
            sweep(g);
        }
        int[] out = new int[diagonal.length];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    diagonal[i] >= 0
                            ? diagonal[i]
                            : b.full(linear.type(linear.directions().get(i)), 0);
        }
        return Optional.of(b.build(out));
    }

    private boolean smaller(Form.Side s, Form.Side t) {
        return linear.type(s.value()).size() <= linear.type(t.value()).size();
    }

    private static List<Axis> fresh(Shape shape) {
        return shape.dims().stream()
                .mapToObj(d -> d == 1 ? Axis.of() : Axis.of(new Index(d)))
                .toList();
    }

    private void sweep(Group g) {
        BitSet wanted = (BitSet) linear.leaves(g.root()).clone();
        BitSet others = new BitSet();
        g.partners().keySet().forEach(v -> others.or(linear.leaves(v)));
        wanted.and(others);
        Sweep a = new Sweep(linear, algebra, g.stack(), wanted);
        a.add(g.root(), g.seed());
        a.run();
        if (g.isSquare()) {
            Term weight =
                    new Merging(algebra, g.stack())
                            .single(g.partners().get(g.root()), linear.shape(g.root()));
            for (int leaf = wanted.nextSetBit(0); leaf >= 0; leaf = wanted.nextSetBit(leaf + 1)) {
                List<Term> at = a.at(leaf);
                if (!at.isEmpty()) {
                    add(leaf, accumulation(g, leaf).square(at, weight));
                }
            }
            return;
        }
        Sweep other = new Sweep(linear, algebra, g.stack(), wanted);
        g.partners().forEach((v, terms) -> terms.forEach(t -> other.add(v, t)));
        other.run();
        for (int leaf = wanted.nextSetBit(0); leaf >= 0; leaf = wanted.nextSetBit(leaf + 1)) {
            add(leaf, accumulation(g, leaf).product(a.at(leaf), other.at(leaf)));
        }
    }

    private Accumulation accumulation(Group g, int leaf) {
        return new Accumulation(algebra, g.stack(), linear.shape(linear.directions().get(leaf)));
    }

    private void add(int leaf, Optional<Integer> share) {
        share.ifPresent(v -> diagonal[leaf] = diagonal[leaf] < 0 ? v : b.add(diagonal[leaf], v));
    }
}
