"""Linear algebra."""

import numpy as np

from case import SUM, Case
from values import uniform


def definite(*shape, dtype="float32"):
    """Symmetric positive definite matrices."""
    x = uniform(shape, -1, 1, "float64", key="definite")
    return (np.matmul(x, np.swapaxes(x, -1, -2)) + 2 * np.eye(shape[-1])).astype(dtype)


def triangles(*shape, dtype="float32"):
    """Matrices of dominant diagonal."""
    return (uniform(shape, -1, 1, "float64", key="triangle") + 3 * np.eye(shape[-1])).astype(dtype)


def cases():
    m = lambda *shape, dtype="float32": uniform(shape, -1, 1, dtype)
    for dtype in ["float32", "float64"]:
        case = lambda op, inputs, attrs=None, **rest: Case("_linalg_" + op, inputs, attrs or {}, compare=SUM, **rest)
        a, b, c = m(2, 3, 4, dtype=dtype), m(2, 4, 2, dtype=dtype), m(2, 3, 2, dtype=dtype)
        yield case("gemm", [a, b, c], {"alpha": 2.0, "beta": -0.5})
        yield case("gemm", [b, a, m(2, 2, 3, dtype=dtype)], {"transpose_a": True, "transpose_b": True})
        yield case("gemm2", [a, b])
        yield case("gemm2", [m(3, 4, dtype=dtype), m(5, 4, dtype=dtype)], {"transpose_b": True, "alpha": 1.5})
        yield case("gemm2", [m(3, 2, 4, dtype=dtype), m(4, 2, 5, dtype=dtype)], {"axis": 0})
        yield case("gemm2", [m(2, 3, 2, 4, dtype=dtype), m(2, 5, 2, 4, dtype=dtype)], {"axis": -3, "transpose_b": True})
        yield case("syrk", [a], {"alpha": 2.0})
        yield case("syrk", [m(3, 2, dtype=dtype)], {"transpose": True})
        for shape in [(3, 3), (2, 4, 4), (1, 1)]:
            for lower in [True, False]:
                yield case("potrf", [definite(*shape, dtype=dtype)], {"lower": lower})
                yield case("potri", [triangles(*shape, dtype=dtype)], {"lower": lower})
            yield case("inverse", [triangles(*shape, dtype=dtype)])
            yield case("det", [triangles(*shape, dtype=dtype)])
            yield case("slogdet", [-triangles(*shape, dtype=dtype)])
            yield case("sumlogdiag", [triangles(*shape, dtype=dtype)])
            yield case("syevd", [definite(*shape, dtype=dtype)])
        for op in ["trmm", "trsm"]:
            for lower in [True, False]:
                for transpose in [True, False]:
                    attrs = {"lower": lower, "transpose": transpose}
                    yield case(op, [triangles(2, 3, 3, dtype=dtype), m(2, 3, 4, dtype=dtype)], attrs)
                    attrs = {**attrs, "rightside": True, "alpha": -0.5}
                    yield case(op, [triangles(2, 3, 3, dtype=dtype), m(2, 4, 3, dtype=dtype)], attrs)
        for shape in [(3, 4), (2, 2, 5), (3, 3), (1, 4)]:
            yield case("gelqf", [uniform(shape, 0.1, 1, dtype)])
    for offset in [0, 1, -2]:
        yield Case("_linalg_extractdiag", [m(2, 4, 4)], {"offset": offset})
        yield Case("_linalg_makediag", [m(2, 3)], {"offset": offset})
        for lower in [True, False]:
            yield Case("_linalg_extracttrian", [m(2, 4, 4)], {"offset": offset, "lower": lower})
            yield Case("_linalg_maketrian", [m(2, 6)], {"offset": offset, "lower": lower})
    yield Case("_linalg_makediag", [m(3)])
    yield Case("_linalg_maketrian", [m(3)])
    yield Case("_linalg_potrf", [-definite(2, 2)], throws=True)
    yield Case("_linalg_potrf", [m(2, 3)], throws=True)
    yield Case("_linalg_inverse", [np.zeros((2, 2), "float32")], throws=True)
    yield Case("_linalg_det", [m(2, 3)], throws=True)
    yield Case("_linalg_det", [np.zeros((2, 2), "float32")], grad=None)
    yield Case("_linalg_slogdet", [np.zeros((2, 2), "float32")], grad=None)
    yield Case("_linalg_gelqf", [m(3, 2)], throws=True)
    yield Case("_linalg_gemm2", [m(2, 3), m(2, 3)], throws=True)
    yield Case("_linalg_gemm2", [m(2, 2, 3), m(2, 3, 2)], {"axis": -1}, throws=True)
    yield Case("_linalg_trmm", [m(3, 3), m(2, 3)], throws=True)
    yield Case("_linalg_maketrian", [m(5)], throws=True)
    yield Case("_linalg_extractdiag", [m(3, 3)], {"offset": 3}, throws=True)
    yield Case("_linalg_syevd", [m(2, 3)], throws=True)
