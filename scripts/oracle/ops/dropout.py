"""Dropout: identity in predict mode, and the masks of a seeded training run."""

from case import Case
from values import uniform


def cases():
    for shape in [(3, 4), (2, 3, 2)]:
        yield Case("Dropout", [uniform(shape)], train=False)
        yield Case("Dropout", [uniform(shape)], {"p": 0.0})
    for seed, shape, attrs in [
        (1, (4, 5), {}), (7, (4, 5), {"p": 0.25}), (7, (10, 13), {"p": 0.9}), (3, (4, 6), {"axes": (0,)}),
        (3, (4, 6, 2), {"p": 0.3, "axes": (1, 2)}), (5, (2, 3, 4), {"p": 0.5, "mode": "always"}),
    ]:  # fmt: skip
        yield Case("Dropout", [uniform(shape)], attrs, seed=seed)
    yield Case("Dropout", [uniform((4, 5))], {"mode": "always"}, seed=2, train=False)
    yield Case("Dropout", [uniform((4, 5), dtype="float64")], {"p": 0.3}, seed=4)
    yield Case("Dropout", [uniform((4, 5), dtype="float16")], {"p": 0.5}, seed=4)
    yield Case("Dropout", [uniform((2,))], {"p": 1.5}, throws=True)
    yield Case("Dropout", [uniform((2,))], {"p": -0.1}, throws=True)
