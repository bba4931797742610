"""PyTorch's workloads: a program for bench/run/processes.ts."""

import os

import numpy as np
import torch
from torch.nn import functional as F

from loop import Pairs, norm_of, serve, training_data, values, weight_of

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))


def tensor(seed, shape):
    return torch.from_numpy(values(seed, shape))


def making(make):
    """A task without gradients."""

    def run():
        with torch.no_grad():
            return make()

    return {"run": run, "output": lambda: run().numpy()}


def product(work):
    a, b = tensor(1, [work["m"], work["k"]]), tensor(2, [work["k"], work["n"]])
    return making(lambda: a @ b)


def elementwise(work):
    x, row = tensor(1, work["shape"]), tensor(2, work["shape"][1:])
    functions = {
        "expAdd": lambda: torch.exp(x) + x,
        "tanh": lambda: torch.tanh(x),
        "broadcastAdd": lambda: x + row,
        "sum": lambda: x.sum(),
        "softmax": lambda: torch.softmax(x, 1),
    }
    return making(functions[work["kind"]])


def convolution(work):
    x = tensor(1, [work["batch"], work["channels"], work["size"], work["size"]])
    w = tensor(2, [work["filters"], work["channels"] // work["groups"], work["kernel"], work["kernel"]])
    options = {"stride": work["stride"], "padding": work["pad"], "groups": work["groups"]}
    if work["kind"] == "convolution":
        return making(lambda: F.conv2d(x, w, **options))
    x.requires_grad_()
    w.requires_grad_()

    def run():
        x.grad = w.grad = None
        F.conv2d(x, w, **options).sum().backward()

    def output():
        run()
        return np.concatenate([x.grad.numpy().ravel(), w.grad.numpy().ravel()])

    return {"run": run, "output": output}


def stream(work):
    make = torch.rand if work["kind"] == "uniform" else torch.randn
    return making(lambda: make(work["shape"]))


def chain(work):
    x = tensor(1, [work["size"]]).requires_grad_()

    def run():
        x.grad = None
        y = x
        for _ in range(work["adds"]):
            y = y + x
        y.sum().backward()

    def output():
        run()
        return x.grad.numpy()

    return {"run": run, "output": output}


def training(work):
    x, labels, weights = training_data(work)
    x, labels = torch.from_numpy(x), torch.from_numpy(labels)
    params = []
    for w in weights:
        params += [torch.from_numpy(w).requires_grad_(), torch.zeros(w.shape[0], requires_grad=True)]
    optimizer = torch.optim.SGD(params, lr=work["rate"], momentum=work["momentum"])

    def forward(y):
        rest = iter(params)
        for layer in work["layers"]:
            if layer["type"] == "pool":
                y = F.max_pool2d(y, 2)
            elif layer["type"] == "flatten":
                y = y.flatten(1)
            else:
                y = (F.conv2d if layer["type"] == "conv" else F.linear)(y, next(rest), next(rest))
                if layer["relu"]:
                    y = F.relu(y)
        return y

    def run():
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(forward(x), labels)
        loss.backward()
        optimizer.step()
        return loss

    return {"run": run, "output": lambda: [run().item() for _ in range(work["steps"])]}


def compute(node, source, other, params, epsilon):
    if node["type"] == "maxPool":
        return F.max_pool2d(source, node["kernel"], node["stride"], node["pad"])
    if node["type"] == "meanPool":
        return source.mean((2, 3))
    if node["type"] == "addRelu":
        return F.relu(source + other)
    if node["type"] == "dense":
        return F.linear(source, params[0])
    y = F.conv2d(source, params[0], stride=node["stride"], padding=node["pad"], groups=node["groups"])
    gamma, beta, mean, variance = params[1:]
    y = F.batch_norm(y, mean, variance, gamma, beta, eps=epsilon)
    return F.relu_(y) if node["relu"] else y


def inference(work):
    nodes, x, params = work["nodes"], tensor(1, work["image"]), []
    for i, node in enumerate(nodes):
        arrays = [weight_of(node, i)] if "weight" in node else []
        arrays += norm_of(node, i) if node["type"] == "conv" else []
        params.append([torch.from_numpy(a) for a in arrays])

    def make():
        outputs = []
        for i, node in enumerate(nodes):
            source = outputs[node["from"]] if node["from"] >= 0 else x
            other = outputs[node["other"]] if "other" in node else None
            outputs.append(compute(node, source, other, params[i], work["epsilon"]))
        return outputs[-1]

    return making(make)


def shapes(work):
    pairs = Pairs(work["fresh"], tensor)

    def compute_pair(x, w):
        with torch.no_grad():
            return torch.tanh(x @ w)

    return {
        "supply": pairs.supply,
        "run": lambda: compute_pair(*pairs.inputs.pop()),
        "output": lambda: compute_pair(*pairs.next()).numpy(),
    }


if __name__ == "__main__":
    makers = {"product": product, "chain": chain, "training": training, "inference": inference, "shapes": shapes}
    makers.update({kind: elementwise for kind in ("expAdd", "tanh", "broadcastAdd", "sum", "softmax")})
    makers.update({kind: convolution for kind in ("convolution", "convolutionGradient")})
    makers.update({kind: stream for kind in ("uniform", "normal")})
    serve(makers, torch.__version__)
