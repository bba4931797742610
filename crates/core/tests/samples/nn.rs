//! Layers and losses.

use super::{Attrs, Sample, call, fixed};

const AROUND: (f64, f64) = (-1.0, 1.0);

fn products(all: &mut Vec<Sample>) {
    all.push(call("dot", &[], &[&[2, 3], &[3, 2]], AROUND));
    all.push(call("dot", &[("transpose_a", "True")], &[&[3, 2], &[3, 2]], AROUND));
    all.push(call("dot", &[("transpose_b", "True")], &[&[2, 3], &[2, 3]], AROUND));
    all.push(call("dot", &[("transpose_a", "True"), ("transpose_b", "True")], &[&[3, 2], &[2, 3]], AROUND));
    all.push(call("dot", &[], &[&[2, 2, 3], &[3, 2, 2]], AROUND));
    all.push(call("dot", &[], &[&[4], &[4]], AROUND));
    for (a, b, s, t) in [("False", "False", [2, 3], [3, 2]), ("True", "True", [3, 2], [2, 3])] {
        let attrs: Attrs =
            if a == b && a == "True" { &[("transpose_a", "True"), ("transpose_b", "True")] } else { &[] };
        all.push(call("batch_dot", attrs, &[&[2, s[0], s[1]], &[2, t[0], t[1]]], AROUND));
    }
    all.push(call("batch_dot", &[("transpose_a", "True")], &[&[2, 3, 2], &[2, 3, 2]], AROUND));
    all.push(call("batch_dot", &[("transpose_b", "True")], &[&[2, 2, 3], &[2, 2, 3]], AROUND));
    all.push(call("FullyConnected", &[("num_hidden", "2")], &[&[2, 2, 2], &[2, 4], &[2]], AROUND));
    let attrs: Attrs = &[("num_hidden", "2"), ("flatten", "False"), ("no_bias", "True")];
    all.push(call("FullyConnected", attrs, &[&[2, 2, 3], &[2, 3]], AROUND));
}

fn convolutions(all: &mut Vec<Sample>) {
    let attrs: Attrs = &[("kernel", "(2,)"), ("num_filter", "2"), ("stride", "(2,)"), ("pad", "(1,)")];
    all.push(call("Convolution", attrs, &[&[2, 2, 4], &[2, 2, 2], &[2]], AROUND));
    let attrs: Attrs =
        &[("kernel", "(2, 2)"), ("num_filter", "4"), ("num_group", "2"), ("dilate", "(2, 1)"), ("no_bias", "True")];
    all.push(call("Convolution", attrs, &[&[1, 2, 4, 3], &[4, 1, 2, 2]], AROUND));
    let attrs: Attrs = &[("kernel", "(1, 2, 2)"), ("num_filter", "1")];
    all.push(call("Convolution", attrs, &[&[1, 2, 2, 3, 2], &[1, 2, 1, 2, 2], &[1]], AROUND));
    let attrs: Attrs = &[
        ("kernel", "(3, 2)"),
        ("num_filter", "2"),
        ("stride", "(2, 2)"),
        ("pad", "(1, 0)"),
        ("adj", "(1, 0)"),
        ("no_bias", "False"),
    ];
    all.push(call("Deconvolution", attrs, &[&[1, 2, 2, 2], &[2, 2, 3, 2], &[2]], AROUND));
    let attrs: Attrs =
        &[("kernel", "(3,)"), ("num_filter", "2"), ("num_group", "2"), ("stride", "(2,)"), ("target_shape", "(6,)")];
    all.push(call("Deconvolution", attrs, &[&[2, 2, 3], &[2, 1, 3]], AROUND));
    const WINDOW: Attrs = &[
        ("kernel", "(2,)"),
        ("stride", "(1,)"),
        ("dilate", "(1,)"),
        ("pad", "(1,)"),
        ("num_group", "1"),
        ("shape", "(3,)"),
    ];
    all.push(call("_conv", WINDOW, &[&[2, 2, 3], &[1, 2, 2]], AROUND));
    all.push(call("_conv_data", WINDOW, &[&[2, 1, 4], &[1, 2, 2]], AROUND));
    all.push(call("_conv_weight", WINDOW, &[&[2, 2, 3], &[2, 1, 4]], AROUND));
}

