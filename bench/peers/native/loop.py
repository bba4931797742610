"""What the native libraries have in common: the session of bench/run/session.ts, a JSON message a line."""

import json
import math
import sys
import time

import numpy as np

SAMPLES, WARM_UP, SAMPLE = 16, 0.3, 0.0005
FEWEST, QUICK = 3, 0.3
# bench/suite/shapes.ts
WARM = 20000


def values(seed, shape, scale=1.0):
    """The numbers of bench/suite/values.ts."""
    size = int(np.prod(shape))
    start = (seed * 0x9E3779B1) & 0xFFFFFFFF
    h = (np.arange(size, dtype=np.uint32) ^ np.uint32(start)) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    h = (h ^ (h >> np.uint32(16))) >> np.uint32(8)
    return ((h / 2.0**23 - 1) * scale).astype(np.float32).reshape(shape)


def weight_of(node, i):
    """Weights of a node: `weightOf` in bench/suite/networks.ts."""
    return values(100 + i, node["weight"], math.sqrt(6 / np.prod(node["weight"][1:])))


def norm_of(node, i):
    """gamma, beta, mean and variance of a convolution: `normOf` in bench/suite/networks.ts."""
    rules = [(0.2, 0.8), (0.1, 0), (0.1, 0), (0.3, 1)]
    draws = [values(1000 + 10 * i + k, node["weight"][:1], scale) + offset for k, (scale, offset) in enumerate(rules)]
    return [draw.astype(np.float32) for draw in draws]


def training_data(work):
    """The batch, the labels and the weights: `trainingData` in bench/suite/networks.ts."""
    shapes = [layer["weight"] for layer in work["layers"] if "weight" in layer]
    weights = [values(10 + i, s, math.sqrt(3 / np.prod(s[1:]))) for i, s in enumerate(shapes)]
    return values(1, [work["batch"], *work["input"]]), np.arange(work["batch"]) % 10, weights


def shapes_of(i):
    """The shapes of x · w number i: bench/suite/shapes.ts."""
    fresh = i - WARM
    if fresh < 0:
        return (32, 32), (32, 20)
    rows, inner, columns = 26 + fresh % 12, 26 + fresh // 12 % 12, 16 + 4 * (fresh // 144)
    return (rows, inner), (inner, columns)


class Pairs:
    """Inputs of the `shapes` workload, made before a sample."""

    def __init__(self, fresh, make):
        self.fresh, self.make, self.made, self.inputs = fresh, make, 0, []

    def next(self):
        x, w = shapes_of(self.made if self.fresh else 0)
        self.made += 1
        return self.make(1, x), self.make(2, w)

    def supply(self, runs):
        self.inputs = [self.next() for _ in range(runs)]


def digest(workload, result):
    """A result in a few numbers: bench/suite/digest.ts."""
    flat = np.asarray(result, dtype=np.float64).ravel()
    if flat.size == 0 or not np.isfinite(flat).all():
        raise ValueError("%d values, some of which are not finite" % flat.size)
    if workload.get("random"):
        return {"length": flat.size, "scale": 1, "values": [flat.mean(), flat.std()]}
    count = min(SAMPLES, flat.size)
    samples = [flat[k * flat.size // count] for k in range(count)]
    return {"length": flat.size, "scale": np.abs(flat).max(), "values": [flat.mean(), *samples]}


def sample(task, runs):
    if "supply" in task:
        task["supply"](runs)
    run = task["run"]
    start = time.perf_counter()
    for _ in range(runs):
        run()
    return (time.perf_counter() - start) / runs


class Session:
    def __init__(self, makers, version):
        self.makers, self.version = makers, version
        self.task = self.workload = None
        self.least = math.inf

    def turn(self, seconds):
        most = self.workload.get("most", math.inf)
        times, end = [], time.perf_counter() + seconds

        def few():
            return len(times) < FEWEST and self.least < QUICK

        while not times or (len(times) < most and (few() or time.perf_counter() < end)):
            many = 1 if "most" in self.workload or self.least == math.inf else math.ceil(SAMPLE / self.least)
            times.append(sample(self.task, max(1, many)))
            self.least = min(self.least, times[-1])
        return [t * 1000 for t in times]

    def answer(self, request):
        kind = request["type"]
        if kind == "start":
            return {"version": self.version}
        if kind == "turn":
            return {"times": self.turn(request["ms"] / 1000)}
        if kind == "close":
            self.task = None
            return {}
        self.workload, self.least = request["workload"], math.inf
        # What the networks are is beside the workload.
        work = {**request, **self.workload["work"]}
        self.task = self.makers[work["kind"]](work)
        found = digest(self.workload, self.task["output"]())
        for _ in range(WARM // 1000 if "most" in self.workload else 0):
            sample(self.task, 1000)
        return {"digest": found, "times": [min(self.turn(WARM_UP))]}


def serve(makers, version):
    """Answers the driver until it closes the channel."""
    session = Session(makers, version)
    for line in sys.stdin:
        try:
            reply = session.answer(json.loads(line))
        except Exception as error:  # every error is an answer
            reply = {"error": "%s: %s" % (type(error).__name__, error)}
        print(json.dumps(reply), flush=True)
