"""Operators that look values up by index, or choose by a condition. Indices are compared exactly, sums of gradients are not."""

from case import EXACT, SUM, Case
from values import array, integers, uniform

INDEX_TYPES = ["float32", "float64", "int32", "int64", "uint8"]


def cases():
    for shape, indices, attrs in [
        ((4,), [1, 3, 0], {}), ((4, 3), [1, 3, 1], {}), ((4, 3), [[0, 2], [1, 1]], {}), ((4, 3), [2, 0], {"axis": 1}),
        ((2, 3, 4), [[3, 0]], {"axis": -1}), ((2, 3, 4), [1, 2], {"axis": 1}), ((4, 3), [-1, 5, 1], {}),
        ((4, 3), [-1, 5, -7, 9], {"mode": "wrap"}), ((4, 3), [1.9, 0.2], {}), ((4, 3), [0, 3], {"mode": "raise"}),
        ((2, 3, 2), [-1, 4], {"axis": 1, "mode": "wrap"}),
    ]:  # fmt: skip
        yield Case("take", [uniform(shape), array(indices)], attrs, grad=[0], compare=SUM)
    yield Case("take", [uniform((3, 2)), array([5])], {"mode": "raise"}, grad=None, throws=True)
    yield Case("take", [uniform((3, 2)), array([0])], {"axis": 2}, grad=None, throws=True)
    for dtype in INDEX_TYPES:
        yield Case("take", [uniform((4, 2)), array([2, 0, 2], dtype)], grad=[0], compare=SUM)
        yield Case("pick", [uniform((2, 3)), array([2, 0], dtype)], grad=[0], compare=SUM)
        yield Case("one_hot", [array([2, 0, 1], dtype)], {"depth": 3}, grad=None, compare=EXACT)
        yield Case(
            "Embedding",
            [array([2, 0, 2], dtype), uniform((4, 2))],
            {"input_dim": 4, "output_dim": 2},
            grad=[1],
            compare=SUM,
        )
        yield Case("gather_nd", [uniform((2, 3)), array([[0, 1, 0], [2, 0, 2]], dtype)], grad=[0], compare=SUM)
    for dtype in ["float64", "float16", "int32", "int64", "int8", "uint8"]:
        data = integers((3, 2), 0, 60, dtype)
        first = [0] if data.dtype.kind == "f" else None
        yield Case("take", [data, array([2, 0])], grad=first, compare=SUM)
        yield Case("pick", [data, array([1, 0, 1])], grad=first, compare=SUM)
        yield Case("gather_nd", [data, array([[0, 2], [1, 0]], "int32")], grad=first, compare=SUM)
        yield Case("scatter_nd", [data[:, 0], array([[0, 2, 3]], "int32")], {"shape": (5,)}, grad=first, compare=SUM)
        yield Case("one_hot", [array([1, 0])], {"depth": 3, "dtype": dtype}, grad=None, compare=EXACT)
        yield Case("where", [array([1, 0, 1], dtype), uniform((3,)), uniform((3,), key=1)], grad=[1, 2], compare=EXACT)
        yield Case("where", [array([1, 0, 1]), data[:, 0], data[:, 1]], grad=first and [1, 2], compare=EXACT)
    for shape, index, attrs in [
        ((2, 3), [0, 9], {}), ((2, 3), [-1, 4], {}), ((2, 3), [-1, 4], {"mode": "wrap"}),
        ((2, 3), [0, 1], {"keepdims": True}), ((2, 3), [0, 1, 1], {"axis": 0}), ((2, 3), [[0, 1, 1]], {"axis": 0}),
        ((2, 3, 2), [[0, 1], [2, 0]], {"axis": 1}), ((2, 3, 2), [[[0, 1]], [[2, 0]]], {"axis": 1, "keepdims": True}),
        ((2, 3), [[2], [1]], {}), ((2, 3), [1.9, 0.5], {}), ((4,), [2], {}),
    ]:  # fmt: skip
        yield Case("pick", [uniform(shape), array(index)], attrs, grad=[0], compare=SUM)
    yield Case("pick", [uniform((2, 3)), array([0, 1, 2])], grad=None, throws=True)
    for indices, attrs in [
        ([0, 2, 5, -1], {"depth": 3}), ([[0, 2], [1, 1]], {"depth": 3, "on_value": 8.0, "off_value": 1.0}),
        ([1.9, 0.1], {"depth": 2}), ([0, 1], {"depth": 1}),
    ]:  # fmt: skip
        yield Case("one_hot", [array(indices)], attrs, grad=None, compare=EXACT)
    yield Case("one_hot", [array([0])], grad=None, throws=True)
    for indices in [[0, 3, 1], [[1, 1], [2, 0]], [-1, 0, 7], [1.9, 2.2], [[[3]]]]:
        inputs = [array(indices), uniform((4, 3))]
        yield Case("Embedding", inputs, {"input_dim": 4, "output_dim": 3}, grad=[1], compare=SUM)
    doubles = [array([1, 0], "float64"), uniform((4, 3), dtype="float64")]
    yield Case("Embedding", doubles, {"input_dim": 4, "output_dim": 3, "dtype": "float64"}, grad=[1], compare=SUM)
    halves = [array([1, 0]), uniform((4, 3), dtype="float16")]
    yield Case("Embedding", halves, {"input_dim": 4, "output_dim": 3, "dtype": "float16"}, grad=[1], compare=SUM)
    yield Case("Embedding", [array([0]), uniform((4, 3))], {"input_dim": 5, "output_dim": 3}, grad=None, throws=True)
    for shape, indices in [
        ((2, 3), [[0, 1], [1, 0]]), ((2, 3), [[1, 0, 1]]), ((2, 3, 2), [[0, 1], [2, 0]]), ((2, 3), [[[0, 1]], [[1, 2]]]),
        ((4,), [[0, 3, 3]]),
    ]:  # fmt: skip
        yield Case("gather_nd", [uniform(shape), array(indices)], grad=[0], compare=SUM)
    for shape, indices, target in [
        ((3,), [[0, 2, 3]], (5,)), ((2,), [[0, 1], [2, 0]], (2, 3)), ((2, 3), [[1, 0]], (3, 3)),
        ((2, 2), [[[0, 1], [1, 0]], [[0, 2], [1, 1]]], (2, 3)),
    ]:  # fmt: skip
        yield Case("scatter_nd", [uniform(shape), array(indices, "int32")], {"shape": target}, grad=[0], compare=SUM)
    rows = [uniform((3, 2)), uniform((2, 2), key=1), array([[2, 0]], "int32")]
    yield Case("_scatter_set_nd", rows, {"shape": (3, 2)}, grad=None, compare=EXACT, out=0, states=[0])
    for condition in [[[1, 0, 2], [0, 0, -1]], [1, 0]]:
        yield Case("where", [array(condition), uniform((2, 3)), uniform((2, 3), key=1)], grad=[1, 2], compare=EXACT)
    yield Case(
        "where", [array([float("nan"), 0.0, -0.0]), uniform((3,)), uniform((3,), key=1)], grad=[1, 2], compare=EXACT
    )
    yield Case("where", [array([1, 0, 1]), uniform((2, 3)), uniform((2, 3), key=1)], grad=None, throws=True)
    yield Case("where", [array([1, 0]), uniform((2, 3)), uniform((2, 2), key=1)], grad=None, throws=True)
    for dtype in ["float32", "float64", "float16", "int32", "int64", "int8", "uint8"]:
        data = integers((3, 4), 0, 9, dtype)
        yield Case("batch_take", [data, array([0, 3, 2], "int32")], grad=None, compare=EXACT)
    # indices outside go to the nearest; tensors of more dimensions MXNet reads beyond their ends
    for shape, indices in [((3, 4), [4, 9, -1]), ((2, 1), [0, 0]), ((4, 3), [-2, 3, 1, 2])]:
        yield Case("batch_take", [uniform(shape), array(indices, "int32")], grad=None, compare=EXACT)
    yield Case("batch_take", [uniform((3, 4)), array([0, 1], "int32")], grad=None, throws=True)