fn pooling(all: &mut Vec<Sample>) {
    let attrs: [Attrs; 8] = [
        &[("kernel", "(2, 2)")],
        &[("kernel", "(2, 2)"), ("stride", "(2, 1)"), ("pad", "(1, 0)"), ("pool_type", "avg")],
        &[("kernel", "(2, 2)"), ("pad", "(1, 1)"), ("pool_type", "avg"), ("count_include_pad", "False")],
        &[("kernel", "(2, 2)"), ("stride", "(2, 2)"), ("pooling_convention", "full"), ("pool_type", "sum")],
        &[("kernel", "(2, 2)"), ("stride", "(2, 2)"), ("pooling_convention", "full")],
        &[("global_pool", "True"), ("pool_type", "avg")],
        &[("kernel", "(2, 2)"), ("pool_type", "lp"), ("p_value", "2")],
        &[("kernel", "(2, 2)"), ("pool_type", "lp"), ("p_value", "3")],
    ];
    all.extend(attrs.map(|attrs| call("Pooling", attrs, &[&[1, 2, 3, 3]], (0.5, 2.0))));
    all.push(call("Pooling", &[("kernel", "(2,)"), ("pool_type", "lp"), ("p_value", "1")], &[&[1, 2, 3]], AROUND));
    all.push(call(
        "Pooling",
        &[("kernel", "(2, 2)"), ("layout", "NHWC"), ("pool_type", "avg")],
        &[&[1, 3, 3, 2]],
        AROUND,
    ));
    let attrs: Attrs = &[
        ("kernel", "(2,)"),
        ("stride", "(1,)"),
        ("pad", "(1,)"),
        ("pool_type", "avg"),
        ("pooling_convention", "valid"),
        ("count_include_pad", "True"),
        ("shape", "(3,)"),
    ];
    all.push(call("_pool_back", attrs, &[&[1, 2, 4]], AROUND));
    all.push(fixed("_pool_take", &[], &[&[1, 2, 4]], AROUND, &[(&[1, 2, 2], 0.0, 4.0)]));
    all.push(fixed("_pool_put", &[("shape", "(1, 2, 4)")], &[&[1, 2, 2]], AROUND, &[(&[1, 2, 2], 0.0, 4.0)]));
}

fn activations(all: &mut Vec<Sample>) {
    let types: [Attrs; 5] = [
        &[("act_type", "relu")],
        &[("act_type", "sigmoid")],
        &[("act_type", "softrelu")],
        &[("act_type", "softsign")],
        &[("act_type", "tanh")],
    ];
    all.extend(types.map(|attrs| call("Activation", attrs, &[&[2, 3]], AROUND)));
    let types: [Attrs; 5] = [
        &[],
        &[("act_type", "elu"), ("slope", "0.5")],
        &[("act_type", "selu")],
        &[("act_type", "gelu")],
        &[("act_type", "rrelu")],
    ];
    all.extend(types.map(|attrs| call("LeakyReLU", attrs, &[&[2, 3]], AROUND)));
    all.push(Sample { train: true, ..call("LeakyReLU", &[("act_type", "rrelu")], &[&[2, 3]], AROUND) });
    all.push(call("LeakyReLU", &[("act_type", "prelu")], &[&[2, 3, 2], &[3]], AROUND));
    all.push(call("LeakyReLU", &[("act_type", "prelu")], &[&[2, 3], &[1]], AROUND));
    all.push(call("hard_sigmoid", &[], &[&[2, 3]], (-5.0, 5.0)));
    all.push(call("clip", &[("a_min", "-0.5"), ("a_max", "0.25")], &[&[2, 3]], AROUND));
    all.push(call("smooth_l1", &[("scalar", "1.5")], &[&[2, 3]], AROUND));
    all.push(Sample { train: true, ..call("Dropout", &[("p", "0.25")], &[&[4, 5]], AROUND) });
    all.push(Sample { train: true, ..call("Dropout", &[("axes", "(1,)")], &[&[4, 5]], AROUND) });
    all.push(call("Dropout", &[], &[&[2, 3]], AROUND));
    all.push(call("softmax", &[], &[&[2, 3]], AROUND));
    all.push(call("softmax", &[("axis", "1"), ("temperature", "0.5")], &[&[2, 3, 2]], AROUND));
    all.push(fixed("softmax", &[("use_length", "True")], &[&[2, 3]], AROUND, &[(&[2], 0.0, 4.0)]));
    all.push(call("log_softmax", &[], &[&[2, 3]], AROUND));
    all.push(call("log_softmax", &[("axis", "0"), ("temperature", "2.0")], &[&[3, 2]], AROUND));
    all.push(call("softmin", &[], &[&[2, 3]], AROUND));
    all.push(call("SoftmaxActivation", &[], &[&[2, 3]], AROUND));
    all.push(call("SoftmaxActivation", &[("mode", "channel")], &[&[2, 3, 2]], AROUND));
}

