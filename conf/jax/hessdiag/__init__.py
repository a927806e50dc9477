"""Hand a JAX loss to hessdiag, and get the diagonal of its Hessian back as a pytree.

Copy this folder next to your code. Exporting and checking need jax (0.4.30 or newer), loading
NumPy alone.

    from hessdiag import export_loss, load_diagonal, spot_check

    export_loss(loss, params, x, y, out="my_loss")        # loss(params, x, y) is a scalar
    # ./submit.sh run my_loss output.path=result
    diagonal = load_diagonal("result", like=params)       # a pytree like params
    print(spot_check(loss, params, x, y, diagonal=diagonal))

What params may be, and what the diagonal is then like:

  any pytree of arrays      raw JAX, Flax linen's variables["params"], Haiku's parameters
  flax.nnx modules          their nnx.Param variables; like nnx.state(module, nnx.Param)
  Equinox modules           their float arrays; like eqx.filter(module, eqx.is_inexact_array)

What else a module holds (batch statistics, random keys, activation functions) is a constant of the
loss. A loss is any function: optax.softmax_cross_entropy and its like are used as they are.

On the command line, without JAX: python3 -m hessdiag show result
"""
import importlib

from .result import load_diagonal, read_diagonal

__all__ = ["export_loss", "load_diagonal", "read_diagonal", "spot_check"]


def __getattr__(name):
    """What needs JAX is imported when it is used."""
    modules = {"export_loss": ".export", "spot_check": ".check"}
    if name not in modules:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(modules[name], __name__), name)
