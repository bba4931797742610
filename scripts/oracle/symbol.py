"""Writes tests/golden/symbol: what MXNet 1.9.1 makes of symbols.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/symbol.py

networks.json has for each network its JSON, lists of names, and what is inferred; networks.params has the values that its
executors are given and compute: argument, output, gradient, state (after forward and backward), by NETWORK/KIND:NAME.
named.json has the JSON of symbols made by code that tests/symbol/naming.test.ts repeats in TypeScript. inferred.json has what follows from what is known in part. legacy.json has files of
old versions, made up, and what 1.9.1 makes of them.
"""
import json
import pathlib
import re
import zlib

import mxnet as mx
import numpy as np
from mxnet import nd, sym

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "symbol"
V = sym.Variable
networks, arrays, named, legacy, inferred = [], {}, {}, [], []


def draw(key, shape, low=-1.0, high=1.0, whole=False):
    state = np.random.RandomState(zlib.crc32(key.encode()))
    return state.randint(low, high, shape) if whole else state.uniform(low, high, shape)


def first_line(error):
    return re.sub(r"\[\d\d:\d\d:\d\d\] ", "", str(error).split("Stack trace")[0].strip())


def network(name, symbol, shapes, types=None, ranges=None, req="write", runs=1, train=True, rtol=1e-5, gradients=True):
    """Infers and runs a network. `ranges` are (low, high, whole) of arguments' values."""
    types, ranges = types or {}, ranges or {}
    args, outs, auxs = symbol.infer_shape(**shapes)
    with_types = symbol.infer_type(**types) if types else symbol.infer_type(**{symbol.list_arguments()[0]: "float32"})
    entry = {
        "name": name,
        "json": symbol.tojson(),
        "arguments": symbol.list_arguments(),
        "outputs": symbol.list_outputs(),
        "states": symbol.list_auxiliary_states(),
        "internals": symbol.get_internals().list_outputs(),
        "known": {k: list(v) for k, v in shapes.items()},
        "types": types,
        "shapes": [[list(s) for s in part] for part in (args, outs, auxs)],
        "dtypes": [[np.dtype(t).name for t in part] for part in with_types] if with_types[0] else None,
        "req": req,
        "runs": runs,
        "train": train,
        "rtol": rtol,
    }
    kwargs = {"type_dict": types} if types else {}
    executor = symbol.simple_bind(mx.cpu(), grad_req=req, **kwargs, **shapes)

    def keep(kind, key, value):
        arrays[f"{name}/{kind}:{key}"] = nd.array(value.asnumpy(), dtype=value.dtype)

    for key, array in executor.arg_dict.items():
        array[:] = nd.array(draw(f"{name}/{key}", array.shape, *ranges.get(key, ())), dtype=array.dtype)
        keep("argument", key, array)
    for key, array in executor.aux_dict.items():
        array[:] = nd.array(draw(f"{name}/{key}", array.shape, 0.5, 1.5), dtype=array.dtype)
        keep("state", key, array)
    for _ in range(runs):
        outputs = executor.forward(is_train=train)
        heads = [nd.array(draw(f"{name}/{k}", o.shape), dtype=o.dtype) for k, o in executor.output_dict.items()]
        executor.backward(heads)
    for (key, output), head in zip(executor.output_dict.items(), heads):
        keep("output", key, output)
        keep("head", key, head)
    for key, array in executor.grad_dict.items():
        if array is not None and gradients:
            keep("gradient", key, array)
    for key, array in executor.aux_dict.items():
        if gradients:
            keep("moved", key, array)
    networks.append(entry)


def write(name, value):
    text = json.dumps(value, ensure_ascii=False, indent=1)
    (OUT / name).write_text(text + "\n", encoding="utf-8")


data = V("data")
label = {"softmax_label": (0, 3, True)}


