"""Elementwise functions of two tensors of one shape."""

from case import EXACT, Case
from values import array, away, distinct, integers, uniform

ARITHMETIC = ["elemwise_add", "elemwise_sub", "elemwise_mul", "elemwise_div"]
EXTREME = ["_maximum", "_minimum"]
COMPARISON = ["_equal", "_not_equal", "_greater", "_greater_equal", "_lesser", "_lesser_equal"]
LOGICAL = ["_logical_and", "_logical_or", "_logical_xor"]
INTEGER_TYPES = ["int32", "int64", "int8", "uint8"]
# The oracle's integer modulo by zero gives 0; division by zero raises SIGFPE there.


def pair(op, shape, dtype="float32"):
    """Two tensors where `op` is smooth, or has its interesting values when it is a step."""
    if op in COMPARISON + LOGICAL:
        return [integers(shape, 0, 3, dtype, key=1), integers(shape, 0, 3, dtype, key=2)]
    if op in ("_power", "broadcast_power"):
        return [uniform(shape, 0.25, 3, dtype, key=1), uniform(shape, -2, 2, dtype, key=2)]
    if op in EXTREME:
        return [distinct(shape, dtype, key=1), distinct(shape, dtype, key=2) + array(0.25, dtype)]
    return [away(shape, dtype=dtype, key=1), away(shape, 0.5, dtype=dtype, key=2)]


def integer_pair(op, dtype):
    if dtype == "uint8":
        return [array([200, 3, 100, 7, 2, 9, 0, 1], dtype), array([100, 5, 3, 7, 9, 2, 1, 2], dtype)]
    if op == "_power":
        return [array([2, 3, -2, 5, 1, 7], dtype), array([3, 2, 3, 1, 0, 0], dtype)]
    return [array([100, -7, 7, -7, 7, 0, 3, -8], dtype), array([100, 3, -3, -3, 3, 2, 5, 2], dtype)]


def cases():
    every = [*ARITHMETIC, *EXTREME, *COMPARISON, *LOGICAL, "_power", "_mod", "_hypot", "_grad_add"]
    for op in every:
        compare = EXACT if op in COMPARISON + LOGICAL + EXTREME else "elementwise"
        grad = None if op == "_grad_add" else "auto"
        for shape in [(3, 4), (5,), (2, 1, 2, 2)]:
            yield Case(op, pair(op, shape), compare=compare, grad=grad)
        for dtype in ["float64", "float16"]:
            yield Case(op, pair(op, (6,), dtype), compare=compare, grad=grad)
        for dtype in INTEGER_TYPES:
            yield Case(op, integer_pair(op, dtype), compare=EXACT, grad=grad)
        yield Case(op, [uniform((2, 3)), uniform((2, 2))], throws=True)
        yield Case(op, [uniform((2, 3)), integers((2, 3), 1, 4)], throws=True)
    yield Case("elemwise_add", [uniform((2, 3)), uniform((1, 3))], throws=True)
    ties = [array([1.0, 2.0, 0.0, -0.0]), array([1.0, 3.0, -0.0, 0.0])]
    for op in EXTREME:
        yield Case(op, ties)
    inf, nan = float("inf"), float("nan")
    odd = [array([nan, 1.0, inf, -inf, 0.0, nan]), array([1.0, nan, inf, 1.0, 0.0, nan])]
    for op in [*ARITHMETIC, *EXTREME, *COMPARISON, *LOGICAL, "_power", "_hypot"]:
        yield Case(op, odd, heads=[array([1.0] * 6)])
    signs = [array([7.0, -7.0, 7.0, -7.0, 5.5, -0.5]), array([3.0, 3.0, -3.0, -3.0, 0.0, 1.0])]
    yield Case("_mod", signs)
    bases = [array([0.0, -2.0, -2.0, 0.0, 4.0, 1.0]), array([2.5, 2.0, 0.5, 0.0, 0.5, 0.0])]
    yield Case("_power", bases, heads=[array([1.0] * 6)])
