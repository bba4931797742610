//! What MXNet 1.9.1 gave for the same calls: optimizer updates, a sequence of random draws, and the rules of indexing,
//! ordering and splitting.

use mxgrad_core::invoke::invoke;
use mxgrad_core::random::with_streams;
use mxgrad_core::{DType, NDArray, registry};

fn array(shape: &[usize], values: &[f32]) -> NDArray {
    NDArray::from_slice(mxgrad_core::Shape::new(shape), values).unwrap()
}

fn vector(values: &[f32]) -> NDArray {
    array(&[values.len()], values)
}

/// 0, 1, 2, …
fn iota(shape: &[usize]) -> NDArray {
    array(shape, &(0..shape.iter().product()).map(|i| i as f32).collect::<Vec<_>>())
}

fn call(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray], out: &[NDArray]) -> Vec<NDArray> {
    let attrs: Vec<(String, String)> = attrs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
    invoke(&registry::parse(op, &attrs).unwrap(), inputs, out).unwrap()
}

/// Checks shape and exact values of the first output.
#[track_caller]
fn gives(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray], shape: &[usize], values: &[f64]) {
    let y = call(op, attrs, inputs, &[]).swap_remove(0);
    assert_eq!(y.shape().as_slice(), shape, "{op}");
    assert_eq!(y.to_f64().unwrap(), values, "{op}");
}

#[test]
fn updates() {
    let (w, g) = ([0.5, -1.25, 2.0, 0.0], [0.1, -2.0, 0.0, 3.5]);
    let (s1, s2, s3) = ([0.2, -0.3, 0.4, 0.9], [0.3, 0.5, 0.7, 1.1], [0.01, -0.02, 0.03, 0.04]);
    let common = [("lr", "0.1"), ("wd", "0.01"), ("rescale_grad", "0.5"), ("clip_gradient", "0.8")];
    let check = |op: &str, more: &[(&str, &str)], states: &[[f32; 4]], expected: &[[f64; 4]]| {
        let arrays: Vec<NDArray> = [w, g].iter().chain(states).map(|x| vector(x)).collect();
        let attrs: Vec<(&str, &str)> = common.iter().chain(more).copied().collect();
        call(op, &attrs, &arrays, &arrays[..1]);
        let changed = std::iter::once(&arrays[0]).chain(&arrays[2..]);
        for (got, expected) in changed.zip(expected) {
            for (got, expected) in got.to_f64().unwrap().iter().zip(expected) {
                assert!((got - expected).abs() < 3e-7 * (1.0 + expected.abs()), "{op}: {got} is not {expected}");
            }
        }
    };
    check("sgd_update", &[], &[], &[[0.4945, -1.1687499, 1.998, -0.08]]);
    check(
        "sgd_mom_update",
        &[("momentum", "0.9")],
        &[s1],
        &[[0.6745, -1.43875, 2.358, 0.73], [0.1745, -0.18875, 0.358, 0.73]],
    );
    check(
        "nag_mom_update",
        &[("momentum", "0.9")],
        &[s1],
        &[[0.6515499, -1.338625, 2.3202, 0.577], [0.1743484, -0.1886614, 0.3576798, 0.7294229]],
    );
    check(
        "adam_update",
        &[],
        &[s1, s2],
        &[
            [0.4661157, -1.2005094, 1.9567111, -0.0848759],
            [0.1855, -0.35, 0.362, 0.89],
            [0.2997031, 0.50014, 0.6993004, 1.0995401],
        ],
    );
    check(
        "ftrl_update",
        &[],
        &[s1, s2],
        &[
            [-0.0147397, -0.1642336, -0.0212226, -0.072842],
            [0.2386128, 3.4075141, 0.4, 1.7],
            [0.3025, 1.1400001, 0.7, 1.74],
        ],
    );
    check("signsgd_update", &[], &[], &[[0.3995, -1.1487499, 1.998, -0.1]]);
    check(
        "signum_update",
        &[("momentum", "0.9"), ("wd_lh", "0.02")],
        &[s1],
        &[[0.599, -1.3475001, 2.096, 0.1], [0.1745, -0.18875, 0.358, 0.7299999]],
    );
    check(
        "rmsprop_update",
        &[("clip_weights", "1.5")],
        &[s2],
        &[[0.4897003, -1.1376467, 1.5, -0.0770872], [0.2851512, 0.507, 0.66502, 1.077]],
    );
    check(
        "rmspropalex_update",
        &[],
        &[[2.0; 4], s1, s3],
        &[
            [0.5049704, -1.2088037, 2.0254903, -0.0392252],
            [1.9001513, 1.932, 1.90002, 1.932],
            [0.19275, -0.325, 0.381, 0.895],
            [0.0049705, 0.0411964, 0.0254902, -0.0392252],
        ],
    );
}

