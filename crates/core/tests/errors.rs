//! Misuse is told with the operator, the argument and the values, and leaves the library as it was.

use mxgrad_core::invoke::invoke;
use mxgrad_core::{DType, NDArray, Result, registry};

fn zeros(shape: &[usize]) -> NDArray {
    NDArray::zeros(mxgrad_core::Shape::new(shape), DType::Float32).unwrap()
}

fn ints(shape: &[usize]) -> NDArray {
    NDArray::zeros(mxgrad_core::Shape::new(shape), DType::Int32).unwrap()
}

fn call(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray]) -> Result<Vec<NDArray>> {
    let attrs: Vec<(String, String)> = attrs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
    invoke(&registry::parse(op, &attrs)?, inputs, &[])
}

/// Checks the error's text, and that the operators still work.
#[track_caller]
fn refused(op: &str, attrs: &[(&str, &str)], inputs: &[NDArray], text: &str) {
    let error = call(op, attrs, inputs).expect_err("an error");
    assert_eq!(error.to_string(), text);
    let x = NDArray::from_slice([2], &[1.0f32, 2.0]).unwrap();
    let y = call("elemwise_add", &[], &[x.clone(), x]).unwrap();
    assert_eq!(y[0].to_f64().unwrap(), [2.0, 4.0]);
}

#[test]
fn names() {
    refused("sine", &[], &[], "Operator sine is not registered");
    refused("sin", &[("axis", "1")], &[zeros(&[2])], "sin: unknown option axis; the options are: none");
    refused("sort", &[("order", "1")], &[zeros(&[2])], "sort: unknown option order; the options are: axis, isAscend");
}

#[test]
fn attributes() {
    refused("expand_dims", &[], &[zeros(&[2])], "expand_dims: the required option axis (an integer) is missing");
    refused("sort", &[("axis", "last")], &[zeros(&[2])], "sort: axis is last, expected an integer or None");
    refused(
        "sort",
        &[("axis", "2")],
        &[zeros(&[2, 3])],
        "sort: axis is 2, expected an axis of shape (2,3) (-2 to 2 - 1)",
    );
    refused(
        "topk",
        &[("ret_typ", "values")],
        &[zeros(&[2])],
        "topk: retTyp is values, expected one of both, indices, mask, value",
    );
    refused("topk", &[("k", "9")], &[zeros(&[2, 3])], "topk: k is 9, expected at most 3, as data has shape (2,3)");
    refused("norm", &[("ord", "3")], &[zeros(&[2])], "norm: ord is 3, expected 1 or 2");
    refused("tile", &[("reps", "(0,)")], &[zeros(&[2])], "tile: reps is (0,), expected positive numbers");
    refused(
        "slice",
        &[("begin", "(0,)"), ("end", "(2,)"), ("step", "(0,)")],
        &[zeros(&[2])],
        "slice: step is (0,), expected steps other than 0",
    );
    refused(
        "SliceChannel",
        &[("num_outputs", "3")],
        &[zeros(&[3, 4])],
        "SliceChannel: numOutputs is 3, expected a number that divides 4, the size of axis 1 of shape (3,4)",
    );
    refused(
        "_random_uniform",
        &[("dtype", "int32")],
        &[],
        "_random_uniform: dtype is int32, expected float16, float32, float64 or None",
    );
}

#[test]
fn counts() {
    refused("sin", &[], &[], "sin: got 0 inputs, expected 1 (data)");
    refused("where", &[], &[zeros(&[2])], "where: got 1 inputs, expected 3 (condition, x, y)");
    refused("Concat", &[("num_args", "3")], &[zeros(&[2, 2])], "Concat: got 1 inputs, expected numArgs = 3");
}

#[test]
fn shapes() {
    refused(
        "elemwise_add",
        &[],
        &[zeros(&[2]), zeros(&[3])],
        "elemwise_add: rhs has shape (3,), expected (2,) because lhs has shape (2,)",
    );
    refused(
        "broadcast_mul",
        &[],
        &[zeros(&[2, 3]), zeros(&[2, 2])],
        "broadcast_mul: operands could not be broadcast together with shapes (2,3) (2,2)",
    );
    refused(
        "Concat",
        &[("num_args", "2"), ("dim", "0")],
        &[zeros(&[2, 2]), zeros(&[2, 3])],
        "Concat: arg1 has shape (2,3), expected (2,2) at all axes but 0, as arg0 has",
    );
    refused(
        "stack",
        &[("num_args", "2")],
        &[zeros(&[2]), zeros(&[3])],
        "stack: arg1 has shape (3,), expected (2,) because arg0 has this shape",
    );
    refused(
        "pick",
        &[],
        &[zeros(&[3, 4]), zeros(&[2])],
        "pick: index has shape (2,), expected (3,) or (3,1), as data has shape (3,4)",
    );
    refused(
        "scatter_nd",
        &[("shape", "(3, 3)")],
        &[zeros(&[2, 2]), zeros(&[1, 2])],
        "scatter_nd: data has shape (2,2), expected (2,3) because indices (1,2) name this of shape (3,3)",
    );
    refused(
        "sgd_update",
        &[("lr", "0.1")],
        &[zeros(&[2]), zeros(&[3])],
        "sgd_update: grad has shape (3,), expected (2,) because weight has this shape",
    );
}

#[test]
fn types() {
    refused(
        "elemwise_add",
        &[],
        &[ints(&[2]), zeros(&[2])],
        "elemwise_add: rhs has dtype float32, expected int32 because lhs has dtype int32",
    );
    refused(
        "_random_normal_like",
        &[],
        &[ints(&[2])],
        "_random_normal_like: data has dtype int32, expected a float type",
    );
}

#[test]
fn values() {
    let far = NDArray::from_slice([1], &[7.0f32]).unwrap();
    refused(
        "take",
        &[("mode", "raise")],
        &[zeros(&[3, 4]), far.clone()],
        "take: index 7 is out of range for axis 0 of a's shape (3,4)",
    );
    let far = NDArray::from_slice([1, 1], &[9.0f32]).unwrap();
    refused("gather_nd", &[], &[zeros(&[3, 4]), far], "gather_nd: index 9 is out of range for axis 0 of shape (3,4)");
    refused(
        "_random_uniform",
        &[("low", "2"), ("high", "1")],
        &[],
        "_random_uniform: low must be less than or equal to high, got low=2, high=1",
    );
    let mom = zeros(&[2]);
    refused(
        "sgd_mom_update",
        &[("lr", "0.1")],
        &[zeros(&[2]), mom.clone(), mom],
        "sgd_mom_update: mom and grad share memory",
    );
}

#[test]
fn gradients() {
    use mxgrad_core::autograd::{self, BackwardOptions, GradReq, state};
    let x = NDArray::from_slice([2, 2], &[1.0f32, 2.0, 3.0, 4.0]).unwrap();
    autograd::attach_grad(&x, GradReq::Write).unwrap();
    let y = {
        let _flags = state::Flags::set(true, true);
        call("_shuffle", &[], std::slice::from_ref(&x)).unwrap()
    };
    let options = BackwardOptions { retain_graph: false, create_graph: false, train_mode: true };
    let error = autograd::backward(&y, &[], options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Operator _shuffle is non-differentiable because it didn't register FGradient attribute."
    );
    let y = {
        let _flags = state::Flags::set(true, true);
        call("square", &[], std::slice::from_ref(&x)).unwrap()
    };
    autograd::backward(&y, &[], options).unwrap();
    assert_eq!(autograd::grad_of(&x).unwrap().to_f64().unwrap(), [2.0, 4.0, 6.0, 8.0]);
}
