"""BatchNorm (with its moving statistics), LayerNorm, GroupNorm, InstanceNorm, LRN, L2Normalization."""

import numpy as np

from case import SUM, Case
from values import array, uniform


def batch_norm(shape, axis=1, dtype="float32", train=True, **attrs):
    channels = (shape[axis],)
    inputs = [
        uniform(shape, -2, 3, dtype),
        uniform(channels, 0.5, 1.5, dtype, key="gamma"),
        uniform(channels, -1, 1, dtype, key="beta"),
        uniform(channels, -0.5, 0.5, dtype, key="mean"),
        uniform(channels, 0.5, 2, dtype, key="variance"),
    ]
    settings = {**({} if axis == 1 else {"axis": axis}), **attrs}
    # gamma is listed because fix_gamma writes ones into it
    case = Case("BatchNorm", inputs, settings, grad=[0, 1, 2], compare=SUM, train=train, states=[1, 3, 4])
    case.heads = statistics_without_head(case, shape, channels)
    return case


def statistics_without_head(case, shape, statistics):
    """Zero head gradients for the mean and deviation outputs: the oracle ignores whatever they get."""
    if not case.attrs.get("output_mean_var"):
        return None
    dtype = case.inputs[0].dtype
    return [
        uniform(shape, dtype=dtype, key="head"),
        array(np.zeros(statistics), dtype),
        array(np.zeros(statistics), dtype),
    ]


def layer_norm(shape, axis=-1, dtype="float32", **attrs):
    width = (shape[axis],)
    inputs = [uniform(shape, -2, 3, dtype), uniform(width, 0.5, 1.5, dtype), uniform(width, -1, 1, dtype, key="beta")]
    case = Case("LayerNorm", inputs, {**({} if axis == -1 else {"axis": axis}), **attrs}, compare=SUM)
    case.heads = statistics_without_head(
        case, shape, tuple(1 if i == axis % len(shape) else n for i, n in enumerate(shape))
    )
    return case


def group_norm(shape, groups=1, dtype="float32", **attrs):
    size = (groups,)
    inputs = [uniform(shape, -2, 3, dtype), uniform(size, 0.5, 1.5, dtype), uniform(size, -1, 1, dtype, key="beta")]
    case = Case("GroupNorm", inputs, {**({} if groups == 1 else {"num_groups": groups}), **attrs}, compare=SUM)
    case.heads = statistics_without_head(case, shape, (shape[0], groups))
    return case


def instance_norm(shape, **attrs):
    size = (shape[1],)
    inputs = [uniform(shape, -2, 3), uniform(size, 0.5, 1.5), uniform(size, -1, 1, key="beta")]
    return Case("InstanceNorm", inputs, attrs, compare=SUM)


def of_examples():
    """Operators that normalize each example, or neighbours in it."""
    for shape, groups in [
        ((2, 4, 3), 1), ((2, 4, 3), 2), ((2, 4, 3), 4), ((2, 6, 2, 3), 3), ((2, 6, 2, 3), 2), ((1, 4, 2, 3, 2), 2),
        ((3, 4, 2), 2),
    ]:  # fmt: skip
        yield group_norm(shape, groups)
        yield group_norm(shape, groups, eps=0.25)
    yield group_norm((2, 4, 3), 2, output_mean_var=True)
    yield group_norm((2, 6, 2, 3), 3, output_mean_var=True, eps=0.25)
    yield group_norm((2, 4, 2), 2, "float64", eps=0.0625)
    yield group_norm((2, 4, 2, 2), 4, "float64", eps=0.0625)
    yield group_norm((2, 4, 2), 2, "float16", eps=0.0625)
    yield group_norm((2, 4, 2, 2), 1, "float16", eps=0.0625)
    wrong = group_norm((2, 4, 3), 3)
    wrong.throws = True
    yield wrong
    yield Case("GroupNorm", [uniform((2, 4, 3)), uniform((4,)), uniform((4,))], {"num_groups": 2}, throws=True)
    yield Case("GroupNorm", [uniform((2, 4)), uniform((2,)), uniform((2,))], {"num_groups": 2}, throws=True)
    for shape in [(2, 4, 3), (2, 3, 2, 3), (3, 2, 5), (1, 2, 2, 3, 2), (2, 3, 1)]:
        yield instance_norm(shape)
        yield instance_norm(shape, eps=0.25)
    yield Case("InstanceNorm", [uniform((2, 4)), uniform((4,)), uniform((4,))], throws=True)
    yield Case("InstanceNorm", [uniform((2, 4, 3)), uniform((3,)), uniform((3,))], throws=True)
    for shape in [(2, 5, 3, 2), (1, 6, 2, 3), (1, 7, 1, 2)]:
        for size in [1, 3, 5]:
            yield Case("LRN", [uniform(shape)], {"nsize": size}, compare=SUM)
            attrs = {"nsize": size, "alpha": 0.5, "beta": 0.5, "knorm": 1.0}
            yield Case("LRN", [uniform(shape)], attrs, compare=SUM)
    yield Case("LRN", [uniform((2, 5, 3, 2))], {"nsize": 3, "alpha": 2.0, "beta": 1.5, "knorm": 0.5}, compare=SUM)
    yield Case("LRN", [uniform((2, 1, 3, 2))], {"nsize": 1, "alpha": 1.0, "beta": 1.0}, compare=SUM)
    yield Case("LRN", [uniform((2, 5, 3, 2))], throws=True)
    yield Case("LRN", [uniform((2, 5, 3, 2))], {"nsize": 2}, throws=True)


