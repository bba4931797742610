"""Deconvolution by oneDNN: in three dimensions, and with stride and dilation, where MXNet's kernel loses products."""

from deconvolution import deconvolution


def cases():
    yield deconvolution((1, 2, 2, 3, 2), 3, (2, 2, 2))
    yield deconvolution((2, 3, 2, 2, 3), 2, (3, 2, 3), bias=True)
    yield deconvolution((1, 2, 3, 3, 3), 2, (3, 3, 3), pad=(1, 1, 1))
    yield deconvolution((1, 2, 2, 3, 2), 2, (3, 2, 2), stride=(2, 1, 2), pad=(1, 0, 1))
    yield deconvolution((1, 2, 2, 2, 2), 2, (2, 3, 2), stride=(2, 2, 2), adj=(1, 0, 1))
    yield deconvolution((1, 4, 2, 3, 2), 4, (2, 2, 2), groups=2)
    yield deconvolution((1, 4, 2, 2, 2), 4, (2, 1, 2), groups=4, stride=(1, 2, 1), bias=True)
    yield deconvolution((1, 2, 2, 2, 2), 2, (2, 2, 2), layout="NCDHW")
    # stride and dilation
    yield deconvolution((1, 2, 3, 3), 2, (3, 3), stride=(2, 2), dilate=(2, 2))
    yield deconvolution((1, 4, 3, 4), 2, (3, 2), groups=2, stride=(2, 2), dilate=(2, 1), pad=(2, 0), adj=(1, 0))
    yield deconvolution((1, 2, 3, 4), 3, (2, 3), stride=(3, 2), dilate=(2, 3), pad=(1, 2))
    yield deconvolution((1, 2, 5), 3, (3,), stride=(2,), pad=(2,), dilate=(2,), bias=True)
