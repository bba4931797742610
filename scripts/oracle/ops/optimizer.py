"""Update operators: the new weight, and the states they change in place."""

from case import Case
from values import uniform

SETTINGS = [
    {"lr": 0.1},
    {"lr": 0.1, "wd": 0.01},
    {"lr": 0.05, "rescale_grad": 0.25, "clip_gradient": 0.125},
    {"lr": 0.05, "wd": 0.1, "rescale_grad": 2.0, "clip_gradient": 1.0},
]
EXACT_EXTRA = {"momentum": 0.875, "beta1": 0.75, "beta2": 0.9375, "epsilon": 2.0**-10}


def update(op, states, attrs, dtype="float32", shape=(3, 4), in_place=True):
    inputs = [uniform(shape, dtype=dtype, key="weight"), uniform(shape, dtype=dtype, key="gradient")]
    inputs += [uniform(shape, 0.1, 1, dtype, key=f"state{i}") for i in range(states)]
    changed = list(range(2, 2 + states))
    # Without an output the operator leaves the weight alone and returns the new one; states change in either case.
    return Case(op, inputs, attrs, grad=None, out=0 if in_place else None, states=[0, *changed])


def cases():
    for op, states, extra in [
        ("sgd_update", 0, {}), ("sgd_mom_update", 1, {"momentum": 0.9}),
        ("adam_update", 2, {"beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4}),
    ]:  # fmt: skip
        for attrs in SETTINGS:
            yield update(op, states, {**attrs, **extra})
            yield update(op, states, attrs)
        yield update(op, states, SETTINGS[1], in_place=False)
        yield update(op, states, {**SETTINGS[0], "lazy_update": False}, shape=(2, 1, 3))
        # powers of two, because MXNet holds attributes in float32
        doubles = {"lr": 0.125, "wd": 0.0625, **{name: EXACT_EXTRA[name] for name in extra}}
        yield update(op, states, doubles, "float64")
        yield update(op, states, {**doubles, "wd": 0}, "float16", shape=(4,))
        yield Case(op, update(op, states, {}).inputs, grad=None, throws=True)
    yield Case("sgd_update", [uniform((2, 3)), uniform((3, 2))], {"lr": 0.1}, grad=None, throws=True)
