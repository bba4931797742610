"""Operators that MXNet keeps apart as contributed, and other rare ones."""

import numpy as np

from case import EXACT, SUM, Case
from values import array, away, integers, uniform


def elementwise():
    for dtype in ["float32", "float64", "float16"]:
        x = uniform((2, 3, 4), dtype=dtype)
        yield Case("_contrib_quadratic", [x], {"a": 1.5, "b": -2.0, "c": 0.25})
        yield Case("_contrib_gradientmultiplier", [x], {"scalar": -0.5, "is_int": False}, compare=EXACT)
        yield Case("_contrib_round_ste", [x], compare=EXACT)
        yield Case("_contrib_sign_ste", [away((2, 3), dtype=dtype)], compare=EXACT)
        yield Case("_contrib_div_sqrt_dim", [x])
    yield Case("_contrib_quadratic", [uniform((3,))])
    yield Case("_contrib_gradientmultiplier", [uniform((3,))], {"scalar": 2})
    yield Case("_contrib_div_sqrt_dim", [uniform((5,))])


def attention():
    u = lambda *shape: uniform(shape)
    for heads in [1, 2]:
        op = lambda name, *inputs: Case("_contrib_interleaved_matmul_" + name, inputs, {"heads": heads}, compare=SUM)
        yield op("selfatt_qk", u(3, 2, 24))
        yield op("selfatt_valatt", u(3, 2, 24), u(2 * heads, 3, 3))
        yield op("encdec_qk", u(4, 2, 8), u(3, 2, 16))
        yield op("encdec_valatt", u(3, 2, 16), u(2 * heads, 4, 3))
    refused = lambda name, *inputs: Case(
        "_contrib_interleaved_matmul_" + name, inputs, {"heads": 2}, throws=True
    )
    yield refused("selfatt_qk", uniform((3, 12)))
    yield refused("encdec_qk", uniform((4, 2, 8)), uniform((3, 3, 16)))


def indices():
    for dtype in ["float32", "int32"]:
        x = uniform((2, 3, 4)).astype(dtype)
        for attrs in [{}, {"axis": 0}, {"axis": -1}, {"start": 2, "step": 3, "repeat": 2}, {"axis": 1, "repeat": 2}]:
            yield Case("_contrib_arange_like", [x], attrs, grad=None)
        for attrs in [{}, {"axes": (1,)}, {"axes": (-1, 0)}]:
            yield Case("_contrib_index_array", [x], attrs, grad=None)
    yield Case("_contrib_arange_like", [uniform((4,))], {"step": -0.25}, grad=None)
    yield Case("_contrib_arange_like", [uniform((4,))], {"axis": 1}, throws=True)
    for dtype in ["float32", "float64", "float16", "int32"]:
        old, new = uniform((4, 3)).astype(dtype), uniform((2, 3), key=1).astype(dtype)
        for index in [array([3, 0]), array([1, 1], "int32"), array([2, 3], "int64")]:
            case = Case("_contrib_index_copy", [old, index, new], grad=[0, 2], compare=EXACT)
            if old.dtype.kind != "f" or index.dtype == old.dtype:
                case.grad = None
            yield case
        yield Case("_contrib_boolean_mask", [old, array([0, 1, 1, 0])], compare=EXACT, grad=[0] if dtype[0] == "f" else None)
    yield Case("_contrib_index_copy", [uniform((4,)), array([3, 0], "int32"), uniform((2,))], grad=[0, 2], compare=EXACT)
    yield Case("_contrib_index_copy", [uniform((4, 3)), array([3, 0]), uniform((3, 3))], throws=True)
    yield Case("_contrib_boolean_mask", [uniform((3,)), array([1, 0, -2], "int32")], compare=EXACT)
    yield Case("_contrib_boolean_mask", [uniform((3, 2, 2)), array([1, 1, 1], "uint8")], compare=EXACT)
    yield Case("_contrib_boolean_mask", [uniform((3, 2)), array([0, 0, 0])], grad=[0], compare=EXACT)
    yield Case("_contrib_boolean_mask", [uniform((3, 2)), array([1, 0])], throws=True)
    for dtype in ["float32", "float64", "int32", "int64"]:
        yield Case("_ravel_multi_index", [array([[1, 0, 1], [2, 1, 0]], dtype)], {"shape": (2, 3)}, grad=None)
        yield Case("_unravel_index", [array([5, 1, 3], dtype)], {"shape": (2, 3)}, grad=None)
        yield Case("_unravel_index", [array([23, 10, 7], dtype)], {"shape": (-1, 3, 4)}, grad=None)
    yield Case("_ravel_multi_index", [array([[1, 0], [2, 1], [3, 9]])], {"shape": (-1, 3, 4)}, grad=None)
    yield Case("_ravel_multi_index", [array([[1, 0], [2, 1], [3, 9]])], {"shape": (2, 3)}, throws=True)
    for dtype in ["float32", "float64"]:
        x = uniform((3, 4), dtype=dtype)
        yield Case("fill_element_0index", [x, uniform((3,), dtype=dtype), array([1, 3, 7], dtype)], grad=None)
    yield Case("_onehot_encode", [array([1, 0, 5]), uniform((3, 4))], grad=None)


