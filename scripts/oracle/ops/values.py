"""Deterministic test values.

Each tensor is seeded by its own description: adding or moving a case never changes the values of another one, and equal
descriptions share one tensor in the container.
"""

import zlib

import numpy as np


def generator(*description):
    return np.random.RandomState(zlib.crc32(repr(description).encode()))


def uniform(shape, low=-2.0, high=2.0, dtype="float32", key=0):
    """Uniform values in steps of 1/1024, most of which float16 holds exactly, so that dtypes see the same inputs."""
    values = generator("uniform", tuple(shape), low, high, key).uniform(low, high, shape)
    return (np.round(values * 1024) / 1024).astype(dtype)


def away(shape, gap=0.1, high=2.0, dtype="float32", key=0):
    """Values of both signs at least `gap` away from zero, for functions with a kink or a pole there."""
    rng = generator("away", tuple(shape), gap, high, key)
    values = rng.uniform(gap, high, shape) * rng.choice([-1.0, 1.0], shape)
    return (np.round(values * 1024) / 1024).astype(dtype)


def distinct(shape, dtype="float32", key=0, step=0.5):
    """A shuffled arithmetic sequence around zero: no ties, for maxima and sorting."""
    size = int(np.prod(shape))
    order = generator("distinct", tuple(shape), key).permutation(size)
    return ((order - size // 2) * step).reshape(shape).astype(dtype)


def integers(shape, low, high, dtype="int32", key=0):
    """Integers in [low, high)."""
    return generator("integers", tuple(shape), low, high, key).randint(low, high, shape).astype(dtype)


def array(values, dtype="float32"):
    return np.array(values, dtype=dtype)
