package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/jax}: its own tests, and results of the job read back as pytrees. */
class PythonModuleTest {
    private static final Path JAX = Bundles.CONF.resolve("jax");

    /** Lists, tuples, None, a named tuple and dicts with keys of many kinds, from JAX. */
    private static final Path MIXED =
            Bundles.CONF.resolveSibling("common/src/test/resources/goldens/mixed_containers");

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

    private Path completed(String name, String... words) {
        Path output = folder.resolve(name);
        List<Object> all =
                new ArrayList<>(
                        List.of(
                                "run",
                                MIXED,
                                "output.path=" + output,
                                "audit.entries=4",
                                "method=index"));
        all.addAll(List.of(words));
        Outcome outcome = Outcome.of(all.toArray());
        assertEquals(0, outcome.exitCode(), outcome.err());
        return output;
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
        List<Path> paths = new ArrayList<>(List.of(MIXED));
        paths.add(completed("npz"));
        paths.add(completed("safetensors", "output.format=safetensors"));
        if (python.has("import pyarrow")) {
            paths.add(completed("parquet", "output.format=parquet"));
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
        assertEquals(List.of(tree), python.lines(JAX, script, paths).stream().distinct().toList());
    }
}
