"""Sums, products, extremes, norms and moments over axes."""

from case import EXACT, SUM, Case
from values import array, away, distinct, integers, uniform

REDUCTIONS = ["sum", "mean", "prod", "max", "min", "nansum", "nanprod"]
SELECTIONS = [
    {}, {"axis": ()}, {"axis": 0}, {"axis": -1}, {"axis": (0, 2)}, {"axis": (-1, 0)}, {"axis": 1, "exclude": True},
    {"axis": (0, 1), "keepdims": True}, {"keepdims": True}, {"axis": (0, 1, 2)},
    {"axis": -2, "exclude": True, "keepdims": True},
]  # fmt: skip
INTEGER_TYPES = ["int32", "int64", "int8", "uint8"]
NAN = float("nan")


def data(op, shape, dtype="float32"):
    return distinct(shape, dtype) if op in ("max", "min") else away(shape, 0.3, dtype=dtype)


def cases():
    for op in REDUCTIONS:
        for attrs in SELECTIONS:
            yield Case(op, [data(op, (2, 3, 4))], attrs, compare=SUM)
        yield Case(op, [data(op, (7,))], compare=SUM)
        yield Case(op, [data(op, (2, 1, 3, 2, 2))], {"axis": (1, 3)}, compare=SUM)
        yield Case(op, [data(op, (1, 1))], {"axis": 0}, compare=SUM)
        for dtype in ["float64", "float16"]:
            yield Case(op, [data(op, (2, 3), dtype)], {"axis": 1}, compare=SUM)
        for dtype in INTEGER_TYPES:
            low = 0 if dtype == "uint8" else -9
            yield Case(op, [integers((2, 3), low, 9, dtype)], {"axis": 1}, compare=EXACT)
            yield Case(op, [integers((2, 3), low, 9, dtype)], compare=EXACT)
        yield Case(op, [array([[1, NAN, 3], [4, 5, 6]])], {"axis": 1}, compare=SUM, heads=[array([1.0, 1.0])])
        yield Case(op, [uniform((2, 3))], {"axis": 2}, throws=True)
        yield Case(op, [uniform((2, 3))], {"axis": (0, 0)}, throws=True)
    yield Case("sum", [array([200, 100], "uint8")], compare=EXACT)
    yield Case("sum", [array([100, 100], "int8")], compare=EXACT)
    yield Case("mean", [array([200, 100, 3], "uint8")], compare=EXACT)
    yield Case("mean", [array([-1, -2], "int32")], compare=EXACT)
    yield Case("sum", [uniform((40, 50))], compare=SUM)
    yield Case("mean", [uniform((40, 50))], {"axis": 0}, compare=SUM)
    ties = array([[0.5, 0.5, 0.25], [1.0, 1.0, 1.0]])
    for op in ["max", "min"]:
        yield Case(op, [ties], {"axis": 1})
    yield Case("prod", [array([[0.0, 2.0, 3.0], [0.0, 0.0, 2.0]])], {"axis": 1}, heads=[array([1.0, 1.0])])
    for attrs in [
        {}, {"ord": 1}, {"ord": 2, "axis": 1}, {"ord": 1, "axis": -1, "keepdims": True}, {"axis": (0, 2)},
        {"ord": 1, "axis": (1, 2)}, {"keepdims": True}, {"axis": (0, 1, 2)},
    ]:  # fmt: skip
        yield Case("norm", [away((2, 3, 4), 0.3)], attrs, compare=SUM)
    for dtype in ["float64", "float16"]:
        yield Case("norm", [away((2, 3), 0.3, dtype=dtype)], {"axis": 1}, compare=SUM)
    yield Case("norm", [array([[3, 4], [6, 8]], "int32")], {"axis": 1}, compare=SUM)
    yield Case("norm", [away((2, 3), 0.3)], {"ord": 3}, throws=True)
    yield Case("moments", [uniform((2, 3, 4))], throws=True)
    for attrs in [{"axes": (0,)}, {"axes": (1, 2)}, {"axes": (-1,), "keepdims": True}, {"axes": (0, 1, 2)}]:
        yield Case("moments", [uniform((2, 3, 4))], attrs, compare=SUM)
    yield Case("moments", [uniform((2, 3), dtype="float64")], {"axes": (1,)}, compare=SUM)
