//! Detection where MXNet has a bug or refuses, and what is refused here.

use mxgrad_core::invoke::invoke;
use mxgrad_core::{DType, ErrorKind, NDArray, Result, Shape, registry};

fn call(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray]) -> Result<Vec<NDArray>> {
    let attrs: Vec<(String, String)> = attrs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
    invoke(&registry::parse(op, &attrs)?, inputs, &[])
}

fn array(shape: &[usize], values: &[f64]) -> NDArray {
    NDArray::from_slice(Shape::new(shape), values).unwrap()
}

#[track_caller]
fn refused(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray], text: &str) {
    assert_eq!(call(op, attrs, inputs).expect_err("an error").to_string(), text);
}

/// Four anchors in a row, of which the first is the labelled box.
fn targets(attrs: &[(&str, &str)]) -> Vec<f64> {
    let anchors: Vec<f64> = (0..4).flat_map(|i| [i as f64, 0.0, i as f64 + 1.0, 1.0]).collect();
    let label = array(&[1, 1, 5], &[2.0, 0.0, 0.0, 1.0, 1.0]);
    let logits = array(&[1, 2, 4], &[0.0, 3.0, 1.0, 2.0, 0.0, 0.0, 0.0, 0.0]);
    let outputs = call("_contrib_MultiBoxTarget", attrs, &[array(&[1, 4, 4], &anchors), label, logits]).unwrap();
    outputs[2].to_f64().unwrap()
}

#[test]
fn background_anchors() {
    assert_eq!(targets(&[]), [3.0, 0.0, 0.0, 0.0]);
    let mining = ("negative_mining_ratio", "1");
    assert_eq!(targets(&[mining]), [3.0, -1.0, 0.0, -1.0]);
    // MXNet ignores the least number, and refuses to look for more than there are.
    assert_eq!(targets(&[mining, ("minimum_negative_samples", "2")]), [3.0, -1.0, 0.0, 0.0]);
    assert_eq!(targets(&[("negative_mining_ratio", "9")]), [3.0, 0.0, 0.0, 0.0]);
}

#[test]
fn boxes_beyond_the_left_border_are_converted() {
    let data = array(&[1, 6], &[0.0, 0.9, -0.5, 0.25, 0.5, 0.75]);
    let y = call("_contrib_box_nms", &[("out_format", "center")], &[data]).unwrap();
    assert_eq!(y[0].to_f64().unwrap(), [0.0, 0.9, 0.0, 0.5, 1.0, 0.5]);
}

#[test]
fn scores_that_are_not_numbers_come_last() {
    let nan = f64::NAN;
    let rows =
        call("_contrib_bipartite_matching", &[("threshold", "0")], &[array(&[2, 2], &[nan, 1.0, 2.0, nan])]).unwrap();
    assert_eq!(rows[0].to_f64().unwrap(), [1.0, 0.0]);
    let boxes = array(&[2, 5], &[nan, 0.0, 0.0, 1.0, 1.0, 0.5, 0.0, 0.0, 1.0, 1.0]);
    let kept = call("_contrib_box_nms", &[("coord_start", "1"), ("score_index", "0")], &[boxes]).unwrap();
    assert_eq!(kept[0].to_f64().unwrap(), [0.5, 0.0, 0.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0]);
}

#[test]
fn windows_of_lines_and_cubes() {
    let line = array(&[1, 1, 4], &[1.0, 2.0, 3.0, 4.0]);
    let columns = call("im2col", &[("kernel", "(2,)"), ("pad", "(1,)")], &[line]).unwrap();
    assert_eq!(columns[0].shape().as_slice(), [1, 2, 5]);
    assert_eq!(columns[0].to_f64().unwrap(), [0.0, 1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0, 4.0, 0.0]);
    let back = call("col2im", &[("kernel", "(2,)"), ("pad", "(1,)"), ("output_size", "4")], &columns).unwrap();
    assert_eq!(back[0].to_f64().unwrap(), [2.0, 4.0, 6.0, 8.0]);
    let cube: Vec<f64> = (0..8).map(f64::from).collect();
    let columns = call("im2col", &[("kernel", "(2, 1, 2)")], &[array(&[1, 1, 2, 2, 2], &cube)]).unwrap();
    assert_eq!(columns[0].to_f64().unwrap(), [0.0, 2.0, 1.0, 3.0, 4.0, 6.0, 5.0, 7.0]);
}

