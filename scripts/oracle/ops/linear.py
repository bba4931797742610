"""Matrix products and fully connected layers."""

from case import SUM, Case
from values import uniform


def weights(*shape, dtype="float32"):
    return uniform(shape, -1, 1, dtype, key="weight")


def cases():
    dots = [
        ((3,), (3,), {}), ((2, 3), (3, 4), {}), ((2, 3), (3,), {}), ((2, 3, 4), (4,), {}), ((2, 3, 4), (4, 5), {}),
        ((2, 3, 4), (4, 5, 6), {}), ((3,), (3, 4), {}), ((3, 2), (3, 4), {"transpose_a": True}),
        ((2, 3), (4, 3), {"transpose_b": True}), ((3, 2), (4, 3), {"transpose_a": True, "transpose_b": True}),
        ((2, 3, 4), (6, 2), {"transpose_a": True, "transpose_b": True}), ((2, 3, 4), (2, 5), {"transpose_a": True}),
        ((2, 3), (4, 5, 3), {"transpose_b": True}), ((7, 19), (19, 13), {}),
    ]  # fmt: skip
    for left, right, attrs in dots:
        yield Case("dot", [uniform(left), weights(*right)], attrs, compare=SUM)
    yield Case("dot", [uniform((2, 3), dtype="float64"), weights(3, 4, dtype="float64")], compare=SUM)
    yield Case("dot", [uniform((2, 3)), weights(2, 3)], throws=True)
    yield Case("dot", [uniform((2, 3), dtype="float64"), weights(3, 4)], throws=True)
    batches = [
        ((2, 3, 4), (2, 4, 5), {}), ((2, 4, 3), (2, 4, 5), {"transpose_a": True}),
        ((2, 3, 4), (2, 5, 4), {"transpose_b": True}),
        ((2, 4, 3), (2, 5, 4), {"transpose_a": True, "transpose_b": True}), ((2, 2, 3, 4), (2, 2, 4, 2), {}),
        ((1, 1, 1), (1, 1, 1), {}),
    ]  # fmt: skip
    for left, right, attrs in batches:
        yield Case("batch_dot", [uniform(left), weights(*right)], attrs, compare=SUM)
    yield Case("batch_dot", [uniform((2, 2, 3), dtype="float64"), weights(2, 3, 2, dtype="float64")], compare=SUM)
    yield Case("batch_dot", [uniform((2, 2, 3)), weights(3, 3, 2)], throws=True)
    yield Case("batch_dot", [uniform((2, 3)), weights(3, 2)], throws=True)
    for shape, attrs, units in [
        ((4, 6), {}, 6),
        ((2, 3, 4), {}, 12),
        ((2, 3, 4), {"flatten": False}, 4),
        ((3,), {}, 1),
    ]:
        settings = {"num_hidden": 5, **attrs}
        weight = weights(5, units)
        yield Case("FullyConnected", [uniform(shape), weight, uniform((5,))], settings, compare=SUM)
        yield Case("FullyConnected", [uniform(shape), weight], {**settings, "no_bias": True}, compare=SUM)
    yield Case("FullyConnected", [uniform((2, 1, 3, 2)), weights(3, 6), uniform((3,))], {"num_hidden": 3}, compare=SUM)
    doubles = [uniform((2, 3), dtype="float64"), weights(4, 3, dtype="float64"), uniform((4,), dtype="float64")]
    yield Case("FullyConnected", doubles, {"num_hidden": 4}, compare=SUM)
    yield Case("FullyConnected", [uniform((2, 4)), weights(10, 5), uniform((10,))], {"num_hidden": 10}, throws=True)
    yield Case("FullyConnected", [uniform((2, 4)), weights(10, 4)], {"num_hidden": 10}, throws=True)
    yield Case("FullyConnected", [uniform((2, 4)), weights(3, 4), uniform((3,))], throws=True)
