"""Elementwise functions of one tensor."""

from case import EXACT, Case
from values import array, away, distinct, integers, uniform

# name -> (lowest, highest) input of the domain case
SMOOTH = {
    "arccos": (-0.9, 0.9), "arccosh": (1.1, 4), "arcsin": (-0.9, 0.9), "arcsinh": (-3, 3), "arctan": (-3, 3),
    "arctanh": (-0.9, 0.9), "cos": (-3, 3), "cosh": (-3, 3), "degrees": (-3, 3), "erf": (-2, 2), "exp": (-4, 4),
    "expm1": (-3, 3), "gamma": (0.5, 5), "gammaln": (2.5, 9), "log": (0.1, 9), "log10": (0.1, 9), "log1p": (-0.9, 9),
    "log2": (0.1, 9), "negative": (-3, 3), "radians": (-180, 180), "rsqrt": (0.1, 9), "sigmoid": (-5, 5),
    "sin": (-3, 3), "sinh": (-3, 3), "sqrt": (0.1, 9), "square": (-3, 3), "tan": (-1.2, 1.2), "tanh": (-2.5, 2.5),
    "_copy": (-3, 3),
}  # fmt: skip
KINKED = ["abs", "cbrt", "rcbrt", "reciprocal", "relu", "softsign", "sign"]
STEPS = ["ceil", "fix", "floor", "rint", "round", "trunc", "logical_not", "ones_like", "zeros_like", "BlockGrad"]
# These stay in the integers or leave them in a way that does not hang on the last bit.
INTEGER = [
    "abs", "ceil", "fix", "floor", "negative", "relu", "rint", "round", "sign", "square", "trunc", "logical_not",
    "ones_like", "zeros_like", "_copy", "BlockGrad", "reciprocal", "sqrt", "exp", "log", "sin", "tanh", "sigmoid",
    "softsign", "degrees", "radians", "erf",
]  # fmt: skip
EDGES = array([0.0, -0.0, 1.0, -1.0, 0.5, -0.5, float("inf"), float("-inf"), float("nan")])
HALVES = array([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, -0.25, 0.75, -3.75, 4.0, -4.0])


def cases():
    for op, (low, high) in SMOOTH.items():
        yield Case(op, [uniform((2, 3, 2), low, high)])
        if op not in ("degrees", "radians"):  # the oracle's constant there is float32
            # the oracle's gradients of these have float32 constants too
            grad = None if op in ("erf", "gamma", "gammaln") else "auto"
            yield Case(op, [uniform((5,), low, high, "float64")], grad=grad)
        yield Case(op, [uniform((5,), low, high, "float16")])
    for op in KINKED:
        yield Case(op, [away((2, 3, 2))])
        yield Case(op, [away((5,), dtype="float64")])
        yield Case(op, [away((5,), dtype="float16")])
    for op in STEPS:
        yield Case(op, [HALVES], compare=EXACT)
        yield Case(op, [HALVES.astype("float64")], compare=EXACT)
        yield Case(op, [HALVES.astype("float16")], compare=EXACT)
    for op in [*SMOOTH, *KINKED, *STEPS]:
        yield Case(op, [EDGES], heads=[array([1.0] * EDGES.size)])
    for op in INTEGER:
        for dtype in ["int32", "int64", "int8", "uint8"]:
            sign = 1 if dtype == "uint8" or op in ("sqrt", "log") else -1
            yield Case(op, [array([5, sign * 3, 2, 7, sign * 2], dtype)])
    for op in ["exp", "relu", "floor", "BlockGrad"]:
        yield Case(op, [uniform((1,))])
        yield Case(op, [uniform((2, 1, 3, 1, 2))])
    yield Case("exp", [], throws=True)
    yield Case("make_loss", [uniform((2, 3))])
    yield Case("hard_sigmoid", [distinct((2, 6), step=0.75)])
    yield Case("hard_sigmoid", [distinct((2, 6), step=0.75)], {"alpha": 0.5, "beta": 0.25})
    yield Case("hard_sigmoid", [distinct((6,), "float64", step=0.75)], {"alpha": 0.5, "beta": 0.25})
    for sigma in [1.0, 2.0, 0.5]:
        yield Case("smooth_l1", [distinct((3, 4), step=0.3)], {"scalar": sigma})
    yield Case("smooth_l1", [array([0.0, 1.0, -1.0, 0.25, -0.25])], {"scalar": 2.0})
    for dtype in ["float32", "float64", "float16", "int32", "int64", "int8", "uint8"]:
        unsigned = dtype == "uint8"
        data = array([3, 0, 2, 5, 1, 4] if unsigned else [-3, -1, 0, 1, 2, 5], dtype)
        yield Case("clip", [data], {"a_min": 1 if unsigned else -1, "a_max": 2}, compare=EXACT)
    yield Case("clip", [array([float("nan"), 5.0, float("-inf"), float("inf")])], {"a_min": 0.0, "a_max": 1.0})
    yield Case("clip", [uniform((3, 4))], {"a_min": -0.5, "a_max": 0.75})
    yield Case("clip", [array([-3, 0, 2, 9], "int32")], {"a_min": -1.5, "a_max": 2.5}, compare=EXACT)
    yield Case("clip", [uniform((3,))], {"a_min": 0.0}, throws=True)
    yield Case("erfinv", [uniform((2, 3, 2), -0.9, 0.9)])
    yield Case("erfinv", [array([0.99, -0.99, 0.999, 0.0, -0.0, 1e-4, -1e-6])])
    # the gradient has a float32 constant, and two Newton steps do not reach closer to 1 in float64
    yield Case("erfinv", [uniform((5,), -0.9, 0.9, "float64")], grad=None)
    yield Case("erfinv", [array([0.99, -0.999, 0.9999, 0.0, 1e-4, -1e-9], "float64")], grad=None)
    yield Case("erfinv", [uniform((5,), -0.9, 0.9, "float16")])
    yield Case("erfinv", [array([1.0, -1.0, 1.5, -2.0, float("nan"), float("inf")])], grad=None)
    yield Case("erfinv", [array([1.0, -1.0, 1.5, -2.0, float("nan"), float("inf")], "float64")], grad=None)
    for dtype in ["float32", "float64", "float16", "int32", "uint8", "int64", "int8"]:
        for shape in [(2, 3), (4,), (2, 1, 3, 2), (1,)]:
            data = integers(shape, 0, 5, dtype)
            yield Case("shape_array", [data], grad=None, compare=EXACT)
            yield Case("size_array", [data], grad=None, compare=EXACT)
            yield Case("_identity_with_attr_like_rhs", [data, integers(shape, 0, 9, dtype, key=1)], compare=EXACT)
    yield Case("_identity_with_attr_like_rhs", [uniform((2, 3)), uniform((3, 2))], throws=True)
    yield Case("_identity_with_attr_like_rhs", [uniform((2, 3)), uniform((2, 3), dtype="float64")], throws=True)
