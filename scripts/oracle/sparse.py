"""Writes tests/golden/sparse.json: what MXNet 1.9.1 does with csr and row_sparse arrays.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/sparse.py

Elements of csr sums and products are given densely: MXNet leaves rubbish behind the last element there.
"""
import json
import os
import pathlib

os.environ["MXNET_STORAGE_FALLBACK_LOG_VERBOSE"] = "0"

import mxnet as mx
import numpy as np
from mxnet import autograd, nd

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "sparse.json"
STYPES = ("default", "row_sparse", "csr")
A = [[0, 1, 0, -2], [0, 0, 0, 0], [2, 0, 3, 0]]
B = [[4, 0, 0, 2], [1, 0, 0, 0], [0, 0, 0, 0]]


def described(x, parts=True):
    nd.waitall()
    out = {"stype": x.stype, "dtype": x.dtype.__name__, "dense": x.asnumpy().tolist()}
    if x.stype != "default" and parts:
        out |= {"data": x.data.asnumpy().tolist(), "indices": x.indices.asnumpy().tolist()}
        if x.stype == "csr":
            out["indptr"] = x.indptr.asnumpy().tolist()
    return out


def made(values, stype="default", dtype="float32"):
    return nd.array(values, dtype=dtype).tostype(stype)


def casts():
    for dtype in ("float32", "float64", "float16", "int32", "int64", "int8", "uint8"):
        for values in (A, [[0, 0], [0, 0]], [[1, 2], [3, 4]], [[[0, 0], [0, 1]], [[0, 0], [0, 0]]], [0, 3, 0]):
            values = np.abs(values).tolist() if dtype == "uint8" else values
            for stype in STYPES[1:]:
                if stype == "row_sparse" or np.ndim(values) == 2:
                    yield {"values": values, "dtype": dtype, "stype": stype, "result": described(made(values, stype, dtype))}


def binary():
    for name in ("add", "subtract", "multiply", "divide"):
        for left in STYPES:
            for right in STYPES:
                if (left, right) != ("default", "default"):
                    z = getattr(nd.sparse, name)(made(A, left), made(np.array(B) + 7 * (name == "divide"), right))
                    yield {"op": name, "lhs": left, "rhs": right, "result": described(z, z.stype == "row_sparse")}


def unary():
    names = (
        "abs sign negative sqrt square relu sin cos tan arcsin arctan sinh tanh arcsinh arctanh expm1 log1p exp round rint "
        "fix floor ceil trunc cbrt radians degrees sigmoid zeros_like ones_like"
    )
    for name in names.split():
        for stype in STYPES[1:]:
            yield {"op": name, "stype": stype, "result": described(getattr(nd, name)(made(np.abs(A) / 4, stype)))}


def scalars():
    for name, f in {
        "mul": lambda x: x * 2, "div": lambda x: x / 4, "add": lambda x: x + 1, "sub": lambda x: x - 1,
        "pow": lambda x: x**2, "rsub": lambda x: 1 - x, "equal": lambda x: x == 1, "equal0": lambda x: x == 0,
        "greater": lambda x: x > 0, "clip": lambda x: nd.clip(x, -1, 1),
        "astype": lambda x: x.astype("int32"), "copy": lambda x: x.copy(), "sum": lambda x: x.sum(), "neg": lambda x: -x,
        "mean1": lambda x: nd.mean(x, axis=1),
    }.items():  # fmt: skip
        for stype in STYPES[1:]:
            if not (name == "mean1" and stype == "row_sparse"):
                yield {"op": name, "stype": stype, "result": described(f(made(A, stype)))}


def dots():
    rng = np.random.RandomState(0)
    for left in STYPES:
        for right in STYPES:
            for ta in (False, True):
                for tb in (False, True):
                    shape = (3, 4)
                    inner = shape[0] if ta else shape[1]
                    b = (rng.randint(-3, 4, (2, inner) if tb else (inner, 2)) * (rng.rand() + 0.5)).astype("float32")
                    z = nd.dot(made(A, left), made(b, right), transpose_a=ta, transpose_b=tb)
                    yield {
                        "lhs": left, "rhs": right, "transposeA": ta, "transposeB": tb, "b": b.tolist(),
                        "result": described(z, z.stype != "csr"),
                    }  # fmt: skip


def dot_gradients():
    for ta in (False, True):
        for stype in ("default", "row_sparse"):
            # MXNet cannot add to row-sparse gradients of products.
            for req in ("write", "add") if stype == "default" else ("write",):
                w = nd.array(np.arange(6 if ta else 8).reshape(-1, 2) / 4)
                w.attach_grad(req, stype=stype)
                for step in range(2):
                    with autograd.record():
                        loss = (nd.dot(made(A, "csr"), w, transpose_a=ta) ** 2).sum()
                    loss.backward()
                yield {"transposeA": ta, "stype": stype, "gradReq": req, "grad": described(w.grad)}


