"""Outputs (and, for loss heads, gradients) in NumPy float64, independent of MXNet: operator -> function of (attrs, *inputs)."""

import math
from ast import literal_eval

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(x, axis=-1):
    shifted = x - x.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def along(function, sign=1):
    def formula(attrs, x, length=None):
        if length is not None:
            return None
        return (function(sign * x / float(attrs.get("temperature", 1)), int(attrs.get("axis", -1))),)

    return formula


def by_element(function):
    return lambda attrs, *inputs: (function(*inputs),)


erf = np.vectorize(math.erf, otypes=[float])
UNARY = {
    "erf": erf, "gamma": np.vectorize(math.gamma, otypes=[float]), "gammaln": np.vectorize(math.lgamma, otypes=[float]),
    "sigmoid": sigmoid, "softsign": lambda x: x / (1 + abs(x)), "relu": lambda x: np.maximum(x, 0),
    "rsqrt": lambda x: 1 / np.sqrt(x), "rcbrt": lambda x: 1 / np.cbrt(x), "reciprocal": lambda x: 1 / x,
    "abs": np.abs, "arccos": np.arccos, "arccosh": np.arccosh, "arcsin": np.arcsin, "arcsinh": np.arcsinh,
    "arctan": np.arctan, "arctanh": np.arctanh, "cbrt": np.cbrt, "ceil": np.ceil, "cos": np.cos, "cosh": np.cosh,
    "degrees": np.degrees, "exp": np.exp, "expm1": np.expm1, "fix": np.trunc, "floor": np.floor, "log": np.log,
    "log10": np.log10, "log1p": np.log1p, "log2": np.log2, "negative": np.negative, "radians": np.radians,
    "sign": np.sign, "sin": np.sin, "sinh": np.sinh, "sqrt": np.sqrt, "square": np.square, "tan": np.tan,
    "tanh": np.tanh, "trunc": np.trunc, "_copy": lambda x: x, "logical_not": lambda x: x == 0,
    "round": lambda x: np.sign(x) * np.floor(np.abs(x) + 0.5), "rint": lambda x: np.ceil(x - 0.5),
}  # fmt: skip


def modulo(a, b):
    return np.where(b == 0, 0, np.mod(a, np.where(b == 0, 1, b)))


BINARY = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "div": np.divide, "power": np.power, "mod": modulo,
    "hypot": np.hypot, "maximum": np.maximum, "minimum": np.minimum, "equal": np.equal, "not_equal": np.not_equal,
    "greater": np.greater, "greater_equal": np.greater_equal, "lesser": np.less, "lesser_equal": np.less_equal,
    "logical_and": np.logical_and, "logical_or": np.logical_or, "logical_xor": np.logical_xor,
}  # fmt: skip
SCALAR = {**BINARY, "plus": np.add, "minus": np.subtract}


def scalar(function, reflected=False):
    def formula(attrs, x):
        s = float(attrs.get("scalar", 1))
        return (function(s, x) if reflected else function(x, s),)

    return formula


def activation(attrs, x):
    kinds = {
        "relu": UNARY["relu"], "sigmoid": sigmoid, "softrelu": lambda x: np.logaddexp(0, x), "tanh": np.tanh,
        "softsign": UNARY["softsign"],
    }  # fmt: skip
    return (kinds[attrs["act_type"]](x),)


def leaky_relu(attrs, x, gamma=None):
    kind, slope = attrs.get("act_type", "leaky"), float(attrs.get("slope", 0.25))
    if kind == "prelu":
        slope = gamma.reshape((1, -1) + (1,) * (x.ndim - 2)) if gamma.size > 1 else gamma
    kinds = {
        "elu": lambda: slope * np.expm1(x),
        "selu": lambda: 1.0507009873554804934 * 1.6732632423543772848 * np.expm1(x),
    }
    if kind == "gelu":
        return (0.5 * x * (1 + erf(x / math.sqrt(2))),)
    scale = 1.0507009873554804934 if kind == "selu" else 1
    return (np.where(x > 0, scale * x, kinds.get(kind, lambda: slope * x)()),)


