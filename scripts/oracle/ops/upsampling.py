"""UpSampling: of repeated elements, of several images, and of a weight."""

from case import SUM, Case
from values import uniform


def nearest(shapes, scale, dtype="float32", throws=False, **attrs):
    inputs = [uniform(shape, dtype=dtype, key=i) for i, shape in enumerate(shapes)]
    settings = {"scale": scale, "sample_type": "nearest", "num_args": len(shapes), **attrs}
    return Case("UpSampling", inputs, settings, compare=SUM, throws=throws)


def bilinear(shape, scale, dtype="float32", **attrs):
    kernel = 2 * scale - scale % 2
    inputs = [uniform(shape, dtype=dtype), uniform((shape[1], 1, kernel, kernel), -1, 1, dtype, key="weight")]
    settings = {"scale": scale, "sample_type": "bilinear", "num_filter": shape[1], "num_args": 2, **attrs}
    return Case("UpSampling", inputs, settings, compare=SUM)


def cases():
    for scale in [1, 2, 3]:
        yield nearest([(2, 3, 2, 4)], scale)
    for dtype in ["float64", "float16"]:
        yield nearest([(1, 2, 3, 2)], 2, dtype)
        for mode in ["concat", "sum"]:
            yield nearest([(1, 2, 2, 1), (1, 2, 4, 2)], 4, dtype, multi_input_mode=mode)
    for scale in [1, 2]:
        yield nearest([(2, 3, 4, 2), (2, 3, 4, 2)], scale)
        yield nearest([(2, 3, 4, 2), (2, 1, 4, 2)], scale, multi_input_mode="concat")
        yield nearest([(2, 3, 4, 2), (2, 3, 4, 2)], scale, multi_input_mode="sum")
    yield nearest([(2, 3, 2, 2), (2, 1, 4, 4), (2, 2, 8, 8)], 4)
    yield nearest([(2, 2, 2, 2), (2, 2, 4, 4), (2, 2, 8, 8)], 4, multi_input_mode="sum", workspace=64)
    yield nearest([(1, 2, 4, 6), (1, 2, 2, 3)], 2, multi_input_mode="sum")
    yield nearest([(2, 3, 4)], 2, throws=True)
    yield nearest([(2, 3, 4, 2, 2)], 2, throws=True)
    yield nearest([(2, 3, 4, 4), (2, 3, 3, 3)], 2, throws=True)
    yield nearest([(2, 3, 4, 4), (2, 2, 4, 4)], 2, multi_input_mode="sum", throws=True)
    yield nearest([(2, 3, 4, 4)], 2, sample_type="cubic", throws=True)
    for scale in [1, 2, 3, 4]:
        yield bilinear((2, 3, 2, 3), scale)
    yield bilinear((1, 1, 3, 2), 2, workspace=64)
    yield bilinear((1, 2, 3, 2), 2, "float64")
    yield bilinear((1, 2, 3, 2), 3, "float64")
    wrong = bilinear((1, 2, 3, 2), 2)
    wrong.inputs[1], wrong.throws = uniform((2, 1, 3, 3)), True
    yield wrong