#[test]
fn a_grid_of_one_point() {
    let matrix = array(&[1, 6], &[0.5, 0.0, 0.25, 0.0, 2.0, 0.0]);
    let attrs = [("transform_type", "affine"), ("target_shape", "(1, 1)")];
    assert_eq!(call("GridGenerator", &attrs, &[matrix]).unwrap()[0].to_f64().unwrap(), [-0.25, -2.0]);
}

#[test]
fn the_gradient_of_images_resized_like_others() {
    use mxgrad_core::autograd::{self, BackwardOptions, GradReq, state};
    let (data, like) = (array(&[1, 1, 1, 2], &[1.0, 3.0]), array(&[1, 1, 1, 3], &[0.0; 3]));
    for x in [&data, &like] {
        autograd::attach_grad(x, GradReq::Write).unwrap();
    }
    let y = {
        let _flags = state::Flags::set(true, true);
        call("_contrib_BilinearResize2D", &[("mode", "like")], &[data.clone(), like]).unwrap()
    };
    assert_eq!(y[0].to_f64().unwrap(), [1.0, 2.0, 3.0]);
    let options = BackwardOptions { retain_graph: false, create_graph: false, train_mode: true };
    autograd::backward(&y, &[], options).unwrap();
    assert_eq!(autograd::grad_of(&data).unwrap().to_f64().unwrap(), [1.5, 1.5]);
}

/// What MXNet computes on GPUs only.
#[test]
fn a_modulated_convolution() {
    let values = |n: usize, step: f64| (0..n).map(|i| libm::sin(i as f64 * step)).collect::<Vec<f64>>();
    let (data, weight) = (array(&[2, 2, 4, 3], &values(48, 0.7)), array(&[2, 2, 2, 2], &values(16, 1.3)));
    let attrs = [("kernel", "(2, 2)"), ("num_filter", "2"), ("no_bias", "True")];
    let op = "_contrib_ModulatedDeformableConvolution";
    let run = |offset: f64, mask: f64| {
        let inputs = [
            data.clone(),
            array(&[2, 8, 3, 2], &vec![offset; 96]),
            array(&[2, 4, 3, 2], &vec![mask; 48]),
            weight.clone(),
        ];
        call(op, &attrs, &inputs).unwrap()[0].to_f64().unwrap()
    };
    let close = |a: &[f64], b: &[f64], scale: f64| {
        assert_eq!(a.len(), b.len());
        a.iter().zip(b).for_each(|(a, b)| assert!((a - b * scale).abs() < 1e-12, "{a} {b}"));
    };
    let plain = call("Convolution", &attrs, &[data.clone(), weight.clone()]).unwrap()[0].to_f64().unwrap();
    close(&run(0.0, 1.0), &plain, 1.0);
    close(&run(0.0, 0.25), &plain, 0.25);
    assert_eq!(run(9.0, 1.0), vec![0.0; 24]);
    // Half an element beyond the border half of it is seen.
    let one = [array(&[1, 1, 1, 1], &[4.0]), array(&[1, 2, 1, 1], &[-0.5, 0.0]), array(&[1, 1, 1, 1], &[3.0])];
    let inputs = [&one[..], &[array(&[1, 1, 1, 1], &[1.0])]].concat();
    let attrs = [("kernel", "(1, 1)"), ("num_filter", "1"), ("no_bias", "True")];
    assert_eq!(call(op, &attrs, &inputs).unwrap()[0].to_f64().unwrap(), [6.0]);
}

