"""Functions of two tensors with broadcasting, and the operators that broadcast one tensor."""

import binary
from case import EXACT, SUM, Case
from values import integers, uniform

FAMILY = {
    "broadcast_add": "elemwise_add", "broadcast_sub": "elemwise_sub", "broadcast_mul": "elemwise_mul",
    "broadcast_div": "elemwise_div", "broadcast_mod": "_mod", "broadcast_power": "_power",
    "broadcast_maximum": "_maximum", "broadcast_minimum": "_minimum", "broadcast_hypot": "_hypot",
    "broadcast_equal": "_equal", "broadcast_not_equal": "_not_equal", "broadcast_greater": "_greater",
    "broadcast_greater_equal": "_greater_equal", "broadcast_lesser": "_lesser",
    "broadcast_lesser_equal": "_lesser_equal", "broadcast_logical_and": "_logical_and",
    "broadcast_logical_or": "_logical_or", "broadcast_logical_xor": "_logical_xor",
}  # fmt: skip
SHAPES = [
    ((2, 3), (2, 3)), ((2, 3), (1, 3)), ((2, 1), (1, 3)), ((1,), (4,)), ((3,), (2, 3)), ((2, 3), (3,)),
    ((2, 1, 3), (1, 4, 1)), ((2, 3, 2), (1,)), ((2, 1, 3, 1, 2), (1, 2, 1, 2, 1)), ((1, 1), (1, 1)),
]  # fmt: skip


def cases():
    for op, elementwise in FAMILY.items():
        compare = EXACT if elementwise in binary.COMPARISON + binary.LOGICAL else SUM
        for left, right in SHAPES:
            yield Case(op, [binary.pair(elementwise, left)[0], binary.pair(elementwise, right)[1]], compare=compare)
        for dtype in ["float64", "float16"]:
            left, right = binary.pair(elementwise, (2, 3), dtype)
            yield Case(op, [left, right[:1]], compare=compare)
        for dtype in binary.INTEGER_TYPES:
            left, right = binary.integer_pair(elementwise, dtype)
            yield Case(op, [left.reshape(2, -1), right[: left.size // 2].reshape(1, -1)], compare=EXACT)
        yield Case(op, [uniform((2, 3)), uniform((2, 2))], throws=True)
        yield Case(op, [uniform((2, 3)), integers((2, 3), 1, 4)], throws=True)
    yield Case("broadcast_to", [uniform((1, 3))], {"shape": (2, 3)}, compare=SUM)
    yield Case("broadcast_to", [uniform((2, 1, 3))], {"shape": (2, 4, 0)}, compare=SUM)
    yield Case("broadcast_to", [uniform((1, 1))], {"shape": (2, 3)}, compare=SUM)
    yield Case("broadcast_to", [uniform((1,))], {"shape": (2, 3)}, throws=True)
    yield Case("broadcast_to", [uniform((2, 3))], {"shape": (2, 4)}, throws=True)
    yield Case("broadcast_axis", [uniform((1, 2, 1))], {"axis": (0, 2), "size": (3, 2)}, compare=SUM)
    yield Case("broadcast_axis", [uniform((2, 1, 2))], {"axis": 1, "size": 3}, compare=SUM)
    yield Case("broadcast_axis", [uniform((2, 3))], {"axis": 1, "size": 3}, throws=True)
    yield Case("broadcast_like", [uniform((1, 3)), uniform((2, 3))], compare=SUM)
    yield Case("broadcast_like", [uniform((1,)), uniform((2, 3))], {"lhs_axes": (0,), "rhs_axes": (-1,)}, compare=SUM)
    axes = {"lhs_axes": (0, 2), "rhs_axes": (1, 0)}
    yield Case("broadcast_like", [uniform((1, 2, 1)), uniform((4, 3))], axes, compare=SUM)
    for dtype in ["float64", "float16", "int32", "int64", "int8", "uint8"]:
        yield Case("broadcast_to", [integers((2, 1), 0, 9, dtype)], {"shape": (2, 3)}, compare=SUM)
