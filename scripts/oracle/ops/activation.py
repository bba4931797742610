"""Activation and LeakyReLU. `selu` is forward only: the oracle's gradient for negative inputs is wrong."""

from case import Case
from values import array, away, uniform

KINDS = ["relu", "sigmoid", "softrelu", "softsign", "tanh"]


def cases():
    for kind in KINDS:
        attrs = {"act_type": kind}
        yield Case("Activation", [away((3, 4))], attrs)
        yield Case("Activation", [away((2, 3, 2, 2), high=4)], attrs)
        for dtype in ["float64", "float16"]:
            yield Case("Activation", [away((5,), dtype=dtype)], attrs)
        edges = array([0.0, 25.0, -25.0, float("inf"), float("-inf"), float("nan")])
        yield Case("Activation", [edges], attrs, heads=[array([1.0] * 6)])
    yield Case("Activation", [away((3,))], {"act_type": "swish"}, throws=True)
    yield Case("Activation", [away((3,))], throws=True)
    for kind in ["leaky", "elu", "gelu", "selu"]:
        attrs, grad = {"act_type": kind}, None if kind == "selu" else "auto"
        yield Case("LeakyReLU", [away((3, 4))], attrs, grad=grad)
        yield Case("LeakyReLU", [away((2, 3, 2, 2), high=4)], attrs, grad=grad)
        # the oracle computes gelu and selu of float64 with float32 constants
        for dtype in ["float64", "float16"] if kind in ("leaky", "elu") else ["float16"]:
            yield Case("LeakyReLU", [away((5,), dtype=dtype)], attrs, grad=grad)
        yield Case("LeakyReLU", [array([0.0, 1.0, -1.0])], attrs, grad=grad)
    yield Case("LeakyReLU", [away((3, 4))])
    for slope in [0.125, 0.5, 0.0]:
        yield Case("LeakyReLU", [away((3, 4))], {"slope": slope})
        yield Case("LeakyReLU", [away((3, 4))], {"act_type": "elu", "slope": slope})
    prelu = {"act_type": "prelu"}
    for shape, channels in [((2, 3), 3), ((2, 3, 2, 2), 3), ((2, 3, 4), 1), ((5, 1), 1)]:
        inputs = [away(shape), uniform((channels,), 0.1, 0.5)]
        yield Case("LeakyReLU", inputs, prelu, compare="sum")
    yield Case("LeakyReLU", [away((4,)), uniform((1,), 0.1, 0.5)], prelu, compare="sum")
    yield Case("LeakyReLU", [away((2, 3))], prelu, throws=True)
