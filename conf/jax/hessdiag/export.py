"""A JAX loss as StableHLO text with the values of its arguments."""
import json
import pathlib

import jax
import jax.numpy as jnp
import numpy as np

from .problem import Problem


def export_loss(loss, params, *data, out):
    """Write loss(params, *data), its gradient and all arguments into the folder `out`.

    Every leaf of params and data must be an array (Python numbers count as arrays); leaves of
    params must be floating-point, unless it holds modules (see the package). The types are those
    that JAX computes in: enable jax_enable_x64 first for float64. Parameters that the loss does
    not use are kept; their diagonal is zero. Leaves are named as jax.tree_util.keystr does it;
    keys that are no Python literals by their str. Nothing is written when an argument is refused.

    Raises TypeError for leaves and results of another type, ValueError when there is nothing to
    differentiate or two leaves have one name.
    """
    problem = Problem(loss, params, data)
    spec = [jax.ShapeDtypeStruct(leaf.shape, leaf.dtype) for leaf in problem.leaves]
    _check_scalar(jax.eval_shape(problem.flat_loss, *spec))
    n_params = len(problem.params.leaves)
    gradient = jax.value_and_grad(problem.flat_loss, argnums=tuple(range(n_params)))
    tree = {
        "jax": jax.__version__,
        "x64": bool(jax.config.jax_enable_x64),
        "n_params": n_params,
        "leaves": [{"path": name, "shape": list(leaf.shape), "dtype": str(leaf.dtype)}
                   for name, leaf in zip(problem.names, problem.leaves)],
        "structure": {"[0]" + path: kind for path, kind in problem.params.structure.items()},
    }
    texts = {
        "loss.mlir": _module_text(problem.flat_loss, spec),
        "grad.mlir": _module_text(gradient, spec),
        "tree.json": json.dumps(tree, indent=1),
    }
    folder = pathlib.Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    arrays = {f"{i:05d}": np.asarray(leaf) for i, leaf in enumerate(problem.leaves)}
    np.savez(folder / "leaves.npz", **arrays)


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