#[test]
fn draws_after_a_seed() {
    with_streams(|streams| streams.seed(5));
    let none: &[NDArray] = &[];
    let three = ("shape", "(3,)");
    let five = ("shape", "(5,)");
    gives(
        "_random_uniform",
        &[("low", "1"), ("high", "2"), three],
        none,
        &[3],
        &[1.8607373237609863, 1.3226202726364136, 1.766228437423706],
    );
    gives(
        "_random_normal",
        &[("loc", "1"), ("scale", "2"), three],
        none,
        &[3],
        &[-1.2058601379394531, 2.4901461601257324, 0.9784528613090515],
    );
    gives(
        "_random_gamma",
        &[("alpha", "2"), ("beta", "0.5"), three],
        none,
        &[3],
        &[0.42129555344581604, 0.7120290994644165, 0.6994587182998657],
    );
    gives(
        "_random_exponential",
        &[("lam", "0.5"), three],
        none,
        &[3],
        &[0.3559189438819885, 3.227065086364746, 0.0001890217827167362],
    );
    gives("_random_poisson", &[("lam", "4"), five], none, &[5], &[2.0, 6.0, 1.0, 1.0, 4.0]);
    gives("_random_negative_binomial", &[("k", "3"), ("p", "0.4"), five], none, &[5], &[1.0, 10.0, 3.0, 5.0, 10.0]);
    let attrs = [("mu", "2"), ("alpha", "0.4"), five];
    gives("_random_generalized_negative_binomial", &attrs, none, &[5], &[3.0, 3.0, 3.0, 7.0, 1.0]);
    gives("_random_randint", &[("low", "-5"), ("high", "100"), five], none, &[5], &[41.0, 20.0, 46.0, 88.0, 15.0]);
    let like = [0.3102750778198242, 0.6829791069030762, 0.5077131390571594];
    gives("_random_uniform_like", &[], &[iota(&[3])], &[3], &like);
    let two = [("shape", "(2,)")];
    gives(
        "_sample_normal",
        &two,
        &[vector(&[0.0, 10.0]), vector(&[1.0, 2.0])],
        &[2, 2],
        &[-0.39996546506881714, -0.87571120262146, 12.597579002380371, 12.85462760925293],
    );
    gives(
        "_sample_uniform",
        &two,
        &[vector(&[0.0, 10.0]), vector(&[1.0, 20.0])],
        &[2, 2],
        &[0.6922359466552734, 0.4269721210002899, 12.135294914245605, 18.892038345336914],
    );
    gives(
        "_sample_gamma",
        &two,
        &[vector(&[1.0, 3.0]), vector(&[1.0, 2.0])],
        &[2, 2],
        &[2.2430217266082764, 0.03654930740594864, 11.076014518737793, 3.2162015438079834],
    );
    let p = array(&[2, 2], &[0.2, 0.8, 0.5, 0.5]);
    let drawn = call("_sample_multinomial", &[three, ("get_prob", "True")], &[p], &[]);
    assert_eq!(drawn[0].to_f64().unwrap(), [1.0, 1.0, 1.0, 1.0, 0.0, 1.0]);
    assert_eq!(drawn[0].dtype(), DType::Int32);
    let (a, b) = (-0.2231435328722, -0.6931471824645996);
    for (got, expected) in drawn[1].to_f64().unwrap().iter().zip([a, a, a, b, b, b]) {
        assert!((got - expected).abs() < 1e-12);
    }
    gives("_shuffle", &[], &[iota(&[6])], &[6], &[0.0, 4.0, 5.0, 1.0, 3.0, 2.0]);
    gives("_shuffle", &[], &[iota(&[4, 2])], &[4, 2], &[2.0, 3.0, 0.0, 1.0, 4.0, 5.0, 6.0, 7.0]);
    let drawn = call("_sample_unique_zipfian", &[("range_max", "1000"), ("shape", "(2, 3)")], none, &[]);
    assert_eq!(drawn[0].to_f64().unwrap(), [4.0, 34.0, 342.0, 107.0, 5.0, 3.0]);
    assert_eq!(drawn[1].to_f64().unwrap(), [3.0, 3.0]);
}

