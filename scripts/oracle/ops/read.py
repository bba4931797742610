"""Reads a golden container back."""

import json
import os
import struct

import numpy as np

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "tests", "golden", "ops")


def read_family(family):
    with open(os.path.join(FOLDER, family + ".bin"), "rb") as f:
        raw = f.read()
    (length,) = struct.unpack_from("<I", raw)
    header = json.loads(raw[4 : 4 + length])
    start = -(-(4 + length) // 16) * 16
    tensors = []
    for dtype, shape, offset in header["tensors"]:
        count = int(np.prod(shape))
        tensors.append(np.frombuffer(raw, dtype, count, start + offset).reshape(shape))
    return header["cases"], tensors
