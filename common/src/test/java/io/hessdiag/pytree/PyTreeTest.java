package io.hessdiag.pytree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.pytree.PyTree.Kind;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PyTreeTest {
    private static PyTree<String> build(Map<KeyPath, Kind> structure, String... paths) {
        List<KeyPath> keys = Stream.of(paths).map(KeyPath::parse).toList();
        PyTree<String> tree = PyTree.fromPaths(keys, List.of(paths), structure);
        assertEquals(keys, tree.paths());
        assertEquals(List.of(paths), tree.leaves());
        return tree;
    }

    private static String shape(PyTree<String> tree) {
        return tree.map(leaf -> "*").toString();
    }

    @Test
    void containersFollowFromTheKeys() {
        assertEquals(
                "{'a': [*, {'w': *}], 'b': *}",
                shape(build(Map.of(), "['a'][0]", "['a'][1]['w']", "['b']")));
        assertEquals(
                "(.params={'w': *}, .step=*)", shape(build(Map.of(), ".params['w']", ".step")));
        assertEquals("{1: *, 2: *}", shape(build(Map.of(), "[1]", "[2]")));
        assertEquals("*", shape(build(Map.of(), "")));
        assertEquals("{}", shape(build(Map.of())));
    }

    @Test
    void structureTellsTuplesNonesAndIntegerDicts() {
        assertEquals(
                "(*, [None, *], None, {0: *}, ())",
                shape(
                        build(
                                Map.of(
                                        KeyPath.ROOT,
                                        Kind.TUPLE,
                                        KeyPath.of(1),
                                        Kind.LIST,
                                        KeyPath.of(2),
                                        Kind.NONE,
                                        KeyPath.of(3),
                                        Kind.DICT,
                                        KeyPath.of(4),
                                        Kind.TUPLE),
                                "[0]",
                                "[1][1]",
                                "[3][0]")));
    }

    @Test
    void pathsAndStructureRebuildTheTree() {
        PyTree<Integer> tree =
                PyTree.tuple(
                        List.of(
                                PyTree.leaf(1),
                                PyTree.none(),
                                PyTree.dict(Map.of("z", PyTree.leaf(3), "a", PyTree.leaf(2))),
                                PyTree.list(List.of())));
        assertEquals("(1, None, {'a': 2, 'z': 3}, [])", tree.toString());
        assertEquals(tree, PyTree.fromPaths(tree.paths(), tree.leaves(), tree.structure()));
        assertEquals(List.of("x", "y", "z"), tree.unflatten(List.of("x", "y", "z")).leaves());
        assertEquals(PyTree.leaf(3), tree.at(KeyPath.of(2, "z")).orElseThrow());
        assertThrows(PyTreeException.class, () -> tree.unflatten(List.of("x")));
    }

    @Test
    void contradictionsAreRefused() {
        Map<KeyPath, Kind> none = Map.of();
        assertThrows(PyTreeException.class, () -> build(none, "['a']", "['a']"));
        assertThrows(PyTreeException.class, () -> build(none, "['a']", "['a']['b']"));
        assertThrows(PyTreeException.class, () -> build(none, "['a'][0]", "['b']", "['a'][1]"));
        assertThrows(PyTreeException.class, () -> build(Map.of(KeyPath.ROOT, Kind.LIST), "['a']"));
        assertThrows(
                PyTreeException.class,
                () -> build(Map.of(KeyPath.ROOT, Kind.LIST), "[2000000000]"));
        assertThrows(
                PyTreeException.class, () -> build(Map.of(KeyPath.of("a"), Kind.NONE), "['a']"));
    }

    @Test
    void ravelAndUnravelAreInverse() {
        PyTree<Tensor> tree =
                PyTree.list(
                        List.of(
                                PyTree.leaf(Tensor.scalar(5)),
                                PyTree.leaf(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4))));
        Tensor flat = Ravel.ravel(tree);
        assertArrayEquals(new double[] {5, 1, 2, 3, 4}, flat.doubles());
        assertEquals(tree, Ravel.unravel(tree, flat));
        assertThrows(
                PyTreeException.class,
                () -> Ravel.unravel(tree, Tensor.of(Shape.of(4), 1, 2, 3, 4)));
    }

    @Test
    void ravelOfFloatsStaysFloat() {
        Tensor f = Tensor.of(TensorType.of(DType.F32, 1), new float[] {1.5f});
        assertEquals(f, Ravel.ravel(PyTree.leaf(f)));
        PyTree<Tensor> mixed = PyTree.list(List.of(PyTree.leaf(f), PyTree.leaf(Tensor.scalar(2))));
        assertArrayEquals(new double[] {1.5, 2}, Ravel.ravel(mixed).doubles());
    }
}
