"""A loss as a function of arrays, all arguments checked."""
import collections

import jax
import jax.numpy as jnp
import numpy as np
from jax import tree_util

from .params import BARE, parameters_of, text_of


class Problem:
    """A loss as a function of its leaves: the parameters', then the data's."""

    def __init__(self, loss, params, data):
        self.params = parameters_of(params)
        n_params = len(self.params.leaves)
        if n_params == 0:
            raise ValueError("params has no floating-point arrays: nothing to differentiate")
        with_paths, treedef = tree_util.tree_flatten_with_path(data)
        names = ["[0]" if name == BARE and not self.params.structure else "[0]" + name
                 for name in self.params.names]
        names += [f"[{path[0].idx + 1}]" + text_of(path[1:]) for path, _ in with_paths]
        values = self.params.leaves + [value for _, value in with_paths]
        name, count = collections.Counter(names).most_common(1)[0]
        if count > 1:
            raise ValueError(f"{count} leaves are called {name}: give their keys other names")
        self.names = names
        self.leaves = [_array(name, value, is_param=i < n_params)
                       for i, (name, value) in enumerate(zip(names, values))]
        self.flat_loss = lambda *flat: loss(
            self.params.rebuild(list(flat[:n_params])),
            *tree_util.tree_unflatten(treedef, flat[n_params:]))


def _array(name, value, is_param):
    """The leaf as an array of the type that JAX computes in, or an error that names it."""
    kind = "params" + name[len("[0]"):] if is_param else "argument " + name
    if not isinstance(value, (bool, int, float, complex, np.ndarray, np.generic, jax.Array)):
        raise TypeError(f"{kind} is no array but of type {type(value).__name__}: close over it in "
                        "the loss, or take it out of the pytree")
    if isinstance(value, np.ndarray) and value.dtype.kind not in "biufcV":
        raise TypeError(f"{kind} has dtype {value.dtype}: expected floats, integers or booleans")
    if isinstance(value, jax.Array) and jnp.issubdtype(value.dtype, jax.dtypes.extended):
        raise TypeError(f"{kind} is a random key ({value.dtype}): pass jax.random.key_data(key) "
                        "and wrap it in the loss")
    array = jnp.asarray(value)
    if jnp.issubdtype(array.dtype, jnp.complexfloating):
        raise TypeError(f"{kind} is complex: split it into its real and imaginary part")
    if is_param and not jnp.issubdtype(array.dtype, jnp.floating):
        raise TypeError(f"{kind} has dtype {array.dtype}, which has no derivatives: pass it with "
                        "the data")
    return array
