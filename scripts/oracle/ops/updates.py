"""Rarer update operators: adaptive ones, in mixed precision, and of many weights at once."""

import numpy as np

from case import Case
from values import array, uniform

COMMON = [{"wd": 0.01}, {"wd": 0.1, "rescale_grad": 2.0, "clip_gradient": 1.0}]


def tensors(kinds, shape=(3, 4), dtype="float32", key=""):
    """A tensor for each letter: w weight, g gradient, s positive state, m master copy; in `dtype` or float32."""
    of = {"w": (-2, 2), "g": (-2, 2), "s": (0.1, 1), "m": (-2, 2)}
    types = {"w": dtype, "g": dtype, "s": "float32", "m": "float32"}
    return [uniform(shape, *of[k], types[k], key=f"{key}{k}{i}") for i, k in enumerate(kinds)]


def adaptive():
    for attrs in [{"wd": 0.01}, {"wd": 0.1, "clip_gradient": 0.5, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4}]:
        for scale in [1, 0.5, 0, np.inf, np.nan]:
            inputs = [*tensors("wgss"), array([scale])]
            yield Case("_adamw_update", inputs, {"lr": 0.1, "eta": 0.75, **attrs}, grad=None, out=0, states=[0, 2, 3])
            inputs = [*tensors("wgssm", dtype="float16"), array([scale])]
            inputs[0] = inputs[4].astype("float16")
            states = [0, 2, 3, 4]
            # Without an update MXNet leaves the output as it is, whatever was there.
            yield Case("_mp_adamw_update", inputs, {"lr": 0.1, "eta": 0.75, **attrs}, grad=None, out=0, states=states)
    for attrs in [{}, {"wd": 0.1, "clip_grad": 0.5, "rescale_grad": 2.0, "beta1": 0.5, "epsilon": 1e-4}]:
        for t in [1, 7]:
            attrs = {"lr": 0.1, "t": t, **attrs}
            yield Case("ftml_update", tensors("wgsss"), attrs, grad=None, out=0, states=[0, 2, 3, 4])
    for attrs in [*COMMON, {"wd": 0, "bias_correction": False, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4}]:
        for t in [1, 7]:
            attrs = {"t": t, **attrs}
            yield Case("lamb_update_phase1", tensors("wgss"), attrs, grad=None, states=[0, 2, 3])
            inputs = tensors("wgssm", dtype="float16")
            yield Case("mp_lamb_update_phase1", inputs, attrs, grad=None, states=[0, 2, 3, 4])
    for norms in [(0.5, 0.25), (0, 1), (1, 0)]:
        for attrs in [{}, {"lower_bound": 0.75}, {"upper_bound": 0.3}]:
            r1, r2 = array([norms[0]]), array([norms[1]])
            attrs = {"lr": 0.1, **attrs}
            yield Case("lamb_update_phase2", [*tensors("wg"), r1, r2], attrs, grad=None)
            weight, master = tensors("wm", dtype="float16")
            inputs = [weight, uniform((3, 4)), r1, r2, master]
            # MXNet leaves the master copy as it is, so that it never learns; ours is not compared.
            yield Case("mp_lamb_update_phase2", inputs, attrs, grad=None)
    squares = [array([0.5, 1, 2]), array([4, 0, 9]), array([1, 4, 0.25]), array([0, 0.5, 0.1])]
    yield Case("multi_lars", squares, {"eta": 0.5, "eps": 0.01}, grad=None)
    yield Case("multi_lars", squares, {"eta": 0.001, "eps": 0, "rescale_grad": 0.5}, grad=None)


def mixed():
    for dtype in ["float16", "float32"]:
        for attrs in COMMON:
            for op, kinds in [("sgd", "wgm"), ("sgd_mom", "wgsm"), ("nag_mom", "wgsm")]:
                attrs = {"lr": 0.1, **attrs, **({"momentum": 0.9} if "mom" in op else {})}
                inputs, changed = tensors(kinds, dtype=dtype), list(range(2, len(kinds)))
                yield Case(f"mp_{op}_update", inputs, attrs, grad=None, out=0, states=[0, *changed])
                attrs.pop("momentum", None)
    yield Case("mp_sgd_update", tensors("wgg", dtype="float16"), {"lr": 0.1}, throws=True)


def many():
    rates = {"lrs": (0.1, 0.25), "wds": (0.5, 0.0)}
    for op, kinds, dtype in [
        ("sgd", "wg", "float32"), ("sgd_mom", "wgs", "float32"), ("mp_sgd", "wgm", "float16"), ("mp_sgd_mom", "wgsm", "float16"),
    ]:  # fmt: skip
        for attrs in [{}, {"rescale_grad": 2.0, "clip_gradient": 1.0}]:
            if "mom" in op:
                attrs = {"momentum": 0.75, **attrs}
            inputs = [*tensors(kinds, dtype=dtype, key="a"), *tensors(kinds, (2, 5), dtype, key="b")]
            n = len(kinds)
            every = dict(grad=None, out=[0, n], states=[i for i in range(2 * n) if i % n != 1])
            attrs = {**attrs, "num_weights": 2}
            yield Case(f"multi_{op}_update", inputs, {**rates, **attrs}, **every)
            preloaded = [*inputs, array(rates["lrs"]), array(rates["wds"])]
            yield Case(f"preloaded_multi_{op}_update", preloaded, attrs, **every)
    yield Case("multi_sgd_update", tensors("wg"), {"lrs": (0.1, 0.2), "wds": (0,)}, grad=None, out=[0], throws=True)
    yield Case("multi_sgd_update", tensors("wgg"), {"lrs": (0.1,), "wds": (0,)}, grad=None, out=[0], throws=True)


def cases():
    for group in [adaptive, mixed, many]:
        yield from group()
