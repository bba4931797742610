"""MXNet's workloads: a program for bench/run/processes.ts. Its engine is asynchronous: runs wait for their results."""

import numpy as np

# A name that MXNet 1.9.1 asks for and newer versions of NumPy lack.
np.bool = bool

import mxnet as mx  # noqa: E402
from mxnet import autograd, gluon, nd  # noqa: E402

from loop import Pairs, norm_of, serve, training_data, values, weight_of  # noqa: E402


def tensor(seed, shape):
    return nd.array(values(seed, shape))


def making(make):
    return {"run": lambda: make().wait_to_read(), "output": lambda: make().asnumpy()}


def product(work):
    a, b = tensor(1, [work["m"], work["k"]]), tensor(2, [work["k"], work["n"]])
    return making(lambda: nd.dot(a, b))


def elementwise(work):
    x, row = tensor(1, work["shape"]), tensor(2, work["shape"][1:])
    functions = {
        "expAdd": lambda: nd.exp(x) + x,
        "tanh": lambda: nd.tanh(x),
        "broadcastAdd": lambda: nd.broadcast_add(x, row.reshape((1, -1))),
        "sum": lambda: nd.sum(x),
        "softmax": lambda: nd.softmax(x),
    }
    return making(functions[work["kind"]])


def convolution(work):
    kernel = work["kernel"]
    x = tensor(1, [work["batch"], work["channels"], work["size"], work["size"]])
    w = tensor(2, [work["filters"], work["channels"] // work["groups"], kernel, kernel])
    options = {"kernel": (kernel,) * 2, "stride": (work["stride"],) * 2, "pad": (work["pad"],) * 2}
    options.update(num_filter=work["filters"], num_group=work["groups"], no_bias=True)
    if work["kind"] == "convolution":
        return making(lambda: nd.Convolution(x, w, **options))
    x.attach_grad()
    w.attach_grad()

    def run():
        with autograd.record():
            y = nd.Convolution(x, w, **options)
        y.backward()
        x.grad.wait_to_read()
        w.grad.wait_to_read()

    def output():
        run()
        return np.concatenate([x.grad.asnumpy().ravel(), w.grad.asnumpy().ravel()])

    return {"run": run, "output": output}


def stream(work):
    make = nd.random.uniform if work["kind"] == "uniform" else nd.random.normal
    return making(lambda: make(0, 1, shape=tuple(work["shape"])))


def chain(work):
    x = tensor(1, [work["size"]])
    x.attach_grad()

    def run():
        with autograd.record():
            y = x
            for _ in range(work["adds"]):
                y = y + x
        y.backward()
        x.grad.wait_to_read()

    def output():
        run()
        return x.grad.asnumpy()

    return {"run": run, "output": output}


def training(work):
    x, labels, weights = training_data(work)
    x, labels = nd.array(x), nd.array(labels)
    net = gluon.nn.HybridSequential()
    for layer in work["layers"]:
        if layer["type"] == "pool":
            net.add(gluon.nn.MaxPool2D(2, 2))
        elif layer["type"] == "flatten":
            net.add(gluon.nn.Flatten())
        else:
            activation = "relu" if layer["relu"] else None
            units = layer["weight"][0]
            dense = layer["type"] == "dense"
            net.add(
                gluon.nn.Dense(units, activation)
                if dense
                else gluon.nn.Conv2D(units, layer["weight"][2], activation=activation)
            )
    net.initialize()
    net(x).wait_to_read()
    names = [p for name, p in net.collect_params().items() if name.endswith("weight")]
    for parameter, weight in zip(names, weights):
        parameter.set_data(nd.array(weight))
    net.hybridize(static_alloc=True, static_shape=True)
    settings = {"learning_rate": work["rate"], "momentum": work["momentum"]}
    trainer = gluon.Trainer(net.collect_params(), "sgd", settings)
    loss_of = gluon.loss.SoftmaxCrossEntropyLoss()
    loss_of.hybridize(static_alloc=True, static_shape=True)

    def step():
        with autograd.record():
            loss = loss_of(net(x), labels)
        loss.backward()
        trainer.step(work["batch"])
        return loss

    def run():
        step()
        nd.waitall()

    return {"run": run, "output": lambda: [step().mean().asscalar() for _ in range(work["steps"])]}


def symbol(node, i, source, other, epsilon):
    sym = mx.sym
    if node["type"] == "maxPool":
        window = {name: (node[name],) * 2 for name in ("kernel", "stride", "pad")}
        return sym.Pooling(source, pool_type="max", **window)
    if node["type"] == "meanPool":
        return sym.Pooling(source, kernel=(1, 1), global_pool=True, pool_type="avg")
    if node["type"] == "dense":
        return sym.FullyConnected(source, num_hidden=node["weight"][0], no_bias=True, name="n%d" % i)
    if node["type"] == "addRelu":
        return sym.relu(source + other)
    filters, _, kernel, _ = node["weight"]
    options = {"kernel": (kernel,) * 2, "stride": (node["stride"],) * 2, "pad": (node["pad"],) * 2}
    options.update(num_filter=filters, num_group=node["groups"], no_bias=True)
    y = sym.Convolution(source, name="n%d" % i, **options)
    y = sym.BatchNorm(y, eps=epsilon, fix_gamma=False, name="n%d" % i)
    return sym.relu(y) if node["relu"] else y


def inference(work):
    data, symbols, arrays = mx.sym.Variable("data"), [], {}
    for i, node in enumerate(work["nodes"]):
        source = symbols[node["from"]] if node["from"] >= 0 else data
        other = symbols[node["other"]] if "other" in node else None
        symbols.append(symbol(node, i, source, other, work["epsilon"]))
        if "weight" in node:
            arrays["n%d_weight" % i] = weight_of(node, i)
        if node["type"] == "conv":
            names = ("gamma", "beta", "moving_mean", "moving_var")
            arrays.update({"n%d_%s" % (i, name): a for name, a in zip(names, norm_of(node, i))})
    net = gluon.SymbolBlock(symbols[-1], data)
    net.initialize()
    x = tensor(1, work["image"])
    net(x).wait_to_read()
    for name, parameter in net.collect_params().items():
        parameter.set_data(nd.array(arrays[name]))
    net.hybridize(static_alloc=True, static_shape=True)
    return making(lambda: net(x))


def shapes(work):
    pairs = Pairs(work["fresh"], tensor)

    def compute(x, w):
        return nd.tanh(nd.dot(x, w))

    return {
        "supply": pairs.supply,
        "run": lambda: compute(*pairs.inputs.pop()).wait_to_read(),
        "output": lambda: compute(*pairs.next()).asnumpy(),
    }


if __name__ == "__main__":
    makers = {"product": product, "chain": chain, "training": training, "inference": inference, "shapes": shapes}
    makers.update({kind: elementwise for kind in ("expAdd", "tanh", "broadcastAdd", "sum", "softmax")})
    makers.update({kind: convolution for kind in ("convolution", "convolutionGradient")})
    makers.update({kind: stream for kind in ("uniform", "normal")})
    serve(makers, mx.__version__)
