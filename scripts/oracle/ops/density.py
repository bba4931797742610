"""Probability densities of samples."""

from case import Case
from values import integers, uniform


def cases():
    for dtype in ["float32", "float64"]:
        u = lambda low, high, *shape, key=0: uniform(shape, low, high, dtype, key=key)
        counts = lambda *shape: integers(shape, 0, 6).astype(dtype)
        for is_log in [False, True]:
            for lead, more in [((2,), (3,)), ((3,), ()), ((2, 2), (2, 2))]:
                pdf = lambda name, sample, *parameters, **rest: Case(
                    "_random_pdf_" + name, [sample, *parameters], {"is_log": is_log}, **rest
                )
                sample = u(0.25, 3, *lead, *more)
                yield pdf("uniform", sample, u(-1, 0, *lead), u(3, 4, *lead))
                # In float64 MXNet has π and the digamma function in single precision.
                single = dtype == "float32"
                if single:
                    yield pdf("normal", sample, u(-1, 1, *lead), u(0.5, 2, *lead))
                yield pdf("gamma", sample, u(0.5, 3, *lead), u(0.5, 2, *lead), grad="auto" if single else [0, 2])
                yield pdf("exponential", sample, u(0.5, 2, *lead))
                sample = counts(*lead, *more)
                yield pdf("poisson", sample, u(0.5, 4, *lead))
                yield pdf("negative_binomial", sample, u(1, 4, *lead), u(0.25, 0.75, *lead))
                yield pdf("generalized_negative_binomial", sample, u(0.5, 4, *lead), u(0.25, 2, *lead))
                vectors = u(0.125, 1, *lead, *more, 3)
                yield pdf("dirichlet", vectors, u(0.5, 3, *lead, 3), grad="auto" if single else [0])
    yield Case("_random_pdf_normal", [uniform((2, 3)), uniform((3,)), uniform((3,))], throws=True)
    yield Case("_random_pdf_normal", [uniform((2, 3)), uniform((2,)), uniform((1,))], throws=True)
    yield Case("_random_pdf_dirichlet", [uniform((2, 3)), uniform((2, 2))], throws=True)