def mlp():
    hidden = sym.Activation(sym.FullyConnected(data, num_hidden=5, name="fc1"), act_type="relu", name="relu1")
    return sym.SoftmaxOutput(sym.FullyConnected(hidden, num_hidden=3, name="fc2"), name="softmax")


def conv():
    x = sym.Convolution(data, kernel=(3, 3), num_filter=4, pad=(1, 1), no_bias=True, name="conv")
    x = sym.BatchNorm(x, fix_gamma=False, eps=1e-3, momentum=0.8, name="bn")
    x = sym.Activation(x, act_type="relu", name="relu")
    x = sym.Pooling(x, kernel=(2, 2), stride=(2, 2), pool_type="max", name="pool")
    return sym.SoftmaxOutput(sym.FullyConnected(sym.Flatten(x), num_hidden=3, name="fc"), name="softmax")


def residual():
    x = sym.Convolution(data, kernel=(3, 3), num_filter=3, pad=(1, 1), no_bias=True, name="a")
    x = sym.BatchNorm(x, name="norm")
    x = sym.Activation(x + data, act_type="tanh", name="joined")
    return sym.Pooling(x, global_pool=True, pool_type="avg", kernel=(1, 1), name="pooled")


def unrolled():
    state, outputs = sym.zeros((0, 4), name="begin"), []
    weights = [V(n) for n in ("i2h_weight", "i2h_bias", "h2h_weight", "h2h_bias")]
    for i, step in enumerate(sym.split(data, num_outputs=3, axis=1, squeeze_axis=True, name="steps")):
        i2h = sym.FullyConnected(step, weights[0], weights[1], num_hidden=4, name=f"i2h{i}")
        h2h = sym.FullyConnected(state, weights[2], weights[3], num_hidden=4, name=f"h2h{i}")
        state = sym.Activation(i2h + h2h, act_type="tanh", name=f"out{i}")
        outputs.append(state)
    return sym.stack(*outputs, axis=1, name="stacked")


