"""Writes tests/golden/optimizers.json: optimizers and learning rate schedulers of MXNet 1.9.1.

Run with the Python that has numpy 1.23.5 and mxnet 1.9.1:  python scripts/oracle/optimizers.py

Every optimizer makes four updates of the same two weights with the same gradients; the file has both weights after each. Options
are in JavaScript's spelling; `lrs` are learning rates set before the updates. AdamW, which MXNet 1.9.1 has the operator of only,
is here what MXNet 2's class makes of the operator. Schedulers give the learning rate of the updates 0, 1, 2 and so on.
"""
import json
import math
import pathlib

import mxnet as mx
import numpy as np
from mxnet import nd

OUT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "optimizers.json"
STEPS = 4
NAMES = {0: "fc_weight", 1: "fc_bias"}


@mx.optimizer.register
class AdamW(mx.optimizer.Adam):
    def __init__(self, epsilon=1e-6, correct_bias=True, **kwargs):
        super().__init__(epsilon=epsilon, **kwargs)
        self.correct_bias = correct_bias

    def update(self, index, weight, grad, state):
        self._update_count(index)
        lr, wd, t = self._get_lr(index), self._get_wd(index), self._index_update_count[index]
        if self.correct_bias:
            lr *= math.sqrt(1 - self.beta2**t) / (1 - self.beta1**t)
        clip = {} if self.clip_gradient is None else {"clip_gradient": self.clip_gradient}
        nd.contrib.adamw_update(
            weight, grad, *state, nd.array([self.rescale_grad]), out=weight, lr=1, eta=lr, wd=wd, beta1=self.beta1,
            beta2=self.beta2, epsilon=self.epsilon, **clip)


ALL = {"learning_rate": 0.1, "wd": 0.05, "rescale_grad": 0.5, "clip_gradient": 0.3}
HALF = {"multi_precision": True, "learning_rate": 0.1, "wd": 0.05}
NAMED = {"param_idx2name": NAMES, "wd": 0.1, "learning_rate": 0.1}
CASES = [
    ("sgd", {}), ("sgd", ALL), ("sgd", {**ALL, "momentum": 0.9}), ("sgd", {**HALF, "momentum": 0.9}), ("sgd", NAMED),
    ("sgd", {"clip_gradient": 0.0}), ("ccsgd", {"momentum": 0.5}),
    ("nag", {}), ("nag", ALL), ("nag", {**ALL, "momentum": 0.9}), ("nag", {**HALF, "momentum": 0.9}),
    ("adam", {}), ("adam", ALL), ("adam", HALF), ("adam", {"beta1": 0.5, "beta2": 0.9, "epsilon": 0.001, "begin_num_update": 5}),
    ("adamw", {"wd": 0.1}), ("adamw", {**ALL, "correct_bias": False}), ("adamw", {**ALL, "beta1": 0.5, "epsilon": 0.01}),
    ("rmsprop", {}), ("rmsprop", ALL), ("rmsprop", {**ALL, "centered": True, "gamma2": 0.5}), ("rmsprop", HALF),
    ("rmsprop", {"learning_rate": 0.1, "clip_weights": 0.4, "gamma1": 0.5}),
    ("adagrad", {}), ("adagrad", ALL), ("adagrad", {**HALF, "eps": 0.01}),
    ("adadelta", {}), ("adadelta", ALL), ("adadelta", {"rho": 0.5, "epsilon": 0.01}),
    ("adamax", {}), ("adamax", ALL), ("adamax", {"beta1": 0.5, "beta2": 0.9}), ("adamax", HALF),
    ("nadam", {}), ("nadam", ALL), ("nadam", {"schedule_decay": 0.5, "beta1": 0.7, "epsilon": 0.01}),
    ("ftrl", {}), ("ftrl", ALL), ("ftrl", {"lamda1": 0.5, "beta": 2.0}), ("ftrl", HALF),
    ("ftml", {}), ("ftml", ALL), ("ftml", {"beta1": 0.3, "beta2": 0.9, "epsilon": 0.1}),
    ("signum", {}), ("signum", {**ALL, "wd_lh": 0.1}), ("signum", {**ALL, "momentum": 0.0}), ("signum", HALF),
    ("lamb", {}), ("lamb", ALL), ("lamb", {"lower_bound": 2.0}), ("lamb", {"upper_bound": 0.2, "bias_correction": False}),
    ("lamb", HALF), ("lamb", {**NAMED, "beta1": 0.5, "epsilon": 0.01}),
    ("lars", {}), ("lars", {**ALL, "eta": 0.5}), ("lars", {**NAMED, "momentum": 0.9, "eta": 0.1, "eps": 0.01}),
    ("lars", {"momentum": 0.9, "eta": 0.1, "lrs": [0.1, 0.1, 0.05, 0.05]}),
    ("lars", {"momentum": 0.9, "eta": 0.1, "momentum_correction": False, "lrs": [0.1, 0.1, 0.05, 0.05]}),
    ("lars", {**HALF, "momentum": 0.9, "eta": 0.1}),
    ("lbsgd", {}), ("lbsgd", {**ALL, "momentum": 0.9}), ("lbsgd", {"batch_scale": 2, "momentum": 0.9, "learning_rate": 0.1}),
    ("lbsgd", {"batch_scale": 2, "warmup_epochs": 1, "updates_per_epoch": 4, "warmup_strategy": "power2"}),
    ("lbsgd", {"batch_scale": 2, "warmup_epochs": 1, "updates_per_epoch": 8, "warmup_strategy": "sqrt"}),
    ("lbsgd", {"warmup_strategy": "lars", "wd": 0.1}), ("lbsgd", {"begin_epoch": 5, "batch_scale": 2}),
    ("lbsgd", {**HALF, "momentum": 0.9}),
    ("dcasgd", {}), ("dcasgd", {**ALL, "lamda": 2.0}),
    ("sgld", {}), ("sgld", ALL),
    ("test", {"rescale_grad": 0.5}),
    ("groupadagrad", {}), ("groupadagrad", {"eps": 0.1, "clip_gradient": 0.3, "rescale_grad": 0.5}),
]
WARM = {"base_lr": 0.5, "warmup_steps": 3, "warmup_begin_lr": 0.1}
SCHEDULERS = [
    ("FactorScheduler", {"step": 3, "factor": 0.5, "base_lr": 1}), ("FactorScheduler", {"step": 2, **WARM}),
    ("FactorScheduler", {"step": 2, "factor": 0.1, "stop_factor_lr": 0.004, **WARM, "warmup_mode": "constant"}),
    ("MultiFactorScheduler", {"step": [2, 5], "factor": 0.1, "base_lr": 1}),
    ("MultiFactorScheduler", {"step": [1, 4, 8], "factor": 0.5, **WARM}),
    ("PolyScheduler", {"max_update": 10}), ("PolyScheduler", {"max_update": 9, "pwr": 1, "final_lr": 0.2, **WARM}),
    ("CosineScheduler", {"max_update": 10}), ("CosineScheduler", {"max_update": 9, "final_lr": 0.2, **WARM}),
]

