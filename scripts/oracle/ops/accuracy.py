"""How close two results must be: the same rule as tests/support/golden.ts."""

import numpy as np

# relative and absolute part (of the largest magnitude for "sum", of one for "elementwise")
TOLERANCES = {
    ("float32", "elementwise"): (1e-5, 1e-7),
    ("float32", "sum"): (1e-4, 1e-6),
    ("float64", "elementwise"): (1e-12, 1e-15),
    ("float64", "sum"): (1e-11, 1e-14),
}


def f16_order(x):
    """Position of a float16 in the ordered line of float16 values, to count units in the last place."""
    bits = np.asarray(x, np.float16).view(np.int16).astype(np.int32)
    return np.where(bits < 0, -(bits & 0x7FFF), bits)


def excess(actual, expected, compare, factor=1.0):
    """Largest difference in units of the tolerance (times `factor`); above 1 is too far. Shapes and dtypes must agree."""
    if actual.shape != expected.shape or actual.dtype != expected.dtype:
        return np.inf
    if expected.size == 0:
        return 0.0
    name = str(expected.dtype)
    same = (actual == expected) | ((actual != actual) & (expected != expected))
    if expected.dtype.kind != "f" or compare == "exact":
        return 0.0 if same.all() else np.inf
    if not (np.isfinite(actual) == np.isfinite(expected)).all() or not same[~np.isfinite(expected)].all():
        return np.inf
    if name == "float16":
        ulps = np.abs(f16_order(actual) - f16_order(expected))
        return float(np.where(same, 0, ulps).max()) / (1.0 * factor)
    relative, absolute = TOLERANCES[name, compare]
    finite = np.isfinite(expected)
    a, b = actual[finite].astype(np.float64), expected[finite].astype(np.float64)
    if b.size == 0:
        return 0.0
    scale = np.abs(b).max() if compare == "sum" else 1.0
    return float((np.abs(a - b) / ((relative * np.abs(b) + absolute * scale) * factor + 1e-300)).max())
