"""Writes tests/golden/metrics.json: metrics of MXNet 1.9.1.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/metrics.py

A case is a metric with options (in JavaScript's spelling) and two lists of labels and predictions. It sees the first, forgets its
local values, and sees the second twice; "results" are what get and get_global give after each.
"""
import json
import pathlib
import warnings

import mxnet as mx
import numpy as np
from mxnet import nd

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "metrics.json"
random = np.random.RandomState(3)


def probabilities(*shape):
    x = random.uniform(0.05, 1, shape)
    return (x / x.sum(-1, keepdims=True)).round(4).tolist()


def classes(count, *shape):
    return random.randint(0, count, shape).tolist()


def reals(*shape):
    return random.normal(0, 1, shape).round(3).tolist()


THREE = [[[classes(3, 7)], [probabilities(7, 3)]], [[classes(3, 5)], [probabilities(5, 3)]]]
TWO = [[[classes(2, 9)], [probabilities(9, 2)]], [[classes(2, 6)], [probabilities(6, 2)]]]
SEVERAL = [[[classes(4, 5), classes(4, 3)], [probabilities(5, 4), probabilities(3, 4)]]] * 2
KNOWN = [[[classes(3, 8)], [classes(3, 8)]], [[classes(5, 6)], [classes(5, 6)]]]
NUMBERS = [[[reals(6)], [reals(6)]], [[reals(4, 1)], [reals(4)]]]
MATRICES = [[[reals(3, 2)], [reals(3, 2)]], [[reals(4)], [reals(4, 3)]]]
IMAGES = [[[classes(2, 2, 3)], [random.uniform(0, 1, (2, 2, 3)).round(3).tolist()]]] * 2
SCORES = [[[classes(3, 2, 4)], [random.uniform(0, 1, (2, 3, 4)).round(3).tolist()]]] * 2
ALL_ONE = [[[[1, 1]], [[[0.2, 0.8], [0.9, 0.1]]]], [[[1]], [[[0, 1.0]]]]]
LABELLESS = [[[], [reals(2, 3), reals(4)]], [[], [reals(5)]]]

CASES = [
    ("acc", {}, THREE), ("accuracy", {}, SEVERAL), ("acc", {}, KNOWN), ("acc", {"axis": 1, "name": "right"}, SCORES),
    ("acc", {"axis": -1}, THREE), ("top_k_accuracy", {"top_k": 2}, THREE), ("top_k_acc", {"top_k": 3}, SEVERAL),
    ("f1", {}, TWO), ("f1", {"average": "micro"}, TWO), ("f1", {}, ALL_ONE), ("mcc", {}, TWO),
    ("mcc", {"average": "micro"}, TWO), ("mcc", {}, ALL_ONE), ("perplexity", {"ignore_label": None}, THREE),
    ("perplexity", {"ignore_label": 1}, THREE), ("mae", {}, NUMBERS), ("mse", {}, NUMBERS), ("rmse", {}, NUMBERS),
    ("mae", {}, MATRICES), ("mse", {}, MATRICES), ("rmse", {}, MATRICES), ("ce", {}, THREE), ("ce", {"eps": 0.1}, SEVERAL),
    ("nll_loss", {}, THREE), ("crossentropy", {}, ALL_ONE), ("pearsonr", {}, NUMBERS[:1] * 2),
    ("pearsonr", {}, MATRICES[:1] * 2), ("pcc", {}, THREE), ("pcc", {}, TWO), ("pcc", {}, KNOWN), ("pcc", {}, ALL_ONE),
    ("loss", {}, LABELLESS), ("torch", {}, LABELLESS), ("caffe", {}, LABELLESS),
    ("composite", {"metrics": ["acc", "ce"]}, THREE),
]


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def plain(name_and_value):
    names, values = name_and_value
    one = not isinstance(values, list)
    clean = [None if np.isnan(v) else float(v) for v in ([values] if one else values)]
    return [names, clean[0] if one else clean]


def case(name, options, updates):
    metric = mx.metric.create(name, **options)
    results = []
    for step in (0, 1, 1):
        if step == 1 and len(results) == 1:
            metric.reset_local()
        labels, preds = ([nd.array(x) for x in part] for part in updates[step])
        metric.update(labels, preds)
        results.append([plain(metric.get()), plain(metric.get_global())])
    return {
        "metric": name, "options": {camel(k): v for k, v in options.items()}, "updates": updates, "results": results,
        "text": str(metric),
    }


warnings.simplefilter("ignore")
OUT.write_text("[\n" + ",\n".join(json.dumps(case(*c), separators=(",", ":")) for c in CASES) + "\n]\n")
