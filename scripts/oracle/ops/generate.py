"""Writes tests/golden/ops/<family>.bin from MXNet 1.9.1, one process per family.

    python generate.py [--out FOLDER] [family ...]

A case that MXNet refuses, and a case whose result is not stable in its own precision (MXNet's float64 result of the same
call, rounded, lies outside half the tolerance of the tests), is left out and listed.
"""

import argparse
import collections
import dataclasses
import importlib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FAMILIES = [
    "unary", "binary", "broadcast", "scalar", "reduction", "linear", "convolution", "pooling", "activation",
    "normalization", "softmax", "loss", "reshaping", "slicing", "joining", "indexing", "ordering", "creation", "cast",
    "dropout", "optimizer", "sequence", "matrix", "detection", "vision", "contrib", "updates", "density", "images",
    "deconvolution", "deconvolution_onednn", "upsampling",
]  # fmt: skip
# What MXNet's own kernels refuse or get wrong, and oneDNN's do not.
ONEDNN = {"deconvolution_onednn"}


def double_twin(case):
    """The same call on float64 copies of the floating inputs, or None where that is not the same question."""
    import numpy as np

    if case.throws or case.seed is not None or "dtype" in case.attrs or "out_dtype" in case.attrs:
        return None
    kinds = {str(x.dtype) for x in case.inputs if x.dtype.kind == "f"}
    if not kinds or kinds == {"float64"}:
        return None
    widen = lambda x: x.astype(np.float64) if x.dtype.kind == "f" else x
    heads = case.heads and [widen(h) for h in case.heads]
    return dataclasses.replace(case, inputs=[widen(x) for x in case.inputs], heads=heads)


def instability(case, result, oracle):
    """Deviation from the float64 twin in units of half the tolerance, 0 where there is no twin."""
    import numpy as np
    from accuracy import excess

    half = lambda a: 1.0 if a.dtype == np.float16 else 0.5
    twin = double_twin(case)
    if twin is None:
        return 0.0
    if result["heads"]:
        twin.heads = [h.astype(np.float64) if h.dtype.kind == "f" else h for h in result["heads"]]
    try:
        exact = oracle.run(twin)
    except Exception:  # no float64 kernel: nothing to compare with
        return 0.0
    with np.errstate(all="ignore"):
        pairs = list(zip(result["outputs"], exact["outputs"]))
        pairs += [(g, exact["grads"][i]) for i, g in result["grads"].items()]
        pairs += [(s, exact["states"][i]) for i, s in result["states"].items()]
        return max((excess(a, b.astype(a.dtype), case.compare, half(a)) for a, b in pairs), default=0.0)


def write_family(family, folder):
    import oracle
    from container import Writer

    writer, uses = Writer(family), collections.Counter()
    left_out = []
    for case in importlib.import_module(family).cases():
        label = case.label()
        if case.throws:
            case = dataclasses.replace(case, grad=None)  # the call itself is refused, not its gradient
        uses[label] += 1
        if uses[label] > 1:  # same shapes, other values
            label += f" ({uses[label]})"
        print("#", label, file=sys.stderr, flush=True)
        try:
            result = oracle.run(case)
        except Exception as error:
            message = str(error).strip().splitlines()
            text = next((line for line in message if "Error" in line or "Check failed" in line), (message or [""])[-1])
            if case.throws:
                writer.add(label, case, text.strip())
            else:
                left_out.append(f"refused   {label}: {text.strip()[-160:]}")
            continue
        if case.throws:
            left_out.append(f"accepted  {label}")
            continue
        if family in ONEDNN:  # it has no float64 twin
            writer.add(label, case, result)
            continue
        deviation = instability(case, result, oracle)
        if deviation > 1 and result["grads"]:
            forward = dataclasses.replace(case, grad=None, heads=None)
            result = oracle.run(forward)
            kept = instability(forward, result, oracle) <= 1
            left_out.append(f"unstable  {label}: {deviation:.3g}" + (", forward kept" if kept else ""))
            if kept:
                writer.add(label, forward, result)
            continue
        if deviation > 1:
            left_out.append(f"unstable  {label}: {deviation:.3g}")
            continue
        writer.add(label, case, result)
    writer.write(os.path.join(folder, family + ".bin"))
    for line in left_out:
        print(line)
    print(f"{family}: {len(writer.cases)} cases, {len(left_out)} left out")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default=os.path.join(HERE, "..", "..", "..", "tests", "golden", "ops"))
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("families", nargs="*", default=FAMILIES)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    if options.worker:
        return write_family(options.families[0], options.out)
    for family in options.families:
        command = [sys.executable, __file__, "--worker", "--out", options.out, family]
        environment = {**os.environ, "MXNET_MKLDNN_ENABLED": str(int(family in ONEDNN))}
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        print(done.stdout, end="")
        if done.returncode:
            print(f"{family}: exit {done.returncode}\n" + "\n".join(done.stderr.splitlines()[-12:]))
            sys.exit(1)


if __name__ == "__main__":
    main()
