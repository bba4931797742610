"""Operators that join, repeat, pad or reverse."""

from case import EXACT, SUM, Case
from values import integers, uniform


def several(*shapes, dtype="float32"):
    return [uniform(shape, dtype=dtype, key=i) for i, shape in enumerate(shapes)]


def cases():
    for shapes, attrs in [
        (((2, 3), (2, 1)), {}), (((2, 3), (1, 3)), {"dim": 0}), (((2, 1), (2, 2)), {"dim": -1}), (((3,), (2,)), {"dim": 0}),
        (((2, 1, 2), (2, 3, 2), (2, 2, 2)), {"dim": 1}), (((1, 2, 2, 2), (1, 2, 2, 3)), {"dim": 3}), (((2, 2),), {}),
        (((2, 1, 2), (2, 1, 2)), {"dim": -3}),
    ]:  # fmt: skip
        yield Case("Concat", several(*shapes), {"num_args": len(shapes), **attrs}, compare=EXACT)
    yield Case("Concat", several((2, 3), (3, 3)), {"num_args": 2}, throws=True)
    for shapes, attrs in [
        (((4,), (3,)), {"dim": 0}), (((4,), (3,), (1,), (6,)), {"dim": 0}), (((4, 2), (3, 2)), {"dim": 0}),
        (((4, 2), (4, 3)), {}), (((4, 2), (4, 3)), {"dim": 1}), (((5,),), {"dim": 0}),
    ]:  # fmt: skip
        for dtype in ["float32", "float64", "float16"]:
            inputs = several(*shapes, dtype=dtype)
            yield Case("_rnn_param_concat", inputs, {"num_args": len(shapes), **attrs}, compare=EXACT)
    yield Case("_rnn_param_concat", several((4, 2), (4, 3)), {"num_args": 2, "dim": 0}, throws=True)
    yield Case("_rnn_param_concat", several((4,), (3,)), {"num_args": 2, "dim": 1}, throws=True)
    yield Case("Concat", several((2, 3), (2, 3)), {"num_args": 2, "dim": 2}, throws=True)
    for shapes, attrs in [
        (((2, 3), (2, 3)), {}), (((2, 3),) * 3, {"axis": 1}), (((2, 3),) * 2, {"axis": -1}), (((3,),) * 2, {"axis": 1}),
        (((2, 3),), {}), (((2, 3),) * 2, {"axis": -3}),
    ]:  # fmt: skip
        yield Case("stack", several(*shapes), {"num_args": len(shapes), **attrs}, compare=EXACT)
    for count in [1, 2, 3, 5]:
        yield Case("add_n", several(*[(2, 3)] * count), {"num_args": count})
    yield Case("add_n", several((2, 3), (2, 3), dtype="float64"), {"num_args": 2})
    yield Case("add_n", several((2, 3), (2, 1)), {"num_args": 2}, throws=True)
    for shape, reps in [((2, 3), (2,)), ((2, 3), (2, 2)), ((2, 3), (2, 1, 2)), ((3,), (2, 2)), ((2, 1, 2), (1, 3, 1))]:
        yield Case("tile", [uniform(shape)], {"reps": reps}, compare=SUM)
    for shape, attrs in [
        ((2, 3), {"repeats": 2}), ((2, 3), {"repeats": 2, "axis": 1}), ((2, 3), {"repeats": 3, "axis": 0}),
        ((2, 3, 2), {"repeats": 2, "axis": -2}), ((2,), {"repeats": 1}),
    ]:  # fmt: skip
        yield Case("repeat", [uniform(shape)], attrs, compare=SUM)
    yield Case("repeat", [uniform((2, 3))], {"repeats": 2, "axis": 2}, throws=True)
    for mode in ["constant", "edge", "reflect"]:
        for shape, width in [
            ((1, 2, 3, 3), (0, 0, 0, 0, 1, 1, 2, 1)), ((1, 1, 1, 3), (0, 0, 0, 0, 0, 0, 1, 1)),
            ((1, 1, 2, 3, 3), (0, 0, 0, 0, 1, 1, 0, 2, 1, 0)),
        ]:  # fmt: skip
            yield Case("Pad", [uniform(shape)], {"mode": mode, "pad_width": width}, compare=SUM)
        yield Case(
            "Pad",
            [uniform((1, 1, 3, 3), dtype="float64")],
            {"mode": mode, "pad_width": (0,) * 5 + (1,) * 3},
            compare=SUM,
        )
        yield Case("Pad", [uniform((2, 2))], {"mode": mode, "pad_width": (1, 1, 1, 1)}, throws=True)
    attrs = {"mode": "constant", "pad_width": (0, 0, 0, 0, 1, 0, 0, 1), "constant_value": 2.5}
    yield Case("Pad", [uniform((2, 1, 2, 2))], attrs, compare=EXACT)
    attrs = {"mode": "constant", "pad_width": (0, 0, 1, 1, 1, 0, 0, 1)}
    yield Case("Pad", [uniform((1, 1, 2, 2))], attrs, throws=True)
    for shape, axis in [((5,), 0), ((2, 3), 0), ((2, 3), (1,)), ((2, 3, 4), (0, 2)), ((2, 3, 4), (0, 1, 2))]:
        yield Case("reverse", [uniform(shape)], {"axis": axis}, compare=EXACT)
    yield Case("reverse", [uniform((2, 3))], {"axis": 2}, throws=True)
    for dtype in ["float64", "float16", "int32", "int64", "int8", "uint8"]:
        data = [integers((2, 3), 0, 50, dtype, key=i) for i in range(2)]
        yield Case("Concat", data, {"num_args": 2, "dim": 0}, compare=EXACT)
        yield Case("stack", data, {"num_args": 2, "axis": 1}, compare=EXACT)
        yield Case("add_n", data, {"num_args": 2}, compare=EXACT)
        yield Case("tile", data[:1], {"reps": (2, 1)}, compare=SUM)
        yield Case("repeat", data[:1], {"repeats": 2, "axis": 1}, compare=SUM)
        yield Case("reverse", data[:1], {"axis": 1}, compare=EXACT)
    yield Case("Concat", [uniform((2, 3)), integers((2, 3), 0, 5)], {"num_args": 2}, throws=True)
