//! Detection, samplers and pooling of regions.

use super::{Sample, call};

pub fn samples() -> Vec<Sample> {
    vec![
        call("_contrib_box_nms", &[("overlap_thresh", "0.1")], &[&[2, 4, 6]], (0.1, 0.9)),
        call(
            "_contrib_box_nms",
            &[("in_format", "center"), ("coord_start", "0"), ("score_index", "4")],
            &[&[5, 6]],
            (0.1, 0.9),
        ),
        call("_contrib_box_nms", &[("out_format", "center"), ("topk", "2")], &[&[4, 6]], (0.1, 0.9)),
    ]
}
