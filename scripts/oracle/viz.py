"""Writes tests/golden/viz.json: tables and DOT texts of networks as MXNet 1.9.1 makes them.

Run with the Python that has numpy 1.23.5, mxnet 1.9.1 and graphviz 0.8.4:  python scripts/oracle/viz.py

A case is a network's JSON, what `print_summary` or `plot_network` is given, and the lines that it prints or makes.
"""
import contextlib
import io
import json
import pathlib
import warnings

import mxnet as mx
from mxnet import sym

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "viz.json"
V = sym.Variable
data = V("data")
warnings.simplefilter("ignore")


def mlp():
    hidden = sym.Activation(sym.FullyConnected(data, num_hidden=128, name="fc1"), act_type="relu", name="relu1")
    return sym.SoftmaxOutput(sym.FullyConnected(hidden, num_hidden=10, no_bias=True, name="fc2"), name="softmax")


def conv():
    x = sym.Convolution(data, kernel=(3, 3), stride=(2, 2), num_filter=8, no_bias=True, name="conv0")
    x = sym.BatchNorm(x, name="bn0")
    a = sym.LeakyReLU(sym.Convolution(x, kernel=(1, 1), num_filter=4, num_group=2, name="left"), act_type="elu", name="elu")
    b = sym.LeakyReLU(sym.Pooling(x, kernel=(3, 3), stride=(1, 1), pad=(1, 1), pool_type="max", name="pool"), name="leaky")
    x = sym.Concat(a, b, dim=1, name="a_long_name_of_a_layer_that_joins_the_branches_of_a_network")
    x = sym.Pooling(x, global_pool=True, kernel=(1, 1), pool_type="avg", name="global")
    return sym.SoftmaxOutput(sym.FullyConnected(sym.Flatten(x, name="flat"), num_hidden=3, name="fc"), name="softmax")


def residual():
    x = sym.Convolution(data, kernel=(3, 3), num_filter=3, pad=(1, 1), name="a")
    return sym.Reshape(sym.Dropout(x + data, name="drop"), shape=(0, -1), name="node")


def split():
    parts = sym.split(data, num_outputs=3, axis=1, name="parts")
    return sym.Group([parts[2] * parts[0], sym.exp(parts[1], name="e")])


def words():
    x = sym.Embedding(data, input_dim=50, output_dim=8, name="embed")
    return sym.FullyConnected(sym.mean(x, axis=1, name="mean"), num_hidden=2, name="fc")


def named():
    return sym.exp(V('the "first" <in>') + V("3.5"), name="graph")


def repeated():
    return sym.exp(V("x") + V("x"), name="y")


def resized():
    return sym.contrib.BilinearResize2D(data, V("like"), mode="like", name="resize")


IMAGE, NAMES = {"data": (2, 4, 9, 9)}, {'the "first" <in>': (2, 3), "3.5": (2, 3)}
SUMMARIES = [
    (mlp, {}), (mlp, {"shape": {"data": (1, 784)}}), (mlp, {"shape": {"data": (1, 784)}, "line_length": 70}),
    (mlp, {"shape": {"data": (1, 784)}, "positions": [20, 40, 60, 80]}), (conv, {}), (conv, {"shape": IMAGE}),
    (conv, {"shape": IMAGE, "line_length": 90, "positions": [0.3, 0.6, 0.75, 1.0]}), (residual, {"shape": {"data": (2, 3, 5, 5)}}),
    (split, {"shape": {"data": (2, 6)}}), (words, {"shape": {"data": (4, 7)}}), (named, {"shape": NAMES}), (repeated, {}),
]
PLOTS = [
    (mlp, {}), (mlp, {"shape": {"data": (1, 784)}}), (mlp, {"shape": {"data": (1, 784)}, "dtype": {"data": "float32"}}),
    (mlp, {"dtype": {"data": "float64"}, "title": "my plot"}), (mlp, {"hide_weights": False, "title": "digraph"}),
    (conv, {}), (conv, {"shape": IMAGE, "node_attrs": {"shape": "oval", "fixedsize": "false", "fontname": "Sans Serif"}}),
    (residual, {"shape": {"data": (2, 3, 5, 5)}}), (split, {"shape": {"data": (2, 6)}}), (split, {"title": ""}),
    (words, {"shape": {"data": (4, 7)}}), (named, {"shape": NAMES}), (repeated, {}), (resized, {}),
]


def summary(make, options):
    out = io.StringIO()
    symbol = make()
    with contextlib.redirect_stdout(out):
        mx.viz.print_summary(symbol, **options)
    return {"kind": "summary", "network": make.__name__, "json": symbol.tojson(), "options": options, "text": out.getvalue()}


def plot(make, options):
    symbol = make()
    text = mx.viz.plot_network(symbol, **options).source
    return {"kind": "plot", "network": make.__name__, "json": symbol.tojson(), "options": options, "text": text}


def named_anew(run, case):
    with mx.name.NameManager():
        return run(*case)


cases = [named_anew(summary, case) for case in SUMMARIES] + [named_anew(plot, case) for case in PLOTS]
networks = {case["network"]: case.pop("json") for case in cases}
OUT.write_text(json.dumps({"networks": networks, "cases": cases}, indent=1) + "\n")