random = np.random.RandomState(5)
SHAPES = [(2, 3), (3,)]
WEIGHTS = [random.uniform(-1, 1, shape).round(3).tolist() for shape in SHAPES]
GRADS = [[random.normal(0, 1, shape).round(3).tolist() for shape in SHAPES] for _ in range(STEPS)]


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def numbers(x):
    # The shortest text of a float32; float16 are compared exactly.
    return [float(v) if x.dtype == np.float16 else float(str(v)) for v in x.asnumpy().ravel()]


def spelt(options):
    return {camel(k): v for k, v in options.items()}


def optimizer_case(name, options):
    options = dict(options)
    lrs = options.pop("lrs", None)
    dtype = "float16" if options.get("multi_precision") else "float32"
    mx.random.seed(7)
    optimizer = mx.optimizer.create(name, **options)
    update = mx.optimizer.get_updater(optimizer)
    count = 1 if name == "groupadagrad" else 2
    # LAMB in mixed precision takes norms of the float16 weights, or of one weight forgets to update the copy: here the copy alone
    # is updated, and rounded.
    kept = "float32" if name == "lamb" else dtype
    weights, after = [nd.array(w, dtype=dtype).astype(kept) for w in WEIGHTS[:count]], []
    for step, grads in enumerate(GRADS):
        if lrs:
            optimizer.set_learning_rate(lrs[step])
        update(list(range(count)), [nd.array(g, dtype=dtype).astype(kept) for g in grads[:count]], weights)
        after.append([numbers(w.astype(dtype)) for w in weights])
    case = {"optimizer": name, "options": spelt(options), "dtype": dtype, "after": after}
    return {**case, "lrs": lrs} if lrs else case


def scheduler_case(name, options):
    schedule = getattr(mx.lr_scheduler, name)(**options)
    return {"scheduler": name, "options": spelt(options), "lrs": [schedule(n) for n in range(14)]}


def lines(cases):
    return "[\n" + ",\n".join("  " + json.dumps(case, separators=(",", ":")) for case in cases) + "\n ]"


OUT.write_text(
    f'{{\n "weights": {json.dumps(WEIGHTS)},\n "grads": {json.dumps(GRADS)},\n'
    f' "optimizers": {lines([optimizer_case(*case) for case in CASES])},\n'
    f' "schedulers": {lines([scheduler_case(*case) for case in SCHEDULERS])}\n}}\n')
