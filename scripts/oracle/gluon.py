"""Writes tests/golden/gluon.json: layers and losses of MXNet 1.9.1.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/gluon.py

Each layer is made with keyword arguments ("options", in JavaScript's spelling), initialized by Xavier with seed 7, and called on
an input that a formula gives, inside of record. The file has what it prints, its parameters' names, its output and, with the
sum of squares of the output as the loss, the gradients of its parameters and of the input. Losses likewise, with labels, and
the symbols that they export.
"""
import json
import os
import pathlib
import tempfile

# oneDNN's kernels are less exact, and its max pooling has wrong gradients for some windows.
os.environ["MXNET_MKLDNN_ENABLED"] = "0"

import mxnet as mx
from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "gluon.json"


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def numbers(x):
    return [float(v) for v in x.asnumpy().ravel()]


def wave(shape):
    """Element i is (7 i mod 11) / 11 - 0.3."""
    return (nd.arange(int(mx.np.prod(mx.np.array(shape)).item())) * 7 % 11 / 11 - 0.3).reshape(shape)


IMAGE = (2, 2, 6, 6)
LAYERS = [
    ("Dense", {"units": 3, "activation": "sigmoid"}, IMAGE),
    ("Dense", {"units": 3, "flatten": False, "use_bias": False}, IMAGE),
    ("Dense", {"units": 2, "in_units": 5, "weight_initializer": "ones", "bias_initializer": "ones"}, (3, 5)),
    ("Conv1D", {"channels": 3, "kernel_size": 3, "padding": 1}, (2, 2, 6)),
    ("Conv2D", {"channels": 3, "kernel_size": 3, "strides": 2, "padding": 1, "activation": "tanh"}, IMAGE),
    ("Conv2D", {"channels": 4, "kernel_size": (3, 2), "dilation": (1, 2), "groups": 2, "use_bias": False}, IMAGE),
    ("Conv3D", {"channels": 2, "kernel_size": 2}, (1, 2, 2, 3, 4)),
    ("MaxPool1D", {}, (2, 2, 6)),
    ("MaxPool2D", {"pool_size": 3, "strides": 2, "ceil_mode": True}, IMAGE),
    ("MaxPool3D", {"pool_size": (1, 2, 2)}, (1, 2, 2, 4, 4)),
    ("AvgPool1D", {"padding": 1}, (2, 2, 6)),
    ("AvgPool2D", {"pool_size": 2, "padding": 1, "count_include_pad": False}, IMAGE),
    ("AvgPool3D", {"strides": 1}, (1, 2, 2, 4, 4)),
    ("GlobalMaxPool2D", {}, IMAGE),
    ("GlobalAvgPool2D", {}, IMAGE),
    ("GlobalAvgPool1D", {}, (2, 2, 6)),
    ("BatchNorm", {}, IMAGE),
    ("BatchNorm", {"scale": False, "center": False, "momentum": 0.5, "epsilon": 0.001}, IMAGE),
    ("BatchNorm", {"axis": -1, "use_global_stats": True}, IMAGE),
    ("LayerNorm", {}, IMAGE),
    ("LayerNorm", {"axis": 1, "scale": False, "in_channels": 2}, IMAGE),
    ("Flatten", {}, IMAGE),
    ("Dropout", {"rate": 0.5}, (4, 6)),
    ("Dropout", {"rate": 0.5, "axes": (0,)}, (4, 6)),
    ("Dropout", {"rate": 0}, (4, 6)),
    ("Activation", {"activation": "softrelu"}, (2, 6)),
    ("LeakyReLU", {"alpha": 0.1}, (2, 6)),
    ("PReLU", {}, (2, 6)),
    ("PReLU", {"alpha_initializer": "zeros", "in_channels": 6}, (2, 6)),
    ("ELU", {"alpha": 0.5}, (2, 6)),
    ("SELU", {}, (2, 6)),
    ("GELU", {}, (2, 6)),
    ("Swish", {"beta": 2.0}, (2, 6)),
    ("HybridLambda", {"function": "tanh"}, (2, 6)),
]

