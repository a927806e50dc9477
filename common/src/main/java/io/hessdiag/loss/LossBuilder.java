package io.hessdiag.loss;

import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.ProgramChecker;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PathKey;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.pytree.PyTree.Kind;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link Loss} in Java:
 *
 * <pre>{@code
 * LossBuilder b = new LossBuilder();
 * Expr w = b.parameter("['w']", Tensor.of(Shape.of(2), 0.5, -1));
 * Expr x = b.data(features);
 * Expr y = b.data(targets);
 * Loss loss = b.build(x.matmul(w).sub(y).square().mean());
 * }</pre>
 *
 * <p>The loss function's arguments are the parameters' tree, [0], and the data, [1], [2], ...
 */
public final class LossBuilder {
    private static final PathKey PARAMETERS = new PathKey.SequenceKey(0);

    private final ProgramBuilder program = new ProgramBuilder("loss");
    private final List<LeafInfo> leaves = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private final Map<KeyPath, Kind> structure = new LinkedHashMap<>();

    /** A parameter by its key path, {@code ['dense_0']['kernel']}, in the tree's flatten order. */
    public Expr parameter(String path, Tensor value) {
        return parameter(KeyPath.parse(path), value);
    }

    private Expr parameter(KeyPath path, Tensor value) {
        return leaf(path(path), value, true);
    }

    /** All leaves of a tree as parameters, in its structure. */
    public PyTree<Expr> parameters(PyTree<Tensor> tree) {
        tree.structure().forEach((path, kind) -> structure.put(path(path), kind));
        List<Expr> out = new ArrayList<>();
        tree.forEachLeaf((path, value) -> out.add(parameter(path, value)));
        return tree.unflatten(out);
    }

    private static KeyPath path(KeyPath below) {
        List<PathKey> keys = new ArrayList<>(List.of(PARAMETERS));
        keys.addAll(below.keys());
        return new KeyPath(keys);
    }

    /** The next data argument. */
    public Expr data(Tensor value) {
        return leaf(KeyPath.of(nextData()), value, false);
    }

    /** The same with a name: {@code [1]['features']}. */
    public Expr data(String name, Tensor value) {
        PathKey argument = new PathKey.SequenceKey(nextData());
        return leaf(new KeyPath(List.of(argument, new PathKey.DictKey(name))), value, false);
    }

    private int nextData() {
        return 1 + (int) leaves.stream().filter(l -> !l.parameter()).count();
    }

    private Expr leaf(KeyPath path, Tensor value, boolean parameter) {
        TensorType type = value.type();
        if (type.dtype() != type.dtype().computed()) {
            throw LossException.at(
                    "leaf " + path, "expected a type that is computed, found %s", type);
        }
        leaves.add(new LeafInfo(path, type, parameter));
        values.add(value);
        return new Expr(program, program.input(type));
    }

    /** A constant of the program, which is no leaf. */
    public Expr constant(Tensor value) {
        return new Expr(program, program.constant(value));
    }

    /**
     * @param loss a float scalar
     * @throws LossException when the parts do not fit together or a value is not finite
     */
    public Loss build(Expr loss) {
        Program built = ProgramChecker.check(program.build(loss.id));
        Ints order =
                Ints.range(leaves.size())
                        .filter(i -> leaves.get(i).parameter())
                        .concat(Ints.range(leaves.size()).filter(i -> !leaves.get(i).parameter()));
        ProgramBuilder ordered = new ProgramBuilder(built.name());
        int[] arguments = new int[leaves.size()];
        order.stream().forEach(i -> arguments[i] = ordered.input(leaves.get(i).type()));
        return new Loss(
                ordered.build(ordered.inline(built, Ints.of(arguments))),
                null,
                order.stream().mapToObj(leaves::get).toList(),
                order.stream().mapToObj(values::get).toList(),
                structure);
    }
}
