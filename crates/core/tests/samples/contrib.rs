//! Operators that MXNet keeps apart as contributed, and other rare ones.

use super::{Attrs, Sample, call, fixed};

const AROUND: (f64, f64) = (-1.0, 1.0);
const TWO_HEADS: Attrs = &[("heads", "2")];

/// Per channel: scale and shift, and with them the moving mean and variance.
fn normalized(op: &'static str, attrs: Attrs, train: bool) -> Sample {
    let channels: &[usize] = &[2];
    let mut sample =
        fixed(op, attrs, &[&[3, 2, 2], channels, channels], AROUND, &[(channels, -0.5, 0.5), (channels, 0.5, 1.5)]);
    // Near the kink of the rectifier differences say nothing: most results are well above it.
    sample.inputs[2] = (vec![2], 3.0, 4.0);
    sample.train = train;
    sample
}

pub fn samples() -> Vec<Sample> {
    let x = |op, attrs| call(op, attrs, &[&[2, 3]], AROUND);
    let mut all = vec![
        x("_contrib_quadratic", &[("a", "2"), ("b", "-0.5"), ("c", "3")]),
        x("_contrib_gradientmultiplier", &[("scalar", "-0.5"), ("is_int", "False")]),
        x("_contrib_round_ste", &[]),
        x("_contrib_sign_ste", &[]),
        x("_contrib_div_sqrt_dim", &[]),
        call("_contrib_interleaved_matmul_selfatt_qk", TWO_HEADS, &[&[3, 2, 12]], AROUND),
        call("_contrib_interleaved_matmul_selfatt_valatt", TWO_HEADS, &[&[3, 2, 12], &[4, 3, 3]], AROUND),
        call("_contrib_interleaved_matmul_encdec_qk", TWO_HEADS, &[&[2, 2, 4], &[3, 2, 8]], AROUND),
        call("_contrib_interleaved_matmul_encdec_valatt", TWO_HEADS, &[&[3, 2, 8], &[4, 2, 3]], AROUND),
        fixed("_contrib_boolean_mask", &[], &[&[5, 2]], AROUND, &[(&[5], 0.0, 3.0)]),
        fixed("_contrib_boolean_mask", &[("axis", "-1")], &[&[2, 6]], AROUND, &[(&[6], -1.0, 2.0)]),
        // One index: with repeated ones MXNet's gradient is not the derivative.
        Sample {
            op: "_contrib_index_copy",
            attrs: &[],
            inputs: vec![(vec![3, 2], -1.0, 1.0), (vec![1], 0.0, 3.0), (vec![1, 2], -1.0, 1.0)],
            diff: &[0, 2],
            train: false,
        },
        call("depth_to_space", &[("block_size", "2")], &[&[2, 8, 1, 2]], AROUND),
        call("space_to_depth", &[("block_size", "2")], &[&[2, 2, 4, 2]], AROUND),
        call("khatri_rao", &[("num_args", "3")], &[&[2, 2], &[3, 2], &[1, 2]], AROUND),
        call("khatri_rao", &[], &[&[2, 3]], AROUND),
        x("_np_cumsum", &[]),
        call("_np_cumsum", &[("axis", "1")], &[&[2, 3, 2]], AROUND),
        call("_np_cumsum", &[("axis", "-1")], &[&[2, 3, 2]], AROUND),
        x("amp_cast", &[("dtype", "float32")]),
        call("amp_multicast", &[("num_outputs", "2")], &[&[2], &[3]], AROUND),
        fixed("IdentityAttachKLSparseReg", &[("penalty", "0.5")], &[&[3, 2]], (0.2, 0.8), &[(&[2], 0.2, 0.8)]),
        fixed("IdentityAttachKLSparseReg", &[], &[&[3, 2, 2]], (0.2, 0.8), &[(&[2], 0.2, 0.8)]),
        normalized("_contrib_BatchNormWithReLU", &[("fix_gamma", "False")], true),
        normalized("_contrib_SyncBatchNorm", &[("fix_gamma", "False"), ("key", "a")], true),
    ];
    all.push(normalized("_contrib_BatchNormWithReLU", &[("fix_gamma", "False"), ("axis", "1")], false));
    densities(&mut all);
    images(&mut all);
    all
}