LOGITS, REAL = [[1, 2, 3], [0, 1, -1]], [[0, 2.5, 1], [1, 1, 1]]
PROBABILITIES, BINARY = [[0.9, 0.2, 0.6], [0.1, 0.8, 0.3]], [[0, 0, 1], [1, 0, 0]]
SIGNED, CLASSES, SAMPLES = [[1, -1, 1], [1, -1, 1]], [2, 0], [[2.0], [0.5]]
COUNTS, STEPS = [[0, 4, 1], [2, 1, 3]], [[[0, 1, 2], [2, 0, 0], [1, 1, 3]], [[1, 0, 1], [0, 3, 1], [0, 0, 1]]]
POSITIVE = [[3, 4, 1], [2, 1, 3]]
LOG_PROBABILITIES = [[-0.5, -1.5, -2], [-1, -1, -1]]
LOSSES = [
    ("L2Loss", {}, LOGITS, REAL, None),
    ("L2Loss", {"weight": 3.0, "batch_axis": 1}, LOGITS, REAL, SAMPLES),
    ("L1Loss", {}, LOGITS, REAL, None),
    ("L1Loss", {"weight": 0.5}, LOGITS, REAL, SAMPLES),
    ("HuberLoss", {}, LOGITS, REAL, None),
    ("HuberLoss", {"rho": 0.3}, LOGITS, REAL, SAMPLES),
    ("HingeLoss", {}, LOGITS, SIGNED, None),
    ("HingeLoss", {"margin": 2}, LOGITS, SIGNED, SAMPLES),
    ("SoftmaxCrossEntropyLoss", {}, LOGITS, CLASSES, None),
    ("SoftmaxCrossEntropyLoss", {"sparse_label": False, "weight": 2.5}, LOGITS, BINARY, SAMPLES),
    ("SoftmaxCrossEntropyLoss", {"from_logits": True, "axis": 1}, LOG_PROBABILITIES, CLASSES, None),
    ("SigmoidBinaryCrossEntropyLoss", {}, LOGITS, BINARY, None),
    ("SigmoidBinaryCrossEntropyLoss", {"from_sigmoid": True}, PROBABILITIES, BINARY, SAMPLES),
    ("SigmoidBinaryCrossEntropyLoss", {}, LOGITS, BINARY, None, [[2.0, 1.0, 3.0]]),
    ("SigmoidBinaryCrossEntropyLoss", {"from_sigmoid": True}, PROBABILITIES, BINARY, None, [[2.0, 1.0, 3.0]]),
    ("KLDivLoss", {}, LOG_PROBABILITIES, PROBABILITIES, None),
    ("KLDivLoss", {"from_logits": False}, LOGITS, PROBABILITIES, SAMPLES),
    ("SquaredHingeLoss", {"margin": 2}, LOGITS, SIGNED, SAMPLES),
    ("LogisticLoss", {}, LOGITS, SIGNED, None),
    ("LogisticLoss", {"label_format": "binary", "weight": 0.5}, LOGITS, BINARY, SAMPLES),
    ("TripletLoss", {}, LOGITS, REAL, SIGNED),
    ("TripletLoss", {"margin": 0.5, "weight": 1.5}, LOGITS, REAL, BINARY),
    ("PoissonNLLLoss", {}, LOGITS, COUNTS, None),
    ("PoissonNLLLoss", {"from_logits": False, "compute_full": True, "weight": 2.5}, PROBABILITIES, POSITIVE, SAMPLES),
    ("CosineEmbeddingLoss", {}, LOGITS, REAL, [1, -1]),
    ("CosineEmbeddingLoss", {"margin": -0.5, "weight": 2.5}, LOGITS, REAL, [-1, 1], SAMPLES),
    ("CTCLoss", {}, STEPS, [[1, 0], [0, -1]], None),
    ("CTCLoss", {"layout": "TNC", "label_layout": "TN", "weight": 0.5}, STEPS, [[1, 0, 1], [0, 0, 1]], [2, 2, 1], [2, 1, 1]),
    ("CTCLoss", {}, STEPS, [[1, 0], [0, 1]], None, [1, 2], [0.5, 2.0]),
    ("SDMLLoss", {}, LOGITS, REAL),
    ("SDMLLoss", {"smoothing_parameter": 0.1}, LOGITS, BINARY),
]

def options(kwargs):
    return {camel(k): list(v) if isinstance(v, tuple) else v for k, v in kwargs.items()}


def layer(name, kwargs, shape):
    block, x = getattr(nn, name)(**kwargs, prefix="x_"), wave(shape)
    x.attach_grad()
    before = repr(block)
    mx.random.seed(7)
    block.initialize(init.Xavier())
    with autograd.record():
        y = block(x)
        loss = (y * y).sum()
    loss.backward()
    params = {
        k: {"shape": p.shape, "data": numbers(p.data()), "grad": None if p.grad_req == "null" else numbers(p.grad())}
        for k, p in block.collect_params().items()
    }
    return {
        "layer": name, "options": options(kwargs), "input": shape, "before": before, "after": repr(block), "shape": y.shape,
        "output": numbers(y), "grad": numbers(x.grad), "params": params, "predicted": numbers(block(x)),
    }


def exported(block, inputs):
    """The text of the symbol that a block exports after a call; None for what cannot be a symbol."""
    block.hybridize()
    try:
        block(*inputs)
    except (AttributeError, mx.base.NotImplementedForSymbol):
        return None
    with tempfile.TemporaryDirectory() as folder:
        block.export(f"{folder}/net")
        return pathlib.Path(f"{folder}/net-symbol.json").read_text()


def loss_case(name, kwargs, pred, label, *more):
    block = getattr(gluon.loss, name)(**kwargs, prefix="x_")
    p = nd.array(pred)
    p.attach_grad()
    inputs = [p, nd.array(label), *(None if w is None else nd.array(w) for w in more)]
    # The full loss changes an array in place, which can neither be recorded nor be a symbol.
    full = kwargs.get("compute_full")
    with autograd.pause() if full else autograd.record():
        y = block(*inputs)
    if not full:
        y.backward()
    return {
        "loss": name, "options": options(kwargs), "text": repr(block), "pred": pred, "label": label, "more": more,
        "shape": y.shape, "output": numbers(y), "grad": None if full else numbers(p.grad), "symbol": exported(block, inputs),
    }


cases = {
    "layers": [layer(*case) for case in LAYERS],
    "losses": [loss_case(*case) for case in LOSSES],
}
lists = ",\n".join(f' "{k}": [\n' + ",\n".join("  " + json.dumps(case) for case in v) + "\n ]" for k, v in cases.items())
OUT.write_text("{\n" + lists + "\n}\n")
