//! Detection, samplers and pooling of regions.

use super::{Attrs, Sample, call, fixed};

const AROUND: (f64, f64) = (-1.0, 1.0);

pub fn samples() -> Vec<Sample> {
    let mut all = vec![
        call("_contrib_box_nms", &[("overlap_thresh", "0.1")], &[&[2, 4, 6]], (0.1, 0.9)),
        call(
            "_contrib_box_nms",
            &[("in_format", "center"), ("coord_start", "0"), ("score_index", "4")],
            &[&[5, 6]],
            (0.1, 0.9),
        ),
        call("_contrib_box_nms", &[("out_format", "center"), ("topk", "2")], &[&[4, 6]], (0.1, 0.9)),
        fixed("_weighted_sum", &[], &[&[2, 4, 3], &[5]], AROUND, &[(&[5], 0.0, 4.0), (&[2], 5.0, 6.0)]),
        fixed("_weighted_spread", &[("rows", "4")], &[&[2, 2, 3], &[5]], AROUND, &[(&[5], 0.0, 4.0), (&[2], 5.0, 6.0)]),
        fixed("_weighted_products", &[], &[&[2, 4, 3], &[2, 2, 3]], AROUND, &[(&[5], 0.0, 4.0), (&[2], 5.0, 6.0)]),
        call("BilinearSampler", &[], &[&[2, 2, 3, 4], &[2, 2, 2, 3]], (-1.3, 1.3)),
        call("GridGenerator", &[("transform_type", "affine"), ("target_shape", "(2, 3)")], &[&[2, 6]], AROUND),
        call("GridGenerator", &[("transform_type", "warp")], &[&[2, 2, 2, 3]], AROUND),
        call(
            "SpatialTransformer",
            &[("transform_type", "affine"), ("sampler_type", "bilinear"), ("target_shape", "(2, 3)")],
            &[&[2, 2, 3, 3], &[2, 6]],
            AROUND,
        ),
        call("_contrib_BilinearResize2D", &[("height", "5"), ("width", "2")], &[&[1, 2, 3, 4]], AROUND),
        fixed(
            "_contrib_BilinearResize2D",
            &[("mode", "like"), ("align_corners", "False")],
            &[&[1, 2, 3, 4]],
            AROUND,
            &[(&[1, 1, 2, 5], -1.0, 1.0)],
        ),
        call("_contrib_AdaptiveAvgPooling2D", &[("output_size", "(2, 3)")], &[&[1, 2, 3, 4]], AROUND),
        call("Crop", &[("num_args", "1"), ("h_w", "(2, 2)"), ("offset", "(0, 1)")], &[&[1, 2, 3, 4]], AROUND),
        fixed("Crop", &[("num_args", "2")], &[&[1, 2, 3, 4]], AROUND, &[(&[1, 1, 2, 3], -1.0, 1.0)]),
    ];
    const POOLED: Attrs = &[("pooled_size", "(2, 1)"), ("spatial_scale", "0.75")];
    const PARTS: Attrs = &[("pooled_size", "(2, 1)"), ("spatial_scale", "1"), ("position_sensitive", "True")];
    const GROUPS: Attrs = &[("pooled_size", "3"), ("spatial_scale", "1"), ("output_dim", "1"), ("group_size", "2")];
    for (op, attrs) in [
        ("ROIPooling", POOLED),
        ("_contrib_ROIAlign", POOLED),
        ("_contrib_ROIAlign", PARTS),
        ("_contrib_PSROIPooling", GROUPS),
    ] {
        all.push(fixed(op, attrs, &[&[4, 4, 3, 4]], AROUND, &[(&[3, 5], 0.0, 4.0)]));
    }
    const WINDOW: Attrs = &[("kernel", "(2, 2)"), ("stride", "(1, 2)"), ("pad", "(0, 1)")];
    const LINE: Attrs = &[("kernel", "(2,)"), ("dilate", "(2,)")];
    const CUBE: Attrs = &[("kernel", "(2, 1, 2)"), ("stride", "(1, 2, 1)")];
    for (attrs, shape) in [(WINDOW, &[2, 2, 3, 4][..]), (LINE, &[2, 1, 5]), (CUBE, &[1, 2, 2, 3, 3])] {
        all.push(call("im2col", attrs, &[shape], AROUND));
    }
    all.push(call("col2im", &[("kernel", "(2, 2)"), ("output_size", "(3, 4)")], &[&[2, 8, 6]], AROUND));
    const MOVED: Attrs = &[("kernel", "(2, 2)"), ("num_filter", "2"), ("pad", "(1, 0)"), ("num_deformable_group", "2")];
    const GROUPED: Attrs = &[("kernel", "(1, 2)"), ("num_filter", "2"), ("num_group", "2"), ("no_bias", "True")];
    let (moved, modulated) = ("_contrib_DeformableConvolution", "_contrib_ModulatedDeformableConvolution");
    all.push(call(moved, MOVED, &[&[1, 2, 3, 3], &[1, 16, 4, 2], &[2, 2, 2, 2], &[2]], (-1.2, 1.2)));
    all.push(call(moved, GROUPED, &[&[2, 2, 2, 3], &[2, 4, 2, 2], &[2, 1, 1, 2]], (-1.2, 1.2)));
    let shapes: [&[usize]; 5] = [&[1, 2, 3, 3], &[1, 16, 4, 2], &[1, 8, 4, 2], &[2, 2, 2, 2], &[2]];
    all.push(call(modulated, MOVED, &shapes, (-1.2, 1.2)));
    all.push(call(modulated, GROUPED, &[&[1, 2, 2, 3], &[1, 4, 2, 2], &[1, 2, 2, 2], &[2, 1, 1, 2]], AROUND));
    all.push(call("col2im", &[("kernel", "(2,)"), ("output_size", "(4,)")], &[&[1, 2, 3]], AROUND));
    all
}
