"""Loss heads: their gradient ignores the head gradient, save where noted."""

from case import SUM, Case
from values import array, away, integers, uniform


def softmax_output(shape, label, train=True, dtype="float32", throws=False, **attrs):
    inputs = [uniform(shape, -3, 3, dtype), label.astype(dtype)]
    return Case("SoftmaxOutput", inputs, attrs, grad=[0, 1], compare=SUM, train=train, throws=throws)


def svm_output():
    for dtype in ["float32", "float64", "float16"]:
        for attrs in [
            {}, {"use_linear": True}, {"margin": 0.5}, {"margin": 0.5, "use_linear": True},
            {"regularization_coefficient": 0.25}, {"regularization_coefficient": 0.25, "use_linear": True},
            {"margin": 2.0, "regularization_coefficient": 3.0}, {"margin": 0.0, "use_linear": True},
        ]:  # fmt: skip
            inputs = [uniform((4, 3), -3, 3, dtype), array([0, 2, 1, 2], dtype)]
            yield Case("SVMOutput", inputs, attrs, grad=[0, 1], compare=SUM)
    for use_linear in [True, False]:
        for shape, label in [((3, 1), array([0, 0, 0])), ((2, 4, 3), integers((2, 4), 0, 3, "float32"))]:
            yield Case("SVMOutput", [uniform(shape), label], {"use_linear": use_linear}, grad=[0, 1], compare=SUM)
    # on the margin itself, and classes that are none
    edges = [array([[1.0, -1.0, 0.0], [-1.0, 1.0, 2.0]]), array([0, 1])]
    absent = [uniform((3, 3)), array([-1, 3, 1])]
    for inputs in [edges, absent]:
        yield Case("SVMOutput", inputs, grad=[0], compare=SUM)
        yield Case("SVMOutput", inputs, {"use_linear": True}, grad=[0], compare=SUM)
    yield Case("SVMOutput", [uniform((4, 3)), uniform((4, 3))], throws=True)
    yield Case("SVMOutput", [uniform((4, 3)), uniform((3,))], throws=True)


def cases():
    yield from svm_output()
    rows, label = (4, 3), array([0, 2, 1, 2])
    ignoring = array([0, -1, 1, 2])
    yield softmax_output(rows, label)
    yield softmax_output(rows, label, train=False)
    yield softmax_output(rows, label, dtype="float64")
    yield softmax_output(rows, label, grad_scale=0.5)
    for normalization in ["null", "batch", "valid"]:
        yield softmax_output(rows, label, normalization=normalization)
        yield softmax_output(rows, ignoring, normalization=normalization, use_ignore=True)
        yield softmax_output(rows, label, normalization=normalization, use_ignore=True, ignore_label=2, grad_scale=2.0)
    yield softmax_output(rows, label, out_grad=True)
    yield softmax_output(rows, label, smooth_alpha=0.125)
    yield softmax_output(rows, label, smooth_alpha=0.125, normalization="batch", grad_scale=3.0)
    yield softmax_output(rows, ignoring, smooth_alpha=0.25, use_ignore=True)
    yield softmax_output((2, 3, 2), integers((2, 2), 0, 3), multi_output=True)
    yield softmax_output((2, 3, 2, 2), integers((2, 2, 2), 0, 3), multi_output=True)
    yield softmax_output((2, 3, 2, 2), integers((2, 4), 0, 3), multi_output=True)
    for normalization in ["null", "batch", "valid"]:
        attrs = {"multi_output": True, "use_ignore": True, "normalization": normalization}
        yield softmax_output((2, 3, 4), array([[0, -1, 2, 1], [1, -1, -1, 0]]), **attrs)
        yield softmax_output((2, 3, 4), integers((2, 4), 0, 3), multi_output=True, normalization=normalization)
    yield softmax_output((2, 3, 4), integers((2, 3), 0, 4), preserve_shape=True)
    yield softmax_output((2, 3, 4), integers((2, 3), 0, 4), preserve_shape=True, normalization="valid", use_ignore=True)
    yield softmax_output((4, 3), uniform((4, 3), 0, 1))
    yield softmax_output((4, 3), uniform((4, 3), 0, 1), grad_scale=2.0, normalization="batch")
    yield softmax_output((4, 3), integers((3,), 0, 3), throws=True)
    for op in ["LinearRegressionOutput", "MAERegressionOutput", "LogisticRegressionOutput"]:
        for shape, target, attrs in [
            ((4, 3), (4, 3), {}), ((4, 3), (4, 3), {"grad_scale": 0.5}), ((5, 1), (5,), {}), ((2, 3, 2), (2, 3, 2), {}),
            ((6,), (6,), {}),
        ]:  # fmt: skip
            inputs = [uniform(shape), uniform(target, 0, 1, key="label")]
            yield Case(op, inputs, attrs, compare=SUM)
        # a power of two of columns: the oracle divides by their number in float32
        doubles = [uniform((4, 2), dtype="float64"), uniform((4, 2), 0, 1, "float64", key="label")]
        yield Case(op, doubles, compare=SUM)
        yield Case(op, [uniform((4, 3)), uniform((4, 2))], throws=True)
    yield Case("MAERegressionOutput", [array([[1.0, 2.0]]), array([[1.0, 3.0]])], compare=SUM)
    for attrs in [
        {}, {"grad_scale": 0.5}, {"normalization": "batch"}, {"normalization": "valid"},
        {"normalization": "valid", "valid_thresh": 0.5, "grad_scale": 3.0}, {"normalization": "valid", "valid_thresh": 9},
    ]:  # fmt: skip
        yield Case("MakeLoss", [uniform((4, 3))], attrs, compare=SUM)
        yield Case("MakeLoss", [uniform((6,), dtype="float64")], attrs, compare=SUM)
    yield Case("make_loss", [away((4, 3))])
    yield Case("BlockGrad", [away((4, 3))])
    for shape in [(4, 3), (1, 5), (6, 2)]:
        inputs = [uniform(shape, -3, 3), integers((shape[0],), 0, shape[1], "float32")]
        yield Case("softmax_cross_entropy", inputs, grad=[0], compare=SUM)
    doubles = [uniform((4, 3), dtype="float64"), integers((4,), 0, 3, "float64")]
    yield Case("softmax_cross_entropy", doubles, grad=[0], compare=SUM)
    yield Case("softmax_cross_entropy", [uniform((4, 3)), integers((3,), 0, 3, "float32")], grad=None, throws=True)
    yield Case("softmax_cross_entropy", [uniform((4, 3, 2)), integers((4,), 0, 3, "float32")], grad=None, throws=True)
