"""Sorting, selection and positions of extremes. Data has no ties where the order of ties is not defined."""

from case import EXACT, Case
from values import array, distinct

TYPES = ["float64", "float16", "int32", "int64", "int8", "uint8"]


def cases():
    for op in ["argmax", "argmin"]:
        for shape, attrs in [
            ((5,), {}), ((2, 3), {}), ((2, 3), {"axis": 0}), ((2, 3), {"axis": 1}), ((2, 3, 4), {"axis": -2}),
            ((2, 3, 4), {"axis": 1, "keepdims": True}), ((2, 3), {"keepdims": True}), ((5,), {"axis": 0}),
        ]:  # fmt: skip
            yield Case(op, [distinct(shape)], attrs, compare=EXACT)
        yield Case(op, [array([[1, 3, 3], [2, 2, 0]])], {"axis": 1}, compare=EXACT)  # the first of the ties
        for dtype in TYPES:
            yield Case(op, [distinct((2, 3), step=1).astype(dtype)], {"axis": 1}, compare=EXACT)
        yield Case(op, [distinct((2, 3))], {"axis": 2}, throws=True)
    for shape in [(2, 3), (4, 2), (2, 3, 4)]:
        yield Case("argmax_channel", [distinct(shape)], grad=None, compare=EXACT)
    for kind in ["indices", "value", "both", "mask"]:
        for shape, attrs in [
            ((6,), {}), ((6,), {"k": 3}), ((3, 4), {"k": 2}), ((3, 4), {"k": 2, "axis": 0}), ((2, 3, 4), {"k": 2, "axis": 1}),
            ((3, 4), {"k": 2, "is_ascend": True}), ((3, 4), {"k": 4}), ((2, 3, 4), {"k": 1, "axis": -3}),
        ]:  # fmt: skip
            grad = None if kind in ("indices", "mask") else "auto"
            yield Case("topk", [distinct(shape)], {**attrs, "ret_typ": kind}, grad=grad, compare=EXACT)
        yield Case("topk", [distinct((2, 3))], {"k": 3, "axis": None, "ret_typ": kind}, grad=None, compare=EXACT)
    yield Case("topk", [distinct((3, 4))], grad=None, compare=EXACT)
    for dtype in ["float64", "float16", "int32", "int64", "uint8"]:
        for op, attrs in [("topk", {"k": 2}), ("argsort", {})]:
            yield Case(op, [distinct((2, 4))], {**attrs, "dtype": dtype}, grad=None, compare=EXACT)
    yield Case("topk", [distinct((2, 4))], {"k": 2, "ret_typ": "both", "dtype": "int32"}, grad=None, compare=EXACT)
    yield Case("topk", [distinct((3, 4))], {"k": 9}, grad=None, throws=True)
    for attrs in [{}, {"axis": 0}, {"axis": 1}, {"axis": -1, "is_ascend": False}, {"axis": None}]:
        grad = "auto" if attrs.get("axis") is not None else None
        yield Case("sort", [distinct((3, 4))], attrs, grad=grad, compare=EXACT)
        yield Case("argsort", [distinct((3, 4))], attrs, grad=None, compare=EXACT)
    yield Case("sort", [distinct((2, 3, 4))], {"axis": 1}, compare=EXACT)
    yield Case("argsort", [distinct((2, 3, 4))], {"axis": -2, "is_ascend": False}, compare=EXACT)
    stable = array([2, 1, 2, 1, 0, 2])
    for ascending in [True, False]:
        yield Case("argsort", [stable], {"is_ascend": ascending}, grad=None, compare=EXACT)
    for dtype in TYPES:
        data = distinct((2, 4), step=1).astype(dtype)
        grad = "auto" if data.dtype.kind == "f" else None
        if dtype != "float16":  # the oracle sorts no float16
            yield Case("sort", [data], {"axis": 1}, grad=grad, compare=EXACT)
            yield Case("argsort", [data], {"axis": 1}, grad=None, compare=EXACT)
        for kind in ["indices", "value", "mask"]:
            yield Case("topk", [data], {"k": 2, "ret_typ": kind}, grad=None, compare=EXACT)