#[test]
fn gradient_of_drawn_probabilities() {
    use mxgrad_core::autograd::{self, BackwardOptions, GradReq, state};
    with_streams(|streams| streams.seed(5));
    let p = array(&[2, 2], &[0.2, 0.8, 0.5, 0.5]);
    autograd::attach_grad(&p, GradReq::Write).unwrap();
    let y = {
        let _flags = state::Flags::set(true, true);
        call("_sample_multinomial", &[("shape", "(3,)"), ("get_prob", "True")], std::slice::from_ref(&p), &[])
    };
    let drawn = y[0].to_f64().unwrap();
    let options = BackwardOptions { retain_graph: false, create_graph: false, train_mode: true };
    let head = array(&[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    autograd::backward(&y[1..], &[Some(head)], options).unwrap();
    // The head gradients of each class, over its probability.
    let mut expected = [0.0; 4];
    for (i, class) in drawn.iter().enumerate() {
        expected[i / 3 * 2 + *class as usize] += i as f64 + 1.0;
    }
    for ((sum, p), got) in
        expected.iter().zip([0.2, 0.8, 0.5, 0.5]).zip(autograd::grad_of(&p).unwrap().to_f64().unwrap())
    {
        assert!((got - sum / p).abs() < 1e-5, "{got} is not {}", sum / p);
    }
}

#[test]
fn slices() {
    let x = iota(&[3, 4]);
    let slice = |attrs: &[(&str, &str)], shape: &[usize], values: &[f64]| {
        gives("slice", attrs, std::slice::from_ref(&x), shape, values);
    };
    let back = [("begin", "(None, 3)"), ("end", "(None, 0)"), ("step", "(1, -1)")];
    slice(&back, &[3, 3], &[3.0, 2.0, 1.0, 7.0, 6.0, 5.0, 11.0, 10.0, 9.0]);
    slice(&[("begin", "(-2,)"), ("end", "(-1,)")], &[1, 4], &[4.0, 5.0, 6.0, 7.0]);
    slice(&[("begin", "(5,)"), ("end", "(10,)")], &[0, 4], &[]);
    slice(&[("begin", "(-9,)"), ("end", "(1,)")], &[1, 4], &[0.0, 1.0, 2.0, 3.0]);
    slice(&[("begin", "(2,)"), ("end", "(-1,)"), ("step", "(-1,)")], &[0, 4], &[]);
    let set = [("scalar", "7.5"), ("begin", "(0, None)"), ("end", "(2, None)"), ("step", "(1, -2)")];
    let expected = [0.0, 7.5, 2.0, 7.5, 4.0, 7.5, 6.0, 7.5, 8.0, 9.0, 10.0, 11.0];
    gives("_slice_assign_scalar", &set, std::slice::from_ref(&x), &[3, 4], &expected);
    let parts = call("_split_v2", &[("indices", "()"), ("sections", "3")], std::slice::from_ref(&x), &[]);
    assert_eq!(parts.iter().map(|p| p.shape()[1]).collect::<Vec<_>>(), [2, 1, 1]);
    let diagonal = [("k", "-1"), ("axis1", "2"), ("axis2", "0")];
    gives("diag", &diagonal, &[iota(&[2, 3, 4])], &[3, 2], &[1.0, 14.0, 5.0, 18.0, 9.0, 22.0]);
}

#[test]
fn indices() {
    let x = iota(&[3, 4]);
    let with = |index: NDArray| [x.clone(), index];
    let taken = [0.0, 3.0, 3.0, 1.0, 4.0, 7.0, 7.0, 5.0, 8.0, 11.0, 11.0, 9.0];
    gives("take", &[("axis", "1")], &with(array(&[2, 2], &[-1.0, 3.0, 9.0, 1.9])), &[3, 2, 2], &taken);
    let wrapped = [3.0, 0.0, 7.0, 4.0, 11.0, 8.0];
    gives("take", &[("axis", "-1"), ("mode", "wrap")], &with(vector(&[-1.0, 4.0])), &[3, 2], &wrapped);
    gives("pick", &[], &with(vector(&[0.0, -1.0, 7.0])), &[3], &[0.0, 4.0, 11.0]);
    gives("pick", &[("mode", "wrap")], &with(vector(&[0.0, -1.0, 7.0])), &[3], &[0.0, 7.0, 11.0]);
    gives("gather_nd", &[], &with(array(&[2, 2], &[0.0, 2.0, 1.0, 3.0])), &[2], &[1.0, 11.0]);
    let scattered = [vector(&[1.0, 2.0, 3.0]), array(&[1, 3], &[0.0, 0.0, 1.0])];
    gives("scatter_nd", &[("shape", "(3,)")], &scattered, &[3], &[2.0, 3.0, 0.0]);
    let hot = [("depth", "3"), ("on_value", "2"), ("off_value", "0.5")];
    let rows = [2.0, 0.5, 0.5, 0.5, 0.5, 2.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
    gives("one_hot", &hot, &[vector(&[0.0, 2.7, -1.0, 5.0])], &[4, 3], &rows);
}

#[test]
fn orders() {
    let ties = vector(&[1.0, 1.0, 1.0, 2.0, 2.0]);
    let ties = std::slice::from_ref(&ties);
    gives("topk", &[("k", "4")], ties, &[4], &[3.0, 4.0, 0.0, 1.0]);
    gives("argsort", &[("is_ascend", "False")], ties, &[5], &[3.0, 4.0, 0.0, 1.0, 2.0]);
    let x = iota(&[3, 4]);
    let x = std::slice::from_ref(&x);
    gives("topk", &[("k", "2"), ("axis", "None")], x, &[2], &[11.0, 10.0]);
    let mask = [0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0];
    gives("topk", &[("k", "2"), ("ret_typ", "mask")], x, &[3, 4], &mask);
    gives("argmax", &[], x, &[1], &[11.0]);
    gives("argmax", &[("axis", "1"), ("keepdims", "True")], x, &[3, 1], &[3.0, 3.0, 3.0]);
    gives("argmin", &[("axis", "0")], &[vector(&[1.0, f32::NAN, 3.0])], &[1], &[1.0]);
    let int = NDArray::from_slice([4], &[0, 1, 2, 3]).unwrap();
    let norm = call("norm", &[], &[int], &[]).swap_remove(0);
    assert_eq!((norm.dtype(), norm.to_f64().unwrap()), (DType::Int32, vec![3.0]));
    // Beyond the range of float32's squares.
    gives("norm", &[], &[vector(&[3e30, 4e30])], &[1], &[5e30f32 as f64]);
    gives("norm", &[], &[vector(&[3e-30, 4e-30])], &[1], &[5e-30f32 as f64]);
}

/// Data movement keeps every bit of every type.
#[test]
fn all_types() {
    for dtype in DType::ALL {
        let name = dtype.name();
        let x = call("Cast", &[("dtype", name)], &[iota(&[2, 3])], &[]).swap_remove(0);
        let x = std::slice::from_ref(&x);
        gives("slice_axis", &[("axis", "1"), ("begin", "1"), ("end", "None")], x, &[2, 2], &[1.0, 2.0, 4.0, 5.0]);
        gives("reverse", &[("axis", "1")], x, &[2, 3], &[2.0, 1.0, 0.0, 5.0, 4.0, 3.0]);
        gives("sort", &[("is_ascend", "False")], x, &[2, 3], &[2.0, 1.0, 0.0, 5.0, 4.0, 3.0]);
        gives("tile", &[("reps", "(2,)")], x, &[2, 6], &[0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 3.0, 4.0, 5.0]);
        let pad = [("mode", "constant"), ("pad_width", "(0, 1, 0, 0)"), ("constant_value", "7")];
        gives("Pad", &pad, x, &[3, 3], &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 7.0, 7.0]);
        gives("argmax", &[("axis", "1")], x, &[2], &[2.0, 2.0]);
        let both = [x[0].clone(), x[0].clone()];
        let stacked = [0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0, 5.0, 5.0];
        gives("stack", &[("num_args", "2"), ("axis", "-1")], &both, &[2, 3, 2], &stacked);
    }
}
