"""Checks the golden files independently of MXNet's gradients.

Outputs are recomputed with NumPy in float64 (formulas.py), gradients compared with central differences of MXNet's float64
forward along a random direction. Loss heads, whose gradient is by definition not the derivative of their output, are checked
against formulas only; points where the two one-sided differences disagree (kinks, ties) say nothing.

    python selfcheck.py [family ...]
"""

import sys

import numpy as np

import oracle
from case import Case
from formulas import FORMULAS
from generate import FAMILIES
from read import read_family

LOSS_HEADS = {
    "SoftmaxOutput", "SVMOutput", "LinearRegressionOutput", "MAERegressionOutput", "LogisticRegressionOutput", "MakeLoss",
    "make_loss", "BlockGrad", "_contrib_gradientmultiplier", "_contrib_round_ste", "_contrib_sign_ste", "IdentityAttachKLSparseReg",
}  # fmt: skip
# Functions of symmetric matrices, of which they read one triangle; the gradient is symmetric.
SYMMETRIC = {"_linalg_potrf", "_linalg_syevd"}
# Their first input counts: it gets no gradient.
COUNTS = {"_random_pdf_poisson", "_random_pdf_negative_binomial", "_random_pdf_generalized_negative_binomial"}
# MXNet's derivative of x % 0, which is 0, is 1.
CONVENTIONS = {
    "_mod_scalar scalar=0.0 4",
    # Of two rows for one place the last stays, but both get its gradient.
    *(f"_contrib_index_copy 4x3{t} 2:int32 2x3{t}" for t in ["", ":float64", ":float16"]),
}
STEP = 1e-5
OUTPUT_TOLERANCE = {"float64": 1e-13, "float32": 2e-6, "float16": 1e-3}


def off(actual, expected):
    """Largest difference relative to the largest expected magnitude."""
    scale = max(np.abs(expected).max(initial=0), 1e-3)
    return np.abs(actual - expected).max(initial=0) / scale


def formula_error(case, tensors):
    """None without a formula, else the error in units of the tolerance."""
    inputs = [tensors[i] for i in case["inputs"]]
    if (
        case["op"] not in FORMULAS
        or "seed" in case
        or any(x.dtype.kind != "f" or not np.isfinite(x).all() for x in inputs)
    ):
        return None
    extra = {"train": case.get("train", True)} if case["op"] == "BatchNorm" else {}
    with np.errstate(all="ignore"):
        expected = FORMULAS[case["op"]](case["attrs"], *[x.astype(np.float64) for x in inputs], **extra)
    if expected is None:
        return None
    output = tensors[case["outputs"][0]]
    finite = np.isfinite(output) & np.isfinite(expected[0])
    # dtype= widens the output, not the computation
    tolerance = max(OUTPUT_TOLERANCE[str(x.dtype)] for x in [output, *inputs])
    error = off(output.astype(np.float64)[finite], np.asarray(expected[0], np.float64)[finite]) / tolerance
    if len(expected) > 1 and "grads" in case:
        error = max(error, off(tensors[case["grads"]["0"]].astype(np.float64), expected[1]) / tolerance)
    return error


def derivative(case, tensors):
    """(central difference, what the stored gradient gives, its magnitude), or None where differences say nothing."""
    inputs = [tensors[i] for i in case["inputs"]]
    stored = [*case["inputs"], *case["outputs"], *case["grads"].values()]
    if any(tensors[i].dtype == np.float16 or not np.isfinite(tensors[i]).all() for i in stored):
        return None
    if "seed" in case or "dtype" in case["attrs"]:
        return None
    rng = np.random.RandomState(3)
    wide = [x.astype(np.float64) if x.dtype.kind == "f" else x for x in inputs]
    # The formula where there is one: some of the oracle's float64 kernels have float32 precision.
    formula = FORMULAS.get(case["op"]) if len(case["outputs"]) == 1 and "use_length" not in case["attrs"] else None
    extra = {"train": case.get("train", True)} if case["op"] == "BatchNorm" else {}
    moves = {int(i): rng.uniform(-1, 1, inputs[int(i)].shape) for i in case["grads"]}
    if case["op"] in COUNTS:
        moves[0] *= 0
    if case["op"] in SYMMETRIC:
        moves = {i: move + np.swapaxes(move, -1, -2) for i, move in moves.items()}

    def value(t):
        moved = [x + t * STEP * moves[i] if i in moves else x for i, x in enumerate(wide)]
        if formula:
            return (np.asarray(formula(case["attrs"], *moved, **extra)[0]) * tensors[case["heads"][0]]).sum()
        call = Case(case["op"], moved, case["attrs"], train=case.get("train", True), grad=list(moves))
        outs = oracle.run(call)["outputs"]
        return sum((o.astype(np.float64) * tensors[h].astype(np.float64)).sum() for o, h in zip(outs, case["heads"]))

    try:
        before, here, after = value(-1), value(0), value(1)
    except oracle.mx.MXNetError:  # no float64 kernel
        return None
    gradient = sum((tensors[g].astype(np.float64) * moves[int(i)]).sum() for i, g in case["grads"].items())
    size = sum(np.abs(tensors[g] * moves[int(i)]).sum() for i, g in case["grads"].items())
    if size > 1e4 or case["name"] in CONVENTIONS:
        return None
    if abs((after - here) - (here - before)) / STEP > 1e-2 * max(size, 1e-3):
        return None
    return (after - before) / (2 * STEP), gradient, max(size, 1e-3)


def main():
    failures = 0
    for family in sys.argv[1:] or FAMILIES:
        cases, tensors = read_family(family)
        counts = {"cases": len(cases), "outputs": 0, "gradients": 0}
        for case in cases:
            if "throws" in case:
                continue
            case.setdefault("attrs", {})
            error = formula_error(case, tensors)
            if error is not None:
                counts["outputs"] += 1
                if not error <= 1:
                    failures += 1
                    print(f"{case['name']}: {error:.3g} tolerances from the formula")
            result = derivative(case, tensors) if "grads" in case and case["op"] not in LOSS_HEADS else None
            if result is not None:
                counts["gradients"] += 1
                numeric, gradient, size = result
                if not abs(numeric - gradient) <= 1e-5 * size:
                    failures += 1
                    print(f"{case['name']}: derivative {numeric:.8g}, gradient gives {gradient:.8g}")
        print(family, counts)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
