"""Conversions between dtypes, with values that every pair of dtypes defines."""

from case import EXACT, Case
from values import array

FLOATS = ["float32", "float64", "float16"]
INTEGERS = ["int32", "int64", "int8", "uint8"]


def cases():
    for source in FLOATS + INTEGERS:
        for target in FLOATS + INTEGERS:
            values = [0, 1, 2, 3, 100]
            if source != "uint8" and target != "uint8":
                values += [-1, -2, -100]
            if source in FLOATS:  # truncated towards zero in integers
                values += [0.5, 1.75, 2.5]
                values += [-0.5, -1.75] if target != "uint8" else []
            yield Case("Cast", [array(values, source)], {"dtype": target}, compare=EXACT)
    # wrap-around between integer dtypes
    yield Case("Cast", [array([300, -1, 128, 255, 256], "int32")], {"dtype": "uint8"}, compare=EXACT)
    yield Case("Cast", [array([300, -1, 128, 255, 256], "int32")], {"dtype": "int8"}, compare=EXACT)
    yield Case("Cast", [array([200, 128, 127], "uint8")], {"dtype": "int8"}, compare=EXACT)
    yield Case("Cast", [array([-1, -128], "int8")], {"dtype": "uint8"}, compare=EXACT)
    yield Case("Cast", [array([2**33 + 5, -(2**40), 7], "int64")], {"dtype": "int32"}, compare=EXACT)
    # rounding to nearest, ties to even; overflow; subnormals; signs of zero
    inf, nan = float("inf"), float("nan")
    halves = array([2049.0, 2051.0, 65504.0, 65519.0, 65520.0, 1e-7, 5.9e-8, 2.9e-8, -0.0, inf, -inf, nan, 0.1])
    yield Case("Cast", [halves], {"dtype": "float16"}, compare=EXACT, grad=None)
    yield Case("Cast", [halves.astype("float64")], {"dtype": "float16"}, compare=EXACT, grad=None)
    yield Case("Cast", [array([0.1, 1e300, -1e-300, nan], "float64")], {"dtype": "float32"}, compare=EXACT, grad=None)
    yield Case("Cast", [array([16777217, 2147483647, -16777219], "int32")], {"dtype": "float32"}, compare=EXACT)
    yield Case("Cast", [array([2**53 + 1, 2**62 + 1], "int64")], {"dtype": "float64"}, compare=EXACT)
    yield Case("Cast", [array([1.0])], {"dtype": "complex64"}, throws=True)
    yield Case("Cast", [array([1.0])], throws=True)