#[test]
fn hostile_proposals() {
    let probs = array(&[1, 2, 1, 2], &[f64::NAN, 0.5, f64::INFINITY, 0.25]);
    let offsets = array(&[1, 4, 1, 2], &[1e30, -1e30, f64::NAN, 0.0, 99.0, -99.0, f64::INFINITY, 0.0]);
    let info = |size: f64| array(&[1, 3], &[size, size, 1.0]);
    let one = [("scales", "1"), ("ratios", "1"), ("rpn_post_nms_top_n", "3")];
    let inputs = [probs.clone(), offsets.clone(), info(16.0)];
    for ratios in ["1", "0", "-1", "1e-38"] {
        let attrs = [one[0], ("ratios", ratios), one[2]];
        let regions = call("_contrib_Proposal", &attrs, &inputs).unwrap();
        assert_eq!(regions[0].shape().as_slice(), [3, 5]);
    }
    refused(
        "_contrib_Proposal",
        &one,
        &[probs, offsets, info(1e9)],
        "_contrib_Proposal: im_info has an image of 1000000000 by 1000000000, but cls_prob only 1 by 2 steps",
    );
    for (name, value) in [("rpn_post_nms_top_n", "-1"), ("feature_stride", "0")] {
        let attrs = [one[0], one[1], (name, value)];
        assert!(
            call("_contrib_MultiProposal", &attrs, &inputs)
                .is_err_and(|error| matches!(error.kind(), ErrorKind::Attr { .. }))
        );
    }
}

#[test]
fn hostile_regions_and_grids() {
    let data = array(&[1, 1, 2, 2], &[1.0, 2.0, 3.0, 4.0]);
    let huge = 1e30;
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    for roi in [
        [0.0, -huge, -huge, huge, huge],
        [0.0, huge, huge, -huge, -huge],
        [0.0, nan, 0.0, 1.0, nan],
        [0.0, -inf, inf, inf, -inf],
        [-1.0, nan, inf, 0.0, 0.0],
        [0.0, -1e9, 0.0, 1e9, 1e-9],
    ] {
        let inputs = [data.clone(), array(&[1, 5], &roi)];
        let pooled = [("pooled_size", "(2, 2)"), ("spatial_scale", "1")];
        let group = [("pooled_size", "2"), ("spatial_scale", "1"), ("output_dim", "1"), ("group_size", "1")];
        for ratio in ["-1", "1024"] {
            let attrs = [pooled[0], pooled[1], ("sample_ratio", ratio)];
            assert_eq!(call("_contrib_ROIAlign", &attrs, &inputs).unwrap()[0].shape().as_slice(), [1, 1, 2, 2]);
        }
        assert_eq!(call("ROIPooling", &pooled, &inputs).unwrap()[0].shape().as_slice(), [1, 1, 2, 2]);
        assert_eq!(call("_contrib_PSROIPooling", &group, &inputs).unwrap()[0].shape().as_slice(), [1, 1, 2, 2]);
    }
    let aligned = [("pooled_size", "(1, 1)"), ("spatial_scale", "1"), ("aligned", "True")];
    refused(
        "_contrib_ROIAlign",
        &aligned,
        &[data.clone(), array(&[1, 5], &[0.0, 1.0, 1.0, 1.0, 2.0])],
        "_contrib_ROIAlign: region 0 of rois has no area: [1.0, 1.0, 1.0, 2.0]",
    );
    refused(
        "_contrib_ROIAlign",
        &aligned,
        &[data.clone(), array(&[1, 5], &[1.0, 0.0, 0.0, 1.0, 1.0])],
        "_contrib_ROIAlign: region 0 of rois is of image 1, but there are 1 in data",
    );
    let points = array(&[1, 2, 1, 4], &[nan, inf, -huge, 0.0, 0.0, 0.0, 0.0, huge]);
    let seen = call("BilinearSampler", &[], &[data.clone(), points]).unwrap();
    assert_eq!(seen[0].shape().as_slice(), [1, 1, 1, 4]);
    assert_eq!(seen[0].to_f64().unwrap()[2..], [0.0, 0.0]);
    for attrs in [[("height", "2147483647"), ("width", "2147483647")], [("scale_height", "1e30"), ("width", "2")]] {
        assert!(call("_contrib_BilinearResize2D", &attrs, std::slice::from_ref(&data)).is_err());
    }
    for (name, value, mode) in [("scaleHeight", "None", "odd_scale"), ("mode", "to_even_down", "to_even_down")] {
        let line = array(&[1, 1, 1, 2], &[1.0, 2.0]);
        let text =
            format!("_contrib_BilinearResize2D: {name} is {value}, expected what leaves at least 1 of 1 elements");
        refused("_contrib_BilinearResize2D", &[("mode", mode)], &[line], &text);
    }
    let wide = [("kernel", "(1, 1)"), ("pad", "(2000000000, 2000000000)")];
    assert!(call("im2col", &wide, std::slice::from_ref(&data)).is_err());
    let empty = NDArray::zeros(Shape::from([0, 1, 2, 2]), DType::Float32).unwrap();
    let resized = call("_contrib_BilinearResize2D", &[("height", "3")], &[empty]).unwrap();
    assert_eq!(resized[0].shape().as_slice(), [0, 1, 3, 1]);
}

