"""The golden container: u32 header length, JSON header, then raw little-endian tensors, each aligned to 16 bytes.

Tensor offsets count from the first multiple of 16 after the header. Equal tensors are stored once.
"""

import json
import struct

import numpy as np


class Writer:
    def __init__(self, family):
        self.family, self.cases, self.tensors, self.blob, self.known = family, [], [], bytearray(), {}

    def tensor(self, x):
        x = np.ascontiguousarray(x).reshape(x.shape)
        raw = x.astype(x.dtype.newbyteorder("<")).tobytes()
        key = (str(x.dtype), x.shape, raw)
        if key not in self.known:
            self.blob.extend(bytes(-len(self.blob) % 16))
            self.tensors.append([str(x.dtype), list(x.shape), len(self.blob)])
            self.blob.extend(raw)
            self.known[key] = len(self.tensors) - 1
        return self.known[key]

    def add(self, name, case, result):
        """`result` as `oracle.run` returns it, or the error text of a refused call."""
        entry = {"op": case.op, "name": name, "inputs": [self.tensor(x) for x in case.inputs]}
        if case.attrs:
            entry["attrs"] = case.attr_strings()
        if not case.train:
            entry["train"] = False
        if case.seed is not None:
            entry["seed"] = case.seed
        if case.out is not None:
            entry["out"] = case.out
        if case.throws:
            entry["throws"] = result
        else:
            entry["compare"] = case.compare
            entry["outputs"] = [self.tensor(x) for x in result["outputs"]]
            if result["grads"]:
                entry["heads"] = [self.tensor(x) for x in result["heads"]]
                entry["grads"] = {str(i): self.tensor(x) for i, x in result["grads"].items()}
            if case.states:
                entry["forwardStates"] = {str(i): self.tensor(x) for i, x in result["forward_states"].items()}
                entry["states"] = {str(i): self.tensor(x) for i, x in result["states"].items()}
        self.cases.append(entry)

    def write(self, path):
        header = json.dumps(
            {"family": self.family, "tensors": self.tensors, "cases": self.cases}, separators=(",", ":")
        ).encode()
        padding = bytes(-(4 + len(header)) % 16)
        with open(path, "wb") as f:
            f.write(struct.pack("<I", len(header)) + header + padding + bytes(self.blob))
