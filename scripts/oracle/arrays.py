"""Writes tests/golden/arrays: arrays as NumPy 1.23.5 and the safetensors package write them.

Run with the Python that has numpy 1.23.5 and safetensors (any version):  python scripts/oracle/arrays.py

`contents.json` has the arrays of each file, in our types.
"""
import json
import pathlib
import struct

import numpy as np
from safetensors.numpy import save_file

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "arrays"
OUT.mkdir(parents=True, exist_ok=True)
contents = {}
OURS = {"int16": "int32", "uint16": "int32", "uint32": "int64", "bool": "uint8"}


def note(file, arrays):
    contents[file] = {
        name: {
            "dtype": OURS.get(x.dtype.name, x.dtype.name),
            "shape": list(x.shape),
            "data": [str(v) if "int" in x.dtype.name else float(v) for v in np.asarray(x).ravel()],
        }
        for name, x in arrays.items()
    }


def values(dtype, *shape):
    x = np.arange(np.prod(shape)).reshape(shape) - 2
    return (x * 1.25 if dtype.startswith("f") else np.abs(x) if dtype[0] in "ub" else x).astype(dtype)


types = ["float32", "float64", "float16", "uint8", "int32", "int8", "int64"]
others = ["int16", "uint16", "uint32", "bool"]
single = {f"{dtype}.npy": values(dtype, 2, 3) for dtype in types + others}
single |= {
    "long.npy": np.arange(123, dtype="uint8") % 7,
    "vector.npy": values("float32", 5),
    "scalar.npy": np.array(2.5),
    "empty.npy": np.zeros((0, 3), "float32"),
    "fortran.npy": np.asfortranarray(values("float32", 2, 3, 2)),
    "big.npy": values("float64", 3).astype(">f8"),
    "many.npy": values("int32", 1, 2, 1, 3, 1),
}
for name, x in single.items():
    np.save(OUT / name, x)
    note(name, {"": x})
with open(OUT / "version2.npy", "wb") as file:
    np.lib.format.write_array(file, values("int32", 3), version=(2, 0))
note("version2.npy", {"": values("int32", 3)})

named = {"w": values("float32", 2, 3), "größe": values("int64", 4), "f": np.asfortranarray(values("float16", 3, 2))}
np.savez(OUT / "named.npz", **named)
np.savez_compressed(OUT / "compressed.npz", **named, zeros=np.zeros((50, 40), "float32"))
np.savez(OUT / "list.npz", values("uint8", 3), values("float64", 1, 2))
note("named.npz", named)
note("compressed.npz", named | {"zeros": np.zeros((50, 40), "float32")})
note("list.npz", {"arr_0": values("uint8", 3), "arr_1": values("float64", 1, 2)})

tensors = {f"layer.{dtype}": values(dtype, 2, 3) for dtype in types} | {"größe": values("float32", 1), "a": values("float32", 3)}
save_file(tensors, OUT / "ours.safetensors", metadata={"format": "np"})
note("ours.safetensors", tensors)
foreign = {dtype: values(dtype, 2, 2) for dtype in others}
save_file(foreign | {"scalar": np.array(1.5, "float32")}, OUT / "others.safetensors")
note("others.safetensors", foreign | {"scalar": np.array(1.5, "float32")})
brain = np.array([1.5, -2, 3.25e38, 0, 1e-40], "float32")
header = json.dumps({"x": {"dtype": "BF16", "shape": [5], "data_offsets": [0, 10]}}).encode()
data = b"".join(struct.pack("<H", struct.unpack("<I", struct.pack("<f", v))[0] >> 16) for v in brain)
(OUT / "brain.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + data)
cut = np.frombuffer(b"".join(b"\0\0" + data[i : i + 2] for i in range(0, 10, 2)), "float32")
note("brain.safetensors", {"x": cut})
(OUT / "contents.json").write_text(json.dumps(contents, ensure_ascii=False, separators=(",", ":")) + "\n")
