//! Rare operators where golden files do not reach: results that MXNet has no place for, and misuse.

use mxgrad_core::autograd::{self, GradReq, state};
use mxgrad_core::invoke::invoke;
use mxgrad_core::random::with_streams;
use mxgrad_core::{DType, NDArray, Result, registry};

fn array(shape: &[usize], values: &[f32]) -> NDArray {
    NDArray::from_slice(mxgrad_core::Shape::new(shape), values).unwrap()
}

fn vector(values: &[f32]) -> NDArray {
    array(&[values.len()], values)
}

fn call(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray], out: &[NDArray]) -> Result<Vec<NDArray>> {
    let attrs: Vec<(String, String)> = attrs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
    invoke(&registry::parse(op, &attrs)?, inputs, out)
}

/// Checks that a call is refused, with an error that says so.
#[track_caller]
fn refused(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray], why: &str) {
    let error = call(op, attrs, inputs, &[]).expect_err(op).to_string();
    assert!(error.contains(op) && error.contains(why), "{error}");
}

#[test]
fn near() {
    let near = |a: f32, b: f32, attrs: &[(&str, &str)]| {
        let y = call("_contrib_allclose", attrs, &[vector(&[1.0, a]), vector(&[1.0, b])], &[]).unwrap();
        assert_eq!((y[0].shape().as_slice(), y[0].dtype()), (&[1][..], DType::Uint8));
        y[0].to_f64().unwrap()[0] == 1.0
    };
    assert!(near(2.0, 2.0, &[]) && near(2.0, 2.000_01, &[]) && !near(2.0, 2.001, &[]));
    assert!(near(2.0, 2.5, &[("atol", "0.6")]) && near(2.0, 2.5, &[("rtol", "0.3")]));
    assert!(near(f32::INFINITY, f32::INFINITY, &[]) && !near(f32::INFINITY, 1.0, &[]));
    assert!(near(f32::NAN, f32::NAN, &[]) && !near(f32::NAN, f32::NAN, &[("equal_nan", "False")]));
}

#[test]
fn finite_so_far() {
    let out = vector(&[1.0]);
    let so_far = |x: f32, new: &str| {
        let y = call("all_finite", &[("init_output", new)], &[vector(&[x])], std::slice::from_ref(&out)).unwrap();
        y[0].to_f64().unwrap()[0]
    };
    assert_eq!(so_far(2.0, "False"), 1.0);
    assert_eq!(so_far(f32::NAN, "False"), 0.0);
    assert_eq!(so_far(2.0, "False"), 0.0, "what was not finite before stays so");
    assert_eq!(so_far(2.0, "True"), 1.0);
}

#[test]
fn reset() {
    let (a, b) = (vector(&[1.0, 2.0]), array(&[1, 1], &[3.0]));
    assert!(call("reset_arrays", &[("num_arrays", "2")], &[a.clone(), b.clone()], &[]).unwrap().is_empty());
    assert_eq!((a.to_f64().unwrap(), b.to_f64().unwrap()), (vec![0.0; 2], vec![0.0]));
    autograd::attach_grad(&a, GradReq::Write).unwrap();
    let _flags = state::Flags::set(true, true);
    assert!(call("reset_arrays", &[("num_arrays", "1")], &[a], &[]).is_err(), "it is in the recorded graph");
}

#[test]
fn mask_into_out() {
    let (data, mask) = (array(&[3, 2], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), vector(&[0.0, 1.0, 1.0]));
    let out = array(&[2, 2], &[0.0; 4]);
    let y = call("_contrib_boolean_mask", &[], &[data.clone(), mask.clone()], std::slice::from_ref(&out)).unwrap();
    assert_eq!(y.len(), 1);
    assert_eq!(out.to_f64().unwrap(), [3.0, 4.0, 5.0, 6.0]);
    let small = array(&[1, 2], &[0.0; 2]);
    assert!(call("_contrib_boolean_mask", &[], &[data.clone(), mask.clone()], &[small]).is_err());
    refused("_contrib_boolean_mask", &[("axis", "2")], &[data.clone(), mask.clone()], "axis is 2");
    refused("_contrib_boolean_mask", &[], &[data, vector(&[1.0])], "index has shape (1,)");
}

/// MXNet leaves the master copy as it was, so that the next step starts from the same weight.
#[test]
fn lamb_in_mixed_precision_moves_the_master_copy() {
    let half = call("Cast", &[("dtype", "float16")], &[vector(&[1.0, -2.0])], &[]).unwrap().swap_remove(0);
    let master = vector(&[1.0, -2.0]);
    let inputs = [half.clone(), vector(&[0.5, 1.0]), vector(&[1.0]), vector(&[2.0]), master.clone()];
    call("mp_lamb_update_phase2", &[("lr", "0.5")], &inputs, std::slice::from_ref(&half)).unwrap();
    assert_eq!(master.to_f64().unwrap(), [0.875, -2.25]);
    assert_eq!(half.to_f64().unwrap(), [0.875, -2.25]);
}

#[test]
fn misuse() {
    let (x, y) = (vector(&[1.0, 2.0]), vector(&[3.0, 4.0]));
    let one = std::slice::from_ref(&x);
    let multi = [("lrs", "(0.1,)"), ("wds", "(0,)")];
    refused("multi_sgd_mom_update", &multi, &[x.clone(), y.clone(), y.clone()], "share memory");
    refused("multi_sgd_update", &[("lrs", "(1,2)"), ("wds", "(0,)")], &[x.clone(), y.clone()], "lrs is 2 numbers");
    refused("preloaded_multi_sgd_update", &[("num_weights", "9999999999")], one, "got 1 inputs");
    refused("mp_sgd_update", &[("lr", "1")], &[x.clone(), y.clone(), y.clone()], "share memory");
    refused("_contrib_interleaved_matmul_selfatt_qk", &[("heads", "0")], one, "heads is 0");
    refused("depth_to_space", &[("block_size", "4294967296")], &[array(&[1, 1, 1, 1], &[0.0])], "blockSize");
    refused("_unravel_index", &[("shape", "(2, 0)")], one, "shape is");
    refused("_contrib_index_copy", &[], &[x.clone(), vector(&[2.0]), vector(&[1.0])], "index 2 is out of range");
    refused("_random_pdf_normal", &[], &[x.clone(), array(&[1, 2], &[0.0; 2]), array(&[1, 2], &[1.0; 2])], "sample");
    let image = array(&[1, 2, 3], &[0.0; 6]);
    let pixels = std::slice::from_ref(&image);
    refused("_image_resize", &[("size", "2147483647")], pixels, "size is");
    refused("_image_resize", &[("size", "1048576"), ("keep_ratio", "True")], pixels, "size is");
    refused("_image_crop", &[("x", "1"), ("y", "0"), ("width", "9999999999"), ("height", "1")], pixels, "width");
}

/// The grey of a pixel counts all of its channels; MXNet takes the last one alone.
#[test]
fn saturation() {
    with_streams(|streams| streams.seed(3));
    let image = array(&[1, 2, 3], &[200.0, 100.0, 50.0, 7.0, 7.0, 7.0]);
    let attrs = [("min_factor", "0"), ("max_factor", "0")];
    let y = call("_image_random_saturation", &attrs, &[image], &[]).unwrap().swap_remove(0);
    let grey = 200.0 * 0.299 + 100.0 * 0.587 + 50.0 * 0.114;
    for (got, wanted) in y.to_f64().unwrap().iter().zip([grey, grey, grey, 7.0, 7.0, 7.0]) {
        assert!((got - wanted).abs() < 1e-4, "{got} is not {wanted}");
    }
}
