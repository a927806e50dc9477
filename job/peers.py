#!/usr/bin/env python3
"""Other ways to the diagonal, in JAX, for a bundle of dense layers with cross-entropy (README's comparison).

    XLA_FLAGS='--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1' taskset -c 1 \
        python3 job/peers.py conf/digits RESULT

RESULT is the folder that `./submit.sh run conf/digits output.path=RESULT` has written. Prints the seconds of a gradient, of
jnp.diag(jax.hessian(loss)) and of forward over reverse in slices, the deviation of each from RESULT, and what Hutchinson's
estimator has reached after so many Hessian-vector products. Deviations are relative to the largest entry of the leaf, the
estimator's also as a median over all entries that are not 0.
"""
import json
import pathlib
import sys
import time

import jax
import jax.numpy as jnp
import numpy as np
from jax.flatten_util import ravel_pytree

jax.config.update("jax_enable_x64", True)

SLICE = 64
PROBES = (10, 100, 1000)


def bundle(folder):
    """(parameters by path, data) of a bundle."""
    tree = json.loads((folder / "tree.json").read_text())
    arrays = np.load(folder / "leaves.npz")
    leaves = [jnp.asarray(arrays[f"{i:05d}"]) for i in range(len(tree["leaves"]))]
    paths = [leaf["path"] for leaf in tree["leaves"]]
    n = tree["n_params"]
    return dict(zip(paths[:n], leaves[:n])), leaves[n:]


def loss(params, x, y):
    keys = sorted(params)
    for k in range(0, len(keys), 2):
        x = x @ params[keys[k + 1]] + params[keys[k]]
        x = jnp.tanh(x) if k < len(keys) - 2 else x
    return -jnp.take_along_axis(jax.nn.log_softmax(x), y[:, None], 1).mean()


def seconds(f, *args):
    """Median of a second's calls after the first, and the result."""
    out = jax.block_until_ready(f(*args))
    times = []
    while sum(times) < 1 and len(times) < 100:
        start = time.perf_counter()
        out = jax.block_until_ready(f(*args))
        times.append(time.perf_counter() - start)
    return float(np.median(times)), out


def main():
    params, data = bundle(pathlib.Path(sys.argv[1]))
    theta, unravel = ravel_pytree(params)
    result = np.load(pathlib.Path(sys.argv[2]) / "diagonal.npz")
    exact = jnp.concatenate([result[k].ravel() for k in result.files])
    sizes = [result[k].size for k in result.files]
    largest = np.repeat([np.abs(result[k]).max() for k in result.files], sizes)

    def flat(t):
        return loss(unravel(t), *data)

    def product(v):
        return jax.jvp(jax.grad(flat), (theta,), (v,))[1]

    def entry(i):
        return product(jnp.zeros_like(theta).at[i].set(1))[i]

    slices = jax.jit(lambda: jax.lax.map(entry, jnp.arange(theta.size), batch_size=SLICE))
    gradient = seconds(jax.jit(jax.grad(flat)), theta)[0]
    print(f"gradient {gradient:.4g} s")
    for name, f in (("jax.hessian", jax.jit(lambda: jnp.diag(jax.hessian(flat)(theta)))),
                    (f"jvp of grad, {SLICE} at a time", slices)):
        took, diagonal = seconds(f)
        off = np.max(np.abs(diagonal - exact) / largest)
        print(f"{name}: {took:.4g} s, {took / gradient:.0f} gradients, deviation {off:.1e}")

    step = jax.jit(lambda key: (v := jax.random.rademacher(key, theta.shape, theta.dtype)) * product(v))
    took, _ = seconds(step, jax.random.key(0))
    total = jnp.zeros_like(theta)
    for i, key in enumerate(jax.random.split(jax.random.key(0), max(PROBES)), 1):
        total += step(key)
        if i in PROBES:
            off = np.abs(total / i - exact)
            median = np.median(off[exact != 0] / np.abs(exact[exact != 0]))
            print(f"Hutchinson, {i} products: {i * took:.4g} s, {i * took / gradient:.0f} gradients, "
                  f"largest error {np.max(off / largest):.0%}, median {median:.0%}")


if __name__ == "__main__":
    main()
