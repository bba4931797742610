"""Samplers, images of another size, pooling of regions, windows as columns, deformable convolutions."""

import numpy as np

from case import SUM, Case
from values import array, distinct, generator, uniform


def points(batch, height, width, high=0.95):
    """A grid that stays clear of the elements themselves, where a gradient jumps."""
    return uniform((batch, 2, height, width), -high, high, key=9)


def sampler_cases():
    data = uniform((2, 3, 5, 4))
    for grid in [points(2, 3, 4), points(2, 5, 4, 1.6), points(2, 1, 1)]:
        yield Case("BilinearSampler", [data, grid], compare=SUM)
    yield Case("BilinearSampler", [data, 5 * points(2, 3, 3)], {"cudnn_off": True}, compare=SUM)
    doubles = [uniform((1, 1, 3, 4), dtype="float64"), points(1, 2, 3).astype("float64")]
    yield Case("BilinearSampler", doubles, compare=SUM)
    yield Case("BilinearSampler", [uniform((1, 2, 1, 4)), points(1, 2, 2)], compare=SUM)
    yield Case("BilinearSampler", [data, points(1, 3, 4)], throws=True)
    yield Case("BilinearSampler", [data, points(2, 3, 4)[:, :1]], throws=True)
    yield Case("BilinearSampler", [data[0], points(2, 3, 4)], throws=True)
    for shape in [(3, 4), (2, 2), (1, 3)]:
        last = shape if 1 not in shape else (2, 3)
        yield Case("GridGenerator", [uniform((2, 6))], {"transform_type": "affine", "target_shape": last}, compare=SUM)
        flow = uniform((2, 2, *last), -1, 1)
        yield Case("GridGenerator", [flow], {"transform_type": "warp"}, compare=SUM)
        both = {"transform_type": "affine", "sampler_type": "bilinear", "target_shape": last}
        yield Case("SpatialTransformer", [data, uniform((2, 6), -0.7, 0.7)], both, compare=SUM)
    sampler = {"transform_type": "affine", "sampler_type": "bilinear", "target_shape": (3, 3)}
    yield Case("SpatialTransformer", [data, uniform((2, 6), -2, 2)], sampler, compare=SUM)
    yield Case("GridGenerator", [uniform((2, 6))], {"transform_type": "affine"}, throws=True)
    yield Case("GridGenerator", [uniform((2, 5))], {"transform_type": "affine", "target_shape": (2, 2)}, throws=True)
    yield Case("GridGenerator", [uniform((2, 3, 2, 2))], {"transform_type": "warp"}, throws=True)
    yield Case("GridGenerator", [uniform((2, 6))], {"target_shape": (2, 2)}, throws=True)
    yield Case("SpatialTransformer", [data, uniform((2, 6))], {**sampler, "transform_type": "warp"}, throws=True)
    yield Case("SpatialTransformer", [data, uniform((2, 5))], sampler, throws=True)
    yield Case("SpatialTransformer", [data, uniform((2, 6))], {**sampler, "target_shape": (0, 3)}, throws=True)


def size_cases():
    data = uniform((2, 2, 4, 5))
    for attrs in [
        {"height": 7, "width": 3}, {"height": 8, "width": 10}, {"height": 4, "width": 5}, {},
        {"scale_height": 2, "scale_width": 0.5}, {"scale_height": 1.6, "scale_width": 1.3},
        {"mode": "odd_scale", "scale_height": 2, "scale_width": 2}, {"mode": "odd_scale", "scale_height": 0.5, "scale_width": 0.5},
        {"mode": "to_even_down"}, {"mode": "to_even_up"}, {"mode": "to_odd_down"}, {"mode": "to_odd_up"},
    ]:  # fmt: skip
        for align in [True, False]:
            yield Case("_contrib_BilinearResize2D", [data], {**attrs, "align_corners": align}, compare=SUM)
    like = [data, uniform((1, 1, 6, 3))]
    yield Case("_contrib_BilinearResize2D", like, {"mode": "like"}, grad=None, compare=SUM)  # its gradient crashes
    for dtype in ["float64", "float16"]:
        yield Case("_contrib_BilinearResize2D", [uniform((1, 1, 3, 3), dtype=dtype)], {"height": 5, "width": 2}, compare=SUM)
    yield Case("_contrib_BilinearResize2D", [data], {"height": 0, "width": 2}, throws=True)
    yield Case("_contrib_BilinearResize2D", [data], {"mode": "odd_scale"}, throws=True)
    yield Case("_contrib_BilinearResize2D", [data], {"mode": "cubic"}, throws=True)
    for size in [(), (1,), (2,), (3, 2), (4, 5), (7, 9), (1, 5)]:
        yield Case("_contrib_AdaptiveAvgPooling2D", [data], {"output_size": size} if size else {}, compare=SUM)
    yield Case("_contrib_AdaptiveAvgPooling2D", [data], {"output_size": 3}, compare=SUM)
    yield Case("_contrib_AdaptiveAvgPooling2D", [uniform((1, 1, 3, 3), dtype="float64")], {"output_size": 2}, compare=SUM)
    for attrs in [
        {"h_w": (2, 3)}, {"h_w": (2, 3), "offset": (1, 2)}, {"h_w": (2, 2), "center_crop": True}, {"h_w": (4, 5)},
    ]:  # fmt: skip
        yield Case("Crop", [data], {"num_args": 1, **attrs})
    for attrs in [{}, {"offset": (2, 1)}, {"center_crop": True}]:
        yield Case("Crop", [data, uniform((3, 1, 2, 3))], {"num_args": 2, **attrs}, grad=[0])
    for attrs in [{}, {"h_w": (5, 2)}, {"h_w": (2, 2), "offset": (3, 0)}, {"h_w": (2, 2), "offset": (0, -1)}]:
        yield Case("Crop", [data], {"num_args": 1, **attrs}, throws=True)
    yield Case("Crop", [data[0]], {"num_args": 1, "h_w": (1, 1)}, throws=True)


