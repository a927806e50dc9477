package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.loss.Expr;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/jax}: its own tests, and results of the job read back as pytrees. */
class PythonModuleTest {
    private static final Path JAX = Bundles.CONF.resolve("jax");

    /** Lists, tuples, None, a named tuple and dicts with keys of many kinds, from JAX. */
    private static final Path MIXED =
            Bundles.CONF.resolveSibling("common").resolve("src/test/resources/goldens");

    @TempDir private Path folder;

    @BeforeEach
    void settings() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
    }

    @AfterEach
    void forgetMaster() {
        System.clearProperty("spark.master");
    }

    private Path completed(Path bundle, String name, String... words) {
        Path output = folder.resolve(name);
        List<Object> all = new ArrayList<>(List.of("run", bundle, "output.path=" + output));
        all.add("audit.entries=4");
        all.addAll(List.of(words));
        Outcome outcome = Outcome.of(all.toArray());
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output;
    }

    private static List<String> lines(Python python, String script, Path... arguments)
            throws IOException {
        Stream<String> paths = Stream.of(arguments).map(Path::toString);
        String[] words = Stream.concat(Stream.of("-c", script), paths).toArray(String[]::new);
        Python.Result result = python.run(JAX, words);
        assertEquals(0, result.exitCode(), result.text());
        return result.text().lines().toList();
    }

    @Test
    void itsOwnTestsPass() throws IOException {
        Python.Result result = Python.withNumPy().run(JAX, "-m", "unittest", "test_hessdiag");
        assertEquals(0, result.exitCode(), result.text());
        assertTrue(result.text().matches("(?s).*Ran \\d\\d tests.*\nOK.*"), result.text());
    }

    @Test
    void resultsComeBackAsThePytreeThatWasExported() throws IOException {
        Python python = Python.withNumPy();
        Path bundle = MIXED.resolve("mixed_containers");
        List<Path> paths = new ArrayList<>(List.of(bundle));
        paths.add(completed(bundle, "npz"));
        paths.add(completed(bundle, "safetensors", "output.format=safetensors"));
        if (python.has("import pyarrow")) {
            paths.add(completed(bundle, "parquet", "output.format=parquet"));
        }
        String script =
                """
                import sys
                import numpy as np
                from hessdiag import load_diagonal

                def shapes(tree):
                    if isinstance(tree, dict):
                        return {key: shapes(child) for key, child in tree.items()}
                    if isinstance(tree, (list, tuple)):
                        return type(tree)(shapes(child) for child in tree)
                    if tree is not None:
                        leaves.append(tree)
                    return tree if tree is None else tree.shape

                expected = np.load(sys.argv[1] + "/expected.npz")
                for result in sys.argv[2:]:
                    leaves = []
                    print(shapes(load_diagonal(result)))
                    for i, leaf in enumerate(leaves):
                        jax = expected[f"diag_{i:05d}"]
                        assert np.max(np.abs(leaf - jax)) <= 1e-10 * np.max(np.abs(jax)), (i, leaf)
                """;
        String tree =
                "{'by_number': {2: (3,), 10: (3,)}, \"it's\": {(0, 'b'): (3,), (1, 'a'): (3,)},"
                        + " 'layers': [((5, 4), None), ((4, 3), (3,))], 'scale': {'factor': (),"
                        + " 'shift': (3,)}, 'unused': {}}";
        assertEquals(
                List.of(tree),
                lines(python, script, paths.toArray(Path[]::new)).stream().distinct().toList());
    }

    /** Two leaves of more than a MiB, in files of their own. */
    @Test
    void shardsComeBackAsOneFileDoes() throws IOException {
        Python python = Python.withNumPy();
        LossBuilder b = new LossBuilder();
        Expr loss = null;
        for (String leaf : List.of("['a'][0]", "['a'][1]", "['b']")) {
            int rows = leaf.equals("['b']") ? 2 : 400;
            double[] values =
                    DoubleStream.iterate(0.3, v -> Math.sin(7 * v + 1))
                            .limit(400L * rows)
                            .toArray();
            Expr mean = b.parameter(leaf, Tensor.of(Shape.of(rows, 400), values)).tanh().mean();
            loss = loss == null ? mean : loss.add(mean);
        }
        Path bundle = folder.resolve("bundle");
        LossBundle.write(b.build(loss), bundle);
        String size = "output.shard-size=1 MiB";
        Path whole = completed(bundle, "whole");
        Path npz = completed(bundle, "npz", size);
        Path tensors = completed(bundle, "tensors", size, "output.format=safetensors");
        String script =
                """
                import pathlib, sys
                from hessdiag import load_diagonal
                whole, *others = (load_diagonal(result) for result in sys.argv[1:])
                for other in others:
                    assert list(other) == ["a", "b"] and type(other["a"]) is list
                    for a, b in zip((*whole["a"], whole["b"]), (*other["a"], other["b"])):
                        assert a.shape == b.shape and a.tobytes() == b.tobytes()
                for result in sys.argv[1:]:
                    print(len(list(pathlib.Path(result).glob("diagonal-0*"))))
                """;
        assertEquals(List.of("0", "3", "3"), lines(python, script, whole, npz, tensors));
    }
}