#[test]
fn hostile_calls() {
    let zeros = |shape: &[usize]| NDArray::zeros(Shape::new(shape), DType::Float32).unwrap();
    let encode = |matches: f64| {
        let inputs = [
            array(&[1, 1], &[1.0]),
            array(&[1, 1], &[matches]),
            array(&[1, 1, 4], &[0.0, 0.0, 1.0, 1.0]),
            array(&[1, 1, 4], &[0.0, 0.0, 1.0, 1.0]),
            array(&[4], &[0.0; 4]),
            array(&[4], &[1.0; 4]),
        ];
        call("_contrib_box_encode", &[], &inputs)
    };
    assert!(encode(0.0).is_ok());
    for place in [-1.0, 1.0, f64::NAN] {
        let text = format!("_contrib_box_encode: matches names box {place} for anchor 0, but there are 1 in refs");
        assert_eq!(encode(place).expect_err("an error").to_string(), text);
    }
    let ints = NDArray::zeros(Shape::from([1, 1, 2, 2]), DType::Int32).unwrap();
    refused(
        "_contrib_MultiBoxPrior",
        &[],
        &[ints],
        "_contrib_MultiBoxPrior: data has dtype int32, expected a floating point type",
    );
    refused(
        "_contrib_box_nms",
        &[("coord_start", "2147483647")],
        &[zeros(&[2, 6])],
        "_contrib_box_nms: coordStart is 2147483647, expected the start of four coordinates in a row of 6 numbers",
    );
    let wide = zeros(&[0, 1, 1 << 31, 1 << 31]);
    assert!(
        call("_contrib_MultiBoxPrior", &[], &[wide])
            .is_err_and(|error| matches!(error.kind(), ErrorKind::OutOfMemory { .. }))
    );
    // Nothing to detect.
    let none = [zeros(&[2, 3, 0]), zeros(&[2, 0]), zeros(&[1, 0, 4])];
    assert_eq!(call("_contrib_MultiBoxDetection", &[], &none).unwrap()[0].shape().as_slice(), [2, 0, 6]);
    assert_eq!(call("_contrib_box_nms", &[], &[zeros(&[2, 0, 6])]).unwrap()[0].shape().as_slice(), [2, 0, 6]);
    let both = call("_contrib_bipartite_matching", &[("threshold", "0")], &[zeros(&[2, 0, 3])]).unwrap();
    assert_eq!(both[1].to_f64().unwrap(), [-1.0; 6]);
}