def regions(count, batch, size, key=0):
    rng = generator("regions", count, batch, size, key)
    low = rng.uniform(-0.1, 0.6, (count, 2)) * size
    high = low + rng.uniform(0.1, 0.7, (count, 2)) * size
    ids = rng.randint(0, batch, (count, 1))
    return (np.round(np.concatenate([ids, low, high], 1) * 8) / 8).astype("float32")


def region_cases():
    data = distinct((2, 4, 6, 7), step=1 / 16)
    rois = regions(5, 2, 12)
    for attrs in [
        {"pooled_size": (2, 2), "spatial_scale": 0.5}, {"pooled_size": (3, 1), "spatial_scale": 0.5},
        {"pooled_size": (2, 3), "spatial_scale": 0.25}, {"pooled_size": (7, 7), "spatial_scale": 0.5},
    ]:  # fmt: skip
        yield Case("ROIPooling", [data, rois], attrs, grad=[0], compare=SUM)
        for more in [{}, {"sample_ratio": 2}, {"sample_ratio": 1, "aligned": True}, {"aligned": True}]:
            yield Case("_contrib_ROIAlign", [data, rois], {**attrs, **more}, grad=[0], compare=SUM)
    outside = array([[0, -9, -9, -5, -5], [1, 0, 0, 40, 40], [0, 30, 30, 50, 50], [1, 4, 4, 1, 1]])
    small = {"pooled_size": (2, 2), "spatial_scale": 0.5}
    yield Case("ROIPooling", [data, outside], small, grad=[0], compare=SUM)
    yield Case("_contrib_ROIAlign", [data, outside], small, grad=[0], compare=SUM)
    yield Case("_contrib_ROIAlign", [data, outside[:3]], {**small, "aligned": True}, grad=[0], compare=SUM)
    yield Case("ROIPooling", [data, array([[-1, 0, 0, 5, 5], [2, 0, 0, 5, 5]])], small, grad=[0], compare=SUM)
    for more in [{}, {"sample_ratio": 2}, {"aligned": True, "sample_ratio": 3}]:
        attrs = {**small, "position_sensitive": True, **more}
        yield Case("_contrib_ROIAlign", [distinct((2, 8, 6, 7), step=1 / 16), rois], attrs, grad=[0], compare=SUM)
    doubles = [data.astype("float64"), rois.astype("float64")]
    yield Case("ROIPooling", doubles, small, grad=[0], compare=SUM)
    yield Case("_contrib_ROIAlign", doubles, small, grad=[0], compare=SUM)
    for attrs in [
        {"output_dim": 2, "pooled_size": 2, "spatial_scale": 0.5}, {"output_dim": 2, "pooled_size": 3, "spatial_scale": 0.25, "group_size": 2},
        {"output_dim": 2, "pooled_size": 4, "spatial_scale": 0.5, "group_size": 2},
        {"output_dim": 8, "pooled_size": 2, "spatial_scale": 0.5, "group_size": 1},
    ]:  # fmt: skip
        for boxes in [rois, outside]:
            yield Case("_contrib_PSROIPooling", [distinct((2, 8, 6, 7), step=1 / 16), boxes], attrs, grad=[0], compare=SUM)
    for op in ["ROIPooling", "_contrib_ROIAlign"]:
        yield Case(op, [data, rois[:, 1:]], small, throws=True)
        yield Case(op, [data[0], rois], small, throws=True)
        yield Case(op, [data, rois], {"pooled_size": (0, 2), "spatial_scale": 0.5}, throws=True)
        yield Case(op, [data, rois], {"pooled_size": (2, 2)}, throws=True)
    yield Case("_contrib_ROIAlign", [data, rois], {"pooled_size": (2, 2), "spatial_scale": 1.5}, throws=True)
    yield Case("_contrib_ROIAlign", [data, rois], {"pooled_size": (3, 3), "spatial_scale": 1, "position_sensitive": True}, throws=True)


