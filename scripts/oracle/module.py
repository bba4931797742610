"""Writes tests/golden/module/: what training with Module makes of symbols in MXNet 1.9.1.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/module.py

"cases.json" has, for each case, the symbol, what fit is called with (in JavaScript's spelling), the data, the lines that fit logs
(without times), all parameters after it, and what predict, score and input gradients give then. Random numbers of both kinds are
seeded with 11 before the iterator is made. "mlp-symbol.json" and "mlp-0003.params" are a checkpoint that MXNet wrote.
"""
import json
import logging
import os
import pathlib

# oneDNN's kernels are less exact.
os.environ["MXNET_MKLDNN_ENABLED"] = "0"

import mxnet as mx
import numpy as np
from mxnet import nd, sym

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "module"
random = np.random.RandomState(2)
X = random.normal(0, 1, (50, 5)).round(3)
Y = (np.abs(X[:, 0] + X[:, 1]) + (X[:, 2] > 0)).astype(int) % 3
IMAGES = random.normal(0, 1, (24, 2, 6, 6)).round(2)
KINDS = (IMAGES.mean((1, 2, 3)) > 0).astype(int)


def mlp():
    net = sym.FullyConnected(sym.Variable("data"), num_hidden=8, name="fc1")
    net = sym.FullyConnected(sym.Activation(net, act_type="relu", name="relu1"), num_hidden=3, name="fc2")
    return sym.SoftmaxOutput(net, name="softmax")


def attributed():
    weight = sym.Variable("w", init=mx.init.Constant(0.25), lr_mult=0.5)
    bias = sym.Variable("b", init=mx.init.One(), wd_mult=2.0)
    net = sym.FullyConnected(sym.Variable("data"), weight, bias, num_hidden=4, name="fc1")
    net = sym.FullyConnected(sym.Activation(net, act_type="tanh", name="t"), num_hidden=3, name="fc2")
    return sym.SoftmaxOutput(net, name="softmax")


def conv():
    net = sym.Convolution(sym.Variable("data"), kernel=(3, 3), num_filter=4, name="conv")
    net = sym.BatchNorm(net, fix_gamma=False, name="bn")
    net = sym.Pooling(sym.Activation(net, act_type="relu", name="relu"), kernel=(2, 2), stride=(2, 2), pool_type="max", name="pool")
    return sym.SoftmaxOutput(sym.FullyConnected(net, num_hidden=2, name="fc"), name="softmax")


def regression():
    net = sym.FullyConnected(sym.Variable("data"), num_hidden=1, name="fc")
    return sym.LinearRegressionOutput(net, sym.Variable("target"), name="lin")


def dropped():
    net = sym.FullyConnected(sym.Variable("data"), num_hidden=8, name="fc1")
    net = sym.FullyConnected(sym.Dropout(net, p=0.5, name="drop"), num_hidden=3, name="fc2")
    return sym.SoftmaxOutput(net, name="softmax")


SGD = {"learning_rate": 0.5, "momentum": 0.9, "wd": 0.001}
CASES = [
    ("mlp", mlp, {"optimizer_params": {"learning_rate": 0.5}, "initializer": "Xavier"}, {}),
    ("mlp-momentum", mlp, {"optimizer_params": SGD, "initializer": "Xavier"}, {"shuffle": True}),
    ("mlp-adam", mlp, {"optimizer": "adam", "optimizer_params": {"learning_rate": 0.05, "wd": 0.1}}, {"shuffle": True}),
    ("mlp-fixed", mlp, {"optimizer_params": SGD, "initializer": "Xavier", "fixed_param_names": ["fc1_weight"]}, {}),
    ("mlp-discard", mlp, {"optimizer_params": SGD, "eval_metric": ["acc", "ce"]}, {"last_batch_handle": "discard"}),
    ("mlp-lamb", mlp, {"optimizer": "lamb", "optimizer_params": {"learning_rate": 0.1}, "begin_epoch": 1}, {}),
    ("attributed", attributed, {"optimizer_params": SGD, "initializer": "Xavier"}, {}),
    ("conv", conv, {"optimizer_params": {"learning_rate": 0.1, "wd": 0.01}, "initializer": "Xavier"}, {"batch_size": 8}),
    ("regression", regression, {"optimizer_params": {"learning_rate": 0.05}, "eval_metric": "mse"}, {"label_name": "target"}),
    ("dropped", dropped, {"optimizer_params": {**SGD, "learning_rate": 0.1}, "initializer": "Xavier"}, {"shuffle": True}),
]


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def spelt(options):
    return {camel(k): spelt(v) if isinstance(v, dict) else v for k, v in options.items()}