def movement():
    for dtype in ["float32", "float64", "float16", "int32"]:
        yield Case("depth_to_space", [uniform((2, 8, 2, 3)).astype(dtype)], {"block_size": 2}, compare=EXACT)
        yield Case("space_to_depth", [uniform((2, 2, 4, 6)).astype(dtype)], {"block_size": 2}, compare=EXACT)
    yield Case("depth_to_space", [uniform((1, 9, 1, 2))], {"block_size": 3}, compare=EXACT)
    yield Case("space_to_depth", [uniform((1, 2, 3, 6))], {"block_size": 3}, compare=EXACT)
    yield Case("depth_to_space", [uniform((1, 6, 2, 2))], {"block_size": 2}, throws=True)
    yield Case("space_to_depth", [uniform((1, 2, 3, 4))], {"block_size": 2}, throws=True)
    yield Case("space_to_depth", [uniform((2, 4, 4))], {"block_size": 2}, throws=True)


def sums():
    for dtype in ["float32", "float64", "float16", "int32", "int8", "int64"]:
        x = uniform((2, 3, 4), -8, 8).astype(dtype)
        for axis in [None, 0, 1, 2]:
            yield Case("_np_cumsum", [x], {"axis": axis})
    yield Case("_np_cumsum", [uniform((3, 2))], {"axis": 0, "dtype": "float64"})
    yield Case("_np_cumsum", [integers((3, 2), 0, 100, "int8")], {"axis": 0, "dtype": "int32"}, grad=None)
    yield Case("_np_cumsum", [integers((3, 2), 60, 100, "int8")], {"axis": 0}, grad=None)
    yield Case("_np_cumsum", [uniform((3, 2))], {"axis": 2}, throws=True)
    for dtype in ["float32", "float64"]:
        a, b, c = (uniform((rows, 3), dtype=dtype) for rows in [2, 3, 1])
        yield Case("khatri_rao", [a, b], {"num_args": 2}, grad=None)
        yield Case("khatri_rao", [a, b, c], {"num_args": 3}, grad=None)
    yield Case("khatri_rao", [uniform((2, 3)), uniform((2, 2))], {"num_args": 2}, throws=True)
    for dtype in ["float32", "float64", "float16"]:
        x = [uniform((2, 3), dtype=dtype), uniform((5,), dtype=dtype)]
        yield Case("multi_sum_sq", x, {"num_arrays": 2}, grad=None, compare=SUM)
        for odd in [0, np.inf, -np.inf, np.nan]:
            last = array([1, odd, 2], dtype)
            yield Case("all_finite", [last], grad=None)
            yield Case("multi_all_finite", [*x, last], {"num_arrays": 3}, grad=None)
    yield Case("all_finite", [integers((3,), 0, 3)], throws=True)


def counts():
    for dtype in ["float32", "float64", "int32"]:
        x = uniform((4, 5), -3, 3).astype(dtype)
        for attrs in [{"bin_cnt": 4, "range": (-2, 2)}, {"bin_cnt": 3, "range": (0, 2.5)}]:
            yield Case("_histogram", [x], attrs, grad=None)
        if x.dtype.kind == "f":  # the edges of whole numbers would coincide
            yield Case("_histogram", [x], {"bin_cnt": 3, "range": (1, 1)}, grad=None)
        yield Case("_histogram", [x, array([-2, 0, 1, 3], dtype)], grad=None)
    yield Case("_histogram", [array([np.nan, 1, np.inf, -np.inf, 2])], {"bin_cnt": 2, "range": (0, 2)}, grad=None)
    yield Case("_histogram", [array([1, 1.5, 2]), array([0, 1, 1, 2])], grad=None)
    yield Case("_histogram", [uniform((3,))], {"bin_cnt": 3}, throws=True)
    yield Case("_histogram", [uniform((3,))], {"bin_cnt": 3, "range": (3, 2)}, throws=True)
    for code in [0, 1, 4]:
        yield Case("_zeros_without_dtype", [], {"shape": (2, 3), "dtype": code}, grad=None)


def mixed():
    types = ["float16", "float32", "float64", "int32"]
    for dtype in types:
        for to in types:
            yield Case("amp_cast", [uniform((2, 3)).astype(dtype)], {"dtype": to}, grad=None)
            for narrow in [False, True]:
                x = [uniform((2, 3)).astype(dtype), uniform((4,)).astype(to)]
                yield Case("amp_multicast", x, {"num_outputs": 2, "cast_narrow": narrow}, grad=None)
    yield Case("amp_cast", [uniform((2, 3))], {"dtype": "float16"})
    yield Case("amp_cast", [uniform((2, 3), dtype="float16")], {"dtype": "float32"})
    yield Case("amp_multicast", [uniform((2,), dtype="float16"), uniform((3,))], {"num_outputs": 2})


def layers():
    sparse = lambda train, **attrs: Case(
        "IdentityAttachKLSparseReg",
        [uniform((4, 3), 0.1, 0.9), uniform((3,), 0.1, 0.9)], attrs, grad=[0], states=[1], train=train,
    )  # fmt: skip
    yield sparse(True)
    yield sparse(False)
    yield sparse(True, penalty=0.5, sparseness_target=0.25, momentum=0.5)
    for i, attrs in enumerate([{}, {"fix_gamma": False}, {"use_global_stats": True}, {"momentum": 0.5, "eps": 0.01}]):
        for train in [True, False]:
            c = lambda key, low=-1, high=1: uniform((3,), low, high, key=key)
            inputs = [uniform((4, 3, 2, 2)), c("gamma", 0.5, 1.5), c("beta"), c("mean"), c("var", 0.5, 1.5)]
            # In predict mode the gradient is unstable.
            graded = train and not attrs.get("use_global_stats")
            case = Case("_contrib_SyncBatchNorm", inputs, {**attrs, "key": f"layer{i}"}, train=train, compare=SUM)
            case.grad, case.states = ([0, 1, 2], [1, 3, 4]) if graded else (None, [])
            yield case


def cases():
    for group in [elementwise, attention, indices, movement, sums, counts, mixed, layers]:
        yield from group()
