"""Slices, splits and assignments to slices."""

from case import EXACT, Case
from values import integers, uniform


def cases():
    for shape, begin, end, step in [
        ((5,), (1,), (4,), ()), ((5,), (None,), (None,), (-1,)), ((5,), (-3,), (None,), ()), ((5,), (4,), (0,), (-2,)),
        ((5,), (1,), (9,), (2,)), ((3, 4), (1, 0), (3, 2), ()), ((3, 4), (1,), (3,), ()), ((3, 4), (0, 1), (None, -1), ()),
        ((3, 4), (None, None), (None, None), (2, 3)), ((3, 4), (2, 3), (None, None), (-1, -2)),
        ((2, 3, 4), (0, 1, 0), (1, 3, 4), (1, 1, 2)), ((2, 3, 4), (None, -1, None), (None, None, None), (1, -1, -1)),
        ((2, 3, 2, 2), (0, 0, 1, 0), (2, 2, 2, 2), ()), ((3, 4), (-2, -3), (-1, -1), ()),
    ]:  # fmt: skip
        attrs = {"begin": begin, "end": end, **({"step": step} if step else {})}
        yield Case("slice", [uniform(shape)], attrs, compare=EXACT)
    yield Case("slice", [uniform((3, 4))], {"begin": (0,), "end": (2,), "step": (0,)}, throws=True)
    yield Case("slice", [uniform((3,))], {"begin": (0, 0), "end": (2, 2)}, throws=True)
    for shape, axis, begin, end in [
        ((5,), 0, 1, 3), ((5,), 0, -2, None), ((3, 4), 1, 0, -1), ((3, 4), -1, 2, None), ((2, 3, 4), 1, -3, -1),
        ((2, 3, 4), 0, 1, 2),
    ]:  # fmt: skip
        yield Case("slice_axis", [uniform(shape)], {"axis": axis, "begin": begin, "end": end}, compare=EXACT)
    yield Case("slice_axis", [uniform((3, 4))], {"axis": 2, "begin": 0, "end": 1}, throws=True)
    yield Case("slice_axis", [uniform((3, 4))], {"axis": 0, "begin": 2, "end": 9}, throws=True)
    for shape, other, attrs in [
        ((3, 4), (2, 3), {}), ((3, 4), (2, 9), {"axes": (0,)}), ((3, 4), (7, 2), {"axes": (-1,)}),
        ((2, 3, 4), (1, 2, 2), {"axes": (0, 2)}), ((3, 4, 2), (2, 2), {"axes": (0, 1)}),
    ]:  # fmt: skip
        yield Case("slice_like", [uniform(shape), uniform(other)], attrs, compare=EXACT)
    yield Case("slice_like", [uniform((3, 4)), uniform((5, 4))], throws=True)
    for shape, attrs in [
        ((2, 4), {"num_outputs": 2}), ((4, 3), {"num_outputs": 2, "axis": 0}), ((2, 3, 4), {"num_outputs": 4, "axis": -1}),
        ((2, 2), {"num_outputs": 2, "squeeze_axis": True}), ((2, 3, 4), {"num_outputs": 3, "squeeze_axis": True}),
        ((2, 3), {"num_outputs": 1}), ((2, 6, 2), {"num_outputs": 3, "axis": 1}),
    ]:  # fmt: skip
        yield Case("SliceChannel", [uniform(shape)], attrs, compare=EXACT)
    yield Case("SliceChannel", [uniform((2, 3))], {"num_outputs": 2}, throws=True)
    yield Case("SliceChannel", [uniform((2, 4))], {"num_outputs": 2, "squeeze_axis": True}, throws=True)
    # indices carry a leading 0, as MXNet's Python front end writes them
    for shape, attrs in [
        ((6, 2), {"indices": (), "axis": 0, "sections": 3}), ((2, 6), {"indices": (0, 2, 3), "axis": 1}),
        ((7,), {"indices": (0, 3, 5), "axis": 0}), ((2, 3, 4), {"indices": (0, 1), "axis": -1}),
        ((2, 3, 4), {"indices": (), "axis": 1, "sections": 3, "squeeze_axis": True}),
        ((3, 2), {"indices": (0, 1, 2), "axis": 0, "squeeze_axis": True}),
    ]:  # fmt: skip
        yield Case("_split_v2", [uniform(shape)], attrs, compare=EXACT)
    part = {"begin": (1, 0), "end": (3, 2)}
    yield Case("_slice_assign", [uniform((3, 4)), uniform((2, 2))], part, grad=None, compare=EXACT)
    part = {"begin": (None, 3), "end": (None, 0), "step": (2, -2)}
    yield Case("_slice_assign", [uniform((3, 4)), uniform((2, 2))], part, grad=None, compare=EXACT)
    yield Case("_slice_assign_scalar", [uniform((3, 4))], {**part, "scalar": 2.5}, grad=None, compare=EXACT)
    yield Case(
        "_slice_assign", [uniform((3, 4)), uniform((2, 3))], {"begin": (0,), "end": (1,)}, grad=None, throws=True
    )
    for dtype in ["float64", "float16", "int32", "int64", "int8", "uint8"]:
        data = integers((3, 4), 0, 99, dtype)
        yield Case("slice", [data], {"begin": (0, 1), "end": (2, None), "step": (1, 2)}, compare=EXACT)
        yield Case("slice_axis", [data], {"axis": 1, "begin": 1, "end": 3}, compare=EXACT)
        yield Case("SliceChannel", [data], {"num_outputs": 2}, compare=EXACT)
        yield Case("_split_v2", [data], {"indices": (0, 1), "axis": 1}, compare=EXACT)
