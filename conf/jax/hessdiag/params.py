"""What of an argument `params` is differentiated, and how it is called."""
import ast
import collections.abc
import dataclasses
import re
import sys
import typing

import jax
import jax.numpy as jnp
from jax import tree_util

BARE = "[0]"  # what the job calls the one leaf of a params that is no container


@dataclasses.dataclass
class Parameters:
    """What is differentiated of an argument `params`.

    names: a key path per leaf; structure: kinds of the containers by key path;
    rebuild: leaves to what the loss takes; unflatten: leaves to the pytree that a gradient has.
    """
    names: list
    leaves: list
    structure: dict
    rebuild: typing.Callable
    unflatten: typing.Callable


def parameters_of(params):
    """The floating-point leaves of a pytree or a module; a plain pytree's are all of its leaves."""
    nnx = sys.modules.get("flax.nnx")  # what params are made of has been imported
    equinox = sys.modules.get("equinox")
    if (nnx and not isinstance(params, nnx.Variable)
            and _holds(params, (nnx.Module, nnx.State, nnx.Variable))):
        return _of_nnx(nnx, params)
    leaves, treedef = tree_util.tree_flatten(params)
    all_of_them = not (equinox and _holds(params, equinox.Module))
    wanted = [i for i, leaf in enumerate(leaves) if all_of_them or _is_inexact_array(leaf)]

    def fill(values, others):
        filled = list(others)
        for i, value in zip(wanted, values):
            filled[i] = value
        return treedef.unflatten(filled)

    chosen = [leaves[i] for i in wanted]
    unflatten = lambda values: fill(values, [None] * len(leaves))  # noqa: E731
    named = unflatten(chosen)
    return Parameters(_names(named), chosen, _structure(named, ()),
                      lambda values: fill(values, leaves), unflatten)


def _holds(params, kind):
    leaves = tree_util.tree_leaves(params, is_leaf=lambda x: isinstance(x, kind))
    return any(isinstance(leaf, kind) for leaf in leaves)


def _is_inexact_array(leaf):
    return hasattr(leaf, "shape") and jnp.issubdtype(getattr(leaf, "dtype", bool), jnp.inexact)


def _of_nnx(nnx, params):
    """Parameters of modules, or of a State; their names are those of the pure dicts."""
    if isinstance(params, nnx.State):
        state, merge = params, lambda s: s
    else:
        parts = (nnx.Module, nnx.State, nnx.Variable)
        for path, part in tree_util.tree_flatten_with_path(
                params, is_leaf=lambda x: isinstance(x, parts))[0]:
            if not isinstance(part, parts):
                raise TypeError(f"params{text_of(path)} is of type {type(part).__name__}, beside "
                                "modules of flax.nnx: make it an nnx.Param, or close over it")
        graph, state, rest = nnx.split(params, nnx.Param, ...)
        # Copied for every trace, since a loss may write into its batch statistics and counters.
        merge = lambda s: nnx.merge(graph, s, rest, copy=True)  # noqa: E731
    leaves, treedef = tree_util.tree_flatten(state)
    named = nnx.to_pure_dict(state)
    return Parameters(_names(named), leaves, _structure(named, ()),
                      lambda values: merge(treedef.unflatten(values)), treedef.unflatten)


def _names(tree):
    paths = [path for path, _ in tree_util.tree_flatten_with_path(tree)[0]]
    return [text_of(path) or BARE for path in paths]


def text_of(path):
    return "".join(_key(entry) for entry in path)


def _key(entry):
    """As jax.tree_util.keystr, but always of a form that KeyPath reads."""
    if isinstance(entry, (tree_util.SequenceKey, tree_util.FlattenedIndexKey)):
        return str(entry)
    if isinstance(entry, tree_util.GetAttrKey):
        return str(entry) if re.fullmatch(r"[^.\[\]]+", entry.name) else f"[{entry.name!r}]"
    key = getattr(entry, "key", entry)
    text = repr(key)
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        text = repr(str(key))
    return f"[{text}]"


def _structure(node, path):
    """The kind of every container below `node`, by key path, empty ones and None included."""
    if node is None:
        return {text_of(path): "none"}
    children = tree_util.tree_flatten_with_path(node, is_leaf=lambda x: x is not node)[0]
    if any(child is node for _, child in children):  # a leaf is its own only child
        return {}
    kinds = {dict: "dict", list: "list", tuple: "tuple"}
    of_keys = isinstance(node, collections.abc.Mapping) and all(
        isinstance(entry, tree_util.DictKey) for key, _ in children for entry in key)
    found = {text_of(path): kinds.get(type(node), "dict" if of_keys else "custom")}
    for key, child in children:
        found.update(_structure(child, path + tuple(key)))
    return found
