"""Deconvolution in one and two dimensions; MXNet's own kernel has no third, no float16 and no channels last."""

from case import SUM, Case
from values import uniform


def deconvolution(data, filters, kernel, groups=1, bias=False, dtype="float32", throws=False, **attrs):
    weight = uniform((data[1], filters // groups, *kernel), -1, 1, dtype, key="weight")
    inputs = [uniform(data, dtype=dtype), weight] + ([uniform((filters,), dtype=dtype, key="bias")] if bias else [])
    settings = {"kernel": kernel, "num_filter": filters, **attrs}
    if groups != 1:
        settings["num_group"] = groups
    if bias:
        settings["no_bias"] = False
    return Case("Deconvolution", inputs, settings, compare=SUM, throws=throws)


def cases():
    # 2-D: the plain ones, then each attribute, then combinations
    yield deconvolution((1, 1, 4, 4), 1, (1, 1))
    yield deconvolution((2, 3, 3, 4), 4, (3, 3))
    yield deconvolution((2, 3, 3, 4), 4, (3, 3), bias=True)
    yield deconvolution((2, 3, 3, 4), 4, (3, 2), no_bias=True)
    yield deconvolution((1, 2, 4, 4), 3, (3, 3), pad=(1, 1))
    yield deconvolution((1, 2, 4, 3), 3, (3, 2), stride=(2, 1), pad=(1, 0))
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(2, 2))
    yield deconvolution((1, 2, 3, 3), 2, (2, 2), stride=(3, 3))  # gaps between the blocks
    yield deconvolution((1, 2, 3, 3), 2, (2, 2), stride=(3, 3), bias=True)
    yield deconvolution((1, 2, 3, 4), 2, (3, 3), dilate=(2, 2))
    yield deconvolution((1, 2, 3, 4), 2, (2, 3), dilate=(3, 1), pad=(1, 1), stride=(1, 2))
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(2, 2), adj=(1, 1))
    yield deconvolution((1, 2, 3, 3), 2, (3, 4), stride=(2, 3), pad=(1, 1), adj=(1, 2), bias=True)
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(2, 2), pad=(1, 1), adj=(0, 1))
    yield deconvolution((2, 4, 3, 3), 6, (3, 3), groups=2)
    yield deconvolution((1, 4, 3, 3), 4, (4, 4), groups=4, stride=(2, 2), pad=(1, 1))
    yield deconvolution((1, 3, 3, 3), 6, (3, 3), groups=3, bias=True)
    yield deconvolution((1, 4, 3, 4), 2, (3, 2), groups=2, stride=(2, 1), dilate=(1, 2), pad=(2, 0), adj=(1, 0))
    yield deconvolution((2, 5, 3, 4), 7, (1, 1))
    yield deconvolution((2, 4, 3, 2), 4, (1, 1), stride=(2, 2), groups=2)
    yield deconvolution((1, 8, 3, 4), 9, (3, 3), pad=(1, 1))
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), layout="NCHW", workspace=256, cudnn_off=True)
    # the output's size instead of padding
    for shape in [(6, 6), (5, 6), (7, 7)]:
        yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(2, 2), target_shape=shape)
    yield deconvolution((1, 2, 3, 4), 3, (4, 4), stride=(2, 2), target_shape=(6, 8), bias=True)
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(2, 2), target_shape=(6, 6), pad=(2, 2), adj=(1, 1))
    yield deconvolution((1, 2, 4, 4), 2, (3, 3), dilate=(2, 2), target_shape=(6, 4))
    yield deconvolution((1, 2, 4, 4), 3, (3, 3), dtype="float64", pad=(1, 1), bias=True)
    yield deconvolution((1, 4, 3, 3), 2, (3, 3), groups=2, dtype="float64", stride=(2, 2), adj=(1, 1))
    # 1-D
    yield deconvolution((2, 3, 5), 4, (3,))
    yield deconvolution((1, 2, 5), 3, (3,), stride=(2,), pad=(2,), bias=True)
    yield deconvolution((1, 2, 5), 3, (3,), pad=(2,), dilate=(2,), bias=True)
    yield deconvolution((1, 2, 5), 3, (3,), stride=(3,), adj=(2,))
    yield deconvolution((1, 4, 5), 4, (2,), groups=4)
    yield deconvolution((1, 2, 4), 2, (4,), stride=(2,), target_shape=(8,))
    yield deconvolution((1, 2, 4), 2, (3,), dtype="float64", layout="NCW")
    # refused
    yield deconvolution((1, 3, 3, 3), 4, (3, 3), groups=2, throws=True)
    yield deconvolution((1, 2, 5), 2, (3, 3), throws=True)
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(0, 1), throws=True)
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(2, 2), adj=(2, 2), throws=True)
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), target_shape=(9, 9), throws=True)
    yield deconvolution((1, 2, 1, 1), 2, (3, 3), pad=(2, 2), throws=True)
    wrong = deconvolution((1, 2, 3, 3), 2, (3, 3), throws=True)
    wrong.inputs[1] = uniform((3, 2, 3, 3))
    yield wrong