fn densities(all: &mut Vec<Sample>) {
    const LOG: Attrs = &[("is_log", "True")];
    for attrs in [&[], LOG] {
        let low = (vec![2], 0.2, 0.9);
        // The sample and the parameters of each; with respect to counts there is no gradient.
        let mut density = |op, sample: &[usize], parameters: &[(Vec<usize>, f64, f64)], diff| {
            let inputs = std::iter::once((sample.to_vec(), 0.3, 2.5)).chain(parameters.iter().cloned()).collect();
            all.push(Sample { op, attrs, inputs, diff, train: false });
        };
        density("_random_pdf_uniform", &[2, 3], &[low.clone(), (vec![2], 1.5, 2.0)], &[1, 2]);
        density("_random_pdf_normal", &[2, 3], &[low.clone(), low.clone()], &[0, 1, 2]);
        density("_random_pdf_normal", &[2], &[low.clone(), low.clone()], &[0, 1, 2]);
        density("_random_pdf_gamma", &[2, 3, 2], &[low.clone(), low.clone()], &[0, 1, 2]);
        density("_random_pdf_exponential", &[2, 3], std::slice::from_ref(&low), &[0, 1]);
        density("_random_pdf_poisson", &[2, 3], std::slice::from_ref(&low), &[1]);
        density("_random_pdf_negative_binomial", &[2, 3], &[(vec![2], 1.0, 3.5), low.clone()], &[1, 2]);
        density("_random_pdf_generalized_negative_binomial", &[2, 3], &[low.clone(), low.clone()], &[1, 2]);
        density("_random_pdf_dirichlet", &[2, 3, 4], &[(vec![2, 4], 0.5, 2.0)], &[0, 1]);
    }
}

fn images(all: &mut Vec<Sample>) {
    const FACTORS: Attrs = &[("min_factor", "0.5"), ("max_factor", "1.5")];
    const JITTER: Attrs = &[("brightness", "0.2"), ("contrast", "0.3"), ("saturation", "0.4"), ("hue", "0.1")];
    let image = |op, attrs| call(op, attrs, &[&[3, 4, 3]], (10.0, 240.0));
    all.extend(["_image_flip_left_right", "_image_flip_top_bottom"].map(|op| image(op, &[])));
    all.extend(["_image_random_flip_left_right", "_image_random_flip_top_bottom"].map(|op| image(op, &[])));
    all.push(image("_image_crop", &[("x", "1"), ("y", "0"), ("width", "2"), ("height", "3")]));
    all.push(call("_image_normalize", &[("mean", "(1, 2, 3)"), ("std", "2")], &[&[3, 2, 2]], AROUND));
    for interp in [
        &[("size", "(5, 6)")][..],
        &[("size", "(3, 2)"), ("interp", "0")],
        &[("size", "(6, 5)"), ("interp", "2")],
        &[("size", "(3, 2)"), ("interp", "3")],
        &[("size", "8"), ("keep_ratio", "True"), ("interp", "4")],
    ] {
        all.push(call("_image_resize", interp, &[&[2, 3, 4, 1]], AROUND));
    }
    for op in ["_image_random_brightness", "_image_random_contrast", "_image_random_saturation", "_image_random_hue"] {
        all.push(image(op, FACTORS));
    }
    all.push(call("_image_random_contrast", FACTORS, &[&[3, 2, 1]], AROUND));
    all.push(call("_image_random_hue", FACTORS, &[&[3, 2, 1]], AROUND));
    all.push(image("_image_random_color_jitter", JITTER));
    all.push(image("_image_adjust_lighting", &[("alpha", "(0.1, 0.2, 0.3)")]));
    all.push(image("_image_random_lighting", &[]));
    all.push(call("_image_to_tensor", &[], &[&[1, 2, 3]], (0.0, 255.0)));
}
