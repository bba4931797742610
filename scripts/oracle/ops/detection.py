"""Anchors, boxes and their matches, proposals."""

import numpy as np

from case import EXACT, SUM, Case
from values import array, distinct, generator, uniform


def boxes(count, key=0, dtype="float32", grid=64):
    """Boxes by their corners in the unit square, in steps of 1/grid, none without an area."""
    rng = generator("boxes", count, key, grid)
    low = rng.randint(0, grid // 2, (count, 2))
    size = rng.randint(1, grid // 2, (count, 2))
    return (np.concatenate([low, low + size], 1) / grid).astype(dtype)


def centred(corners):
    low, high = corners[..., :2], corners[..., 2:]
    return np.concatenate([(low + high) / 2, high - low], -1).astype(corners.dtype)


def rows(batch, count, dtype="float32", classes=2, key=0):
    """Rows (class, score, left, top, right, bottom) with scores of both signs."""
    scores = distinct((batch * count,), dtype, key, step=1 / 32)
    ids = generator("ids", batch, count, key).randint(0, classes, batch * count)
    all_boxes = boxes(batch * count, key, dtype)
    return np.concatenate([ids[:, None], scores[:, None], all_boxes], 1).reshape(batch, count, 6).astype(dtype)


def labels(batch, count, filled, width=5):
    """Labelled boxes, the last ones of each image empty."""
    out = -np.ones((batch, count, width), "float32")
    for b in range(batch):
        n = min(filled + b, count)
        out[b, :n, 0] = generator("classes", b, count).randint(0, 3, n)
        out[b, :n, 1:5] = boxes(n, 50 + b)
    return out


def prior_cases():
    for size, attrs in [
        ((2, 3), {}), ((3, 2), {"sizes": (0.5, 0.25, 0.1)}), ((2, 2), {"sizes": (0.5,), "ratios": (1, 2, 0.5)}),
        ((1, 2), {"sizes": (0.5, 0.25), "ratios": (2, 1)}), ((2, 3), {"sizes": (0.75, 0.9), "clip": True}),
        ((2, 2), {"steps": (0.25, 0.3)}), ((2, 2), {"offsets": (0, 1), "sizes": 0.3}), ((2, 2), {"steps": (0, 0.3)}),
    ]:  # fmt: skip
        yield Case("_contrib_MultiBoxPrior", [uniform((2, 3, *size))], attrs, grad=[0])
    for attrs in [{"sizes": ()}, {"steps": (1,)}, {"steps": (-1, 1)}, {"offsets": (2, 0)}, {"offsets": (0.5,)}]:
        yield Case("_contrib_MultiBoxPrior", [uniform((1, 1, 2, 2))], attrs, throws=True)
    yield Case("_contrib_MultiBoxPrior", [uniform((1, 2, 2))], throws=True)


def target_cases():
    anchors = boxes(12)[None]
    predictions = uniform((2, 4, 12))
    for attrs in [
        {}, {"overlap_threshold": 0.3}, {"overlap_threshold": 0}, {"ignore_label": 7},
        {"negative_mining_ratio": 1, "negative_mining_thresh": 0.4}, {"negative_mining_ratio": 2.5},
        {"negative_mining_ratio": 1, "overlap_threshold": 0}, {"variances": (0.2, 0.3, 0.5, 1)},
        {"negative_mining_ratio": 1, "minimum_negative_samples": 6},
    ]:  # fmt: skip
        yield Case("_contrib_MultiBoxTarget", [anchors, labels(2, 4, 2), predictions], attrs, grad=[2], compare=SUM)
    yield Case("_contrib_MultiBoxTarget", [anchors, labels(2, 4, 0), predictions], grad=None, compare=SUM)
    yield Case("_contrib_MultiBoxTarget", [anchors, labels(2, 3, 1, width=7), predictions], grad=None, compare=SUM)
    good = [anchors, labels(2, 4, 2), predictions]
    for i, bad in [(0, anchors[0]), (0, anchors[..., :3]), (1, good[1][..., :4]), (2, predictions[..., 1:])]:
        yield Case("_contrib_MultiBoxTarget", [*good[:i], bad, *good[i + 1 :]], throws=True)
    yield Case("_contrib_MultiBoxTarget", good, {"variances": (0.1, 0.1)}, throws=True)


def detection_cases():
    anchors = boxes(10, 3)[None]
    scores = np.exp(uniform((2, 3, 10)))
    scores = (np.round(scores / scores.sum(1, keepdims=True) * 4096) / 4096).astype("float32")
    offsets = uniform((2, 40), -1, 1)
    for attrs in [
        {}, {"clip": False}, {"threshold": 0.4}, {"nms_threshold": 0.2}, {"nms_threshold": 0}, {"nms_threshold": 1.5},
        {"force_suppress": True, "nms_threshold": 0.3}, {"nms_topk": 3}, {"nms_topk": 3, "nms_threshold": 0.1},
        {"variances": (0.2, 0.2, 0.4, 0.4), "nms_threshold": 0.3}, {"threshold": 0.999}, {"background_id": 1},
    ]:  # fmt: skip
        yield Case("_contrib_MultiBoxDetection", [scores, offsets, anchors], attrs, grad=[0])
    ties = np.concatenate([scores[:, :, :5], scores[:, :, :5]], 2)
    yield Case("_contrib_MultiBoxDetection", [ties, offsets, anchors], {"nms_threshold": 0.9}, grad=None)
    good = [scores, offsets, anchors]
    for i, bad in [(0, scores[0]), (0, scores[..., 1:]), (1, offsets[:, 4:]), (2, anchors[..., 1:])]:
        yield Case("_contrib_MultiBoxDetection", [*good[:i], bad, *good[i + 1 :]], throws=True)
    yield Case("_contrib_MultiBoxDetection", good, {"variances": 0.1}, throws=True)


def nms_cases():
    data = rows(2, 8)
    for attrs in [
        {}, {"overlap_thresh": 0.1}, {"overlap_thresh": 0.1, "valid_thresh": -1}, {"valid_thresh": 0.05},
        {"overlap_thresh": 0.1, "id_index": 0}, {"overlap_thresh": 0.1, "id_index": 0, "force_suppress": True},
        {"overlap_thresh": 0.1, "topk": 2, "valid_thresh": -1}, {"topk": 0}, {"valid_thresh": 9},
        {"overlap_thresh": 0.3, "id_index": 0, "background_id": 0, "valid_thresh": -1}, {"out_format": "center"},
    ]:  # fmt: skip
        same = attrs.get("out_format") is None
        yield Case("_contrib_box_nms", [data], attrs, grad=[0] if same else None)
        yield Case("_contrib_box_non_maximum_suppression", [data[0]], attrs, grad=[0] if same else None)
    middle = data.copy()
    middle[..., 2:] = centred(data[..., 2:])
    for attrs in [{"in_format": "center"}, {"in_format": "center", "out_format": "center", "overlap_thresh": 0.1}]:
        same = attrs.get("out_format") is not None
        yield Case("_contrib_box_nms", [middle], {**attrs, "valid_thresh": -1}, grad=[0] if same else None)
    order = {"coord_start": 0, "score_index": 5, "id_index": 4, "overlap_thresh": 0.2, "valid_thresh": -1}
    yield Case("_contrib_box_nms", [data[..., [2, 3, 4, 5, 0, 1]]], order)
    yield Case("_contrib_box_nms", [data[..., 1:]], {"coord_start": 1, "score_index": 0})
    yield Case("_contrib_box_nms", [rows(1, 6, key=4)[None]], {"overlap_thresh": 0.2})
    for dtype in ["float64", "float16"]:
        yield Case("_contrib_box_nms", [rows(2, 5, dtype)], {"overlap_thresh": 0.2})
    for attrs in [
        {"coord_start": 3}, {"coord_start": -1}, {"score_index": 2}, {"score_index": 6}, {"id_index": 1}, {"id_index": 9},
        {"id_index": 3},
    ]:  # fmt: skip
        yield Case("_contrib_box_nms", [data], attrs, throws=True)
    yield Case("_contrib_box_nms", [data[..., :4]], throws=True)
    yield Case("_contrib_box_nms", [data[0, 0]], throws=True)


def box_cases():
    for left, right in [((3,), (4,)), ((2, 2), (3,)), ((1,), (2, 1))]:
        pair = [boxes(int(np.prod(s)), key).reshape(*s, 4) for key, s in enumerate([left, right])]
        yield Case("_contrib_box_iou", pair)
        yield Case("_contrib_box_iou", [centred(x) for x in pair], {"format": "center"})
    yield Case("_contrib_box_iou", [boxes(3, 0, "float64"), boxes(2, 1, "float64")])
    inside_out = array([[0.5, 0.5, 0.25, 0.75], [0, 0, 0, 0], [0.25, 0.25, 0.5, 0.5]])
    yield Case("_contrib_box_iou", [inside_out, inside_out])
    yield Case("_contrib_box_iou", [boxes(2)[:, :3], boxes(2)], throws=True)
    yield Case("_contrib_box_iou", [boxes(1)[0], boxes(2)], throws=True)
    scores = distinct((2, 3, 4), step=1 / 32)
    for attrs in [
        {"threshold": 0.05}, {"threshold": -9}, {"threshold": 0.05, "is_ascend": True}, {"threshold": 9, "is_ascend": True},
        {"threshold": -9, "topk": 1}, {"threshold": -9, "topk": 2}, {"threshold": 9},
    ]:  # fmt: skip
        yield Case("_contrib_bipartite_matching", [scores], attrs)
        yield Case("_contrib_bipartite_matching", [scores[0].T.astype("float64")], attrs)
    yield Case("_contrib_bipartite_matching", [array([[1, 1, 0], [1, 1, 1]])], {"threshold": 0.5})
    yield Case("_contrib_bipartite_matching", [scores[0, 0]], {"threshold": 0}, throws=True)
    yield Case("_contrib_bipartite_matching", [scores], throws=True)
    anchors, refs = boxes(8, 5).reshape(2, 4, 4), boxes(6, 6).reshape(2, 3, 4)
    means, stds = array([0.1, -0.2, 0, 0.5]), array([0.1, 0.2, 0.5, 2])
    samples, matches = array([[1, -1, 0, 1], [0, 1, 1, 0.25]]), array([[2, 0, 1, 0], [1, 1, 2, 0]])
    yield Case("_contrib_box_encode", [samples, matches, anchors, refs, means, stds], grad=None, compare=SUM)
    for attrs in [
        {}, {"format": "corner"}, {"std0": 0.1, "std1": 0.2, "std2": 0.5, "std3": 2}, {"clip": 0.25},
        {"clip": 0.5, "format": "corner"},
    ]:  # fmt: skip
        yield Case("_contrib_box_decode", [uniform((2, 5, 4), -1, 1), boxes(5, 7)[None]], attrs, compare=SUM)
    yield Case("_contrib_box_decode", [uniform((5, 4)), boxes(5, 7)[None]], throws=True)
    for dtype in [0, 1, 4]:
        yield Case("_zeros_without_dtype", attrs={"shape": (2, 3), "dtype": dtype}, grad=None, compare=EXACT)


def proposal_cases():
    small = {"scales": (0.5, 1), "ratios": (0.5, 1, 2), "feature_stride": 8, "rpn_min_size": 4, "rpn_post_nms_top_n": 12}
    for op, batch in [("_contrib_Proposal", 1), ("_contrib_MultiProposal", 2)]:
        for shape, attrs in [
            ((3, 4), small), ((3, 4), {**small, "output_score": True}), ((2, 3), {**small, "threshold": 0.3}),
            ((3, 4), {**small, "rpn_pre_nms_top_n": 10, "output_score": True}), ((3, 4), {**small, "rpn_pre_nms_top_n": 0}),
            ((3, 4), {**small, "iou_loss": True}), ((2, 2), {**small, "rpn_min_size": 30, "output_score": True}),
            ((2, 2), {"rpn_post_nms_top_n": 5}), ((2, 2), {**small, "ratios": 1, "scales": 2, "rpn_post_nms_top_n": 9}),
        ]:  # fmt: skip
            anchors = (1 if attrs.get("ratios") == 1 else 6) if "scales" in attrs else 12
            probs = distinct((batch, 2 * anchors, *shape), step=1 / 512)
            offsets = uniform((batch, 4 * anchors, *shape), -0.5, 0.5)
            stride = attrs.get("feature_stride", 16)
            info = array([[shape[0] * stride, shape[1] * stride - b, 1 + b / 2] for b in range(batch)])
            yield Case(op, [probs, offsets, info], attrs, grad=[0], compare=SUM)
        if batch == 1:  # MultiProposal ends the process
            yield Case(op, [probs, offsets, 2 * info], attrs, throws=True)
        yield Case(op, [probs, offsets, info], {**attrs, "ratios": (1, 2)}, throws=True)
        yield Case(op, [probs, offsets[:, 1:], info], attrs, throws=True)
        yield Case(op, [probs, offsets, info[:, :2]], attrs, throws=True)
    yield Case("_contrib_Proposal", [probs, offsets, info], attrs, throws=True)


def cases():
    yield from prior_cases()
    yield from target_cases()
    yield from detection_cases()
    yield from nms_cases()
    yield from box_cases()
    yield from proposal_cases()