network("mlp", mlp(), {"data": (4, 6)}, ranges=label)
network("mlp_add", mlp(), {"data": (4, 6)}, ranges=label, req="add", runs=2)
# oneDNN computes no gradient of a bias whose weight wants none.
network("mlp_mixed", mlp(), {"data": (4, 6)}, ranges=label, req={"fc1_weight": "write", "fc2_weight": "add", "fc2_bias": "add"}, runs=2)
network("mlp_predict", mlp(), {"data": (4, 6)}, ranges=label, train=False)
network("conv", conv(), {"data": (2, 3, 6, 6)}, ranges=label, rtol=1e-4)
# MXNet's backward of a prediction reads statistics that its forward does not write: it gives other numbers every time.
network("conv_predict", conv(), {"data": (2, 3, 6, 6)}, ranges=label, train=False, rtol=1e-4, gradients=False)
network("residual", residual(), {"data": (2, 3, 5, 5)}, rtol=1e-4)
network("unrolled", unrolled(), {"data": (2, 3, 5)})
network("linear", sym.LinearRegressionOutput(sym.FullyConnected(data, num_hidden=1, name="fc"), name="lro"), {"data": (4, 3)})
network("logistic", sym.LogisticRegressionOutput(sym.FullyConnected(data, num_hidden=2, name="fc"), name="out"), {"data": (4, 3)})
network("mae", sym.MAERegressionOutput(sym.FullyConnected(data, num_hidden=2, name="fc"), name="out"), {"data": (4, 3)})
network("made_loss", sym.MakeLoss(sym.mean(sym.square(data - V("target"))), grad_scale=2, name="loss"), {"data": (4, 3)})
b = V("b")
network("arithmetic", 2 - (data * 3 + b / 2) ** 2 * -b + 1 / (b + 5), {"data": (2, 3), "b": (2, 3)})
network("compared", (data > 0) * data + (data <= b) * b, {"data": (3, 4)})
network("grouped", sym.Group([sym.BlockGrad(sym.exp(data), name="seen"), sym.MakeLoss(sym.sum(data * data), name="loss")]), {"data": (3,)})
network("lstm", sym.RNN(data, mode="lstm", state_size=3, num_layers=2, state_outputs=True, name="r"), {"data": (4, 2, 5)}, rtol=1e-4)
network("gru", sym.RNN(data, mode="gru", state_size=3, num_layers=1, bidirectional=True, name="r"), {"data": (4, 2, 5)}, rtol=1e-4)
network("embedded", sym.FullyConnected(sym.mean(sym.Embedding(data, input_dim=7, output_dim=4, name="e"), axis=1), num_hidden=2, name="fc"), {"data": (3, 5)}, ranges={"data": (0, 7, True)}, req={"e_weight": "write", "fc_weight": "write", "fc_bias": "write"})
network("prelu", sym.LeakyReLU(data, act_type="prelu", name="p"), {"data": (2, 3, 4)})
network("norms", sym.InstanceNorm(sym.LayerNorm(data, name="ln"), name="inn"), {"data": (2, 3, 4)}, rtol=1e-4)
network("deconv", sym.Deconvolution(sym.UpSampling(data, scale=2, sample_type="nearest", name="up"), kernel=(3, 3), num_filter=2, no_bias=True, name="d"), {"data": (1, 2, 3, 3)}, rtol=1e-4)
network("moved", sym.slice_axis(sym.transpose(sym.Reshape(data, shape=(0, -1, 2)), axes=(2, 0, 1)), axis=0, begin=0, end=1), {"data": (3, 4, 2)})
network("joined", sym.concat(*sym.split(data, num_outputs=3, axis=1, name="cut"), dim=0), {"data": (2, 6)})
network("cut", sym.split(data, num_outputs=2, axis=0, name="cut"), {"data": (2, 3)})
w = V("w")
network("shared", sym.FullyConnected(sym.FullyConnected(data, w, num_hidden=3, no_bias=True, name="q1"), w, num_hidden=3, no_bias=True, name="q2"), {"data": (2, 3)})
network("broadcast", sym.broadcast_mul(data, V("s", shape=(1, 3))) + sym.broadcast_axis(V("t", shape=(2, 1)), axis=1, size=3), {"data": (2, 3)})
network("double", sym.FullyConnected(data, num_hidden=2, name="fc"), {"data": (2, 3)}, types={"data": "float64"})
network("cast", sym.Cast(sym.Cast(data, dtype="float64", name="up") * 3, dtype="float32", name="down"), {"data": (2, 3)})
network("global_stats", sym.BatchNorm(data, use_global_stats=True, fix_gamma=True, name="bn"), {"data": (4, 3)})
network("dot", sym.dot(data, V("b")), {"data": (2, 3), "b": (3, 4)})
network("variable", data, {"data": (2, 2)})
nd.save(str(OUT / "networks.params"), arrays)
write("networks.json", networks)


def keep(name, make):
    """What a piece of code makes, in name scopes of its own: a symbol's JSON, or plain data."""
    with mx.name.NameManager():
        result = make()
    named[name] = result.tojson() if isinstance(result, sym.Symbol) else result


def names():
    d = V("data")
    fc = sym.FullyConnected(d, num_hidden=4)
    fc2 = sym.FullyConnected(fc, num_hidden=3)
    a = sym.Activation(fc2, act_type="relu")
    b = a + 1
    c = b * fc2
    rest = (2 - c, sym.Convolution(d, kernel=(1, 1), num_filter=1), sym.sum(c), -c, c > 0, sym.concat(a, b, dim=1),
            sym.split(d, num_outputs=2), sym.Reshape(d, shape=(1,)), sym.reshape(d, shape=(1,)), sym.linalg.gemm2(d, d),
            sym.contrib.box_nms(d), sym.random.uniform(shape=(1,)), c ** 2, c / 2, c + c, c - c, c / c, sym.BatchNorm(d),
            sym.broadcast_add(d, d), c == c, c != 2, 2 / c, 2 ** c, c % 2, 2 % c, c - 2, c >= 1, c < c, c <= 2, sym.zeros((2,)),
            sym.random.normal(0, 1, shape=(2,)), sym.FullyConnected(d, num_hidden=1))
    return [s.name for s in (fc, fc2, a, b, c) + rest]


