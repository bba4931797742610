"""Writes tests/golden/print.json: what Python prints for arrays of many shapes, magnitudes and types.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/print.py

Every case has a dtype, a shape, and the elements as base64 of their little-endian bytes ("bits"); "arange" cases have
elements start, start + step, ... instead, to keep the file small. "text" is str(ndarray); "tail" is what repr(NDArray) has after a line feed and
that text (MXNet has no zero-size arrays).
"""
import base64
import json
import pathlib

import mxnet as mx
import numpy as np

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "print.json"
FLOATS = ("float16", "float32", "float64")
INTS = ("int8", "uint8", "int32", "int64")
rng = np.random.RandomState(20221118)
cases = []


def add(array):
    array = np.ascontiguousarray(array)
    bits = base64.b64encode(array.astype(array.dtype.newbyteorder("<")).tobytes()).decode()
    cases.append({"dtype": array.dtype.name, "shape": list(array.shape), "bits": bits, "text": str(array)})


def add_arange(shape, dtype, start, step):
    array = (start + step * np.arange(np.prod(shape))).reshape(shape).astype(dtype)
    cases.append({"dtype": dtype, "shape": list(shape), "start": start, "step": step, "text": str(array)})


def edges(dtype):
    """Numbers at which notation or rounding changes."""
    info = np.finfo(dtype)
    inf, nan = np.inf, np.nan
    rows = [
        [0.0], [-0.0], [0.0, -0.0], [1.0], [-1.0, 1.0], [0.1], [0.1, 0.25, -3.0], [1 / 3, 2 / 3],
        [nan], [inf], [-inf], [nan, inf], [nan, -inf], [nan, 1.0], [inf, 1.0], [-inf, 1.0], [-inf, 1.5, nan, -0.0],
        [inf, 1e-5], [-inf, 1e-5, -1.5], [nan, 123456.0], [0.0, nan, inf, -inf],
        [1e-4], [0.0001, 0.0002], [9.99e-5], [1e-5], [1e-5, 1.2345678e-4], [1000.0, 1.0], [1001.0, 1.0], [1000.5, 1.0],
        [1000.25, 1.0], [0.001953125], [2.0**-9, 3 * 2.0**-9], [2.0**-10, 1.0], [0.0009765625, 0.5], [99999.99],
        [0.99999999999], [0.999999994, 0.999999996], [9.9999999996], [9999.9999], [2.0**-14, 0.5], [2.0**-20],
        [info.tiny], [info.tiny / 2], [info.smallest_subnormal], [info.max], [info.min], [info.max, info.tiny], [info.eps],
        [1 + info.eps, 1 - info.epsneg], [2.0**i for i in range(-8, 8)],
    ]
    if dtype != "float16":
        rows += [
            [1e8], [99999999.0], [99999996.0, 1.0], [123456789.0], [1e10, 1.0], [1e16], [16777216.0], [33554432.0],
            [1e-10], [1.2345e-12, 9.87e22], [1e20, 1e-20], [2.0**-44], [2.0**100], [2.0**-100], [9.5367431640625e-07],
            [1e22], [2e23], [0.3, 1e-5, 1.2345678e-9], [-1e-5, 7.0], [12345.678, 0.5], [100000.0, 99.5], [3.4e38],
            [2.0**i for i in range(-30, 31, 3)],
        ]
    if dtype == "float64":
        rows += [[1e100], [1e100, 1e-100], [1e300, -1e-300], [5e-324], [1e-308], [0.1 + 0.2], [1e99, 1.0], [9007199254740993.0]]
    for row in rows:
        with np.errstate(over="ignore"):
            add(np.array(row, dtype))


def random_floats(dtype):
    top = 4 if dtype == "float16" else 30 if dtype == "float32" else 250
    for power in sorted({0, 1, 2, 3, -1, -2, -3, -4, top, -top, 7 if top > 7 else 2, 8 if top > 8 else 3}):
        add((rng.randn(4) * 10.0**power).astype(dtype))
    for _ in range(6):  # mixed magnitudes
        add((rng.randn(5) * 10.0 ** rng.uniform(-min(top, 7), min(top, 7), 5)).astype(dtype))
    for digits in (0, 1, 2, 3):
        add(np.round(rng.uniform(-100, 100, (2, 3)), digits).astype(dtype))
    # any bit pattern, the odd ones included
    unsigned = {"float16": "uint16", "float32": "uint32", "float64": "uint64"}[dtype]
    bytes_each = np.dtype(dtype).itemsize
    for count in (1, 3, 7):
        add(np.frombuffer(rng.bytes(count * bytes_each), unsigned).view(dtype))
    for shape in ((7,), (13,), (19,), (3, 4), (1, 1), (2, 1, 3), (2, 2, 2), (1, 2, 2, 2), (5, 9), (1, 1, 1, 1, 2)):
        add(rng.uniform(-1, 1, shape).astype(dtype))


def ints(dtype):
    info = np.iinfo(dtype)
    for row in ([0], [1, -1 if info.min else 2], [info.min, info.max], [info.max], [7, 10, 100]):
        add(np.array(row, dtype))
    for shape in ((25,), (3, 4), (2, 3, 2), (2, 30)):
        add(rng.randint(info.min, info.max, shape, dtype=dtype))
    add_arange((1000,), dtype, 0, 0)
    add_arange((1001,), dtype, 0, 0)


for dtype in FLOATS:
    edges(dtype)
    random_floats(dtype)
for dtype in INTS:
    ints(dtype)
for dtype in FLOATS + INTS:
    for shape in ((0,), (0, 3), (2, 0), (1, 2, 0)):
        add(np.zeros(shape, dtype))
# Summarised, or just not; each kind of axis shorter and longer than the six edge items.
for dtype in ("float32", "float64", "int32", "int64"):
    for shape in ((1001,), (5000,), (2, 501), (7, 143), (501, 2), (6, 200), (40, 40), (200, 6), (3, 4, 100), (10, 11, 12),
                  (7, 2, 80), (2, 7, 7, 11), (1, 1, 1001), (8, 8, 4, 4)):
        add_arange(shape, dtype, -3, 1)
for dtype in FLOATS:
    add_arange((1001,), dtype, 0.5, 0.25)
    add_arange((40, 40), dtype, -1, 0.125)
    add_arange((10, 11, 12), dtype, 0, 1e-3 if dtype == "float64" else 0.0625)
add_arange((500,), "int32", 0, 1)
add_arange((1000,), "float32", 0, 0.5)
add_arange((2, 30), "int32", 1000000, 1)
add_arange((3, 1, 26), "int32", -99, 7)

for case in cases:
    if "bits" in case:
        array = np.frombuffer(base64.b64decode(case["bits"]), case["dtype"]).reshape(case["shape"])
    else:
        n = np.prod(case["shape"])
        array = (case["start"] + case["step"] * np.arange(n)).reshape(case["shape"]).astype(case["dtype"])
    if array.size:
        case["tail"] = repr(mx.nd.array(array, dtype=case["dtype"]))[len(case["text"]) + 1:]
        assert repr(mx.nd.array(array, dtype=case["dtype"])).startswith("\n" + case["text"])

OUT.write_text(json.dumps(
    {"note": "made by scripts/oracle/print.py from numpy " + np.__version__ + " and mxnet " + mx.__version__,
     "cases": cases}, separators=(",", ":")).replace('},{"dtype"', '},\n{"dtype"') + "\n")
print(len(cases), "cases,", OUT.stat().st_size, "bytes")
