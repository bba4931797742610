"""Elementwise functions of a tensor and a number. The number is cast to the tensor's dtype."""

from binary import INTEGER_TYPES
from case import EXACT, Case
from values import array, away, uniform

SMOOTH = [
    "_plus_scalar", "_minus_scalar", "_rminus_scalar", "_mul_scalar", "_div_scalar", "_rdiv_scalar",
    "_maximum_scalar", "_minimum_scalar", "_hypot_scalar", "_mod_scalar", "_rmod_scalar",
]  # fmt: skip
POWER = ["_power_scalar", "_rpower_scalar"]
STEPS = [
    "_equal_scalar", "_not_equal_scalar", "_greater_scalar", "_greater_equal_scalar", "_lesser_scalar",
    "_lesser_equal_scalar", "_logical_and_scalar", "_logical_or_scalar", "_logical_xor_scalar",
]  # fmt: skip


def cases():
    for op in SMOOTH:
        for scalar in [1.5, -0.75, 3.0]:
            yield Case(op, [away((2, 5))], {"scalar": scalar})
        yield Case(op, [away((5,))])  # the default, 1
        yield Case(op, [away((5,), dtype="float64")], {"scalar": 1.3})
        yield Case(op, [away((5,), dtype="float16")], {"scalar": 1.5})
    for op in POWER:
        for scalar in [2.5, 2.0, 0.5]:
            yield Case(op, [uniform((2, 5), 0.25, 3)], {"scalar": scalar})
        yield Case(op, [uniform((5,), 0.25, 3, "float64")], {"scalar": 1.3})
        yield Case(op, [uniform((5,), 0.25, 3, "float16")], {"scalar": 2.0})
    ones = [array([1.0] * 5)]
    for exponent in [2.0, 3.0, -1.0, 0.0, 0.5, 2.5]:
        yield Case("_power_scalar", [array([0.0, 4.0, -1.0, -2.0, 1.0])], {"scalar": exponent}, heads=ones)
    for base in [2.0, 0.0, -2.0]:
        yield Case("_rpower_scalar", [array([0.0, 2.0, -1.0, 0.5, 3.0])], {"scalar": base}, heads=ones)
    for op in STEPS:
        for scalar in [1.0, 0.0, -2.0]:
            yield Case(op, [array([0, 1, -2, 1.5, -1, 2])], {"scalar": scalar}, compare=EXACT)
        for dtype in ["float64", "float16"]:
            yield Case(op, [array([0, 1, 2, 1.5], dtype)], {"scalar": 1.5}, compare=EXACT)
    for op in [*SMOOTH, *POWER, *STEPS]:
        for dtype in INTEGER_TYPES:
            first = [7, 3, 2, 1] if dtype == "uint8" or op in POWER else [7, -7, 2, -1]
            for scalar in [2.0, 1.5]:
                yield Case(op, [array(first, dtype)], {"scalar": scalar}, compare=EXACT)
    for op in ["_plus_scalar", "_mul_scalar", "_greater_scalar", "_div_scalar", "_rminus_scalar"]:
        for flag in [True, False]:
            yield Case(op, [array([7, -7, 2, -1], "int32")], {"scalar": 1.5, "is_int": flag}, compare=EXACT)
    for op in ["_div_scalar", "_mod_scalar", "_rmod_scalar", "_rdiv_scalar"]:
        yield Case(op, [array([7.0, -7.0, 0.0, 2.5])], {"scalar": 0.0}, heads=[array([1.0] * 4)])
    for op in ["_maximum_scalar", "_minimum_scalar"]:
        yield Case(op, [array([1.0, 2.0, 0.0, float("nan")])], {"scalar": 1.0}, heads=[array([1.0] * 4)])
    yield Case("_mul_scalar", [array([200, 100, 3], "uint8")], {"scalar": 2.0}, compare=EXACT)
    yield Case("_minus_scalar", [array([1, 0, 3], "uint8")], {"scalar": 2.0}, compare=EXACT)
    yield Case("_plus_scalar", [array([1.0])], {"scalar": "x"}, throws=True)
    yield Case("_plus_scalar", [array([1.0])], {"scalr": 1.0}, throws=True)