def smooth_l1(attrs, x):
    square = float(attrs["scalar"]) ** 2
    return (np.where(np.abs(x) < 1 / square, 0.5 * square * x * x, np.abs(x) - 0.5 / square),)


def regression(residual=None):
    def formula(attrs, x, label):
        label = label.reshape(x.shape)
        scale = float(attrs.get("grad_scale", 1)) / (x.size / x.shape[0])
        out = x if residual else sigmoid(x)
        return out, (residual(x, label) if residual else out - label) * scale

    return formula


def svm_output(attrs, x, label):
    """One-against-all hinge loss, or its square, along the last axis."""
    sign = np.where(np.arange(x.shape[-1]) == label[..., None], -1, 1)
    inside = np.maximum(float(attrs.get("margin", 1)) + sign * x, 0)
    slope = np.sign(inside) if attrs.get("use_linear") == "True" else 2 * inside
    return x, sign * slope * float(attrs.get("regularization_coefficient", 1))


def make_loss(attrs, x):
    scale, kind = float(attrs.get("grad_scale", 1)), attrs.get("normalization", "null")
    valid = max(1, (x > float(attrs.get("valid_thresh", 0))).sum())
    return x, np.full(x.shape, scale / {"null": 1, "batch": x.shape[0] if x.ndim > 1 else 1, "valid": valid}[kind])


def softmax_output(attrs, x, label):
    on = lambda name: attrs.get(name) == "True"
    scale, kind = float(attrs.get("grad_scale", 1)), attrs.get("normalization", "null")
    if label.shape == x.shape:  # probabilities: only grad_scale applies
        out = softmax(x)
        return out, (out - label) * scale
    axis = 1 if on("multi_output") else x.ndim - 1
    rows = np.moveaxis(x, axis, -1)
    label = label.reshape(rows.shape[:-1])
    out, classes = softmax(rows), x.shape[axis]
    alpha = float(attrs.get("smooth_alpha", 0))
    hot = np.arange(classes) == label[..., None]
    gradient = out - np.where(hot, 1 - alpha, alpha / (classes - 1))
    kept = label != float(attrs.get("ignore_label", -1)) if on("use_ignore") else np.ones(label.shape, bool)
    divisor = {"null": 1, "batch": x.shape[0], "valid": max(1, kept.sum())}[kind]
    if on("multi_output") and kind != "valid":
        divisor *= label[0].size  # also by the number of positions
    if on("out_grad"):  # documented as the head gradient; the oracle multiplies by the output
        gradient = gradient * out
    gradient = gradient * kept[..., None] * scale / divisor
    return np.moveaxis(out, -1, axis), np.moveaxis(gradient, -1, axis)


def normalized(x, axes, eps):
    mean, variance = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    return (x - mean) / np.sqrt(variance + eps)


def layer_norm(attrs, x, gamma, beta):
    axis = int(attrs.get("axis", -1))
    shape = [1] * x.ndim
    shape[axis] = -1
    return (normalized(x, axis, float(attrs.get("eps", 1e-5))) * gamma.reshape(shape) + beta.reshape(shape),)


def batch_norm(attrs, x, gamma, beta, mean, variance, train=True):
    axis = int(attrs.get("axis", 1)) % x.ndim
    shape = [1] * x.ndim
    shape[axis] = -1
    axes = tuple(i for i in range(x.ndim) if i != axis)
    if train and attrs.get("use_global_stats") != "True":
        mean, variance = x.mean(axis=axes), x.var(axis=axes)
    gamma = np.ones_like(gamma) if attrs.get("fix_gamma", "True") == "True" else gamma
    scale = gamma / np.sqrt(variance + float(attrs.get("eps", 1e-3)))
    return ((x - mean.reshape(shape)) * scale.reshape(shape) + beta.reshape(shape),)


def l2_normalization(attrs, x):
    axes = {"instance": tuple(range(1, x.ndim)), "channel": (1,), "spatial": tuple(range(2, x.ndim))}
    square = (x * x).sum(axis=axes[attrs.get("mode", "instance")], keepdims=True)
    return (x / np.sqrt(square + float(attrs.get("eps", 1e-10))),)


