"""Writes tests/golden/registry.json: names, aliases and defaults of MXNet 1.9.1's operators, from its registry.

    python registry.py [name ...]

Refreshes the operators that the file lists, and adds the named ones.
"""

import collections
import ctypes
import json
import os
import sys

from mxnet.base import _LIB, OpHandle, c_str, check_call, mx_uint, py_str

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tests", "golden", "registry.json")


def handle(name):
    found = OpHandle()
    check_call(_LIB.NNGetOpHandle(c_str(name), ctypes.byref(found)))
    return found


def names_by_handle():
    """Every registered name, by the operator that it stands for."""
    count, names = mx_uint(), ctypes.POINTER(ctypes.c_char_p)()
    check_call(_LIB.MXListAllOpNames(ctypes.byref(count), ctypes.byref(names)))
    groups = collections.defaultdict(list)
    for name in sorted(py_str(names[i]) for i in range(count.value)):
        groups[handle(name).value].append(name)
    return groups


def attributes(op):
    """Defaults by name; None for attributes that calls must give. Tensors are left out."""
    name, doc, count = ctypes.c_char_p(), ctypes.c_char_p(), mx_uint()
    lists = [ctypes.POINTER(ctypes.c_char_p)() for _ in range(4)]
    names, types, docs, result = lists
    check_call(
        _LIB.NNGetOpInfo(
            op, ctypes.byref(name), ctypes.byref(doc), ctypes.byref(count), ctypes.byref(names), ctypes.byref(types),
            ctypes.byref(docs), ctypes.byref(result),
        )
    )  # fmt: skip
    found = {}
    for i in range(count.value):
        text = py_str(types[i])
        if "NDArray" not in text and "Symbol" not in text:
            parts = text.rsplit("default=", 1)
            found[py_str(names[i])] = parts[1].strip("'") if len(parts) == 2 else None
    return found


def main():
    known = []
    if os.path.exists(PATH):
        with open(PATH) as file:
            known = list(json.load(file))
    groups, operators = names_by_handle(), {}
    for name in sorted({*known, *sys.argv[1:]}):
        op = handle(name)
        aliases = [alias for alias in groups[op.value] if alias != name]
        operators[name] = {"aliases": aliases, "attrs": attributes(op)}
    lines = [f"{json.dumps(name)}:{json.dumps(facts, separators=(',', ':'))}" for name, facts in operators.items()]
    with open(PATH, "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")
    print(f"{len(operators)} operators")


if __name__ == "__main__":
    main()
