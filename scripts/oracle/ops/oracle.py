"""Runs a case through MXNet's C API by registry name: forward, backward, and the inputs that were changed."""

import ctypes
import os

# Plain reference kernels (save for families that name oneDNN), one thread, errors at the call: set before MXNet is loaded.
os.environ.update(
    MXNET_MKLDNN_ENABLED=os.environ.get("MXNET_MKLDNN_ENABLED", "0"),
    MXNET_STORAGE_FALLBACK_LOG_VERBOSE="0",
    OMP_NUM_THREADS="1",
    MXNET_ENGINE_TYPE="NaiveEngine",
)

import mxnet as mx  # noqa: E402
import numpy as np  # noqa: E402
from mxnet._ctypes.ndarray import _imperative_invoke  # noqa: E402
from mxnet.base import _LIB, OpHandle, c_str, check_call  # noqa: E402

from values import generator  # noqa: E402

_handles = {}


def handle(op):
    if op not in _handles:
        found = OpHandle()
        check_call(_LIB.NNGetOpHandle(c_str(op), ctypes.byref(found)))
        _handles[op] = found.value
    return _handles[op]


def to_mxnet(x):
    return mx.nd.array(x, dtype=x.dtype)


def invoke(case, arrays):
    """The list of outputs; with `out`, the inputs that were written."""
    attrs = case.attr_strings()
    out = None
    if case.out is not None:
        out = [arrays[i] for i in case.out] if isinstance(case.out, list) else arrays[case.out]
    result = _imperative_invoke(handle(case.op), arrays, list(attrs), list(attrs.values()), out, False, True)
    return result if isinstance(result, (list, tuple)) else [result]


def head_gradient(out, index):
    shape, dtype = out.shape, np.dtype(out.dtype)
    rng = generator("head", tuple(shape), index)
    if dtype.kind == "f":
        return (np.round(rng.uniform(-2, 2, shape) * 256) / 256).astype(dtype)
    return rng.randint(1, 5, shape).astype(dtype)


def run(case):
    """Returns a dict of NumPy results: outputs, heads, grads (by input index), forward_states, states."""
    arrays = [to_mxnet(x) for x in case.inputs]
    wanted = case.grad_inputs()
    for i in wanted:
        arrays[i].attach_grad()
    if case.seed is not None:
        mx.random.seed(case.seed)
    result = {"heads": [], "grads": {}}
    if wanted:
        with mx.autograd.record(train_mode=case.train):
            outs = invoke(case, arrays)
        result["outputs"] = [o.asnumpy() for o in outs]
        result["forward_states"] = {i: arrays[i].asnumpy() for i in case.states}
        result["heads"] = case.heads or [head_gradient(o, i) for i, o in enumerate(result["outputs"])]
        mx.autograd.backward(outs, [to_mxnet(h) for h in result["heads"]], train_mode=case.train)
        result["grads"] = {i: arrays[i].grad.asnumpy() for i in wanted}
    else:
        previous = mx.autograd.set_training(case.train)
        try:
            outs = invoke(case, arrays)
        finally:
            mx.autograd.set_training(previous)
        result["outputs"] = [o.asnumpy() for o in outs]
        result["forward_states"] = {i: arrays[i].asnumpy() for i in case.states}
    mx.nd.waitall()
    result["states"] = {i: arrays[i].asnumpy() for i in case.states}
    return result
