#!/usr/bin/env python3
"""How well `explain` predicts: dense networks of several widths, depths and numbers of examples.

    python3 job/predictions.py [BUNDLE ...]      needs JAX; prints a Markdown table

Networks with cross-entropy: `n` N of 64-64-10, `w` width of 64-w-w-10, `d` hidden layers of 32-48-...-48-10,
with N 1,000 unless it is given. Each is exported and timed by `bench` on one core, as are the bundles named.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME / "conf" / "jax"))

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402
from hessdiag import export_loss  # noqa: E402

jax.config.update("jax_enable_x64", True)

NETWORKS = (
    [("tanh", f"n{n}", [64, 64, 10], n) for n in (500, 2000, 8000)]
    + [("tanh", f"w{w}", [64, w, w, 10], 1000) for w in (16, 32, 128, 256)]
    + [("relu", f"d{d}", [32] + [48] * d + [10], 1000) for d in (1, 2, 4, 6)]
    + [("gelu", f"d{d}", [32] + [48] * d + [10], 1000) for d in (2, 4, 6)]
    + [("silu", "w64", [64, 64, 64, 10], 1000)]
)


def export(activation, sizes, examples, out):
    rng = np.random.default_rng(1)
    params = [
        {"kernel": rng.normal(size=(m, n)) / np.sqrt(m), "bias": 0.1 * rng.normal(size=n)}
        for m, n in zip(sizes, sizes[1:])
    ]
    function = jnp.tanh if activation == "tanh" else getattr(jax.nn, activation)

    def loss(params, x, y):
        for layer in params[:-1]:
            x = function(x @ layer["kernel"] + layer["bias"])
        logits = jax.nn.log_softmax(x @ params[-1]["kernel"] + params[-1]["bias"])
        return -jnp.mean(jnp.take_along_axis(logits, y[:, None], axis=1))

    x = rng.normal(size=(examples, sizes[0]))
    y = rng.integers(0, sizes[-1], examples)
    export_loss(loss, params, x, y, out=out)


def bench(bundle):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}
    command = [HOME / "submit.sh", "--master", "local[1]", "--driver-memory", "4g", "bench", "--seconds=4", bundle]
    done = subprocess.run(
        ["taskset", "-c", "0", *command], env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    if done.returncode:
        sys.exit(done.stderr.splitlines()[-1])
    return json.loads(done.stdout.splitlines()[-1])


def row(name, bundle):
    run = bench(bundle)
    ratio = run["predicted"] / run["median"]
    cells = (run["P"], run.get("N", 1), run["GFLOP"], 1e3 * run["predicted"], 1e3 * run["median"], ratio)
    print("| %s | {:,} | {:,} | {:.3g} | {:.3g} | {:.3g} | {:.2f} |".format(*cells) % name, flush=True)
    return ratio


def main():
    print("| loss | P | N | GFLOP | predicted | measured | ratio |\n|---|---|---|---|---|---|---|", flush=True)
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        for activation, name, sizes, examples in NETWORKS:
            bundle = Path(folder) / f"{activation}-{name}"
            export(activation, sizes, examples, bundle)
            ratios.append(row(bundle.name, bundle))
        ratios += [row(Path(bundle).name, Path(bundle).resolve()) for bundle in sys.argv[1:]]
    errors = [abs(r - 1) for r in ratios]
    print(f"\nOver {len(errors)}: median error {statistics.median(errors):.0%}, largest {max(errors):.0%}.")


if __name__ == "__main__":
    main()
