"""A run's output as a pytree. Needs NumPy alone; JAX for `like`, pyarrow for Parquet."""
import ast
import re

import numpy as np

from .files import file_of, read_arrays, read_tree


def load_diagonal(result, like=None, name="diagonal"):
    """The diagonal as a pytree of float64 arrays, NaN where an entry was not selected.

    result: a run's output folder, or a file in one: npz, safetensors, Parquet (needs pyarrow), or
        the index of several.
    like: the params that were exported, or anything of their structure; the diagonal then has
        exactly the structure that a gradient has. Needs JAX. Without it the containers are those
        of the output's tree.json: dicts, lists and tuples; dicts of attributes for other classes;
        a list of one for params that were one bare array.
    name: of another output in the same layout.

    Raises FileNotFoundError when the folder is no finished output or lacks such a file, ValueError
    when a file is damaged or not of like's structure.
    """
    file = file_of(result, name)
    arrays = read_arrays(file)
    return _containers(file, arrays) if like is None else _unflattened(file, arrays, like)


def read_diagonal(file, params):
    """load_diagonal(file, like=params), by its earlier name."""
    return load_diagonal(file, like=params)


def _unflattened(file, arrays, like):
    try:
        from .params import parameters_of
    except ImportError as e:
        raise ImportError(f"like needs JAX ({e}); without it the containers are tree.json's") from e
    params = parameters_of(like)
    for name in params.names:
        if name not in arrays:
            raise ValueError(f"{file}: expected {name} as in like, found {', '.join(arrays)}")
    for name in arrays.keys() - set(params.names):
        raise ValueError(f"{file}: expected {', '.join(params.names)} as in like, found {name}")
    for name, leaf in zip(params.names, params.leaves):
        expected, found = list(np.shape(leaf)), list(arrays[name].shape)
        if expected != found:
            raise ValueError(f"{file}: {name}: expected shape {expected} as in like, found {found}")
    return params.unflatten([arrays[name] for name in params.names])


def _containers(file, arrays):
    """Nested dicts, lists and tuples, by the leaves' key paths and tree.json's kinds."""
    tree = read_tree(file.parent)
    kinds = {_keys(path): kind for path, kind in tree.get("structure", {}).items()}
    root = {}
    for leaf in tree["leaves"]:
        path = leaf["path"]
        if path not in arrays:
            raise ValueError(f"{file}: expected {path} as in tree.json, found {', '.join(arrays)}")
        keys = _keys(path)
        _node(root, keys[:-1])[keys[-1]] = arrays[path]
    for keys in kinds:  # those without leaves, too
        _node(root, keys)
    return _finished(root, (), kinds)


def _node(node, keys):
    for key in keys:
        node = node.setdefault(key, {})
    return node


def _finished(node, path, kinds):
    if not isinstance(node, dict):
        return node
    children = {key: _finished(child, path + (key,), kinds) for key, child in node.items()}
    kind = kinds.get(path, "custom")
    if kind == "none":
        return None
    if kind in ("list", "tuple"):
        items = [children.get(i) for i in range(1 + max(children, default=-1))]
        return items if kind == "list" else tuple(items)
    return children


_STRING = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_KEY = re.compile(rf"\.([^.\[]+)|\[<flat index (\d+)>\]|\[((?:{_STRING}|[^\[\]'\"])+)\]")


def _keys(path):
    """The keys of a key path: an attribute by its name, dict keys and positions as they are."""
    keys = []
    at = 0
    while at < len(path):
        match = _KEY.match(path, at)
        if not match:
            raise ValueError(f"key path {path!r}, column {at + 1}: expected [key] or .name")
        name, position, key = match.groups()
        keys.append(name or _literal(position or key))
        at = match.end()
    return tuple(keys)


def _literal(text):
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