fn normalizations(all: &mut Vec<Sample>) {
    const STATS: [(&[usize], f64, f64); 2] = [(&[3], -0.5, 0.5), (&[3], 0.5, 1.5)];
    let attrs: Attrs = &[("fix_gamma", "False")];
    let sample = || fixed("BatchNorm", attrs, &[&[3, 3, 2], &[3], &[3]], AROUND, &STATS);
    all.push(sample());
    all.push(Sample { train: true, ..sample() });
    let attrs: Attrs = &[("axis", "-1")];
    for train in [false, true] {
        let mut sample = fixed("BatchNorm", attrs, &[&[4, 3], &[3], &[3]], AROUND, &STATS);
        (sample.diff, sample.train) = (&[0, 2], train);
        all.push(sample);
    }
    all.push(call("LayerNorm", &[], &[&[2, 4], &[4], &[4]], AROUND));
    all.push(call("LayerNorm", &[("axis", "1")], &[&[2, 3, 2], &[3], &[3]], AROUND));
    all.push(call("LayerNorm", &[], &[&[4], &[4], &[4]], AROUND));
    all.push(call("GroupNorm", &[("num_groups", "2")], &[&[2, 4, 3], &[2], &[2]], AROUND));
    all.push(call("InstanceNorm", &[], &[&[2, 2, 4], &[2], &[2]], AROUND));
    let modes: [Attrs; 3] = [&[], &[("mode", "channel")], &[("mode", "spatial")]];
    all.extend(modes.map(|attrs| call("L2Normalization", attrs, &[&[2, 3, 2]], AROUND)));
    let two: Attrs = &[("scale", "2"), ("sample_type", "nearest"), ("num_args", "2")];
    all.push(call("UpSampling", two, &[&[1, 2, 1, 2], &[1, 1, 2, 2]], AROUND));
    let summed: Attrs = &[("scale", "2"), ("sample_type", "nearest"), ("num_args", "2"), ("multi_input_mode", "sum")];
    all.push(call("UpSampling", summed, &[&[1, 2, 1, 2], &[1, 2, 2, 4]], AROUND));
    let bilinear: Attrs = &[("scale", "2"), ("sample_type", "bilinear"), ("num_args", "2"), ("num_filter", "2")];
    all.push(call("UpSampling", bilinear, &[&[1, 2, 1, 2], &[2, 1, 4, 4]], AROUND));
    all.push(call("LRN", &[("nsize", "3"), ("alpha", "0.5")], &[&[1, 4, 2, 2]], AROUND));
}

fn losses(all: &mut Vec<Sample>) {
    let classes: (&[usize], f64, f64) = (&[3], 0.0, 4.0);
    let attrs: [Attrs; 4] = [
        &[],
        &[("grad_scale", "2.0"), ("normalization", "batch"), ("smooth_alpha", "0.1")],
        &[("use_ignore", "True"), ("ignore_label", "1"), ("normalization", "valid")],
        &[("out_grad", "True")],
    ];
    all.extend(attrs.map(|attrs| fixed("SoftmaxOutput", attrs, &[&[3, 4]], AROUND, &[classes])));
    let attrs: Attrs = &[("multi_output", "True")];
    all.push(fixed("SoftmaxOutput", attrs, &[&[2, 3, 2]], AROUND, &[(&[2, 2], 0.0, 3.0)]));
    let attrs: Attrs = &[("preserve_shape", "True")];
    all.push(fixed("SoftmaxOutput", attrs, &[&[2, 2, 3]], AROUND, &[(&[2, 2], 0.0, 3.0)]));
    all.push(fixed("SoftmaxOutput", &[], &[&[3, 4]], AROUND, &[(&[3, 4], 0.1, 0.9)]));
    all.push(fixed("softmax_cross_entropy", &[], &[&[3, 4]], AROUND, &[classes]));
    for op in ["LinearRegressionOutput", "MAERegressionOutput", "LogisticRegressionOutput"] {
        all.push(fixed(op, &[("grad_scale", "2.0")], &[&[3, 2]], AROUND, &[(&[3, 2], 0.1, 0.9)]));
    }
    all.push(fixed("SVMOutput", &[], &[&[3, 4]], AROUND, &[classes]));
    all.push(fixed("SVMOutput", &[], &[&[2, 2, 3]], AROUND, &[(&[2, 2], 0.0, 3.0)]));
    all.push(fixed("SVMOutput", &[("use_linear", "True")], &[&[3, 4]], AROUND, &[classes]));
    all.push(call("MakeLoss", &[("normalization", "valid")], &[&[2, 3]], AROUND));
    all.push(call("make_loss", &[], &[&[2, 3]], AROUND));
}

pub fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    products(&mut all);
    convolutions(&mut all);
    pooling(&mut all);
    activations(&mut all);
    normalizations(&mut all);
    losses(&mut all);
    let inputs = vec![(vec![5], -1.0, 1.0), (vec![5], 0.0, 4.0), (vec![5], 0.0, 3.0), (vec![3, 2], -1.0, 1.0)];
    all.push(Sample { op: "_coo_dot", attrs: &[("rows", "4")], inputs, diff: &[0, 3], train: false });
    let attrs: Attrs = &[("input_dim", "4"), ("output_dim", "2")];
    let indices: (Vec<usize>, f64, f64) = (vec![5], -1.0, 6.0);
    for (op, shape) in [("Embedding", vec![4, 2]), ("_embedding_add", vec![5, 2])] {
        let inputs = vec![indices.clone(), (shape, -1.0, 1.0)];
        all.push(Sample { op, attrs, inputs, diff: &[1], train: false });
    }
    all
}
