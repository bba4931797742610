"""Update operators: the new weight, and the states they change in place."""

from case import ELEMENTWISE, SUM, Case
from values import array, uniform

SETTINGS = [
    {"lr": 0.1},
    {"lr": 0.1, "wd": 0.01},
    {"lr": 0.05, "rescale_grad": 0.25, "clip_gradient": 0.125},
    {"lr": 0.05, "wd": 0.1, "rescale_grad": 2.0, "clip_gradient": 1.0},
]
EXACT_EXTRA = {"momentum": 0.875, "beta1": 0.75, "beta2": 0.9375, "epsilon": 2.0**-10}


# Running means below the root of the mean square, for differences that keep their digits.
RANGES = {"rmspropalex_update": [(2, 3), (-1, 1), (-1, 1)], "ftrl_update": [(-2, 2), (0.1, 1)]}


def update(op, states, attrs, dtype="float32", shape=(3, 4), in_place=True):
    inputs = [uniform(shape, dtype=dtype, key="weight"), uniform(shape, dtype=dtype, key="gradient")]
    ranges = RANGES.get(op, [(0.1, 1)] * states)
    inputs += [uniform(shape, *r, dtype, key=f"state{i}") for i, r in enumerate(ranges)]
    changed = list(range(2, 2 + states))
    # Without an output the operator leaves the weight alone and returns the new one; states change in either case.
    # a small difference of roots
    how = SUM if op == "ftrl_update" else ELEMENTWISE
    return Case(op, inputs, attrs, grad=None, compare=how, out=0 if in_place else None, states=[0, *changed])


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
    yield from momentum_and_sign()
    yield from adaptive()


def every(op, states, attrs, changing=()):
    """The plain settings, each with all of `changing`, in three dtypes and without an output."""
    for settings in SETTINGS:
        yield update(op, states, {**settings, **attrs})
        for extra in changing:
            yield update(op, states, {**settings, **attrs, **extra})
    yield update(op, states, {**SETTINGS[1], **attrs}, shape=(2, 1, 3), in_place=False)
    exact = {"lr": 0.125, "wd": 0.0625, "rescale_grad": 0.5, "clip_gradient": 0.5}
    for dtype in ["float64", "float16"]:
        yield update(op, states, {**exact, **attrs}, dtype)
        for extra in changing:
            yield update(op, states, {**exact, **attrs, **extra}, dtype, shape=(5,))
    yield Case(op, update(op, states, {}).inputs, grad=None, throws=True)
    wrong = update(op, states, {"lr": 0.1})
    wrong.inputs[-1], wrong.throws = uniform((4, 3)), True
    yield wrong


def momentum_and_sign():
    yield from every("nag_mom_update", 1, {}, [{"momentum": 0.875}])
    yield from every("signsgd_update", 0, {})
    yield from every("signum_update", 1, {}, [{"momentum": 0.875}, {"momentum": 0.5, "wd_lh": 0.25}, {"wd_lh": 0.25}])
    # a gradient of zero has no sign
    yield Case("signsgd_update", [uniform((3,)), array([0.0, -0.0, 2.0])], {"lr": 0.125}, grad=None, out=0, states=[0])
    zeros = [uniform((3,)), array([0.0, -0.0, 2.0]), array([0.0, 0.0, 0.0])]
    yield Case("signum_update", zeros, {"lr": 0.125, "momentum": 0.5}, grad=None, out=0, states=[0, 2])


def adaptive():
    # a power of two, so that float64 doesn't see a rounded default
    lamda = {"lamda1": 0.125}
    yield from every("ftrl_update", 2, lamda, [{"lamda1": 4.0, "beta": 0.25}, {"lamda1": 0.0, "beta": 2.0}])
    yield update("ftrl_update", 2, SETTINGS[1])
    for clip in [{}, {"clip_weights": 0.5}]:
        rms = {"gamma1": 0.875, "epsilon": 2.0**-10, **clip}
        yield from every("rmsprop_update", 1, rms, [{"gamma1": 0.5, "epsilon": 0.25}])
        yield from every("rmspropalex_update", 3, {**rms, "gamma2": 0.75}, [{"gamma1": 0.5, "gamma2": 0.0}])
    yield update("rmsprop_update", 1, SETTINGS[1])
    yield update("rmspropalex_update", 3, SETTINGS[1])
