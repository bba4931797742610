"""Operators that make tensors from attributes alone."""

from case import EXACT, Case
from values import array, uniform

TYPES = ["float32", "float64", "float16", "int32", "int64", "int8", "uint8"]


def cases():
    for attrs in [
        {"start": 0, "stop": 5}, {"start": 1, "stop": 7, "step": 2}, {"start": 5, "stop": 0, "step": -2},
        {"start": 4, "stop": None}, {"start": 0, "stop": 1, "step": 0.25}, {"start": 0, "stop": 2, "repeat": 2},
        {"start": 0.5, "stop": 3.2, "step": 0.7}, {"start": 1, "stop": 10, "step": 3, "repeat": 3},
        {"start": -3, "stop": -1},
    ]:  # fmt: skip
        yield Case("_arange", [], attrs)
    for attrs in [{"start": 0, "stop": 1, "step": 0}, {"start": 0, "stop": 0}]:
        yield Case("_arange", [], attrs, throws=True)
    for dtype in TYPES:
        yield Case("_arange", [], {"start": 1, "stop": 6, "step": 2, "dtype": dtype}, compare=EXACT)
        yield Case("_zeros", [], {"shape": (2, 3), "dtype": dtype}, compare=EXACT)
        yield Case("_ones", [], {"shape": (2, 3), "dtype": dtype}, compare=EXACT)
        yield Case("_full", [], {"shape": (2,), "value": 2.75, "dtype": dtype}, compare=EXACT)
        yield Case("_eye", [], {"N": 3, "dtype": dtype}, compare=EXACT)
        yield Case("_linspace", [], {"start": 0, "stop": 8, "num": 5, "dtype": dtype}, compare=EXACT)
        yield Case("zeros_like", [array([1, 2, 3], dtype)], grad=None, compare=EXACT)
        yield Case("ones_like", [array([1, 2, 3], dtype)], grad=None, compare=EXACT)
    for shape in [(4,), (1, 2, 3), 3]:
        yield Case("_zeros", [], {"shape": shape}, compare=EXACT)
        yield Case("_ones", [], {"shape": shape}, compare=EXACT)
        yield Case("_full", [], {"shape": shape, "value": -1.5}, compare=EXACT)
    for attrs in [{"M": 4}, {"M": 2, "k": 1}, {"k": -1}, {"M": 4, "k": 2}, {"M": 2, "k": -1}]:
        yield Case("_eye", [], {"N": 3, **attrs}, compare=EXACT)
    for attrs in [
        {"start": 0, "stop": 1, "num": 4}, {"start": 2, "stop": -1, "num": 5}, {"start": 1, "stop": 3, "num": 1},
        {"start": 0, "stop": 1, "num": 4, "endpoint": False},
    ]:  # fmt: skip
        yield Case("_linspace", [], attrs)
    yield Case("_eye", [], throws=True)
    yield Case("_full", [], {"shape": (2,)}, throws=True)
    yield Case("_zeros", [], {"shape": (2,), "dtype": "float8"}, throws=True)
    yield Case("zeros_like", [uniform((2, 3))], compare=EXACT)
    yield Case("ones_like", [uniform((2, 3))], compare=EXACT)
