"""Images: scaled, cut, mirrored, in other sizes and colours."""

from case import ELEMENTWISE, EXACT, SUM, Case
from values import integers, uniform

FACTORS = {"min_factor": 0.5, "max_factor": 1.5}


def pixels(shape, dtype="uint8"):
    return integers(shape, 0, 256, dtype)


def fractions(shape, dtype="float32"):
    return uniform(shape, 0, 1, dtype)


def tensors():
    for x in [pixels((3, 4, 3)), pixels((2, 3, 4, 1)), pixels((2, 3, 3), "float32"), pixels((2, 2, 3), "int32")]:
        yield Case("_image_to_tensor", [x], grad=None)
    yield Case("_image_to_tensor", [pixels((3, 4))], throws=True)
    for attrs in [{"mean": (0.125, 0.25, 0.5), "std": (2, 3, 4)}, {"mean": 0.5, "std": (0.25,)}]:
        for shape in [(3, 2, 4), (2, 3, 2, 2)]:
            yield Case("_image_normalize", [fractions(shape)], attrs)
    yield Case("_image_normalize", [fractions((1, 2, 4))], {"mean": 0.5, "std": 2})
    yield Case("_image_normalize", [fractions((3, 2, 4))], {"mean": (1, 2), "std": 1}, throws=True)


def geometry():
    crop = lambda x, y, width, height: {"x": x, "y": y, "width": width, "height": height}
    for x in [pixels((3, 4, 3)), pixels((2, 3, 4, 3)), fractions((3, 4, 3)), fractions((2, 3, 4, 1), "float64")]:
        for attrs in [crop(1, 0, 2, 2), crop(0, 0, 4, 3), crop(3, 2, 1, 1)]:
            yield Case("_image_crop", [x], attrs, compare=EXACT)
    for attrs in [crop(3, 0, 2, 2), crop(0, 2, 1, 2), crop(0, 0, 0, 1)]:
        yield Case("_image_crop", [pixels((3, 4, 3))], attrs, throws=True)
    for x in [pixels((2, 4, 3)), fractions((4, 2, 3)), fractions((2, 2, 1))]:
        for op in ["_image_flip_left_right", "_image_flip_top_bottom"]:
            # MXNet passes the gradient on as it comes, and leaves the middle row or column of odd sizes as it was.
            yield Case(op, [x], grad=None, compare=EXACT)
        for seed in range(6):
            for op in ["_image_random_flip_left_right", "_image_random_flip_top_bottom"]:
                yield Case(op, [x], grad=None, compare=EXACT, seed=seed)
    for size in [(6, 5), (2, 2), (3, 7), (9, 1), (4, 3), 5]:
        for interp in range(5):
            for shape in [(3, 4, 3), (2, 5, 4, 1)]:
                yield Case("_image_resize", [fractions(shape)], {"size": size, "interp": interp}, grad=None)
            # OpenCV has weights in float32, and sums bytes in fixed point: of those only the nearest pixel is the same.
            if interp == 0:
                yield Case("_image_resize", [pixels((3, 4, 3))], {"size": size, "interp": interp}, grad=None)
    for shape in [(3, 4, 3), (4, 3, 3), (2, 7, 5, 3)]:
        yield Case("_image_resize", [fractions(shape)], {"size": 8, "keep_ratio": True}, grad=None)
    for attrs in [{"size": 0}, {"size": (2, 2, 2)}, {"size": (2, 2), "interp": 9}, {}]:
        yield Case("_image_resize", [pixels((3, 4, 3))], attrs, throws=True)


def colours():
    jitter = {"brightness": 0.25, "contrast": 0.25, "saturation": 0, "hue": 0.125}
    for x in [pixels((4, 3, 3)), pixels((4, 3, 3), "float32"), fractions((3, 4, 3)), fractions((3, 4, 1))]:
        grey = x.shape[2] == 1
        lights = {"alpha": (0.125, 0.25, -0.5)}
        # MXNet passes the gradient on as it comes. It leaves hue and light of grey images unwritten, and takes the blue
        # channel alone for the grey of a pixel when it changes the saturation.
        if not grey:
            yield Case("_image_adjust_lighting", [x], lights, grad=None)
        for seed in range(5):
            case = lambda name, attrs, compare=ELEMENTWISE: Case(
                "_image_random_" + name, [x], attrs, grad=None, seed=seed, compare=compare
            )
            yield case("brightness", FACTORS)
            yield case("contrast", FACTORS)
            if grey:
                yield case("saturation", FACTORS)
            else:
                yield case("lighting", {"alpha_std": 0.25})
                yield case("color_jitter", {**jitter, "hue": 0})
                yield case("color_jitter", {**jitter, "contrast": 0, "hue": 0})
            if not grey and x.dtype == "float32":
                # Hues pass through float32, after which bytes may be cut off one lower.
                yield case("hue", FACTORS, SUM)
                yield case("color_jitter", jitter, SUM)
                yield case("color_jitter", {**jitter, "brightness": 0}, SUM)
    yield Case("_image_adjust_lighting", [pixels((2, 2, 3))], {"alpha": (0.1, 0.2)}, throws=True)
    yield Case("_image_random_brightness", [pixels((2, 2, 3))], {"min_factor": -1, "max_factor": 1}, throws=True)
    yield Case("_image_random_contrast", [pixels((2, 2, 2))], FACTORS, throws=True)


def cases():
    for group in [tensors, geometry, colours]:
        yield from group()
