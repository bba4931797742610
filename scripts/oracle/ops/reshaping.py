"""Operators that change the shape or the order of axes."""

from case import EXACT, Case
from values import integers, uniform

SEQUENCE = (2, 3, 4)
CODES = [
    (0, -1), (-2,), (0, -2), (-3, 4), (0, -3), (-4, 1, 2, -2), (0, -4, -1, 3, 0), (-3, -2), (2, -4, 3, 1, 4), (-1,),
    (0, 0, -1), (-1, 0), (4, 6), (24,), (2, -1, 2), (0, 0, 0), (-4, 2, -1, -3), (1, -1, 1), (-3, 0), (0, -4, 3, -1, -2),
]  # fmt: skip


def cases():
    for shape in CODES:
        yield Case("Reshape", [uniform(SEQUENCE)], {"shape": shape}, compare=EXACT)
    for shape in [(-1, 0), (0, -1), (-1, 0, 0), (-3, 0), (6, 0)]:
        yield Case("Reshape", [uniform((2, 3, 4))], {"shape": shape, "reverse": True}, compare=EXACT)
    yield Case("Reshape", [uniform((10, 5, 4))], {"shape": (-1, 0), "reverse": True}, compare=EXACT)
    yield Case("Reshape", [uniform((2, 3, 4))], {"target_shape": (2, 12)}, compare=EXACT)
    yield Case("Reshape", [uniform((2, 3, 4))], {"target_shape": (0, 12), "keep_highest": True}, compare=EXACT)
    for shape in [(5, -1), (7,), (-1, -1), (0, 0, 0, 0), (-5, 4)]:
        yield Case("Reshape", [uniform((2, 3, 4))], {"shape": shape}, throws=True)
    for shape in [(2, 3, 4), (5,), (2, 1, 3, 2, 1), (4, 3)]:
        yield Case("Flatten", [uniform(shape)], compare=EXACT)
    like = [
        ((2, 3, 4), (4, 6), {}), ((2, 6), (2, 3, 2), {}),
        ((30, 7), (15, 2, 4), {"lhs_begin": 0, "lhs_end": 1, "rhs_begin": 0, "rhs_end": 2}),
        ((3, 5, 12), (2, 3, 4), {"lhs_begin": 2, "lhs_end": 3, "rhs_begin": 1, "rhs_end": 3}),
        ((2, 3, 8), (9, 2, 4), {"lhs_begin": -1, "rhs_begin": 1}),
        ((2, 3, 4), (6, 9), {"lhs_begin": 0, "lhs_end": 2, "rhs_begin": 0, "rhs_end": 1}),
    ]  # fmt: skip
    for left, right, attrs in like:
        yield Case("reshape_like", [uniform(left), uniform(right)], attrs, compare=EXACT)
    yield Case("reshape_like", [uniform((2, 3)), uniform((5,))], throws=True)
    for shape, axes in [
        ((2, 3), ()), ((2, 3, 4), ()), ((5,), ()), ((2, 3, 4), (0, 2, 1)), ((2, 3, 4), (2, 0, 1)),
        ((2, 3, 2, 2), (0, 2, 3, 1)), ((2, 1, 3, 2, 2), (4, 2, 0, 1, 3)), ((2, 1, 2, 1, 3, 2), (5, 0, 4, 1, 3, 2)),
        ((33, 17), ()), ((2, 3), (1, 0)),
    ]:  # fmt: skip
        yield Case("transpose", [uniform(shape)], {"axes": axes} if axes else {}, compare=EXACT)
    yield Case("transpose", [uniform((2, 3))], {"axes": (0,)}, throws=True)
    for shape, dims in [((2, 3), (0, 1)), ((2, 3, 4), (0, 2)), ((2, 3, 4), (-1, 1)), ((2, 3, 2, 2), (1, 3))]:
        yield Case("SwapAxis", [uniform(shape)], {"dim1": dims[0], "dim2": dims[1]}, compare=EXACT)
    yield Case("SwapAxis", [uniform((2, 3))], compare=EXACT)
    yield Case("SwapAxis", [uniform((2, 3))], {"dim1": 0, "dim2": 2}, throws=True)
    for axis in [0, 1, 2, -1, -2, -3]:
        yield Case("expand_dims", [uniform((2, 3))], {"axis": axis}, compare=EXACT)
    yield Case("expand_dims", [uniform((2, 3))], {"axis": 3}, throws=True)
    yield Case("expand_dims", [uniform((2, 3))], throws=True)
    for shape, axis in [
        ((1, 3, 1), None), ((1, 3, 1), 0), ((1, 3, 1), -1), ((1, 3, 1), (0, 2)), ((1, 1), None), ((2, 3), None),
        ((2, 1, 1, 3), (1,)), ((2, 1, 1, 3), (-2, 1)),
    ]:  # fmt: skip
        yield Case("squeeze", [uniform(shape)], {} if axis is None else {"axis": axis}, compare=EXACT)
    yield Case("squeeze", [uniform((2, 3))], {"axis": 0}, throws=True)
    yield Case("squeeze", [uniform((1, 3))], {"axis": 5}, throws=True)
    for shape, attrs in [
        ((3, 3), {}), ((3, 4), {"k": 1}), ((3, 4), {"k": -1}), ((4,), {}), ((3,), {"k": 1}), ((3,), {"k": -2}),
        ((2, 3, 4), {}), ((2, 3, 3), {"axis1": 1, "axis2": 2}), ((2, 3, 4), {"axis1": 0, "axis2": 2, "k": 1}),
        ((2, 3, 4), {"axis1": -1, "axis2": -2}),
    ]:  # fmt: skip
        yield Case("diag", [uniform(shape)], attrs, compare=EXACT)
    for dtype in ["float64", "float16", "int32", "int64", "int8", "uint8"]:
        data = integers((2, 3), 0, 99, dtype)
        yield Case("Reshape", [data], {"shape": (3, 2)}, compare=EXACT)
        yield Case("transpose", [data], compare=EXACT)
        yield Case("SwapAxis", [data], {"dim1": 0, "dim2": 1}, compare=EXACT)
        yield Case("expand_dims", [data], {"axis": 1}, compare=EXACT)
        yield Case("Flatten", [data], compare=EXACT)
        yield Case("squeeze", [data[:1]], compare=EXACT)
        yield Case("diag", [data], compare=EXACT)
