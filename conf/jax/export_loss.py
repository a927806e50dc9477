"""Export a JAX loss for hessdiag, and read the Hessian diagonal back into its pytree.

Copy this file next to your code. It needs jax (0.4.30 or newer) and numpy. In your program:

    from export_loss import export_loss, read_diagonal

    export_loss(loss, params, x, y, out="my_loss")         # loss(params, x, y) is a scalar
    # ./submit.sh run my_loss output.path=result
    diagonal = read_diagonal("result/diagonal.npz", params)  # a pytree like params
"""
import json
import os

import jax
import jax.numpy as jnp
import numpy as np
from jax import dtypes

keystr = jax.tree_util.keystr


def export_loss(loss, params, *data, out):
    """Write loss(params, *data), its gradient and all arguments into the folder `out`.

    Every leaf of params and data must be an array (Python numbers count as arrays); leaves of
    params must be floating-point. The types are those that JAX computes in: enable jax_enable_x64
    first for float64. Parameters that the loss does not use are kept; their diagonal is zero.
    """
    with_paths, treedef = jax.tree_util.tree_flatten_with_path((params, *data))
    n_params = len(jax.tree_util.tree_leaves(params))
    names = [keystr(path) for path, _ in with_paths]
    leaves = [_array(name, value, is_param=i < n_params)
              for i, (name, (_, value)) in enumerate(zip(names, with_paths))]
    if n_params == 0:
        raise ValueError("params has no leaves: nothing to differentiate")

    def flat_loss(*flat):
        return loss(*jax.tree_util.tree_unflatten(treedef, flat))

    spec = [jax.ShapeDtypeStruct(leaf.shape, leaf.dtype) for leaf in leaves]
    _check_scalar(jax.eval_shape(flat_loss, *spec))
    gradient = jax.value_and_grad(flat_loss, argnums=tuple(range(n_params)))
    tree = {
        "jax": jax.__version__,
        "x64": bool(jax.config.jax_enable_x64),
        "n_params": n_params,
        "leaves": [{"path": name, "shape": list(leaf.shape), "dtype": str(leaf.dtype)}
                   for name, leaf in zip(names, leaves)],
        "structure": _structure(params, (jax.tree_util.SequenceKey(0),)),
    }
    modules = {"loss.mlir": _module_text(flat_loss, spec),
               "grad.mlir": _module_text(gradient, spec)}

    os.makedirs(out, exist_ok=True)
    for name, text in modules.items():
        with open(os.path.join(out, name), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(out, "tree.json"), "w", encoding="utf-8") as file:
        json.dump(tree, file, indent=1)
    np.savez(os.path.join(out, "leaves.npz"),
             **{f"{i:05d}": np.asarray(leaf) for i, leaf in enumerate(leaves)})


def read_diagonal(file, params):
    """The diagonal in `file` (diagonal.npz) as a pytree of the same structure as params."""
    with np.load(file) as arrays:
        with_paths, treedef = jax.tree_util.tree_flatten_with_path(params)
        leaves = [arrays[keystr(path) or "[0]"] for path, _ in with_paths]
        return jax.tree_util.tree_unflatten(treedef, leaves)


def _array(name, value, is_param):
    """The leaf as an array of the type that JAX computes in, or an error that names it."""
    kind = "params" + name[len("[0]"):] if is_param else "argument " + name
    if not isinstance(value, (bool, int, float, np.ndarray, np.generic, jax.Array)):
        raise TypeError(f"{kind} is no array but of type {type(value).__name__}: close over it in "
                        "the loss, or take it out of the pytree")
    if isinstance(value, np.ndarray) and value.dtype.kind not in "biufV":
        raise TypeError(f"{kind} has dtype {value.dtype}: expected floats, integers or booleans")
    if isinstance(value, jax.Array) and jnp.issubdtype(value.dtype, dtypes.extended):
        raise TypeError(f"{kind} is a random key ({value.dtype}): pass jax.random.key_data(key) "
                        "and wrap it in the loss")
    array = jnp.asarray(value)
    if jnp.issubdtype(array.dtype, jnp.complexfloating):
        raise TypeError(f"{kind} is complex: split it into its real and imaginary part")
    if is_param and not jnp.issubdtype(array.dtype, jnp.floating):
        raise TypeError(f"{kind} has dtype {array.dtype}, which has no derivatives: pass it with "
                        "the data")
    return array


def _check_scalar(result):
    if not hasattr(result, "shape"):
        raise TypeError(f"the loss returns a {type(result).__name__}: expected one scalar; leave "
                        "auxiliary values out")
    if result.shape != () or not jnp.issubdtype(result.dtype, jnp.floating):
        raise TypeError(f"the loss returns {result.dtype}{list(result.shape)}: expected a "
                        "floating-point scalar")


def _module_text(function, spec):
    """StableHLO as a CPU would get it, whatever this machine has; all arguments kept."""
    jitted = jax.jit(function, keep_unused=True)
    try:
        lowered = jitted.trace(*spec).lower(lowering_platforms=("cpu",))
    except (AttributeError, TypeError):  # before JAX 0.4.31
        lowered = jitted.lower(*spec)
    text = lowered.as_text()
    if "__elided__" in text:  # a printer that leaves large constants out
        text = lowered.compiler_ir("stablehlo").operation.get_asm(large_elements_limit=None)
    return text


def _structure(node, path):
    """The kind of every container below `node`, by key path, empty ones and None included."""
    children = jax.tree_util.tree_flatten_with_path(node, is_leaf=lambda x: x is not node)[0]
    if node is None:
        return {keystr(path): "none"}
    if any(child is node for _, child in children):  # a leaf is its own only child
        return {}
    kinds = {dict: "dict", list: "list", tuple: "tuple"}
    found = {keystr(path): kinds.get(type(node), "custom")}
    for key, child in children:
        found.update(_structure(child, path + tuple(key)))
    return found
