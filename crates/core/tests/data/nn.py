"""Writes nn.txt: values and gradients of the layers, computed by MXNet 1.9.1 (plain CPU kernels).

Run with MXNET_MKLDNN_ENABLED=0. A line a case, fields separated by `|`: operator; attributes; inputs as
`shape:low:high` (`i` appended: whole numbers); whether the training flag is set; the outputs; the gradients of the
inputs that have one (else empty). Input k has at i the value low + (high - low)·frac(0.6180339887498949·i + 0.37·k + 0.11);
the head gradient of the first output is made the same way with k = 9 between -1 and 1.
"""
import os
import numpy as np
import mxnet as mx
from mxnet import autograd, nd


def fill(shape, low, high, k, whole=False):
    i = np.arange(int(np.prod(shape)), dtype=np.float64)
    x = low + (high - low) * np.mod(0.6180339887498949 * i + 0.37 * k + 0.11, 1.0)
    return (np.floor(x) if whole else x).astype(np.float32).reshape(shape)


X4, X3, X5 = ((2, 4, 5, 4), -1, 1), ((2, 3, 7), -1, 1), ((1, 2, 4, 3, 4), -1, 1)
M = ((3, 4), -2, 2)


def conv(data, out, kernel, **attrs):
    groups = attrs.get("num_group", 1)
    return ("Convolution", dict(kernel=kernel, num_filter=out, **attrs), [data, ((out, data[0][1] // groups) + kernel, -1, 1), ((out,), -1, 1)])


def deconv(data, out, kernel, **attrs):
    groups = attrs.get("num_group", 1)
    return ("Deconvolution", dict(kernel=kernel, num_filter=out, **attrs), [data, (((data[0][1]), out // groups) + kernel, -1, 1)])


CASES = [
    ("dot", {}, [((3, 4), -1, 1), ((4, 2), -1, 1)]),
    ("dot", dict(transpose_a=True, transpose_b=True), [((4, 3), -1, 1), ((2, 4), -1, 1)]),
    ("dot", {}, [((2, 3, 4), -1, 1), ((4, 2, 2), -1, 1)]),
    ("dot", dict(transpose_a=True), [((4, 2, 3), -1, 1), ((4, 2), -1, 1)]),
    ("dot", dict(transpose_b=True), [((2, 4), -1, 1), ((3, 2, 4), -1, 1)]),
    ("dot", {}, [((5,), -1, 1), ((5,), -1, 1)]),
    ("batch_dot", {}, [((2, 3, 4), -1, 1), ((2, 4, 2), -1, 1)]),
    ("batch_dot", dict(transpose_a=True), [((2, 4, 3), -1, 1), ((2, 4, 2), -1, 1)]),
    ("batch_dot", dict(transpose_a=True, transpose_b=True), [((2, 4, 3), -1, 1), ((2, 2, 4), -1, 1)]),
    ("FullyConnected", dict(num_hidden=3), [((2, 2, 2), -1, 1), ((3, 4), -1, 1), ((3,), -1, 1)]),
    ("FullyConnected", dict(num_hidden=3, flatten=False, no_bias=True), [((2, 2, 4), -1, 1), ((3, 4), -1, 1)]),
    conv(X4, 2, (3, 3)),
    conv(X4, 4, (3, 2), stride=(2, 1), pad=(1, 1), num_group=2),
    conv(X4, 2, (2, 2), dilate=(2, 2), pad=(1, 0)),
    conv(X3, 2, (3,), stride=(2,), pad=(1,)),
    conv(X5, 2, (2, 2, 3), pad=(1, 0, 1)),
    deconv(X4, 2, (3, 3), stride=(2, 2), pad=(1, 1), adj=(1, 0)),
    deconv(X4, 4, (2, 2), num_group=2),
    deconv(X4, 2, (3, 3), stride=(2, 2), target_shape=(10, 8)),
    deconv(X3, 2, (3,), stride=(2,)),
] + [
    ("Pooling", dict(kernel=(2, 2), pool_type=t, **a), [X4])
    for t in ("max", "avg", "sum")
    for a in ({}, dict(stride=(2, 2), pad=(1, 1)), dict(stride=(2, 3), pooling_convention="full"))
] + [
    ("Pooling", dict(kernel=(3, 3), pool_type="avg", pad=(1, 1), count_include_pad=False), [X4]),
    ("Pooling", dict(global_pool=True, pool_type="avg"), [X4]),
    ("Pooling", dict(global_pool=True, pool_type="max"), [X4]),
    ("Pooling", dict(kernel=(2, 2), pool_type="lp", p_value=2), [X4]),
    ("Pooling", dict(kernel=(2, 2), pool_type="lp", p_value=3), [((1, 1, 4, 4), 0.5, 2)]),
    ("Pooling", dict(kernel=(3,), stride=(2,), pool_type="max"), [X3]),
    ("Pooling", dict(kernel=(2, 2, 2), pool_type="avg"), [X5]),
] + [("Activation", dict(act_type=t), [M]) for t in ("relu", "sigmoid", "softrelu", "softsign", "tanh")] + [
    ("LeakyReLU", dict(act_type=t), [M]) for t in ("leaky", "elu", "gelu", "rrelu")
] + [
    ("LeakyReLU", dict(act_type="selu"), [((3, 4), 0, 2)]),
    ("LeakyReLU", dict(act_type="prelu"), [((2, 3, 2), -1, 1), ((3,), 0, 1)]),
    ("LeakyReLU", dict(act_type="prelu"), [((2, 3, 2), -1, 1), ((1,), 0, 1)]),
    ("hard_sigmoid", {}, [((3, 4), -4, 4)]),
    ("clip", dict(a_min=-0.5, a_max=1), [M]),
    ("smooth_l1", {}, [M]),
    ("smooth_l1", dict(scalar=2.0), [M]),
    ("softmax", {}, [M]),
    ("softmax", dict(axis=1, temperature=2.0), [((2, 3, 2), -1, 1)]),
    ("log_softmax", {}, [M]),
    ("log_softmax", dict(axis=0, temperature=0.5), [M]),
    ("softmin", {}, [M]),
    ("SoftmaxActivation", {}, [M]),
    ("SoftmaxActivation", {}, [((2, 3, 2), -1, 1)]),
    ("SoftmaxActivation", dict(mode="channel"), [((2, 3, 2), -1, 1)]),
    ("BatchNorm", dict(fix_gamma=False), [X4, ((4,), 0.5, 2), ((4,), -1, 1), ((4,), -1, 1), ((4,), 1, 2)], True),
    ("BatchNorm", {}, [((3, 2), -1, 1), ((2,), 0.5, 2), ((2,), -1, 1), ((2,), -1, 1), ((2,), 1, 2)], True),
    ("BatchNorm", dict(fix_gamma=False, eps=1e-5), [M, ((4,), 0.5, 2), ((4,), -1, 1), ((4,), -1, 1), ((4,), 1, 2)]),
    ("BatchNorm", dict(fix_gamma=False, use_global_stats=True, axis=2), [((2, 3, 2), -1, 1), ((2,), 0.5, 2), ((2,), -1, 1), ((2,), -1, 1), ((2,), 1, 2)], True),
    ("BatchNorm", dict(output_mean_var=True), [M, ((4,), 0.5, 2), ((4,), -1, 1), ((4,), -1, 1), ((4,), 1, 2)], True),
    ("LayerNorm", dict(output_mean_var=True), [M, ((4,), 0.5, 2), ((4,), -1, 1)]),
    ("LayerNorm", dict(axis=1), [((2, 3, 4), -1, 1), ((3,), 0.5, 2), ((3,), -1, 1)]),
    ("GroupNorm", dict(num_groups=2, output_mean_var=True), [X4, ((2,), 0.5, 2), ((2,), -1, 1)]),
    ("InstanceNorm", {}, [X4, ((4,), 0.5, 2), ((4,), -1, 1)]),
    ("L2Normalization", {}, [((2, 3, 4), -1, 1)]),
    ("L2Normalization", dict(mode="channel"), [((2, 3, 4), -1, 1)]),
    ("L2Normalization", dict(mode="spatial"), [((2, 3, 4), -1, 1)]),
    ("LRN", dict(nsize=3, alpha=0.5), [((2, 4, 2, 2), -1, 1)]),
    ("Dropout", dict(p=0.4), [M]),
    ("Embedding", dict(input_dim=4, output_dim=3), [((2, 3), -1, 6, "i"), ((4, 3), -1, 1)]),
    ("SoftmaxOutput", {}, [M, ((3,), 0, 4, "i")]),
    ("SoftmaxOutput", dict(grad_scale=2.0, normalization="batch", smooth_alpha=0.1), [M, ((3,), 0, 4, "i")]),
    ("SoftmaxOutput", dict(use_ignore=True, ignore_label=1, normalization="valid"), [M, ((3,), 0, 4, "i")]),
    ("SoftmaxOutput", dict(multi_output=True), [((2, 3, 4), -1, 1), ((2, 4), 0, 3, "i")]),
    ("SoftmaxOutput", dict(multi_output=True, use_ignore=True, ignore_label=1, normalization="valid"), [((2, 3, 4), -1, 1), ((2, 4), 0, 3, "i")]),
    ("SoftmaxOutput", dict(multi_output=True, normalization="batch"), [((2, 3, 4), -1, 1), ((2, 4), 0, 3, "i")]),
    ("SoftmaxOutput", dict(preserve_shape=True, normalization="batch"), [((2, 3, 4), -1, 1), ((2, 3), 0, 4, "i")]),
    ("SoftmaxOutput", dict(normalization="batch"), [M, ((3, 4), 0, 1)]),
    ("softmax_cross_entropy", {}, [M, ((3,), 0, 4, "i")]),
    ("LinearRegressionOutput", dict(grad_scale=3.0), [M, ((3, 4), -1, 1)]),
    ("MAERegressionOutput", {}, [M, ((3, 4), -1, 1)]),
    ("LogisticRegressionOutput", {}, [((3, 1), -2, 2), ((3,), 0, 1)]),
    ("SVMOutput", dict(margin=0.5, regularization_coefficient=2.0), [M, ((3,), 0, 4, "i")]),
    ("SVMOutput", dict(use_linear=True), [M, ((3,), 0, 4, "i")]),
    ("SVMOutput", {}, [((2, 4, 3), -2, 2), ((2, 4), 0, 3, "i")]),
    ("SVMOutput", dict(use_linear=True), [((2, 4, 3), -2, 2), ((2, 4), 0, 3, "i")]),
    ("MakeLoss", dict(grad_scale=2.0), [M]),
    ("MakeLoss", dict(normalization="batch"), [M]),
    ("MakeLoss", dict(normalization="valid", valid_thresh=0.5), [M]),
    ("make_loss", {}, [M]),
    ("BlockGrad", {}, [M]),
    ("UpSampling", dict(scale=2, sample_type="nearest", num_args=1), [((1, 2, 2, 3), -1, 1)]),
    ("UpSampling", dict(scale=4, sample_type="nearest", num_args=2), [((1, 2, 1, 2), -1, 1), ((1, 1, 2, 4), -1, 1)]),
    ("UpSampling", dict(scale=2, sample_type="nearest", num_args=2, multi_input_mode="sum"), [((1, 2, 2, 3), -1, 1), ((1, 2, 4, 6), -1, 1)]),
    ("UpSampling", dict(scale=2, sample_type="bilinear", num_args=2, num_filter=2), [((1, 2, 2, 3), -1, 1), ((2, 1, 4, 4), -1, 1)]),
]
# Inputs that have no gradient.
FIXED = {"BatchNorm": (3, 4), "Embedding": (0,), "softmax_cross_entropy": (1,)}


def numbers(x):
    return " ".join(f"{v:.9g}" for v in np.asarray(x, dtype=np.float64).ravel())


def run(op, attrs, inputs, train=False):
    arrays = [nd.array(fill(s[0], s[1], s[2], k, len(s) > 3)) for k, s in enumerate(inputs)]
    labels = [k for k, s in enumerate(inputs) if len(s) > 3 or ("Output" in op and k == 1)]
    wanted = [k for k in range(len(arrays)) if k not in labels and k not in FIXED.get(op, ())]
    if attrs.get("act_type") == "rrelu" or (op == "SoftmaxActivation" and not attrs and len(inputs[0][0]) > 2):
        wanted = []  # MXNet reads slopes that it never wrote, or sums over other axes than forward did
    for k in wanted:
        arrays[k].attach_grad()
    with autograd.record(train_mode=train):
        out = getattr(nd, op)(*arrays, **attrs)
    outs = out if isinstance(out, list) else [out]
    if op == "LeakyReLU":
        outs = outs[:1]
    head = nd.array(fill(outs[0].shape, -1, 1, 9))
    if wanted:
        autograd.backward(outs[:1], [head], train_mode=train)
    grads = [numbers(a.grad.asnumpy()) if k in wanted else "" for k, a in enumerate(arrays)]
    if op == "BatchNorm" and train:
        grads[3:] = ["=" + numbers(a.asnumpy()) for a in arrays[3:]]
    text = lambda v: "(" + ", ".join(map(str, v)) + ")" if isinstance(v, tuple) and len(v) != 1 else str(v)
    return "|".join([
        op,
        ";".join(f"{k}={text(v)}" for k, v in attrs.items()),
        ";".join(f"{','.join(map(str, s[0]))}:{s[1]}:{s[2]}" + ("i" if len(s) > 3 else "") for s in inputs),
        str(train),
        ";".join(numbers(o.asnumpy()) for o in outs),
        ";".join(grads),
    ])


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "nn.txt"), "w") as file:
        for case in CASES:
            file.write(run(*case) + "\n")