def column_cases():
    for shape, attrs in [
        ((2, 3, 4, 5), {"kernel": (2, 2)}), ((1, 2, 5, 5), {"kernel": (3, 3), "stride": (2, 2), "pad": (1, 1)}),
        ((2, 1, 6, 5), {"kernel": (2, 3), "dilate": (2, 1), "pad": (0, 2)}),
        ((1, 1, 3, 3), {"kernel": (1, 1)}),
    ]:  # fmt: skip
        yield Case("im2col", [uniform(shape)], attrs, compare=SUM)
        one = lambda name, default: attrs.get(name, (default,) * (len(shape) - 2))
        windows = [
            (n + 2 * p - d * (k - 1) - 1) // s + 1
            for n, k, s, d, p in zip(shape[2:], one("kernel", 1), one("stride", 1), one("dilate", 1), one("pad", 0))
        ]
        columns = uniform((shape[0], shape[1] * int(np.prod(attrs["kernel"])), int(np.prod(windows))))
        yield Case("col2im", [columns], {"output_size": shape[2:], **attrs}, compare=SUM)
    yield Case("im2col", [uniform((1, 2, 3, 3), dtype="float64")], {"kernel": (2, 2)}, compare=SUM)
    yield Case("im2col", [uniform((1, 2, 3, 3))], {"kernel": (4, 4)}, throws=True)
    yield Case("im2col", [uniform((1, 2, 3))], {"kernel": (2, 2)}, throws=True)
    yield Case("im2col", [uniform((1, 2, 3, 3))], throws=True)
    yield Case("col2im", [uniform((1, 7, 4))], {"kernel": (2, 2), "output_size": (3, 3)}, throws=True)
    yield Case("col2im", [uniform((1, 8, 5))], {"kernel": (2, 2), "output_size": (3, 3)}, throws=True)


def deformable_cases():
    op = "_contrib_DeformableConvolution"
    for shape, attrs in [
        ((2, 3, 5, 4), {"kernel": (3, 3), "pad": (1, 1), "num_filter": 2}),
        ((1, 4, 5, 6), {"kernel": (2, 2), "stride": (2, 1), "num_filter": 4, "num_group": 2, "num_deformable_group": 2}),
        ((1, 4, 6, 6), {"kernel": (2, 3), "dilate": (2, 1), "pad": (0, 1), "num_filter": 2, "num_deformable_group": 4}),
        ((2, 2, 3, 3), {"kernel": (1, 1), "num_filter": 3}),
    ]:  # fmt: skip
        one = lambda name, default: attrs.get(name, (default, default))
        size = [
            (n + 2 * p - d * (k - 1) - 1) // s + 1
            for n, k, s, d, p in zip(shape[2:], attrs["kernel"], one("stride", 1), one("dilate", 1), one("pad", 0))
        ]
        points = int(np.prod(attrs["kernel"])) * attrs.get("num_deformable_group", 1)
        weight = uniform((attrs["num_filter"], shape[1] // attrs.get("num_group", 1), *attrs["kernel"]))
        for reach in [0.9, 3]:
            # Between the steps of the values: no point is on an element, where the gradient jumps.
            offset = uniform((shape[0], 2 * points, *size), -reach, reach) + np.float32(1 / 2048)
            inputs = [uniform(shape), offset, weight, uniform((attrs["num_filter"],))]
            yield Case(op, inputs, attrs, compare=SUM)
            yield Case(op, inputs[:3], {**attrs, "no_bias": True}, compare=SUM)
        yield Case(op, [inputs[0], 0 * offset, *inputs[2:]], attrs, grad=[0, 2, 3], compare=SUM)
    yield Case(op, [x.astype("float64") for x in inputs], attrs, compare=SUM)
    yield Case(op, inputs[:3], attrs, throws=True)
    yield Case(op, [inputs[0], offset[:, 1:], *inputs[2:]], attrs, throws=True)
    yield Case(op, [inputs[0], offset[:, :, 1:], *inputs[2:]], attrs, throws=True)
    yield Case(op, inputs, {**attrs, "num_deformable_group": 2}, throws=True)
    yield Case(op, inputs, {**attrs, "num_filter": 2}, throws=True)
    yield Case(op, inputs, {"kernel": (1, 1)}, throws=True)


def cases():
    yield from sampler_cases()
    yield from size_cases()
    yield from region_cases()
    yield from column_cases()
    yield from deformable_cases()