def array(x):
    return {"shape": list(x.shape), "data": [float(str(v)) for v in x.asnumpy().ravel()]}


def data_of(name):
    if name == "conv":
        return IMAGES, KINDS
    return X, (X[:, :1] - 2 * X[:, 1:2]).round(3)[:, 0] if name == "regression" else Y


class Lines(logging.Logger):
    def __init__(self):
        super().__init__("lines", logging.INFO)
        self.lines = []

    def handle(self, record):
        if "Time cost" not in record.getMessage():
            self.lines.append(record.getMessage())


def case(name, make, fit, iterator):
    x, y = data_of(name)
    net, fit = make(), dict(fit)
    fixed = fit.pop("fixed_param_names", None)
    initializer = getattr(mx.init, fit.pop("initializer"))() if "initializer" in fit else mx.init.Uniform(0.3)
    mx.random.seed(11)
    np.random.seed(11)
    given = {"batch_size": 10, "label_name": "softmax_label", **iterator}
    batches = mx.io.NDArrayIter(x, y, **given)
    logger = Lines()
    module = mx.mod.Module(net, label_names=[given["label_name"]], logger=logger, fixed_param_names=fixed)
    module.fit(batches, eval_data=mx.io.NDArrayIter(x[:17], y[:17], **{**given, "shuffle": False}), num_epoch=3,
               initializer=initializer, **fit)
    if name == "mlp":
        module.save_checkpoint(str(OUT / "mlp"), 3)
    args, auxs = module.get_params()
    plain = mx.io.NDArrayIter(x, y, **{**given, "batch_size": 15, "shuffle": False})
    predicted, scored = module.predict(plain), module.score(plain, fit.get("eval_metric", "acc"))
    module.bind(plain.provide_data, plain.provide_label, inputs_need_grad=True, force_rebind=True)
    plain.reset()
    module.forward_backward(next(plain))
    return {
        "name": name, "symbol": net.tojson(), "fit": spelt(fit), "iterator": spelt(given), "data": array(nd.array(x)),
        "label": array(nd.array(y)), "fixedParamNames": fixed, "initializer": type(initializer).__name__, "lines": logger.lines,
        "params": {k: array(v) for k, v in sorted({**args, **auxs}.items())}, "predicted": array(predicted), "score": scored,
        "inputGrad": array(module.get_input_grads()[0]),
    }


def bucket(key):
    net = sym.Embedding(sym.Variable("data"), input_dim=6, output_dim=4, name="embed")
    net = sym.FullyConnected(sym.sum(net, axis=1, name="sum"), num_hidden=3, name="fc")
    return sym.SoftmaxOutput(net, name="softmax"), ["data"], ["softmax_label"]


def bucketing():
    words = [random.randint(0, 6, (4, key)) for key in (5, 3, 3, 5, 2)]
    labels = [random.randint(0, 3, 4) for _ in words]
    mx.random.seed(11)
    module = mx.mod.BucketingModule(bucket, default_bucket_key=5, logger=Lines())
    module.bind([("data", (4, 5))], [("softmax_label", (4,))])
    module.init_params(mx.init.Uniform(0.5))
    module.init_optimizer(optimizer_params=SGD)
    for _ in range(2):
        for x, y in zip(words, labels):
            batch = mx.io.DataBatch(
                [nd.array(x)], [nd.array(y)], bucket_key=x.shape[1], provide_data=[("data", x.shape)],
                provide_label=[("softmax_label", y.shape)])
            module.forward_backward(batch)
            module.update()
    args, _ = module.get_params()
    batches = [[x.tolist(), y.tolist()] for x, y in zip(words, labels)]
    keys = sorted({x.shape[1] for x in words})
    return {"batches": batches, "symbols": {key: bucket(key)[0].tojson() for key in keys}, "params": {k: array(v) for k, v in args.items()}}


