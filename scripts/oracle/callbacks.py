"""Writes tests/golden/callbacks.json: the lines that callbacks of MXNet 1.9.1 log.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/callbacks.py

A case is a callback with its arguments, shown batches 0, 1, 2 and so on of two epochs. A clock is read at every look a quarter of a
second later. The metric is shown a loss of 1 / (nbatch + 1) before each batch, or there is none.
"""
import json
import logging
import pathlib
import time

import mxnet as mx
from mxnet import nd

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "callbacks.json"
CASES = [
    ("Speedometer", [32, 2], True), ("Speedometer", [32, 3, False], True), ("Speedometer", [4, 2], False),
    ("log_train_metric", [2], True), ("log_train_metric", [3, True], True), ("log_train_metric", [1], False),
    ("ProgressBar", [7], False), ("ProgressBar", [16, 8], False), ("LogValidationMetricsCallback", [], True),
]


def case(name, args, measured):
    lines, clock = [], [0.0]
    logging.info = lambda message, *values: lines.append(message % values if values else message)

    def tick():
        clock[0] += 0.25
        return clock[0]

    time.time, before = tick, time.time
    callback = getattr(mx.callback, name)(*args)
    metric = mx.metric.Loss() if measured else None
    for epoch in range(2):
        if metric:
            metric.reset()
        for nbatch in range(7):
            if metric:
                metric.update(None, [nd.array([1 / (nbatch + 1)])])
            callback(mx.model.BatchEndParam(epoch=epoch, nbatch=nbatch, eval_metric=metric, locals=None))
    time.time = before
    return {"callback": name, "args": args, "measured": measured, "lines": lines}


OUT.write_text("[\n" + ",\n".join(json.dumps(case(*c)) for c in CASES) + "\n]\n")
