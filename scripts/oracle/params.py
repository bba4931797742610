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
sparse = nd.array([[0, 1], [0, 0]]).tostype("row_sparse")
sparse.wait_to_read()
nd.save(str(OUT / "sparse.params"), {"x": sparse})
(OUT / "contents.json").write_text(json.dumps(contents, ensure_ascii=False) + "\n")