def convolution(attrs, x, weight, bias=None):
    """Direct sums over the window, for every attribute."""
    kernel = weight.shape[2:]
    sizes = lambda name, default: literal_eval(attrs[name]) if name in attrs else (default,) * len(kernel)
    stride, pad, dilate = sizes("stride", 1), sizes("pad", 0), sizes("dilate", 1)
    groups, filters = int(attrs.get("num_group", 1)), weight.shape[0]
    x = np.pad(x, [(0, 0), (0, 0)] + [(p, p) for p in pad])
    size = [(n - d * (k - 1) - 1) // s + 1 for n, d, k, s in zip(x.shape[2:], dilate, kernel, stride)]
    out = np.zeros((x.shape[0], filters, *size))
    width = x.shape[1] // groups
    for f in range(filters):
        first = f // (filters // groups) * width
        for offset in np.ndindex(*kernel):
            window = tuple(slice(o * d, o * d + (n - 1) * s + 1, s) for o, d, n, s in zip(offset, dilate, size, stride))
            part = x[(slice(None), slice(first, first + width), *window)]
            out[:, f] += np.tensordot(part, weight[(f, slice(None), *offset)], axes=([1], [0]))
    return (out if bias is None else out + bias.reshape((-1,) + (1,) * len(kernel)),)


def deconvolution(attrs, x, weight, bias=None):
    """Each element of x adds its multiple of the weight to the output, of which the padding is then cut off."""
    kernel = weight.shape[2:]
    sizes = lambda name, default: literal_eval(attrs[name]) if name in attrs else (default,) * len(kernel)
    stride, dilate = sizes("stride", 1), sizes("dilate", 1)
    full = [(n - 1) * s + d * (k - 1) + 1 for n, s, d, k in zip(x.shape[2:], stride, dilate, kernel)]
    pad, size = sizes("pad", 0), sizes("target_shape", 0)
    if any(size):
        pad = [(n - t + 1) // 2 for n, t in zip(full, size)]
    else:
        size = [n - 2 * p + a for n, p, a in zip(full, pad, sizes("adj", 0))]
    groups, width = int(attrs.get("num_group", 1)), weight.shape[1]
    out = np.zeros((x.shape[0], groups * width, *(n + s for n, s in zip(full, stride))))
    for c in range(x.shape[1]):
        first = c // (x.shape[1] // groups) * width
        for offset in np.ndindex(*kernel):
            window = [slice(o * d, o * d + (n - 1) * s + 1, s) for o, d, n, s in zip(offset, dilate, x.shape[2:], stride)]
            part = np.multiply.outer(x[:, c], weight[(c, slice(None), *offset)])
            out[(slice(None), slice(first, first + width), *window)] += np.moveaxis(part, -1, 1)
    out = out[(slice(None), slice(None), *(slice(p, p + n) for p, n in zip(pad, size)))]
    return (out if bias is None else out + bias.reshape((-1,) + (1,) * len(kernel)),)


def batch_dot(attrs, a, b):
    a = np.swapaxes(a, -1, -2) if attrs.get("transpose_a") else a
    return (np.matmul(a, np.swapaxes(b, -1, -2) if attrs.get("transpose_b") else b),)


def reduction(function):
    def formula(attrs, x):
        axis = attrs.get("axis", "None")
        axes = None if axis in ("None", "()") else literal_eval(axis)
        axes = tuple(range(x.ndim)) if axes is None else tuple(a % x.ndim for a in np.atleast_1d(axes))
        if attrs.get("exclude") == "True":
            axes = tuple(i for i in range(x.ndim) if i not in axes)
        out = function(x, axis=axes, keepdims=attrs.get("keepdims") == "True")
        return (np.atleast_1d(out),)

    return formula


def norm(attrs, x):
    if attrs.get("ord") == "1":
        return reduction(lambda x, **axes: np.abs(x).sum(**axes))(attrs, x)
    return reduction(lambda x, **axes: np.sqrt((x * x).sum(**axes)))(attrs, x)


def dot(attrs, a, b):
    a = np.moveaxis(a, 0, -1) if attrs.get("transpose_a") else a
    b = np.moveaxis(b, -1, 0) if attrs.get("transpose_b") else b
    return (np.atleast_1d(np.tensordot(a, b, axes=1)),)


def fully_connected(attrs, x, weight, bias=0):
    x = x if attrs.get("flatten") == "False" else x.reshape(x.shape[0], -1)
    return (x @ weight.T + bias,)


def cross_entropy(attrs, x, label):
    return (-log_softmax(x)[np.arange(len(label)), label.astype(int)].sum(keepdims=True),)


def clipped(attrs, x):
    """The rescaled, then clipped gradient."""
    clip = float(attrs.get("clip_gradient", -1))
    x = x * float(attrs.get("rescale_grad", 1))
    return np.clip(x, -clip, clip) if clip >= 0 else x


def sgd(attrs, weight, grad):
    decay = float(attrs.get("wd", 0)) * weight
    return (weight - float(attrs["lr"]) * (clipped(attrs, grad) + decay),)


def sgd_momentum(attrs, weight, grad, momentum):
    step = sgd(attrs, weight, grad)[0] - weight
    return (weight + float(attrs.get("momentum", 0)) * momentum + step,)


def adam(attrs, weight, grad, mean, variance):
    grad = grad * float(attrs.get("rescale_grad", 1)) + float(attrs.get("wd", 0)) * weight
    grad = clipped({**attrs, "rescale_grad": "1"}, grad)
    beta1, beta2 = float(attrs.get("beta1", 0.9)), float(attrs.get("beta2", 0.999))
    mean, variance = beta1 * mean + (1 - beta1) * grad, beta2 * variance + (1 - beta2) * grad**2
    return (weight - float(attrs["lr"]) * mean / (np.sqrt(variance) + float(attrs.get("epsilon", 1e-8))),)


FORMULAS = {
    **{name: by_element(f) for name, f in UNARY.items()},
    **{"_" + name: by_element(f) for name, f in BINARY.items() if name not in ("add", "sub", "mul", "div")},
    **{"elemwise_" + name: by_element(BINARY[name]) for name in ("add", "sub", "mul", "div")},
    **{"broadcast_" + name: by_element(f) for name, f in BINARY.items()},
    **{f"_{name}_scalar": scalar(f) for name, f in SCALAR.items() if name not in ("add", "sub")},
    **{f"_r{name}_scalar": scalar(SCALAR[name], True) for name in ("minus", "div", "mod", "power")},
    "softmax": along(softmax), "log_softmax": along(log_softmax), "softmin": along(softmax, -1),
    "Activation": activation, "LeakyReLU": leaky_relu, "smooth_l1": smooth_l1,
    "LinearRegressionOutput": regression(lambda x, label: x - label),
    # a residual of exactly zero counts as negative
    "MAERegressionOutput": regression(lambda x, label: np.where(x > label, 1.0, -1.0)),
    "LogisticRegressionOutput": regression(), "MakeLoss": make_loss,
    "SoftmaxOutput": softmax_output, "SVMOutput": svm_output,
    "BlockGrad": lambda attrs, x: (x, np.zeros(x.shape)), "make_loss": lambda attrs, x: (x, np.ones(x.shape)),
    "Convolution": convolution, "Deconvolution": deconvolution, "batch_dot": batch_dot, "LayerNorm": layer_norm,
    "L2Normalization": l2_normalization,
    **{name: reduction(getattr(np, name)) for name in ("sum", "mean", "prod", "max", "min", "nansum", "nanprod")},
    "norm": norm, "dot": dot, "FullyConnected": fully_connected, "softmax_cross_entropy": cross_entropy,
    "moments": lambda attrs, x: reduction(np.mean)({**attrs, "axis": attrs["axes"]}, x),
    "BatchNorm": batch_norm, "sgd_update": sgd, "sgd_mom_update": sgd_momentum, "adam_update": adam,
    "where": lambda attrs, c, a, b: (np.where(c.reshape(c.shape + (1,) * (a.ndim - c.ndim)) != 0, a, b),),
    "hard_sigmoid": lambda attrs, x: (
        np.clip(float(attrs.get("alpha", 0.2)) * x + float(attrs.get("beta", 0.5)), 0, 1),
    ),
}  # fmt: skip
