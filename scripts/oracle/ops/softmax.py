"""softmax, log_softmax, softmin and SoftmaxActivation."""

from case import SUM, Case
from values import array, integers, uniform

OPS = ["softmax", "log_softmax", "softmin"]


def cases():
    for op in OPS:
        for shape, attrs in [
            ((5,), {}), ((3, 4), {}), ((3, 4), {"axis": 0}), ((2, 3, 4), {"axis": 1}), ((2, 3, 2, 2), {"axis": -3}),
            ((3, 4), {"temperature": 2.0}), ((2, 3, 4), {"axis": 1, "temperature": 0.5}), ((2, 1), {}), ((2, 40), {}),
            ((2, 2, 1, 3, 2), {"axis": 3}),
        ]:  # fmt: skip
            yield Case(op, [uniform(shape, -3, 3)], attrs, compare=SUM)
        yield Case(op, [uniform((3, 4), -3, 3, "float64")], compare=SUM)
        yield Case(op, [uniform((3, 4), -3, 3, "float64")], {"temperature": 2.0}, compare=SUM)
        yield Case(op, [uniform((3, 4), -1, 1, "float16")], compare=SUM)
        yield Case(op, [uniform((3, 4), -1, 1, "float16")], {"dtype": "float32"}, compare=SUM)
        yield Case(op, [uniform((3, 4), -1, 1)], {"dtype": "float64"}, compare=SUM)
        yield Case(op, [array([[1000.0, 0.0, -1000.0], [88.0, 89.0, 90.0]])], compare=SUM)
        yield Case(op, [array([[0.0, float("-inf"), 1.0]])], heads=[array([[1.0, 2.0, -1.0]])], compare=SUM)
        yield Case(op, [uniform((2, 3))], {"axis": 2}, throws=True)
    lengths = {"use_length": True}
    for shape, attrs, length in [
        ((2, 4), {}, [2, 4]), ((2, 4), {"axis": 1}, [1, 3]), ((2, 3, 2), {"axis": 1}, [[3, 1], [2, 3]]),
        ((3, 2), {"axis": 0, "temperature": 2.0}, [2, 3]),
    ]:  # fmt: skip
        for dtype in ["int32", "int64"]:
            inputs = [uniform(shape, -3, 3), array(length, dtype)]
            yield Case("softmax", inputs, {**attrs, **lengths}, compare=SUM)
    yield Case("softmax", [uniform((2, 4)), integers((3,), 1, 4)], lengths, throws=True)
    for mode in ["instance", "channel"]:
        for shape in [(3, 4), (2, 3, 4), (2, 3, 2, 2)]:
            if mode == "channel" and len(shape) < 3:
                continue
            yield Case("SoftmaxActivation", [uniform(shape, -3, 3)], {"mode": mode}, compare=SUM)