def cases():
    yield from of_examples()
    for train in [True, False]:
        for fix_gamma in [True, False]:
            yield batch_norm((4, 3), train=train, fix_gamma=fix_gamma)
            yield batch_norm((2, 3, 4, 4), train=train, fix_gamma=fix_gamma)
            yield batch_norm((3, 2, 4), train=train, fix_gamma=fix_gamma, use_global_stats=True)
            yield batch_norm((2, 3, 2, 2), train=train, fix_gamma=fix_gamma, output_mean_var=True)
        yield batch_norm((4, 3), train=train)
        yield batch_norm((2, 3, 4, 2), axis=3, train=train, fix_gamma=False)
        yield batch_norm((2, 3, 4, 2), axis=-1, train=train, fix_gamma=False)
        yield batch_norm((3, 4, 2), axis=0, train=train, fix_gamma=False)
        yield batch_norm((2, 3, 4), axis=2, train=train, fix_gamma=False, momentum=0.5, eps=0.0625)
        yield batch_norm((2, 2, 2, 3, 2), train=train, fix_gamma=False, eps=1e-5)
        yield batch_norm((4, 3), dtype="float64", train=train, fix_gamma=False, momentum=0.75, eps=0.0625)
    yield batch_norm((2, 3, 4, 4), momentum=0.0, fix_gamma=False)
    for shape in [(3, 4), (2, 3, 5), (2, 3, 2, 4), (6,)]:
        yield layer_norm(shape)
    yield layer_norm((3, 4, 2), axis=1)
    yield layer_norm((3, 4), axis=0)
    yield layer_norm((2, 3, 4, 2), axis=-3)
    yield layer_norm((3, 4), eps=0.25)
    yield layer_norm((3, 4), output_mean_var=True)
    yield layer_norm((3, 4), dtype="float64", eps=0.0625)
    yield layer_norm((3, 64), eps=1e-3)
    yield Case("LayerNorm", [uniform((3, 4)), uniform((3,)), uniform((3,))], throws=True)
    for mode in ["instance", "channel", "spatial"]:
        yield Case("L2Normalization", [uniform((2, 3, 2, 2))], {"mode": mode}, compare=SUM)
        yield Case("L2Normalization", [uniform((2, 3, 4))], {"mode": mode, "eps": 0.25}, compare=SUM)
        yield Case("L2Normalization", [uniform((2, 3, 4), dtype="float64")], {"mode": mode, "eps": 0.25}, compare=SUM)
    yield Case("L2Normalization", [uniform((3, 4))], compare=SUM)
    yield Case("L2Normalization", [uniform((3, 4))], {"mode": "channel"}, throws=True)
    yield Case("L2Normalization", [uniform((3, 4))], {"mode": "spatial"}, throws=True)
    yield Case("L2Normalization", [array([[3.0, 4.0], [0.0, 0.0]])], compare=SUM)