def sequential():
    first = sym.Activation(sym.FullyConnected(sym.Variable("data"), num_hidden=8, name="fc1"), act_type="relu", name="relu1")
    second = sym.SoftmaxOutput(sym.FullyConnected(sym.Variable("hidden"), num_hidden=3, name="fc2"), name="softmax")
    mx.random.seed(11)
    module = mx.mod.SequentialModule(logger=Lines())
    module.add(mx.mod.Module(first, label_names=[]))
    module.add(mx.mod.Module(second, data_names=["hidden"]), take_labels=True, auto_wiring=True)
    module.fit(mx.io.NDArrayIter(X, Y, 10), num_epoch=3, initializer=mx.init.Xavier(), optimizer_params=SGD)
    args, _ = module.get_params()
    return {"symbols": [first.tojson(), second.tojson()], "params": {k: array(v) for k, v in args.items()}}


def hinge(scores, labels):
    """The gradient of the hinge loss of several classes."""
    right = nd.one_hot(labels, scores.shape[1])
    wrong = nd.broadcast_sub(scores, nd.pick(scores, labels, keepdims=True)) + 1 - right > 0
    return wrong - nd.broadcast_mul(right, wrong.sum(axis=1, keepdims=True))


def python_loss():
    scores = sym.FullyConnected(sym.Variable("data"), num_hidden=3, name="fc")
    mx.random.seed(11)
    module = mx.mod.SequentialModule(logger=Lines())
    module.add(mx.mod.Module(scores, label_names=[], logger=Lines()))
    loss = mx.mod.PythonLossModule(grad_func=hinge, logger=Lines())
    module.add(loss, take_labels=True, auto_wiring=True)
    module.fit(mx.io.NDArrayIter(X, Y, 10), num_epoch=3, initializer=mx.init.Xavier(), optimizer_params=SGD)
    args, _ = module.get_params()
    score = module.score(mx.io.NDArrayIter(X, Y, 10), "acc")
    shapes = [[name, list(shape)] for name, shape in loss.output_shapes]
    return {"symbol": scores.tojson(), "params": {k: array(v) for k, v in args.items()}, "score": score, "shapes": shapes}


def monitored(pattern, sort):
    mx.random.seed(11)
    module = mx.mod.Module(mlp(), logger=Lines())
    module.bind([("data", (2, 5))], [("softmax_label", (2,))])
    module.init_params(mx.init.Uniform(0.3))
    monitor = mx.mon.Monitor(2, pattern=pattern, sort=sort)
    module.install_monitor(monitor)
    notes = []
    for _ in range(3):
        monitor.tic()
        module.forward(mx.io.DataBatch([nd.array(X[:2])], [nd.array(Y[:2])]))
        notes.append(monitor.toc())
    return {"pattern": pattern, "sort": sort, "notes": notes}


OUT.mkdir(exist_ok=True)
(OUT / "cases.json").write_text("[\n" + ",\n".join(json.dumps(case(*c), separators=(",", ":")) for c in CASES) + "\n]\n")
others = {
    "bucketing": bucketing(), "sequential": sequential(), "pythonLoss": python_loss(),
    "monitors": [monitored(".*", False), monitored("fc.*weight", False), monitored(".*", True)],
}
lines = ",\n".join(f' "{k}": {json.dumps(v, separators=(",", ":"))}' for k, v in others.items())
(OUT / "others.json").write_text("{\n" + lines + "\n}\n")
