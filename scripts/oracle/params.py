"""Writes tests/golden/params: .params files as MXNet 1.9.1 writes them, and as older versions did.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/params.py

named.params and list.params are written by MXNet. MXNet 1.9.1 cannot write the formats before version 2, so v0.params and
v1.params are put together here and read back by MXNet, which must see the same values; v3.params is written in NumPy-shape
mode. contents.json has the values of each file.
"""
import json
import pathlib
import struct

import mxnet as mx
import numpy as np
from mxnet import nd

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "params"
V1, CPU = 0xF993FAC8, struct.pack("<ii", 1, 0)
DTYPES = ("float32", "float64", "float16", "uint8", "int32", "int8", "int64")
contents = {}


def note(name, arrays):
    pairs = list(arrays.items()) if isinstance(arrays, dict) else [(None, x) for x in arrays]
    contents[name] = [
        {"name": key, "dtype": x.dtype.__name__, "shape": list(x.shape), "data": [float(v) for v in x.asnumpy().ravel()]}
        | ({} if x.stype == "default" else {"stype": x.stype})
        for key, x in pairs
    ]


def values(dtype):
    return nd.array(np.arange(6).reshape(2, 3) * 1.5 - 2 if dtype.startswith("float") else np.arange(6).reshape(2, 3), dtype=dtype)


def container(arrays, names):
    data = struct.pack("<QQQ", 0x112, 0, len(arrays)) + b"".join(arrays) + struct.pack("<Q", len(names))
    return data + b"".join(struct.pack("<Q", len(n.encode())) + n.encode() for n in names)


def old(version, x):
    shape, code = x.shape, struct.pack("<i", DTYPES.index(x.dtype.__name__))
    if version == 0:
        head = struct.pack(f"<I{len(shape)}I", len(shape), *shape)
    else:
        head = struct.pack(f"<Ii{len(shape)}q", V1, len(shape), *shape)
    return head + CPU + code + x.asnumpy().tobytes()


OUT.mkdir(parents=True, exist_ok=True)
named = {f"arg:{dtype}": values(dtype) for dtype in DTYPES}
named["aux:größe"] = nd.ones((1, 2, 1, 3))
nd.save(str(OUT / "named.params"), named)
note("named", named)
plain = [nd.arange(3), nd.full((1,), -7, dtype="int64")]
nd.save(str(OUT / "list.params"), plain)
note("list", plain)
nd.save(str(OUT / "empty.params"), {})
contents["empty"] = []
for version in (0, 1):
    arrays = {"weight": values("float32"), "bias": nd.array([1, 2], dtype="int32")}
    path = OUT / f"v{version}.params"
    path.write_bytes(container([old(version, x) for x in arrays.values()], list(arrays)))
    read = nd.load(str(path))
    assert all((read[k].asnumpy() == x.asnumpy()).all() for k, x in arrays.items())
    note(f"v{version}", arrays)
mx.npx.set_np()
scalar = {"scalar": mx.np.array(2.5), "matrix": mx.np.array([[1.0, 2.0]])}
mx.npx.save(str(OUT / "v3.params"), scalar)
contents["v3"] = [
    {"name": key, "dtype": x.dtype.name, "shape": list(x.shape), "data": x.asnumpy().ravel().tolist()} for key, x in scalar.items()
]
mx.npx.reset_np()
matrix = [[0, 1, 0], [0, 0, 0], [2, 0, 3]]
sparse = {
    "x": nd.array([[0, 1], [0, 0]]).tostype("row_sparse"),
    "csr": nd.array(matrix).tostype("csr"),
    "csr64": nd.array(matrix, dtype="float64").tostype("csr"),
    "dense": nd.array(matrix, dtype="int32"),
    "rows": nd.array([[[0, 0]], [[1, 2]], [[0, 3]]], dtype="float16").tostype("row_sparse"),
    "vector": nd.array([0, 5, 0, 6], dtype="int64").tostype("row_sparse"),
    "csr zeros": nd.sparse.zeros("csr", (2, 3)),
    "row zeros": nd.sparse.zeros("row_sparse", (2, 3)),
}
# Conversions run behind Python's back; MXNet saves garbage of arrays that are not ready.
nd.waitall()
nd.save(str(OUT / "sparse.params"), sparse)
note("sparse", sparse)
odd = {"bool": mx.nd.array([True, False, True], dtype="bool")}
nd.save(str(OUT / "bool.params"), odd)
contents["bool"] = [{"name": "bool", "dtype": "uint8", "shape": [3], "data": [1, 0, 1]}]
# MXNet's Python cannot make bfloat16 arrays; the upper halves of float32 are what they are.
numbers = np.array([1.5, -2, 0, 3e38], "float32")
half = struct.pack("<Iiiq", 0xF993FAC9, 0, 1, 4) + CPU + struct.pack("<i", 12) + (numbers.view("uint32") >> 16).astype("uint16").tobytes()
upper = (numbers.view("uint32") & 0xFFFF0000).view("float32").tolist()
parts = [old(0, nd.array([1, 2])), half, old(1, nd.array([[3]], dtype="int8"))]
(OUT / "mixed.params").write_bytes(container(parts, []))
contents["mixed"] = [
    {"name": None, "dtype": "float32", "shape": [2], "data": [1, 2]},
    {"name": None, "dtype": "float32", "shape": [4], "data": upper},
    {"name": None, "dtype": "int8", "shape": [1, 1], "data": [3]},
]
(OUT / "contents.json").write_text(json.dumps(contents, ensure_ascii=False) + "\n")
