"""Tests of the package hessdiag: python3 -m unittest test_hessdiag. Those of JAX need jax."""
import contextlib
import dataclasses
import importlib.util
import io
import json
import pathlib
import sys
import tempfile
import types
import unittest
from unittest import mock

import numpy as np

from hessdiag import load_diagonal
from hessdiag.__main__ import main

HAS_JAX = importlib.util.find_spec("jax") is not None
HAS_FLAX = HAS_JAX and importlib.util.find_spec("flax") is not None
HAS_PYARROW = importlib.util.find_spec("pyarrow") is not None

W = np.array([[1.0, -2.0], [3.0, np.nan]])
B = np.array(5.0)
ARRAYS = {"['a'][0]": W, "['a'][1].bias": B}
STRUCTURE = {"": "dict", "['a']": "tuple", "['a'][1]": "custom", "['a'][2]": "none",
             "['empty']": "list"}
EXPECTED = {"a": (W, {"bias": B}, None), "empty": []}


def safetensors(arrays):
    header, data = {}, b""
    for key, array in arrays.items():
        end = len(data) + array.nbytes
        header[key] = {"dtype": "F64", "shape": array.shape, "data_offsets": [len(data), end]}
        data += array.astype("<f8").tobytes()
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


class Folder(unittest.TestCase):
    """A folder for every test."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def tree(self, arrays=None, structure=None):
        leaves = [{"path": path, "shape": list(array.shape), "dtype": "float64"}
                  for path, array in (arrays or ARRAYS).items()]
        tree = {"n_params": len(leaves), "leaves": leaves,
                "structure": STRUCTURE if structure is None else structure}
        (self.folder / "tree.json").write_text(json.dumps(tree))
        (self.folder / "_SUCCESS").touch()

    def assert_same(self, expected, found):
        """The same containers, the same bits."""
        self.assertIs(type(expected), type(found))
        if isinstance(expected, dict):
            self.assertEqual(list(expected), list(found))
            expected, found = list(expected.values()), list(found.values())
        if isinstance(expected, (list, tuple)):
            self.assertEqual(len(expected), len(found))
            for a, b in zip(expected, found):
                self.assert_same(a, b)
        elif expected is not None:
            self.assertEqual((expected.shape, expected.tobytes()), (found.shape, found.tobytes()))

    @contextlib.contextmanager
    def refuses(self, error, *parts):
        with self.assertRaises(error) as caught:
            yield
        for part in parts:
            self.assertIn(part, str(caught.exception))


class LoadTest(Folder):
    def test_npz(self):
        self.tree()
        np.savez(self.folder / "diagonal.npz", **ARRAYS)
        self.assert_same(EXPECTED, load_diagonal(self.folder))
        self.assert_same(EXPECTED, load_diagonal(str(self.folder / "diagonal.npz")))

    def test_safetensors(self):
        self.tree()
        (self.folder / "diagonal.safetensors").write_bytes(safetensors(ARRAYS))
        self.assert_same(EXPECTED, load_diagonal(self.folder))

    def test_shards(self):
        for ending, write in ((".npz", self.write_npz), (".safetensors", self.write_safetensors)):
            with self.subTest(ending):
                self.tree()
                files = {}
                for i, (key, array) in enumerate(ARRAYS.items(), 1):
                    files[key] = f"diagonal-0000{i}-of-00002{ending}"
                    write(self.folder / files[key], {key: array})
                index = self.folder / f"diagonal{ending}.index.json"
                index.write_text(json.dumps({"metadata": {}, "weight_map": files}))
                self.assert_same(EXPECTED, load_diagonal(self.folder))
                self.assert_same(EXPECTED, load_diagonal(index))
                (self.folder / files["['a'][0]"]).unlink()
                with self.refuses(FileNotFoundError, files["['a'][0]"]):
                    load_diagonal(self.folder)
                index.unlink()

    @staticmethod
    def write_npz(file, arrays):
        np.savez(file, **arrays)

    @staticmethod
    def write_safetensors(file, arrays):
        file.write_bytes(safetensors(arrays))

    @unittest.skipUnless(HAS_PYARROW, "no pyarrow")
    def test_parquet(self):
        import pyarrow
        import pyarrow.parquet
        rows = {"path": ["['a'][1].bias", "['a'][0]", "['a'][0]", "['a'][0]"],
                "index": [0, 2, 0, 1], "value": [5.0, 3.0, 1.0, -2.0]}
        pyarrow.parquet.write_table(pyarrow.table(rows), self.folder / "diagonal.parquet")
        self.tree()
        self.assert_same(EXPECTED, load_diagonal(self.folder))

    def test_other_outputs_by_name(self):
        self.tree()
        np.savez(self.folder / "saliency.npz", **ARRAYS)
        self.assert_same(EXPECTED, load_diagonal(self.folder, name="saliency"))
        with self.refuses(FileNotFoundError, "expected diagonal.npz", "found _SUCCESS, saliency"):
            load_diagonal(self.folder)

    def test_keys(self):
        arrays = {path: np.array(float(i)) for i, path in enumerate([
            "['it\\'s \"x\"']", "['a.b[0]']", "[(1, 'a')]", "[True]", "[-3]", ".name",
            "[<flat index 7>]", "['\\x07\\u2028']"])}
        self.tree(arrays, {"": "custom"})
        np.savez(self.folder / "diagonal.npz", **arrays)
        self.assertEqual(
            ["it's \"x\"", "a.b[0]", (1, "a"), True, -3, "name", 7, "\x07\u2028"],
            list(load_diagonal(self.folder)))

    def test_what_is_no_finished_output(self):
        self.tree()
        np.savez(self.folder / "diagonal.npz", **ARRAYS)
        (self.folder / "_SUCCESS").unlink()
        with self.refuses(FileNotFoundError, "no _SUCCESS", str(self.folder)):
            load_diagonal(self.folder)
        with self.refuses(FileNotFoundError, "no such file or folder"):
            load_diagonal(self.folder / "nothing")
        (self.folder / "tree.json").unlink()
        with self.refuses(FileNotFoundError, "no tree.json"):
            load_diagonal(self.folder / "diagonal.npz")

    def test_damaged_files(self):
        self.tree()
        for name in ("diagonal.npz", "diagonal.safetensors"):
            (self.folder / name).write_bytes(b"\x20\0\0\0\0\0\0\0not what it should be")
            with self.refuses(ValueError, name, "damaged"):
                load_diagonal(self.folder / name)

    def test_like_needs_jax(self):
        self.tree()
        np.savez(self.folder / "diagonal.npz", **ARRAYS)
        with mock.patch.dict(sys.modules, {"jax": None, "hessdiag.params": None}):
            with self.refuses(ImportError, "like needs JAX"):
                load_diagonal(self.folder, like=[1.0])

    def test_show(self):
        self.tree()
        np.savez(self.folder / "diagonal.npz", **ARRAYS)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            self.assertEqual(0, main(["show", str(self.folder)]))
        self.assertRegex(out.getvalue(), r"\['a'\]\[0\] +\[2, 2\] +-2\.0000e\+00 +1\.0000e\+00 "
                                         r"+3\.0000e\+00 +33\.3 %")
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            self.assertEqual(3, main(["show", str(self.folder / "nothing")]))
        self.assertIn("no such file or folder", err.getvalue())


@unittest.skipUnless(HAS_JAX, "no jax")
class JaxTest(Folder):
    """Exports are read back here; that the job computes them is tested elsewhere."""

    @classmethod
    def setUpClass(cls):
        import jax
        jax.config.update("jax_enable_x64", True)

    def export(self, loss, params, *data):
        from hessdiag import export_loss
        export_loss(loss, params, *data, out=self.folder / "bundle")
        tree = json.loads((self.folder / "bundle/tree.json").read_text())
        return [leaf["path"] for leaf in tree["leaves"]], tree["structure"]

    def result(self, arrays):
        np.savez(self.folder / "diagonal.npz", **arrays)
        return self.folder / "diagonal.npz"

    def test_names_and_structure(self):
        class Key:
            def __str__(self):
                return "no [path"
        params = {"a": [1.0, (2.0, None)], "k": {(1, "b"): 3.0}, "e": {}}
        paths, structure = self.export(lambda p, x: p["a"][0] ** 2 + x, params, 1.0)
        self.assertEqual(["[0]['a'][0]", "[0]['a'][1][0]", "[0]['k'][(1, 'b')]", "[1]"], paths)
        self.assertEqual({"[0]": "dict", "[0]['a']": "list", "[0]['a'][1]": "tuple",
                          "[0]['a'][1][1]": "none", "[0]['e']": "dict", "[0]['k']": "dict"},
                         structure)
        self.assertEqual(["[0]['no [path']"], self.export(lambda p: 2.0 * p[key] ** 2,
                                                          {(key := Key()): 1.0})[0])
        self.assertEqual((["[0]"], {}), self.export(lambda p: p ** 2, 1.0))

    def test_like(self):
        params = {"b": np.zeros(2), "a": (np.zeros(()), None)}
        file = self.result({"['a'][0]": B, "['b']": W[0]})
        self.assert_same({"a": (B, None), "b": W[0]}, load_diagonal(file, like=params))
        self.assert_same(W[0], load_diagonal(self.result({"[0]": W[0]}), like=np.zeros(2)))
        for like, parts in (({"a": B}, ["expected ['a'] as in like, found ['b'], ['c']"]),
                            ({"b": B}, ["expected ['b'] as in like, found ['c']"]),
                            ({"b": B, "c": B}, ["['c']: expected shape [] as in like, found [2]"])):
            with self.refuses(ValueError, *parts):
                load_diagonal(self.result({"['b']": B, "['c']": W[0]}), like=like)

    def test_what_is_refused(self):
        import jax
        loss = lambda p, *data: sum(jax.numpy.sum(v) for v in p.values())  # noqa: E731
        for params, data, error, part in (
                ({}, [], ValueError, "nothing to differentiate"),
                ({"w": 1}, [], TypeError, "params['w'] has dtype int64, which has no derivatives"),
                ({"w": 1j}, [], TypeError, "params['w'] is complex"),
                ({"w": 1.0}, [np.ones(2, complex)], TypeError, "argument [1] is complex"),
                ({"w": "x"}, [], TypeError, "params['w'] is no array but of type str"),
                ({"w": 1.0}, [{"f": len}], TypeError, "argument [1]['f'] is no array"),
                ({"w": 1.0}, [jax.random.key(0)], TypeError, "argument [1] is a random key")):
            with self.refuses(error, part):
                self.export(loss, params, *data)
        for loss, part in ((lambda p: p["w"], "the loss returns float64[3]: expected a floating"),
                           (lambda p: 1, "expected a floating-point scalar"),
                           (lambda p: (p["w"].sum(), 0), "the loss returns a tuple")):
            with self.refuses(TypeError, part):
                self.export(loss, {"w": np.ones(3)})
        self.assertFalse((self.folder / "bundle").exists())

    def test_modules_of_equinox(self):
        """By a class that is registered as Equinox registers its own, under Equinox's name."""
        import jax
        import jax.numpy as jnp

        class Module:
            pass

        @dataclasses.dataclass
        class Dense(Module):
            weight: object
            rate: float
            activation: object
            steps: object

            def __call__(self, x):
                return self.activation(self.weight @ x) * self.rate + self.steps

        jax.tree_util.register_dataclass(Dense, list(Dense.__dataclass_fields__), [])
        model = {"first": Dense(jnp.ones((2, 3)), 0.5, jnp.tanh, jnp.arange(2))}
        loss = lambda m, x: jnp.sum(m["first"](x) ** 2)  # noqa: E731
        with mock.patch.dict(sys.modules, {"equinox": types.SimpleNamespace(Module=Module)}):
            paths, structure = self.export(loss, model, np.arange(3.0))
            self.assertEqual(["[0]['first'].weight", "[1]"], paths)
            self.assertEqual("custom", structure["[0]['first']"])
            self.assertEqual("none", structure["[0]['first'].activation"])
            diagonal = load_diagonal(self.result({"['first'].weight": np.ones((2, 3))}), like=model)
            self.assertEqual((0.5, 1.0), (model["first"].rate, diagonal["first"].weight[0, 0]))
            self.assertIsNone(diagonal["first"].activation)
            self.check(loss, model, np.arange(3.0))

    @unittest.skipUnless(HAS_FLAX, "no flax")
    def test_modules_of_nnx(self):
        import jax
        from flax import nnx

        class Net(nnx.Module):
            def __init__(self, rngs):
                self.layers = nnx.List([nnx.Linear(3, 2, rngs=rngs, param_dtype=np.float64)])
                self.norm = nnx.BatchNorm(2, rngs=rngs, param_dtype=np.float64)
                self.dropout = nnx.Dropout(0.5, rngs=rngs)

            def __call__(self, x):
                return self.dropout(self.norm(self.layers[0](x)))

        model, x = Net(nnx.Rngs(0)), np.arange(12.0).reshape(4, 3)
        loss = lambda m, x: (m(x) ** 2).mean()  # noqa: E731
        paths, structure = self.export(loss, model, x)
        self.assertEqual(["[0]['layers'][0]['bias']", "[0]['layers'][0]['kernel']",
                          "[0]['norm']['bias']", "[0]['norm']['scale']", "[1]"], paths)
        self.assertEqual({"dict"}, set(structure.values()))
        more = {"net": model, "scale": nnx.Param(np.ones(()))}
        self.assertEqual(["[0]['net']" + path[3:] for path in paths[:-1]] + ["[0]['scale']", "[1]"],
                         self.export(lambda p, x: loss(p["net"], x) * p["scale"][...], more, x)[0])
        with self.refuses(TypeError, "params[1] is of type ndarray, beside modules of flax.nnx"):
            self.export(lambda p, x: loss(p[0], x), (model, np.ones(2)), x)
        graph, state, rest = nnx.split(model, nnx.Param, ...)
        of_state = lambda s, x: loss(nnx.merge(graph, s, rest, copy=True), x)  # noqa: E731
        self.assertEqual(paths, self.export(of_state, state, x)[0])
        arrays = {path[3:]: np.asarray(leaf) for path, leaf in
                  zip(paths, jax.tree_util.tree_leaves(state))}
        diagonal = load_diagonal(self.result(arrays), like=model)
        self.assertEqual(jax.tree_util.tree_structure(state),
                         jax.tree_util.tree_structure(diagonal))

    def check(self, loss, params, *data):
        """spot_check against jax.hessian's diagonal, and against one that is off in an entry."""
        import jax
        from hessdiag import spot_check
        from hessdiag.params import parameters_of
        tree = parameters_of(params)
        hessian = jax.hessian(lambda leaves: loss(tree.rebuild(leaves), *data))(tree.leaves)
        leaves = [np.array(np.diagonal(np.reshape(hessian[i][i], (leaf.size, leaf.size))))
                  .reshape(leaf.shape) for i, leaf in enumerate(tree.leaves)]
        report = spot_check(loss, params, *data, diagonal=tree.unflatten(leaves), entries=50)
        self.assertEqual(sum(leaf.size for leaf in leaves), len(report.entries))
        self.assertLess(report.deviation, 1e-12)
        leaves[0].flat[1] += 1e-5 * np.max(np.abs(leaves[0]))
        with self.refuses(AssertionError, "1 of ", "off by 1.0e-05"):
            spot_check(loss, params, *data, diagonal=tree.unflatten(leaves), entries=50)
        leaves[0].flat[1] = np.nan
        spot_check(loss, params, *data, diagonal=tree.unflatten(leaves), entries=50)
        with self.refuses(ValueError, "the diagonal has leaves of shapes [()]"):
            spot_check(loss, params, *data, diagonal=1.0)

    def test_spot_check(self):
        import jax.numpy as jnp
        params = {"w": np.linspace(-1, 1, 6).reshape(2, 3), "b": np.array([0.3, -0.4])}
        self.check(lambda p, x: jnp.sum(jnp.tanh(p["w"] @ x + p["b"]) ** 2), params,
                   np.array([0.1, 0.7, -0.2]))

    def test_a_leaf_of_rounding_alone(self):
        from hessdiag import spot_check
        params = {"large": np.ones(1), "zero": np.ones(1)}
        loss = lambda p: (p["large"] ** 2 + p["zero"]).sum()  # noqa: E731
        spot_check(loss, params, diagonal={"large": np.array([2.0]), "zero": np.array([-3e-17])})
        for wrong in (1e-9, 1e-12):
            with self.refuses(AssertionError, "['zero'][0]: expected 0, found 1e"):
                spot_check(loss, params, diagonal={"large": np.array([2.0]),
                                                   "zero": np.array([wrong])})

    def test_float32(self):
        from hessdiag import spot_check
        report = spot_check(lambda p: (p ** 3).sum(), np.ones(3, np.float32),
                            diagonal=np.full(3, 6.0))
        self.assertEqual(1e-3, report.tolerance)


if __name__ == "__main__":
    unittest.main()