def composed():
    net1 = sym.FullyConnected(V("data"), num_hidden=2, name="n1")
    net2 = sym.FullyConnected(V("data2"), num_hidden=2, name="n2")
    return net2(data2=net1, name="composed")


def scoped():
    with mx.AttrScope(ctx_group="g1", __lr_mult__="3"):
        x = V("x")
        with mx.AttrScope(ctx_group="g2"):
            return sym.FullyConnected(x, num_hidden=1, name="y", attr={"__x__": "1"})


def prefixed():
    with mx.name.Prefix("p_"):
        return sym.FullyConnected(sym.FullyConnected(V("x"), num_hidden=1), num_hidden=1, name="z")


keep("names", names)
keep("composed", composed)
keep("scoped", scoped)
keep("scoped_attrs", lambda: scoped().attr_dict())
keep("prefixed", prefixed)
keep("layer", lambda: sym.FullyConnected(V("data"), num_hidden=4, name="f"))
keep("attributes", lambda: sym.FullyConnected(V("data"), num_hidden=4, name="f", attr={"__x__": "1"}).attr_dict())
keep("variable", lambda: V("w", shape=(1, 2), lr_mult=2, wd_mult=0, dtype="float32", init=mx.init.One(), attr={"a": "b"}, __mykey__="v"))
keep("variable_attrs", lambda: V("w", shape=(1, 2), lr_mult=2, wd_mult=0, dtype="float32", init=mx.init.One(), attr={"a": "b"}, __mykey__="v").list_attr())
keep("numbers", lambda: V("x") * 1e-7 + 1e20 + 0.1 + 1 / 3)
keep("tuples", lambda: sym.Convolution(V("data"), kernel=(3, 3), num_filter=8, pad=(1, 1), no_bias=True, name="c"))
keep("nones", lambda: sym.slice(sym.sum(V("data"), axis=(-1,), keepdims=True), begin=(None, 1), end=(2, None)))
keep("normalized", lambda: sym.BatchNorm(V("data"), fix_gamma=False, eps=0.001, name="bn"))
keep("normalized_twice", lambda: (lambda m, v: sym.Group([sym.BatchNorm(V("x"), moving_mean=m, moving_var=v, name=n) for n in ("b1", "b2")]))(V("m"), V("v")))
keep("recurrent", lambda: sym.RNN(V("data"), mode="lstm", state_size=2, num_layers=1, state_outputs=True, name="r"))
keep("recurrent_gru", lambda: sym.RNN(V("data"), mode="gru", state_size=2, num_layers=1, use_sequence_length=True, name="r"))
keep("parametric", lambda: sym.LeakyReLU(V("data"), act_type="prelu", name="p"))
keep("many", lambda: sym.concat(*[V(f"x{i}") for i in range(12)], name="many"))
keep("quoted", lambda: V('a"b\\c\td', attr={"é": "ü\n"}))
keep("drawn", lambda: sym.Group([sym.random.uniform(-1, 2, shape=(2, 3), name="u"), sym.random.gamma(V("a"), V("b"), shape=2, name="g")]))
keep("created", lambda: sym.Group([sym.zeros((2, 0), name="z"), sym.ones(3, name="o"), sym.full((2,), 1.5, name="f"), sym.arange(2, 8, step=2, name="r"), sym.eye(3, k=1, name="e")]))
keep("counted", lambda: sym.Group([sym.Dropout(V("x")), sym.Pooling(V("x"), kernel=(2, 2), pool_type="avg"), sym.Pooling(V("x"), kernel=(2, 2)), sym.LRN(V("x"), nsize=3), sym.topk(V("x")), sym.topk(V("x"), ret_typ="both"), sym.topk(V("x"), ret_typ="value"), sym.topk(V("x"), ret_typ="mask"), sym.sort(V("x")), sym.L2Normalization(V("x")), sym.InstanceNorm(V("x")), sym.GroupNorm(V("x")), sym.LayerNorm(V("x"), output_mean_var=True), sym.LeakyReLU(V("x"), act_type="rrelu")[0], sym.ROIPooling(V("x"), V("r"), pooled_size=(2, 2), spatial_scale=1), sym.CTCLoss(V("x"), V("l")), sym.moments(V("x"), axes=(0,)), sym.linalg.gelqf(V("x")), sym.linalg.syevd(V("x")), sym.linalg.slogdet(V("x")), sym.linalg.det(V("x")), sym.contrib.box_nms(V("x")), sym.BilinearSampler(V("x"), V("g")), sym.GridGenerator(V("x"), transform_type="affine", target_shape=(2, 2)), sym.softmax(V("x")), sym.argsort(V("x")), sym.split_v2(V("x"), (1, 3)), sym.SpatialTransformer(V("x"), V("l"), transform_type="affine", sampler_type="bilinear", target_shape=(2, 2))]))
keep("outputs", lambda: [s.list_outputs() for s in (sym.RNN(V("x"), mode="lstm", state_size=2, num_layers=1, state_outputs=True, name="r"), sym.BatchNorm(V("x"), output_mean_var=True, name="b"), sym.LayerNorm(V("x"), output_mean_var=True, name="l"), sym.topk(V("x"), ret_typ="both", name="t"), sym.linalg.gelqf(V("x"), name="g"), sym.linalg.syevd(V("x"), name="s"), sym.linalg.slogdet(V("x"), name="s"), sym.moments(V("x"), axes=(0,), name="m"), sym.split(V("x"), num_outputs=1, name="v"), sym.split(V("x"), num_outputs=2, name="v"))])
keep("operands", lambda: sym.Group([sym.maximum(V("x"), V("y")), sym.maximum(V("x"), 4), sym.maximum(4, V("x")), sym.minimum(V("x"), 1.5), sym.hypot(V("x"), V("y")), sym.hypot(2, V("x")), sym.pow(V("x"), V("y")), sym.pow(V("x"), 2), sym.power(2, V("x")), sym.linspace(0, 1, 5), sym.linspace(0, 1, 5, endpoint=False, dtype="float64", name="l")]))
keep("parts", lambda: sym.Group([V("x").slice(begin=(1, None), end=(3, None), step=(2, 1)), V("x").take(V("y")), V("x").take(V("y"), axis=1, mode="wrap"), sym.split(V("x"), num_outputs=4, name="s")[1:3]]))
keep("mixed", lambda: sym.Group([sym.random.multinomial(V("x"), get_prob=False), sym.random.multinomial(V("x"), shape=(3,), get_prob=True, name="m"), sym.random.shuffle(V("x")), sym.random.randn(2, 3), sym.random.randn(2, loc=1, scale=2, dtype="float64")]))
write("named.json", named)


