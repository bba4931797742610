"""Writes tests/golden/symbol/control.json and control.params: loops and branches in symbols, as MXNet 1.9.1 makes and runs them.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/control.py

tests/symbol/control-programs.ts makes the same symbols in TypeScript. control.json has their JSON and names by case;
control.params has the values of the runs: argument, head, output, gradient, by CASE/KIND:NAME.
"""
import json
import pathlib
import zlib

import mxnet as mx
import numpy as np
from mxnet import nd, sym

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "symbol"
V = sym.Variable
foreach, while_loop, cond = sym.contrib.foreach, sym.contrib.while_loop, sym.contrib.cond
cases, arrays = [], {}


def draw(key, shape):
    return np.random.RandomState(zlib.crc32(key.encode())).uniform(-1, 1, shape)


def run(name, symbol, shapes, values, steps, trains):
    args, grads = {}, {}
    for key in symbol.list_arguments():
        drawn = values.get(key, draw(f"{name}/{key}", shapes.get(key, (1,))))
        args[key] = nd.array(drawn)
        grads[key] = nd.zeros(args[key].shape)
    executor = symbol.bind(mx.cpu(), args, args_grad=grads if trains else None)
    heads = [nd.array(draw(f"{name}/head{i}", y.shape)) for i, y in enumerate(executor.forward(trains))]
    if trains:
        executor.backward(heads)
    for kind, dict_ in (("argument", args), ("gradient", grads if trains else {})):
        for key, value in dict_.items():
            arrays[f"{name}/{kind}:{key}"] = nd.array(value.asnumpy())
    for i, (head, output) in enumerate(zip(heads, executor.outputs)):
        value = output.asnumpy().copy()
        if steps is not None and value.shape[0] != 1:
            value[steps:] = 0  # MXNet leaves there what was in memory.
        arrays[f"{name}/head:{i}"] = head
        arrays[f"{name}/output:{i}"] = nd.array(value)


def case(name, make, shapes=None, values=None, steps=None, runs=True, trains=True):
    with mx.name.NameManager():
        symbol = make()
    cases.append({
        "name": name,
        "json": symbol.tojson(),
        "arguments": symbol.list_arguments(),
        "outputs": symbol.list_outputs(),
        "internals": symbol.get_internals().list_outputs(),
        "runs": runs,
        "trains": runs and trains,
    })
    if runs:
        run(name, symbol, shapes or {}, values or {}, steps, trains)


def plain():
    o, s = foreach(lambda x, s: (x + s, x + s), V("d"), V("s"))
    return sym.Group([o, s])


def several():
    w = V("w")
    double = w * 2

    def step(x, states):
        h = sym.FullyConnected(x[0], num_hidden=3, name="fc") * double + states[0]
        c = sym.tanh(x[1]) + states[1] * w
        return [h, [c]], [h, c]

    (h, (c,)), states = foreach(step, [V("a"), V("b")], [V("s"), V("t")], name="several")
    return sym.Group([h, c] + states)


def states_only():
    return foreach(lambda x, s: ([], [s[0] * x]), V("d"), [V("s")], name="states_only")[1][0]


def outputs_only():
    w = V("w")
    return foreach(lambda x, s: (x * w, []), V("d"), [], name="outputs_only")[0]


def recurrent():
    def step(x, h):
        i = sym.FullyConnected(x, num_hidden=3, name="i2h")
        y = sym.Activation(i + sym.FullyConnected(h, num_hidden=3, name="h2h"), act_type="tanh", name="act")
        return y, y

    o, h = foreach(step, V("data"), V("h"), name="recurrent")
    return sym.Group([o * 2, h])


def normalised():
    def step(x, h):
        y = sym.BatchNorm(x, fix_gamma=False, name="bn") + h
        return y, y

    return sym.Group(list(foreach(step, V("data"), V("h"), name="normalised")))


def parts():
    a = sym.split(V("d"), num_outputs=2, squeeze_axis=True, name="parts")

    def step(x, s):
        y = sym.split(x[0] * a[1], num_outputs=2, name="inner")
        return y[0] + s, y[1] + x[1]

    return sym.Group(list(foreach(step, [a[0], a[1]], V("s"), name="parts")))


