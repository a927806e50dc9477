package io.hessdiag.loss;

import io.hessdiag.ir.Program;
import io.hessdiag.pytree.Entries;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.pytree.PyTree.Kind;
import io.hessdiag.pytree.PyTreeException;
import io.hessdiag.pytree.Selection;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A scalar function of parameters and data, with their values: what the job differentiates.
 * Immutable. The program has one input per leaf, parameters first, in the order of {@link
 * #leaves()}.
 */
public final class Loss implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Program program;
    private final Program gradient;
    private final List<LeafInfo> leaves;
    private final List<Tensor> values;
    private final Map<KeyPath, Kind> structure;
    private final PyTree<Integer> tree;

    /**
     * @param program (leaves) → f32 or f64 scalar
     * @param gradient (leaves) → (loss, one gradient per parameter); null to have it derived
     * @param leaves parameters first; their names are set here
     * @param values one per leaf
     * @param structure container kinds by path where paths do not tell them
     * @throws LossException when the parts do not fit together or a value is not finite
     */
    public Loss(
            Program program,
            Program gradient,
            List<LeafInfo> leaves,
            List<Tensor> values,
            Map<KeyPath, Kind> structure) {
        this.program = program;
        this.gradient = gradient;
        this.values = List.copyOf(values);
        LossRules.check(program, gradient, leaves, values);
        int parameters = (int) leaves.stream().filter(LeafInfo::parameter).count();
        int dropped = commonKeys(leaves.subList(0, parameters));
        this.leaves = leaves.stream().map(l -> named(l, l.parameter() ? dropped : 0)).toList();
        this.structure = Collections.unmodifiableMap(new LinkedHashMap<>(structure));
        this.tree = tree(this.leaves.subList(0, parameters), dropped, structure);
    }

    /** 1 if all parameters lie in one container, the same argument; else 0. */
    private static int commonKeys(List<LeafInfo> parameters) {
        KeyPath first = parameters.get(0).path();
        boolean common =
                first.size() > 1
                        && parameters.stream()
                                .allMatch(
                                        p ->
                                                p.path().size() > 1
                                                        && p.path().startsWith(first.first(1)));
        return common ? 1 : 0;
    }

    private static LeafInfo named(LeafInfo leaf, int dropped) {
        return new LeafInfo(leaf.path(), leaf.path().skip(dropped), leaf.type(), leaf.parameter());
    }

    private static PyTree<Integer> tree(
            List<LeafInfo> parameters, int dropped, Map<KeyPath, Kind> structure) {
        Map<KeyPath, Kind> below = new LinkedHashMap<>();
        structure.forEach(
                (path, kind) -> {
                    boolean holds =
                            path.size() >= dropped
                                    && (path.isRoot()
                                            || parameters.stream()
                                                    .anyMatch(
                                                            p ->
                                                                    p.path()
                                                                            .startsWith(
                                                                                    path.first(
                                                                                            1))));
                    if (holds) {
                        below.put(path.skip(dropped), kind);
                    }
                });
        try {
            return PyTree.fromPaths(
                    parameters.stream().map(LeafInfo::name).toList(),
                    IntStream.range(0, parameters.size()).boxed().toList(),
                    below);
        } catch (PyTreeException e) {
            throw new LossException("parameters: " + e.getMessage());
        }
    }

    public Program program() {
        return program;
    }

    /** (leaves) → (loss, one gradient per parameter), when the user brought one. */
    public Optional<Program> gradient() {
        return Optional.ofNullable(gradient);
    }

    public List<LeafInfo> leaves() {
        return leaves;
    }

    /** One tensor per leaf. */
    public List<Tensor> values() {
        return values;
    }

    /** Number of parameter leaves, which are the first of {@link #leaves()}. */
    public int parameterCount() {
        return tree.leaves().size();
    }

    public List<LeafInfo> parameterLeaves() {
        return leaves.subList(0, parameterCount());
    }

    public List<LeafInfo> dataLeaves() {
        return leaves.subList(parameterCount(), leaves.size());
    }

    /** The parameters' structure; a leaf holds its number. */
    public PyTree<Integer> tree() {
        return tree;
    }

    /** The parameters' values. */
    public PyTree<Tensor> parameters() {
        return tree.map(values::get);
    }

    /**
     * The selected entries of each parameter leaf, by the leaves' names.
     *
     * @throws PyTreeException when a selection names no leaf, or no entry of its leaf
     */
    public List<Entries> select(Selection selection) {
        return selection.resolve(
                parameterLeaves().stream().map(LeafInfo::name).toList(),
                parameterLeaves().stream().map(l -> l.type().shape()).toList());
    }

    /** P: entries in all parameter leaves together. */
    public long size() {
        return parameterOffset(parameterCount());
    }

    /** Where parameter leaf {@code leaf} begins when all are laid end to end. */
    public long parameterOffset(int leaf) {
        return leaves.subList(0, leaf).stream().mapToLong(l -> l.type().size()).sum();
    }

    /** The loss value's element type, f32 or f64. */
    public DType dtype() {
        return program.outputTypes().get(0).dtype();
    }

    /** The same function at other values of the same types. */
    public Loss withValues(List<Tensor> others) {
        return new Loss(program, gradient, leaves, others, structure);
    }

    /** Container kinds by path, where the leaves' paths do not tell them. */
    Map<KeyPath, Kind> structure() {
        return structure;
    }
}
