"""Pooling in one, two and three dimensions."""

from case import SUM, Case
from values import array, distinct, uniform

WINDOWS = [
    ((1, 2, 6, 6), {"kernel": (2, 2), "stride": (2, 2)}),
    ((1, 2, 5, 6), {"kernel": (2, 3)}),
    ((2, 1, 5, 5), {"kernel": (3, 3), "stride": (2, 2), "pad": (1, 1)}),
    ((1, 1, 7, 7), {"kernel": (3, 2), "stride": (2, 3), "pad": (1, 0), "pooling_convention": "full"}),
    ((1, 1, 6, 6), {"kernel": (3, 3), "stride": (2, 2), "pooling_convention": "full"}),
    ((1, 2, 5, 5), {"kernel": (2, 2), "stride": (2, 2), "pooling_convention": "full"}),
    ((2, 2, 7), {"kernel": (3,), "stride": (2,)}),
    ((1, 2, 8), {"kernel": (3,), "stride": (2,), "pad": (1,), "pooling_convention": "full"}),
    ((1, 2, 4, 5, 4), {"kernel": (2, 2, 2), "stride": (2, 2, 2)}),
    ((1, 1, 5, 4, 5), {"kernel": (3, 2, 3), "stride": (2, 1, 2), "pad": (1, 0, 1), "pooling_convention": "full"}),
    ((2, 3, 4, 5), {"global_pool": True}),
    ((2, 3, 4, 5), {"global_pool": True, "kernel": (2, 2), "stride": (2, 2), "pad": (1, 1)}),
    ((2, 3, 5), {"global_pool": True, "kernel": (1,)}),
    ((1, 2, 3, 2, 3), {"global_pool": True, "kernel": (1, 1, 1)}),
]


def data(kind, shape, dtype="float32"):
    return distinct(shape, dtype, step=0.25) if kind == "max" else uniform(shape, 0.2, 2, dtype)


def cases():
    for kind in ["max", "avg", "sum", "lp"]:
        for shape, window in WINDOWS:
            extra = {"p_value": 2} if kind == "lp" else {}
            yield Case("Pooling", [data(kind, shape)], {**window, "pool_type": kind, **extra}, compare=SUM)
        for dtype in ["float64", "float16"]:
            attrs = {"kernel": (2, 2), "stride": (2, 2), "pool_type": kind, **extra}
            yield Case("Pooling", [data(kind, (1, 1, 4, 4), dtype)], attrs, compare=SUM)
    for p in [1, 3]:
        attrs = {"kernel": (2, 2), "pool_type": "lp", "p_value": p}
        yield Case("Pooling", [data("lp", (1, 1, 3, 3))], attrs, compare=SUM)
    for shape, window in WINDOWS:
        for included in [True, False]:
            attrs = {**window, "pool_type": "avg", "count_include_pad": included}
            if "pad" in window:
                yield Case("Pooling", [data("avg", shape)], attrs, compare=SUM)
    yield Case("Pooling", [data("max", (1, 1, 4, 4))], {"kernel": (2, 2)}, compare=SUM)
    ties = array([[[[1, 1, 0, 2], [1, 1, 2, 2], [0, 0, 3, 3], [0, 0, 3, 3]]]])
    yield Case("Pooling", [ties], {"kernel": (2, 2), "stride": (2, 2)}, compare=SUM)
    yield Case("Pooling", [ties], {"kernel": (3, 3), "stride": (1, 1)}, compare=SUM)
    negative = -data("avg", (1, 1, 3, 3))
    yield Case("Pooling", [negative], {"kernel": (3, 3), "stride": (2, 2), "pad": (1, 1)}, compare=SUM)
    for layout, shape in [("NHWC", (1, 4, 4, 2)), ("NWC", (1, 5, 2)), ("NDHWC", (1, 3, 3, 3, 2))]:
        for kind in ["max", "avg"]:
            kernel = (2,) * (len(shape) - 2)
            attrs = {"kernel": kernel, "pool_type": kind, "layout": layout}
            yield Case("Pooling", [data(kind, shape)], attrs, compare=SUM)
    yield Case("Pooling", [data("avg", (1, 1, 4, 4))], {"kernel": (5, 5)}, throws=True)
    yield Case("Pooling", [data("avg", (1, 1, 4, 4))], {"kernel": (2, 2), "pool_type": "median"}, throws=True)
    yield Case("Pooling", [data("avg", (4, 4))], {"kernel": (2, 2)}, throws=True)