def counting():
    k = V("k")
    o, v = while_loop(lambda i, s: i <= 4, lambda i, s: ([i + s], [i + 1, s + i * k]), (V("i"), V("s")), max_iterations=6, name="counting")
    return sym.Group(o + v)


def bound():
    k = V("k")
    o, v = while_loop(lambda i, s: i <= k, lambda i, s: ([i + s], [i + 1, s + i * k]), (V("i"), V("s")), max_iterations=6, name="bound")
    return sym.Group(o + v)


def stopped():
    o, v = while_loop(lambda x: x < 100, lambda x: (x * x, [x * 2]), [V("x")], max_iterations=3, name="stopped")
    return sym.Group([o] + v)


def alone():
    return while_loop(lambda x: x < 3, lambda x: (None, x + x * V("w")), V("x"), max_iterations=9, name="alone")[1]


def branch(name):
    a, b = V("a"), V("b")
    h = a + 1
    return cond(a * b < 5, lambda: (h + 5) * (b + 5), lambda: (a - 5) * (b - 5), name=name)


def branches():
    a, b = V("a"), V("b")
    first, (second,) = cond(sym.sum(a) < 0, lambda: [(a + 5) * (b + 5), [a]], lambda: [(a - 5) * (b - 5), [a * 2]], name="branches")
    return sym.Group([first, second])


def nested():
    w, v = V("w"), V("v")

    def outer(x, s):
        o, t = foreach(lambda z, t: (z * t + v, z + t), x * w, s)
        return sym.sum(o, axis=0) * v, t

    return sym.Group(list(foreach(outer, V("d"), V("s"), name="nested")))


def mixed():
    k = V("k")

    def step(x, s):
        y = cond(s < 2, lambda: s + x, lambda: s * x)
        _, last = while_loop(lambda z: z < k, lambda z: (None, [z * 2 + y * 0]), [x * x], max_iterations=4)
        return last[0] + y, y

    return sym.Group(list(foreach(step, V("d"), V("s"), name="mixed")))


one = lambda value: np.array([value], dtype="float32")
case("plain", plain, {"d": (4, 3), "s": (3,)})
case("several", several, {"a": (4, 2, 5), "b": (4, 2, 3), "s": (2, 3), "t": (2, 3), "w": (2, 3), "fc_weight": (3, 5), "fc_bias": (3,)})
case("states_only", states_only, {"d": (5, 2), "s": (2,)})
case("outputs_only", outputs_only, {"d": (5, 2), "w": (2,)})
case("recurrent", recurrent, {"data": (4, 2, 5), "h": (2, 3), "i2h_weight": (3, 5), "i2h_bias": (3,), "h2h_weight": (3, 3), "h2h_bias": (3,)})
# MXNet has no gradient of a loop whose body has moving statistics.
case("normalised", normalised, runs=False)
case("parts", parts, runs=False)
case("counting", counting, values={"i": one(1), "s": one(0.5), "k": one(4)}, steps=4)
# MXNet has no gradient where the condition takes what the body does not.
case("bound", bound, values={"i": one(1), "s": one(0.5), "k": one(4)}, steps=4, trains=False)
case("stopped", stopped, values={"x": one(1.5)})
case("alone", alone, values={"x": one(0.25), "w": one(0.75)})
case("branch true", lambda: branch("yes"), values={"a": one(1), "b": one(2)})
case("branch false", lambda: branch("no"), values={"a": one(3), "b": one(2)})
case("branches", branches, {"a": (3,), "b": (3,)})
# Nor of loops within loops.
case("nested", nested, {"d": (3, 4, 2), "s": (2,), "w": (4, 2), "v": (2,)}, trains=False)
case("mixed", mixed, runs=False)
(OUT / "control.json").write_text(json.dumps(cases, indent=1) + "\n")
nd.save(str(OUT / "control.params"), arrays)
print(len(cases), "cases,", len(arrays), "arrays")
