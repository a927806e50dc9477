"""python3 -m hessdiag show RESULT"""
import argparse
import sys

import numpy as np

from .files import file_of, read_arrays


def _line(name, array):
    chosen = array[~np.isnan(array)]
    if not chosen.size:
        return [name, str(list(array.shape)), "", "no entry selected", "", ""]
    figures = [f"{of(chosen):.4e}" for of in (np.min, np.median, np.max)]
    return [name, str(list(array.shape)), *figures, f"{100 * np.mean(chosen < 0):.1f} %"]


def _show(result, name):
    """A line of figures per leaf."""
    arrays = read_arrays(file_of(result, name))
    lines = [["leaf", "shape", "min", "median", "max", "negative"]]
    lines += [_line(name, array) for name, array in arrays.items()]
    widths = [max(map(len, column)) for column in zip(*lines)]
    for line in lines:
        cells = [cell.ljust(width) if i < 2 else cell.rjust(width)
                 for i, (cell, width) in enumerate(zip(line, widths))]
        print("  ".join(cells).rstrip())


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="hessdiag", description="Results of hessdiag.")
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("show", help="print a line of figures per leaf")
    show.add_argument("result", help="a run's output folder, or a file in one")
    show.add_argument("--name", default="diagonal", help="of the output (default: diagonal)")
    options = parser.parse_args(arguments)
    try:
        _show(options.result, options.name)
    except (OSError, ValueError, ImportError) as e:
        print(f"hessdiag: {e}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
