package io.hessdiag.curvature;

import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds terms: those that stand at the same places become one. */
final class Merging {
    private static final int MOST = 3;

    private final Algebra algebra;
    private final ProgramBuilder b;
    private final Set<Index> seeds;
    private Set<Index> stack;

    Merging(Algebra algebra, Set<Index> seeds) {
        this.algebra = algebra;
        this.b = algebra.b;
        this.seeds = seeds;
    }

    /** The same sum in fewer terms. */
    List<Term> of(List<Term> terms, Shape tensor) {
        List<Term> out = added(terms, true);
        return out.size() <= MOST ? out : List.of(single(out, tensor));
    }

    /**
     * The same sum in fewer terms, as far as no product has to be multiplied out: of x ⊗ y + x ⊗ z
     * the sum y + z, of w ⊗ y + x ⊗ z nothing.
     */
    List<Term> factored(List<Term> terms) {
        return added(terms, false);
    }

    private List<Term> added(List<Term> terms, boolean all) {
        stack = algebra.refined(seeds);
        List<Term> out = new ArrayList<>();
        for (Term term : terms) {
            add(out, algebra.refined(term), all);
        }
        return out;
    }

    /** The same sum in one term. */
    Term single(List<Term> terms, Shape tensor) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        stack = algebra.refined(seeds);
        List<Term> fine = terms.stream().map(algebra::refined).toList();
        List<Term> out = new ArrayList<>();
        for (Term t : fine) {
            add(out, new Dense(algebra).of(t, stack, tensor, i -> !alike(fine, i)), true);
        }
        return out.get(0);
    }

    /** Whether all terms stand at the same place of the stack along an axis. */
    private boolean alike(List<Term> terms, int axis) {
        Axis first = terms.get(0).axes().get(axis);
        return stack.containsAll(first.indices())
                && terms.stream().allMatch(t -> t.axes().get(axis).equals(first));
    }

    private void add(List<Term> sum, Term term, boolean all) {
        for (int i = 0; i < sum.size(); i++) {
            Term there = algebra.refined(sum.get(i));
            if (!all && !mayBeFactored(term, there)) {
                continue;
            }
            Optional<Term> same = alike(term, there);
            Optional<Term> both = same.flatMap(t -> sum(there, t, all));
            if (both.isPresent()) {
                sum.set(i, both.get());
                return;
            }
        }
        sum.add(term);
    }

    /** Two products with nothing in common cannot be one. */
    private boolean mayBeFactored(Term x, Term y) {
        boolean shared =
                x.factors().stream()
                        .anyMatch(f -> y.factors().stream().anyMatch(g -> f.value() == g.value()));
        return shared || isOne(x) && isOne(y);
    }

    /** Whether one factor runs along all that the term's factors run along and is not summed. */
    private boolean isOne(Term t) {
        Set<Index> along = t.factorIndices();
        Set<Index> kept = t.axisIndices();
        kept.addAll(stack);
        along.retainAll(kept);
        return t.factors().size() <= 1 || has(t.factors(), along);
    }

    /** The term with the other's names for its axes, if it stands at the same places. */
    private Optional<Term> alike(Term term, Term other) {
        Map<Index, Index> names = new HashMap<>();
        for (int i = 0; i < term.axes().size(); i++) {
            Axis a = term.axes().get(i);
            Axis o = other.axes().get(i);
            if (a.offset() != o.offset()
                    || a.stride() != o.stride()
                    || a.indices().size() != o.indices().size()) {
                return Optional.empty();
            }
            for (int k = 0; k < a.indices().size(); k++) {
                Index x = a.indices().get(k);
                Index y = o.indices().get(k);
                boolean free = !stack.contains(x) && !stack.contains(y) && x.size() == y.size();
                Index known = names.putIfAbsent(x, y);
                if (x != y && !free || known != null && known != y) {
                    return Optional.empty();
                }
            }
        }
        boolean oneToOne = Set.copyOf(names.values()).size() == names.size();
        if (!oneToOne) {
            return Optional.empty();
        }
        for (Index i : term.factorIndices()) {
            if (!stack.contains(i)) {
                names.computeIfAbsent(i, x -> new Index(x.size()));
            }
        }
        return Optional.of(algebra.renamed(term, i -> names.getOrDefault(i, i)));
    }

    /** ±x ± y, each repeated along what only the other one has. */
    Factor sum(Factor x, int xSign, Factor y, int ySign) {
        Set<Index> along = new TreeSet<>(x.indices());
        along.addAll(y.indices());
        List<Index> order = order(List.of(x, y), along);
        int l = signed(algebra.product(List.of(x), order), xSign);
        int r = algebra.product(List.of(y), order);
        return new Factor(ySign > 0 ? b.add(l, r) : b.subtract(l, r), order);
    }

    private int signed(int value, int sign) {
        return sign > 0 ? value : b.negate(value);
    }

    private Optional<Term> sum(Term x, Term y, boolean all) {
        List<Factor> common = common(x.factors(), y.factors());
        List<Factor> left = without(x.factors(), common);
        List<Factor> right = without(y.factors(), common);
        Set<Index> kept = new LinkedHashSet<>(stack);
        kept.addAll(x.axisIndices());
        common.forEach(f -> kept.addAll(f.indices()));
        Set<Index> along = new TreeSet<>();
        left.forEach(f -> along.addAll(f.indices()));
        right.forEach(f -> along.addAll(f.indices()));
        along.retainAll(kept);
        if (!all && !(has(left, along) && has(right, along))) {
            return Optional.empty();
        }
        List<Index> order = order(left, along);
        int l = algebra.product(left, order);
        int r = algebra.product(right, order);
        int sum = x.sign() == y.sign() ? b.add(l, r) : b.subtract(l, r);
        List<Factor> factors = new ArrayList<>(common);
        factors.add(new Factor(sum, order));
        return Optional.of(new Term(x.sign(), factors, x.axes()));
    }

    /** As a factor that runs along all of them is laid out, so that it need not be moved. */
    private static List<Index> order(List<Factor> factors, Set<Index> along) {
        return factors.stream()
                .filter(f -> f.indices().containsAll(along))
                .findFirst()
                .map(f -> f.indices().stream().filter(along::contains).toList())
                .orElse(List.copyOf(along));
    }

    /** Whether one of the factors runs along all these indices. */
    private static boolean has(List<Factor> factors, Set<Index> along) {
        return factors.stream().anyMatch(f -> f.indices().containsAll(along));
    }

    /** As often as both have them. */
    private static List<Factor> common(List<Factor> x, List<Factor> y) {
        List<Factor> left = new ArrayList<>(y);
        return x.stream().filter(left::remove).toList();
    }

    private static List<Factor> without(List<Factor> factors, List<Factor> taken) {
        List<Factor> left = new ArrayList<>(factors);
        taken.forEach(left::remove);
        return left;
    }
}
