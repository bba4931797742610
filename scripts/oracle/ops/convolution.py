"""Convolution in one, two and three dimensions."""

from case import SUM, Case
from values import uniform


def convolution(data, filters, kernel, groups=1, bias=True, dtype="float32", throws=False, **attrs):
    weight = uniform((filters, data[1] // groups, *kernel), -1, 1, dtype, key="weight")
    inputs = [uniform(data, dtype=dtype), weight] + ([uniform((filters,), dtype=dtype, key="bias")] if bias else [])
    settings = {"kernel": kernel, "num_filter": filters, **attrs}
    if groups != 1:
        settings["num_group"] = groups
    if not bias:
        settings["no_bias"] = True
    return Case("Convolution", inputs, settings, compare=SUM, throws=throws)


def cases():
    # 2-D: the plain ones, then each attribute, then combinations
    yield convolution((1, 1, 4, 4), 1, (1, 1))
    yield convolution((2, 3, 5, 6), 4, (3, 3))
    yield convolution((2, 3, 5, 6), 4, (3, 3), bias=False)
    yield convolution((1, 2, 5, 5), 3, (3, 3), pad=(1, 1))
    yield convolution((1, 2, 6, 5), 3, (3, 2), pad=(1, 0), stride=(2, 1))
    yield convolution((1, 2, 7, 7), 2, (3, 3), stride=(2, 2))
    yield convolution((1, 2, 7, 7), 2, (3, 3), stride=(3, 3), pad=(2, 2))
    yield convolution((1, 2, 7, 8), 2, (3, 3), dilate=(2, 2))
    yield convolution((1, 2, 7, 8), 2, (2, 3), dilate=(3, 1), pad=(2, 1), stride=(1, 2))
    yield convolution((2, 4, 5, 5), 6, (3, 3), groups=2)
    yield convolution((1, 4, 5, 5), 4, (3, 3), groups=4, pad=(1, 1))
    yield convolution((1, 3, 5, 5), 6, (3, 3), groups=3, bias=False)
    yield convolution((1, 4, 6, 6), 4, (3, 3), groups=4, stride=(2, 2), dilate=(2, 2), pad=(2, 2))
    yield convolution((2, 5, 3, 4), 7, (1, 1))
    yield convolution((2, 4, 4, 4), 4, (1, 1), stride=(2, 2))
    yield convolution((2, 4, 4, 4), 4, (1, 1), groups=2, pad=(1, 1))
    yield convolution((1, 2, 9, 9), 3, (5, 5), pad=(2, 2))
    yield convolution((1, 3, 3, 3), 2, (3, 3))
    yield convolution((1, 8, 6, 7), 9, (3, 3), pad=(1, 1))
    yield convolution((1, 2, 5, 5), 2, (3, 3), layout="NCHW")
    yield convolution((1, 2, 5, 5), 2, (4, 4), pad=(3, 3), workspace=256, cudnn_off=True)
    yield convolution((1, 2, 5, 5), 3, (3, 3), dtype="float64", pad=(1, 1))
    # 1-D
    yield convolution((2, 3, 8), 4, (3,))
    yield convolution((1, 2, 9), 3, (3,), stride=(2,), pad=(2,), dilate=(2,))
    yield convolution((1, 4, 7), 4, (2,), groups=4, bias=False)
    yield convolution((1, 4, 6), 2, (1,), groups=2)
    yield convolution((1, 2, 6), 2, (3,), dtype="float64")
    # 3-D
    yield convolution((1, 2, 4, 4, 5), 3, (2, 2, 2))
    yield convolution((2, 2, 4, 5, 4), 2, (3, 3, 3), stride=(2, 1, 2), pad=(1, 1, 1))
    yield convolution((1, 2, 5, 5, 5), 2, (2, 3, 2), dilate=(2, 1, 2), bias=False)
    yield convolution((1, 4, 3, 4, 3), 4, (2, 2, 2), groups=2)
    # refused
    yield convolution((1, 3, 5, 5), 4, (3, 3), groups=2, throws=True)
    yield convolution((1, 2, 2, 2), 2, (3, 3), throws=True)
    yield convolution((1, 2, 5), 2, (3, 3), throws=True)
    yield convolution((1, 2, 5, 5), 2, (3, 3), stride=(0, 1), throws=True)
    wrong = convolution((1, 2, 5, 5), 2, (3, 3), throws=True)
    wrong.inputs[1] = uniform((2, 3, 3, 3))
    yield wrong
