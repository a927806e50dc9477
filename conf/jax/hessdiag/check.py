"""Entries of a diagonal, computed once more by JAX."""
import dataclasses
import pathlib
import typing

import jax
import numpy as np
from jax import tree_util

from .problem import Problem
from .result import load_diagonal


class Entry(typing.NamedTuple):
    """A place, the diagonal's value, JAX's, and their difference by the leaf's largest entry."""
    path: str
    index: tuple
    found: float
    expected: float
    deviation: float

    def __str__(self):
        place = self.path + (str(list(self.index)) if self.index else "")
        return (f"{place}: expected {self.expected:.16g}, found {self.found:.16g}, "
                f"off by {self.deviation:.1e}")


@dataclasses.dataclass(frozen=True)
class SpotCheck:
    """Entries that were compared, and what was tolerated."""
    entries: list
    tolerance: float

    @property
    def deviation(self):
        return max(entry.deviation for entry in self.entries)

    def __str__(self):
        return (f"{len(self.entries)} entries agree with JAX's to {self.deviation:.1e} of their "
                f"leaves' largest, tolerance {self.tolerance:.1e}")


def spot_check(loss, params, *data, diagonal, entries=8, seed=0, tolerance=None):
    """Compare random entries of the diagonal, spread over the leaves, with JAX's own.

    Each is eᵀ ∂/∂t ∇L(θ + t e), forward over reverse in one direction e: JAX's rules, in the types
    that JAX computes in. Entries that were not selected (NaN) are left out.

    diagonal: what load_diagonal(..., like=params) has returned, or the output's folder.
    tolerance: of the difference by the leaf's largest entry; 1e-6, in float32 1e-3. Leaves that are
        smaller than 1e-8 of the largest entry of all, in float32 1e-2, are taken for as large: they
        may be nothing but rounding, as a bias's before a batch normalisation.

    Returns a SpotCheck. Raises AssertionError with the entries beyond the tolerance, ValueError
    when the diagonal is not of params' structure.
    """
    if entries < 1:
        raise ValueError(f"entries: expected at least 1, found {entries}")
    problem = Problem(loss, params, data)
    n_params = len(problem.params.leaves)
    leaves, arguments = problem.leaves[:n_params], problem.leaves[n_params:]
    values = _values(diagonal, params, leaves)
    is_double = all(leaf.dtype == np.float64 for leaf in leaves)
    if tolerance is None:
        tolerance = 1e-6 if is_double else 1e-3
    largest = [np.nanmax(np.abs(value), initial=0.0) for value in values]
    least = (1e-8 if is_double else 1e-2) * max(largest)

    @jax.jit
    def column(leaves, arguments, direction):
        gradient = jax.grad(lambda at: problem.flat_loss(*at, *arguments))
        return jax.jvp(gradient, (leaves,), (direction,))[1]

    compared = []
    for i, index in _chosen(values, entries, np.random.default_rng(seed)):
        direction = [np.zeros(leaf.shape, leaf.dtype) for leaf in leaves]
        direction[i][index] = 1
        expected = float(column(leaves, arguments, direction)[i][index])
        found = float(values[i][index])
        deviation = abs(found - expected) / (max(largest[i], least) or 1.0)
        compared.append(Entry(problem.params.names[i], index, found, expected, deviation))
    beyond = [entry for entry in compared if not entry.deviation <= tolerance]
    if beyond:
        lines = "\n".join(f"  {entry}" for entry in beyond)
        raise AssertionError(f"{len(beyond)} of {len(compared)} entries are off by more than "
                             f"{tolerance:.1e} of their leaf's largest entry:\n{lines}")
    return SpotCheck(compared, tolerance)


def _values(diagonal, params, leaves):
    if isinstance(diagonal, (str, pathlib.Path)):
        diagonal = load_diagonal(diagonal, like=params)
    values = [np.asarray(leaf) for leaf in tree_util.tree_leaves(diagonal)]
    expected, found = ([leaf.shape for leaf in some] for some in (leaves, values))
    if expected != found:
        raise ValueError(f"the diagonal has leaves of shapes {found}, params of {expected}")
    return values


def _chosen(values, entries, rng):
    """(leaf, index) of random selected entries, as many of every leaf as can be."""
    selected = [(i, np.flatnonzero(~np.isnan(value))) for i, value in enumerate(values)]
    selected = [(i, flat) for i, flat in selected if flat.size]
    if not selected:
        raise ValueError("the diagonal has no selected entry")
    for place, at in enumerate(rng.permutation(len(selected))):
        i, flat = selected[at]
        count = entries // len(selected) + (place < entries % len(selected))
        for entry in rng.choice(flat, min(count, flat.size), replace=False):
            yield i, tuple(int(k) for k in np.unravel_index(entry, values[i].shape))
