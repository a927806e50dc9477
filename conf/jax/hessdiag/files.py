"""The arrays of an output's files: npz, safetensors, Parquet, and several with an index."""
import json
import pathlib
import zipfile

import numpy as np

_ENDINGS = (".npz.index.json", ".npz", ".safetensors.index.json", ".safetensors", ".parquet")
_SAFETENSORS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2",
                "I8": "i1", "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "u1", "BOOL": "?"}


def file_of(result, name):
    """`result` itself, or where it is a run's output folder the file `name` in it.

    Raises FileNotFoundError when there is none, or the folder is not a finished output.
    """
    path = pathlib.Path(result)
    if not path.exists():
        raise FileNotFoundError(f"{path}: no such file or folder")
    if not path.is_dir() or path.suffix == ".parquet":
        return path
    if not (path / "_SUCCESS").exists():
        raise FileNotFoundError(f"{path}: no _SUCCESS: not the output of a run that has ended well")
    for ending in _ENDINGS:
        if (path / (name + ending)).exists():
            return path / (name + ending)
    found = ", ".join(sorted(entry.name for entry in path.iterdir()))
    raise FileNotFoundError(f"{path}: expected {name}.npz, {name}.safetensors or {name}.parquet, "
                            f"found {found}")


def read_arrays(file):
    """A dict of arrays by key path.

    Raises ValueError when the file is damaged or of another kind.
    """
    if file.name.endswith(".index.json"):
        return _read_shards(file)
    readers = {".npz": _read_npz, ".safetensors": _read_safetensors, ".parquet": _read_parquet}
    if file.suffix not in readers:
        raise ValueError(f"{file}: expected {', '.join(readers)} or .index.json")
    try:
        return readers[file.suffix](file)
    except (zipfile.BadZipFile, EOFError, KeyError, IndexError, ValueError) as e:
        raise ValueError(f"{file}: damaged: {type(e).__name__}: {e}") from e


def read_tree(folder):
    """tree.json of an output: {"leaves": [{path, shape}], "structure": {path: kind}}."""
    file = folder / "tree.json"
    if not file.exists():
        raise FileNotFoundError(f"{folder}: no tree.json, which tells the containers")
    return _json(file)


def _json(file):
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError as e:
        raise ValueError(f"{file}: is no JSON: {e}") from e


def _read_shards(file):
    """By an index as Hugging Face has it: {"weight_map": {key: file}}."""
    files = _json(file).get("weight_map")
    if not isinstance(files, dict):
        raise ValueError(f"{file}: expected a weight_map, found none")
    arrays = {}
    for name in dict.fromkeys(files.values()):
        arrays.update(read_arrays(file.parent / name))
    for key, name in files.items():
        if key not in arrays:
            raise ValueError(f"{file}: {key}: expected in {name}, which lacks it")
    return arrays


def _read_npz(file):
    with np.load(file) as arrays:
        return {key: arrays[key] for key in arrays.files}


def _read_safetensors(file):
    data = np.memmap(file, mode="r")
    start = 8 + int(data[:8].view("<u8")[0])
    header = json.loads(bytes(data[8:start]))
    header.pop("__metadata__", None)
    arrays = {}
    for key, leaf in header.items():
        begin, end = (start + offset for offset in leaf["data_offsets"])
        flat = np.array(data[begin:end]).view(_SAFETENSORS[leaf["dtype"]])
        arrays[key] = flat.reshape(leaf["shape"])
    return arrays


def _read_parquet(file):
    """Rows (path, index, value) of selected entries; what has no row is NaN."""
    try:
        import pyarrow.parquet
    except ImportError:
        raise ImportError(f"{file}: reading Parquet needs pyarrow") from None
    leaves = read_tree(file.parent)["leaves"]
    arrays = {leaf["path"]: np.full(leaf["shape"], np.nan) for leaf in leaves}
    table = pyarrow.parquet.read_table(file, columns=["path", "index", "value"])
    paths = table["path"].combine_chunks().dictionary_encode()
    leaf, index, value = (np.asarray(column) for column in
                          (paths.indices, table["index"], table["value"]))
    order = np.argsort(leaf, kind="stable")
    bounds = np.searchsorted(leaf[order], np.arange(len(paths.dictionary) + 1))
    for i, path in enumerate(paths.dictionary.to_pylist()):
        rows = order[bounds[i]:bounds[i + 1]]
        arrays[path].reshape(-1)[index[rows]] = value[rows]
    return arrays
