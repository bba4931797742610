"""Networks of gluon's model zoo: their symbols, and what MXNet makes of them with weights that anybody can draw again.

    python scripts/oracle/zoo.py FOLDER [network ...]

Each network gives FOLDER/<name>-symbol.json and FOLDER/<name>-golden.params: the output for one image, and for each argument the
norm of the gradient and a few of its elements. Weights are not stored: `draw` makes them from seeds, and MXNet's random
streams are the same everywhere. tests/symbol/zoo.ts draws and compares; tests/golden/zoo has the smaller networks.
"""

import os
import sys
from pathlib import Path

# oneDNN's maximum pooling leaves out what its own gradient needs unless the network is in training: MXNet's kernels do not.
os.environ["MXNET_MKLDNN_ENABLED"] = "0"
os.environ["MXNET_STORAGE_FALLBACK_LOG_VERBOSE"] = "0"

import mxnet as mx  # noqa: E402
import numpy as np  # noqa: E402
from mxnet.gluon.model_zoo import vision  # noqa: E402

SAMPLES = 15
# Where rounding decides on which side of a kink (of relu, relu6 or a maximum) one of millions of activations lies, gradients
# jump: MXNet's own are then off by 1e-2 from those in float64. These networks see images for which none lies so near.
SIZES = {"inceptionv3": 299, "mobilenetv2_0.25": 64, "resnet50_v1": 64}
SEEDS = {"inceptionv3": 1, "resnet18_v1": 1, "resnet50_v1": 1}
NETWORKS = [
    "alexnet",
    "vgg11_bn",
    "resnet18_v1",
    "resnet18_v2",
    "resnet50_v1",
    "squeezenet1.1",
    "mobilenet0.25",
    "mobilenetv2_0.25",
    "densenet121",
    "inceptionv3",
]


def draw(place, name, shape):
    """The value of an input of the network, by its place in the list of inputs."""
    mx.random.seed(place + 1)
    if len(shape) > 1:
        return mx.nd.random.normal(0, (2 / np.prod(shape[1:], dtype=np.float64)) ** 0.5, shape)
    if name.endswith(("_gamma", "_running_var")):
        return mx.nd.random.uniform(0.5, 1.5, shape)
    return mx.nd.random.normal(0, 0.1, shape)


def image(name):
    """The image that a network sees."""
    size = SIZES.get(name, 224)
    mx.random.seed(SEEDS.get(name, 0))
    return mx.nd.random.uniform(-1, 1, (1, 3, size, size))


def samples(gradient):
    """The norm and some elements, evenly spread."""
    flat = gradient.asnumpy().reshape(-1).astype(np.float64)
    places = (np.arange(SAMPLES) * flat.size) // SAMPLES
    return np.concatenate([[np.sqrt((flat**2).sum())], flat[places]])


def golden(folder, name):
    with mx.name.NameManager():
        net = vision.get_model(name, pretrained=False, prefix="net_")
        symbol = net(mx.sym.Variable("data"))
    x = image(name)
    inputs = symbol.list_inputs()
    arg_shapes, _, aux_shapes = symbol.infer_shape(data=x.shape)
    shapes = dict(zip(symbol.list_arguments(), arg_shapes)) | dict(
        zip(symbol.list_auxiliary_states(), aux_shapes)
    )
    values = {n: draw(i, n, shapes[n]) for i, n in enumerate(inputs) if n != "data"} | {"data": x}
    executor = symbol.bind(
        mx.cpu(),
        {n: values[n] for n in symbol.list_arguments()},
        {n: mx.nd.zeros(shapes[n]) for n in symbol.list_arguments()},
        "write",
        {n: values[n] for n in symbol.list_auxiliary_states()},
    )
    (inference,) = [y.copy() for y in executor.forward(is_train=False)]
    # Statistics of one image are no statistics: gradients are those of the network in use, its moving means held.
    net.collect_params().initialize()
    net(x)
    for parameter in net.collect_params().values():
        parameter.set_data(values[parameter.name])
        if parameter.grad_req != "null":
            parameter.zero_grad()
    x.attach_grad()
    with mx.autograd.record(train_mode=False):
        y = net(x)
    mx.random.seed(1000)
    y.backward(mx.nd.random.uniform(-1, 1, y.shape), train_mode=False)
    stored = {"output": inference}
    for n in symbol.list_arguments():
        source = x if n == "data" else net.collect_params()[n]
        if n == "data" or source.grad_req != "null":
            gradient = x.grad if n == "data" else source.grad()
            stored[f"grad:{n}"] = mx.nd.array(samples(gradient), dtype="float64")
    symbol.save(str(folder / f"{name}-symbol.json"))
    mx.nd.save(str(folder / f"{name}-golden.params"), stored)
    print(name, float(inference.abs().max().asscalar()), float(np.abs((y - inference).asnumpy()).max()))


def main(folder, *names):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or NETWORKS:
        golden(folder, name)


if __name__ == "__main__":
    main(*sys.argv[1:])
