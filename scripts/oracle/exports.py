"""Symbols that gluon blocks export, for tests/gluon/export.test.ts: writes tests/golden/exports.json."""

import json
import tempfile
from pathlib import Path

import mxnet as mx
from mxnet import gluon
from mxnet.gluon import nn

OUT = Path(__file__).resolve().parents[2] / "tests" / "golden" / "exports.json"


def lenet():
    net = nn.HybridSequential(prefix="lenet_")
    with net.name_scope():
        net.add(nn.Conv2D(6, 5, activation="tanh"), nn.MaxPool2D(2, 2), nn.Conv2D(8, 3, padding=1, use_bias=False))
        net.add(nn.BatchNorm(), nn.Activation("relu"), nn.GlobalAvgPool2D(), nn.Flatten(), nn.Dropout(0.5))
        net.add(nn.Dense(12, activation="relu"), nn.Dense(5))
    return net, [(2, 1, 14, 14)]


def small_layers():
    net = nn.HybridSequential(prefix="small_")
    with net.name_scope():
        net.add(nn.Embedding(10, 6), nn.LayerNorm(), nn.LeakyReLU(0.1), nn.PReLU(), nn.ELU(0.3), nn.SELU(), nn.GELU())
        net.add(nn.Swish(1.5), nn.HybridLambda("tanh"), nn.Dense(3, flatten=False))
    return net, [(2, 4)]


class Two(gluon.HybridBlock):
    """Two inputs, a parameter of its own, two outputs."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.scale = self.params.get("scale", shape=(1, 3), init="ones")
            self.out = nn.Dense(2, in_units=3)

    def hybrid_forward(self, F, a, b, scale):
        c = F.broadcast_mul(a + b * 2, scale)
        return self.out(c), F.exp(c)


def two():
    return Two(prefix="two_"), [(2, 3), (2, 3)]


def main():
    cases = {}
    for make in [lenet, small_layers, two]:
        net, shapes = make()
        net.initialize()
        net.hybridize()
        net(*[mx.nd.ones(shape) for shape in shapes])
        with tempfile.TemporaryDirectory() as folder:
            net.export(f"{folder}/net")
            text = Path(f"{folder}/net-symbol.json").read_text()
            names = list(mx.nd.load(f"{folder}/net-0000.params"))
        cases[make.__name__] = {"symbol": text, "names": names}
    OUT.write_text(json.dumps(cases, indent=1) + "\n")


if __name__ == "__main__":
    main()
