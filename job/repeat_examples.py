"""The examples of a bundle's data, a number of times over, as a data set of one npz file.

    python3 job/repeat_examples.py BUNDLE_DIR TIMES FILE.npz     # prints the words for data.columns

The last data argument has the examples along its first axis; another one has them along the first axis
that is as long.
"""
import json
import pathlib
import sys

import numpy as np


def main(bundle, times, file):
    tree = json.loads(pathlib.Path(bundle, "tree.json").read_text())
    with np.load(pathlib.Path(bundle, "leaves.npz")) as leaves:
        data = [leaves[f"{i:05d}"] for i in range(tree["n_params"], len(tree["leaves"]))]
    examples = data[-1].shape[0]
    first = [np.moveaxis(a, a.shape.index(examples), 0) for a in data]
    columns = {f"x{i}": np.concatenate([a] * int(times)) for i, a in enumerate(first)}
    np.savez(file, **columns)
    print(",".join(columns))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
