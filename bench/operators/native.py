"""Times of native MXNet for the calls of cases.json: a JSON list of milliseconds, or null where it does not take a call.

    python bench/operators/native.py [gradient]

One thread, the least of several calls; with `gradient`, of forward and backward.
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["MXNET_STORAGE_FALLBACK_LOG_VERBOSE"] = "0"

import mxnet as mx  # noqa: E402
import numpy as np  # noqa: E402

SECONDS = 0.25
CALLS = 40
GRADIENT = "gradient" in sys.argv[1:]
NAMESPACES = {"contrib_": mx.nd.contrib, "linalg_": mx.nd.linalg, "_image_": mx.nd.image}
random = np.random.RandomState(0)


def inputs(case):
    """Tensors of the shapes that the case names, with what its operator takes."""
    special, indices = case.get("special"), case.get("indices", {"input": None})
    for i, shape in enumerate(case["shapes"]):
        x = random.uniform(0.1, 0.9, shape).astype("float32")
        if i == indices["input"]:
            x = random.randint(0, indices["below"], shape).astype("float32")
        if special == "definite" and i == 0:
            x = np.matmul(x, x.transpose(0, 2, 1)) + 5 * np.eye(shape[-1], dtype="float32")
        if special == "boxes" and i == 1:
            x = np.array([[0, k, k, k + 15, k + 20] for k in range(shape[0])], dtype="float32")
        if special == "image":
            x = (200 * x).astype("uint8")
        if special == "above 1":
            x += 1
        yield mx.nd.array(x, dtype=x.dtype)


def function(name):
    for prefix, namespace in NAMESPACES.items():
        if name.startswith(prefix):
            return getattr(namespace, name[len(prefix) :])
    return getattr(mx.nd, name)


def measure(case):
    call, tensors = function(case["name"]), list(inputs(case))
    attrs = {key: tuple(v) if isinstance(v, list) else v for key, v in case.get("attrs", {}).items()}
    head = call(*tensors, **attrs)
    if GRADIENT:
        if isinstance(head, list):
            return None
        head = mx.nd.ones_like(head)
        for x in tensors:
            x.attach_grad()
    least, calls, start = float("inf"), 0, time.perf_counter()
    while calls < 3 or (calls < CALLS and time.perf_counter() - start < SECONDS):
        before = time.perf_counter()
        if GRADIENT:
            with mx.autograd.record():
                y = call(*tensors, **attrs)
            y.backward(head)
        else:
            call(*tensors, **attrs)
        mx.nd.waitall()
        least, calls = min(least, time.perf_counter() - before), calls + 1
    return 1000 * least


def main():
    times = []
    for case in json.loads((Path(__file__).parent / "cases.json").read_text()):
        try:
            times.append(measure(case))
        except mx.MXNetError:
            times.append(None)
    print(json.dumps(times))


main()