def infers(symbol, shapes=None, types=None):
    """What follows from shapes or types; an error for those that contradict each other."""
    entry = {"json": symbol.tojson(), "shapes": shapes, "types": types}
    try:
        if shapes is not None:
            result = symbol.infer_shape_partial(**{k: tuple(v) for k, v in shapes.items()})
            entry["result"] = [[list(s) for s in part] for part in result]
        else:
            result = symbol.infer_type_partial(**types)
            entry["result"] = [[None if t is None else np.dtype(t).name for t in part] for part in result]
    except mx.MXNetError as error:
        entry["error"] = first_line(error)
    inferred.append(entry)


x = V("x")
fc = sym.FullyConnected(x, w, num_hidden=2, no_bias=True, name="fc")
infers(x + w, {"x": [2, 3]})
infers(x + w, {"x": [0, 3], "w": [2, 0]})
infers(fc, {"x": [0, 3]})
infers(fc, {"x": [4, 3], "w": [2, 5]})
infers(fc, {})
infers(sym.FullyConnected(fc, num_hidden=3, name="d"), {"x": [0, 3]})
infers(fc + V("o"), {"x": [0, 3], "o": [4, 2]})
infers(sym.Convolution(x, kernel=(3, 3), num_filter=4, name="c"), {"x": [0, 3, 8, 8]})
infers(sym.Convolution(x, kernel=(3, 3), num_filter=4, name="c"), {"x": [2, 3, 0, 8]})
infers(sym.Pooling(x, kernel=(2, 2), global_pool=True), {"x": [0, 3, 0, 8]})
infers(sym.concat(x, w, dim=1), {"x": [0, 3], "w": [0, 4]})
infers(sym.SoftmaxOutput(x, name="s"), {"x": [0, 3]})
infers(sym.BatchNorm(x, name="b"), {"x": [0, 4, 5]})
infers(sym.broadcast_add(x, w), {"x": [2, 3]})
infers(V("v", shape=(2, 0)) + x, {"x": [0, 5]})
infers(V("v", shape=(2, 3)) + x, {"x": [2, 5]})
infers(V("v", shape=(2, 3)), {"v": [4, 5]})
infers(sym.elemwise_add(x, w, name="a"), {"x": [2, 3], "w": [2, 4]})
infers(sym.Convolution(x, kernel=(3, 3), num_filter=2, name="c"), {"x": [2, 3]})
infers(sym.exp(x), {})
infers(sym.elemwise_add(x, w, name="a"), types={"x": "float32", "w": "int32"})
infers(fc, types={"x": "float32", "w": "float64"})
infers(fc, types={})
infers(fc, types={"w": "float64"})
infers(V("v", dtype="float64") + x, types={})
infers(sym.SoftmaxOutput(x, name="s"), types={"x": "float16"})
infers(sym.BatchNorm(x, name="b"), types={"x": "float16"})
infers(sym.BatchNorm(x, name="b"), types={"x": "float64"})
infers(sym.Embedding(x, input_dim=3, output_dim=2, name="e"), types={"x": "int32"})
infers(sym.Embedding(x, input_dim=3, output_dim=2, dtype="float64", name="e"), types={"x": "int32"})
infers(sym.one_hot(x, depth=3), types={"x": "int32"})
infers(sym.topk(x, ret_typ="both"), types={"x": "float16"})
infers(sym.cast(x, dtype="int32"), types={"x": "float16"})
infers(sym.take(x, w), types={"x": "float16", "w": "int32"})
infers(sym.argmax(x), types={"x": "float64"})
infers(sym.shape_array(x), types={"x": "float64"})
infers(sym.zeros((2,), dtype="float64") + x, types={})
infers(sym.where(x, w, w), types={"x": "int32", "w": "float64"})
infers(sym.Dropout(x), types={"x": "float64"})
write("inferred.json", inferred)