def table_gradients():
    for stype, sparse in (("default", False), ("row_sparse", True)):
        for req in ("write", "add"):
            # MXNet cannot add to row-sparse gradients of tables.
            for op in ("Embedding", "take") if (stype, req) != ("row_sparse", "add") else ():
                w = nd.array(np.arange(10).reshape(5, 2))
                w.attach_grad(req, stype=stype)
                for indices in ([[3, 0], [3, 4]], [[1, 0], [1, 1]]):
                    i = nd.array(indices)
                    with autograd.record():
                        y = nd.Embedding(i, w, 5, 2, sparse_grad=sparse) if op == "Embedding" else nd.take(w, i)
                        loss = (y * nd.arange(8).reshape((2, 2, 2))).sum()
                    loss.backward()
                yield {"op": op, "stype": stype, "gradReq": req, "grad": described(w.grad)}


def retains():
    for indices in ([0, 1], [2], [2, 0], [2, 2], [1]):
        yield {"indices": indices, "result": described(nd.sparse.retain(made(A, "row_sparse"), nd.array(indices)))}


def slices():
    for index, name in (((1, 3), "1:3"), ((None, None), ":"), ((-2, None), "-2:"), ((None, 2), ":2")):
        yield {"index": name, "result": described(made(A, "csr")[slice(*index)])}
    for i in (0, 1, -1):
        yield {"index": i, "result": described(made(A, "csr")[i])}
    x = nd.slice(made(A, "csr"), begin=(0, 1), end=(3, 3))
    yield {"begin": [0, 1], "end": [3, 3], "result": described(x)}
    yield {"take": [2, 0, 2], "result": described(nd.take(made(A, "csr"), nd.array([2, 0, 2])))}
    yield {"concat": True, "result": described(nd.concat(made(A, "csr"), made(B, "csr"), dim=0))}


def updates():
    rng = np.random.RandomState(1)
    steps = [(rows, np.round(rng.randn(len(rows), 2), 3).astype("float32").tolist()) for rows in ([0, 3], [3], [], [1, 2], [0, 1, 3])]
    for name, options in (
        ("sgd", {}), ("sgd", {"wd": 0.1}), ("sgd", {"momentum": 0.9, "wd": 0.01}),
        ("sgd", {"momentum": 0.5, "clip_gradient": 0.5, "rescale_grad": 0.5}),
        ("sgd", {"momentum": 0.9, "wd": 0.01, "lazy_update": False}), ("sgd", {"wd": 0.1, "lazy_update": False}),
        ("nag", {"momentum": 0.9, "wd": 0.1}), ("nag", {"wd": 0.1}), ("adagrad", {}), ("adagrad", {"clip_gradient": 0.3}),
        ("ftrl", {}), ("groupadagrad", {}),
        ("adam", {}), ("adam", {"wd": 0.05, "clip_gradient": 0.4}), ("adam", {"wd": 0.05, "lazy_update": False}),
    ):  # fmt: skip
        updater = mx.optimizer.get_updater(mx.optimizer.create(name, learning_rate=0.1, **options))
        weight = nd.array(np.arange(8).reshape(4, 2) / 4)
        weights = []
        for rows, data in steps:
            grad = nd.sparse.row_sparse_array((np.reshape(data, (-1, 2)), rows), shape=(4, 2), dtype="float32") if rows else nd.sparse.zeros("row_sparse", (4, 2))
            updater(0, grad, weight)
            weights.append(weight.asnumpy().tolist())
        yield {"optimizer": name, "options": options, "steps": steps, "weights": weights}


def training():
    """Embedding with a sparse gradient in a Trainer."""
    for sparse in (False, True):
        layer = mx.gluon.nn.Embedding(5, 2, sparse_grad=sparse)
        layer.initialize(mx.init.One())
        trainer = mx.gluon.Trainer(layer.collect_params(), "sgd", {"learning_rate": 0.1, "momentum": 0.9, "wd": 0.1})
        weights = []
        for batch in ([0, 2], [2, 2], [4, 1]):
            with autograd.record():
                loss = (layer(nd.array(batch)) ** 2).sum()
            loss.backward()
            trainer.step(2)
            weights.append(layer.weight.data().asnumpy().tolist())
        yield {"sparseGrad": sparse, "weights": weights, "grad": described(layer.weight.grad())}


def printed():
    for stype in STYPES[1:]:
        for shape in ((3, 2), (1, 1), (2, 3, 4)):
            if stype == "row_sparse" or len(shape) == 2:
                yield {"stype": stype, "shape": shape, "text": repr(nd.sparse.zeros(stype, shape))}


SECTIONS = (casts, binary, unary, scalars, dots, dot_gradients, table_gradients, retains, slices, updates, training, printed)
cases = {section.__name__: list(section()) for section in SECTIONS}
OUT.write_text(json.dumps(cases | {"a": A, "b": B}, separators=(",", ":")) + "\n")
print({name: len(list_) for name, list_ in cases.items()}, OUT.stat().st_size)
