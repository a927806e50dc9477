package io.hessdiag.curvature;

import io.hessdiag.ad.Linearization;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prototype driver. */
public final class Curvature {
    public static double RATIO = Double.parseDouble(System.getProperty("ratio", "1"));

    private final Linear linear;
    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Diagonals diagonals;

    private Curvature(Program loss, Ints wrt) {
        Linearization lin = Linearization.of(loss, wrt);
        this.b = new ProgramBuilder("curvature");
        this.linear = new Linear(lin, b);
        DType dtype = loss.outputTypes().get(0).dtype();
        this.algebra = new Algebra(b, dtype);
        this.diagonals = new Diagonals(linear, algebra);
    }

    public static Optional<Program> of(Program loss, Ints wrt) {
        return new Curvature(loss, wrt).build();
    }

    public static Optional<Program> site(Program loss, Ints wrt) {
        return new Curvature(loss, wrt).buildSite();
    }

    private Optional<Program> buildSite() {
        Sources sources = Sources.of(linear, algebra);
        if (!sources.obstacles().isEmpty()) {
            return Optional.empty();
        }
        BitSet served = new BitSet();
        served.set(0, linear.directions().size());
        Site site = new Site(linear, algebra, sources.forms());
        for (int z : site.values(served)) {
            site.add(z, served, diagonals);
        }
        Map<Integer, Group> groups = new LinkedHashMap<>();
        for (Form f : sources.forms()) {
            if (linear.isShared(f.first().value()) && linear.isShared(f.second().value())) {
                groups.computeIfAbsent(f.first().value(), v -> Group.at(linear, algebra, v))
                        .add(f, f.first(), f.second());
            }
        }
        groups.values().forEach(g -> new Strand(linear, algebra, g, served).finish(diagonals));
        int[] out = new int[linear.directions().size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = diagonals.of(i).value();
        }
        return Optional.of(b.build(out));
    }

    private Optional<Program> build() {
        Sources sources = Sources.of(linear, algebra);
        if (!sources.obstacles().isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Group> groups = new LinkedHashMap<>();
        for (Form f : sources.forms()) {
            Form.Side own = f.isSquare() || smaller(f.first(), f.second()) ? f.first() : f.second();
            Form.Side other = own == f.first() ? f.second() : f.first();
            groups.computeIfAbsent(own.value(), v -> Group.at(linear, algebra, v))
                    .add(f, own, other);
        }
        BitSet served = new BitSet();
        served.set(0, linear.directions().size());
        List<Strand> strands = new ArrayList<>();
        List<Frontier> frontiers = new ArrayList<>(RATIO > 0 ? Frontier.of(linear) : List.of());
        for (Frontier f : frontiers) {
            start(groups, strands, f.position(), served);
            strands.forEach(s -> s.run(f.position()));
            if (pays(strands, f)) {
                Reseeding cut = new Reseeding(linear, algebra, f, groups);
                for (Strand s : strands) {
                    cut.take(s);
                    s.finish(diagonals);
                }
                strands.clear();
            }
        }
        start(groups, strands, -1, served);
        strands.forEach(s -> s.finish(diagonals));
        int[] out = new int[linear.directions().size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = diagonals.of(i).value();
        }
        return Optional.of(b.build(out));
    }

    /** Starts the groups whose roots are made at this position or later. */
    private void start(
            Map<Integer, Group> groups, List<Strand> strands, int position, BitSet served) {
        List<Integer> roots =
                groups.keySet().stream().filter(v -> linear.position(v) >= position).toList();
        roots.forEach(v -> strands.add(new Strand(linear, algebra, groups.remove(v), served)));
    }

    private boolean pays(List<Strand> strands, Frontier f) {
        double rows = 0;
        double fresh = 0;
        for (Strand s : strands) {
            for (int v : f.values()) {
                rows += volume(s.seeds().on(v));
                rows += s.isSquare() ? 0 : volume(s.partners().on(v));
            }
        }
        Strand any = strands.isEmpty() ? null : strands.get(0);
        if (any == null || rows == 0) {
            return false;
        }
        double width = 0;
        double n = 1;
        for (int v : f.values()) {
            width += linear.type(v).size();
        }
        for (Strand s : strands) {
            for (int v : f.values()) {
                for (Term t : s.seeds().on(v)) {
                    double bound = 1;
                    for (Index i : t.axisIndices()) {
                        if (s.stack().contains(i)) bound *= i.size();
                    }
                    n = Math.max(n, bound);
                }
            }
        }
        fresh = 2 * width * width / n;
        return rows > RATIO * fresh;
    }

    private static double volume(List<Term> terms) {
        return terms.stream().mapToDouble(t -> Contraction.volume(t.indices())).sum();
    }

    private boolean smaller(Form.Side s, Form.Side t) {
        if (linear.isShared(s.value()) != linear.isShared(t.value())) {
            return linear.isShared(t.value());
        }
        return linear.type(s.value()).size() <= linear.type(t.value()).size();
    }
}