def node(op, name, inputs=(), **kw):
    return dict(op=op, name=name, inputs=[list(i) for i in inputs], **kw)


def old(name, nodes, heads, args, attrs=None):
    graph = dict(nodes=nodes, heads=heads, arg_nodes=args)
    if attrs:
        graph["attrs"] = attrs
    entry = {"name": name, "json": json.dumps(graph)}
    try:
        entry["saved"] = sym.load_json(entry["json"]).tojson()
    except mx.MXNetError as error:
        entry["error"] = first_line(error)
    legacy.append(entry)


at = lambda v: {"mxnet_version": ["int", v]}
D = node("null", "data")
fc = {"num_hidden": "2", "no_bias": "True"}
old("0.8 without states", [node("null", "data", param={}, backward_source_id=-1), node("null", "bn_gamma"), node("null", "bn_beta"), node("BatchNorm", "bn", [[0, 0], [1, 0], [2, 0]], param={"eps": "0.001", "fix_gamma": "False"})], [[3, 0]], [0, 1, 2])
old("0.8 hidden keys", [node("null", "data", attr={"lr_mult": "2", "ctx_group": "x"}), node("null", "w"), node("FullyConnected", "fc", [[0, 0], [1, 0]], param=fc, attr={"weight_lr_mult": "3"})], [[2, 0]], [0, 1])
old("0.8 users' own key", [D, node("null", "w"), node("FullyConnected", "fc", [[0, 0], [1, 0]], param=fc, attr={"foo": "bar"})], [[2, 0]], [0, 1])
old("0.8 label", [D, node("Softmax", "sm", [[0, 0]], param={})], [[1, 0]], [0])
old("0.8 argmax", [D, node("argmax", "a", [[0, 0]], param={"axis": "-1"})], [[1, 0]], [0])
old("0.9.4 argmax", [D, node("argmax", "a", [[0, 0]], attr={"axis": "-1"})], [[1, 0]], [0], at(904))
old("0.9.5 argmax", [D, node("argmax", "a", [[0, 0]], attr={"axis": "-1"})], [[1, 0]], [0], at(905))
old("0.10 attr", [D, node("null", "w"), node("FullyConnected", "fc", [[0, 0, 0], [1, 0, 0]], attr={**fc, "weight_wd_mult": "0", "lr_mult": "4"})], [[2, 0, 0]], [0, 1], at(1000))
old("1.0 attrs", [D, node("null", "w", attrs={"__lr_mult__": "2", "wd_mult": "1"}), node("FullyConnected", "fc", [[0, 0, 0], [1, 0, 0]], attrs=fc)], [[2, 0, 0]], [0, 1], at(10000))
old("1.9.1 hidden keys", [D, node("null", "w", attrs={"wd_mult": "1"}), node("FullyConnected", "fc", [[0, 0, 0], [1, 0, 0]], attrs=fc)], [[2, 0, 0]], [0, 1], at(10901))
old("0.8 prelu", [D, node("null", "g"), node("LeakyReLU", "p", [[0, 0], [1, 0]], param={"act_type": "prelu", "slope": "0.3"})], [[2, 0]], [0, 1])
old("0.9.3 states", [D] + [node("null", f"bn_{n}") for n in ("gamma", "beta", "moving_mean", "moving_var")] + [node("BatchNorm", "bn", [[i, 0] for i in range(5)], attr={})], [[5, 0]], [0, 1, 2, 3, 4], at(903))
old("0.9.4 states", [D] + [node("null", f"bn_{n}") for n in ("gamma", "beta", "moving_mean", "moving_var")] + [node("BatchNorm", "bn", [[i, 0] for i in range(5)], attr={})], [[5, 0]], [0, 1, 2, 3, 4], at(904))
old("unknown operator", [D, node("Nope", "a", [[0, 0]], param={})], [[1, 0]], [0])
old("unknown key without options", [D, node("Flatten", "a", [[0, 0]], attrs={"zz": "1"})], [[1, 0]], [0])
old("unknown key", [D, node("FullyConnected", "a", [[0, 0]], attrs={"num_hidden": "1", "zz": "1"})], [[1, 0]], [0], at(10901))
old("control dependency", [node("null", "d"), node("Flatten", "f", [[0, 0, 0]], control_deps=[0])], [[1, 0, 0]], [0])
old("aliases", [D, node("Flatten", "f", [[0, 0]]), node("_Plus", "p", [[1, 0], [1, 0]]), node("_MulScalar", "m", [[2, 0]], param={"scalar": "2"})], [[3, 0]], [0])
write("legacy.json", legacy)
print(len(networks), "networks,", len(named), "named,", len(legacy), "legacy")
