//! Layers and losses: values and gradients of MXNet 1.9.1 (`data/nn.py` tells how they were made), shapes filled in, and
//! what errors say.

use mxgrad_core::autograd::{self, BackwardOptions, GradReq, state};
use mxgrad_core::invoke::invoke;
use mxgrad_core::op::Call;
use mxgrad_core::random::with_streams;
use mxgrad_core::{DType, NDArray, Result, Shape, registry};

/// The test values of input `k`.
fn fill(size: usize, low: f64, high: f64, k: usize, whole: bool) -> Vec<f32> {
    let value = |i: usize| {
        let x = 0.6180339887498949 * i as f64 + 0.37 * k as f64 + 0.11;
        low + (high - low) * (x - libm::floor(x))
    };
    (0..size).map(|i| if whole { libm::floor(value(i)) } else { value(i) } as f32).collect()
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let pair = |p: &str| p.split_once('=').map(|(k, v)| (k.to_string(), v.to_string())).expect("name=value");
    text.split(';').filter(|p| !p.is_empty()).map(pair).collect()
}

fn parse(name: &str, attrs: &str) -> Call {
    registry::parse(name, &pairs(attrs)).unwrap()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map(|n| n.parse().expect("a number")).collect()
}

fn close(got: &NDArray, expected: &str) -> std::result::Result<(), String> {
    let (got, expected) = (got.to_f64().unwrap(), numbers(expected));
    if got.len() != expected.len() {
        return Err(format!("{} elements, expected {}", got.len(), expected.len()));
    }
    for (i, (a, b)) in got.iter().zip(&expected).enumerate() {
        if (a - b).abs() > 2e-5 * (1.0 + b.abs()) {
            return Err(format!("element {i} is {a}, expected {b}"));
        }
    }
    Ok(())
}

/// Runs one line of the data in an element type.
fn check(line: &str, dtype: DType) -> std::result::Result<(), String> {
    let fields: Vec<&str> = line.split('|').collect();
    let [name, attrs, inputs, train, outputs, grads] = fields[..] else { return Err("six fields".into()) };
    let train = train == "True";
    let op = parse(name, attrs);
    let mut arrays = Vec::new();
    for (k, input) in inputs.split(';').enumerate() {
        let parts: Vec<&str> = input.trim_end_matches('i').split(':').collect();
        let shape: Shape = parts[0].split(',').map(|d| d.parse::<usize>().unwrap()).collect();
        let bound = |i: usize| parts[i].parse::<f64>().unwrap();
        let values = fill(shape.size(), bound(1), bound(2), k, input.ends_with('i'));
        let x = NDArray::from_slice(shape, &values).unwrap();
        arrays.push(NDArray::new(x.array().cast(dtype).unwrap()));
    }
    let grads: Vec<&str> = grads.split(';').collect();
    let wanted = |k: usize| !grads[k].is_empty() && !grads[k].starts_with('=');
    for (k, x) in arrays.iter().enumerate().filter(|(k, _)| wanted(*k)) {
        autograd::attach_grad(x, GradReq::Write).map_err(|e| format!("{k}: {e}"))?;
    }
    let got = {
        let _flags = state::Flags::set(true, train);
        invoke(&op, &arrays, &[]).map_err(|e| e.to_string())?
    };
    let expected: Vec<&str> = outputs.split(';').collect();
    if got.len() != expected.len() {
        return Err(format!("{} outputs, expected {}", got.len(), expected.len()));
    }
    for (i, (got, expected)) in got.iter().zip(expected).enumerate() {
        close(got, expected).map_err(|e| format!("output {i}: {e}"))?;
    }
    if !(0..arrays.len()).any(wanted) {
        return Ok(());
    }
    let head = fill(got[0].shape().size(), -1.0, 1.0, 9, false);
    let head = NDArray::from_slice(got[0].shape().clone(), &head).unwrap();
    let head = NDArray::new(head.array().cast(dtype).unwrap());
    let options = BackwardOptions { retain_graph: false, create_graph: false, train_mode: train };
    autograd::backward(&got[..1], &[Some(head)], options).map_err(|e| e.to_string())?;
    for (k, expected) in grads.iter().enumerate().filter(|(_, g)| !g.is_empty()) {
        let got = match expected.strip_prefix('=') {
            Some(_) => arrays[k].clone(),
            None => autograd::grad_of(&arrays[k]).expect("marked"),
        };
        close(&got, expected.trim_start_matches('=')).map_err(|e| format!("gradient {k}: {e}"))?;
    }
    Ok(())
}

fn check_all(dtype: DType) {
    let failures: Vec<String> = include_str!("data/nn.txt")
        .lines()
        .filter_map(|line| check(line, dtype).err().map(|e| format!("{}: {e}", &line[..line.len().min(90)])))
        .collect();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn values_and_gradients() {
    check_all(DType::Float32);
    check_all(DType::Float64);
}

#[test]
fn composed_gradients() {
    let was = state::set_composed(true);
    check_all(DType::Float32);
    state::set_composed(was);
}

fn call(name: &str, attrs: &str, inputs: &[NDArray]) -> Result<Vec<NDArray>> {
    invoke(&registry::parse(name, &pairs(attrs))?, inputs, &[])
}

fn array<const N: usize>(shape: [usize; N], values: &[f32]) -> NDArray {
    NDArray::from_slice(shape, values).unwrap()
}

fn zeros<const N: usize>(shape: [usize; N]) -> NDArray {
    NDArray::zeros(shape, DType::Float32).unwrap()
}

#[test]
fn softmax_of_lengths() {
    let x = array([2, 3], &[1.0, 2.0, 3.0, 1.0, 2.0, 3.0]);
    let length = NDArray::from_slice([2], &[2i32, 0]).unwrap();
    let y = call("softmax", "use_length=True", &[x, length]).unwrap().remove(0);
    close(&y, "0.26894142 0.73105858 0 0 0 0").unwrap();
}

#[test]
fn other_element_types() {
    let x = array([1, 2], &[0.0, 1.0]);
    let half = NDArray::new(x.array().cast(DType::Float16).unwrap());
    let y = call("softmax", "dtype=float32", std::slice::from_ref(&half)).unwrap().remove(0);
    assert_eq!(y.dtype(), DType::Float32);
    close(&y, "0.26894142 0.73105858").unwrap();
    assert_eq!(
        call("clip", "a_min=1;a_max=2", &[NDArray::from_slice([3], &[0i64, 1 << 60, 1]).unwrap()]).unwrap()[0]
            .to_f64()
            .unwrap(),
        [1.0, 2.0, 1.0]
    );
    let y = call("Activation", "act_type=tanh", &[half]).unwrap().remove(0);
    assert_eq!(y.dtype(), DType::Float16);
}

#[test]
fn dropout_keeps_and_scales() {
    with_streams(|s| s.seed(3));
    let x = array([200], &[1.0; 200]);
    autograd::attach_grad(&x, GradReq::Write).unwrap();
    let _flags = state::Flags::set(true, true);
    let y = call("Dropout", "p=0.25", std::slice::from_ref(&x)).unwrap().remove(0);
    let values = y.to_f64().unwrap();
    let kept = values.iter().filter(|&&v| v != 0.0).count();
    assert!((120..180).contains(&kept), "{kept} of 200 kept");
    assert!(values.iter().all(|&v| v == 0.0 || (v - 4.0 / 3.0).abs() < 1e-6));
    autograd::backward(&[y], &[], BackwardOptions { retain_graph: false, create_graph: false, train_mode: true })
        .unwrap();
    assert_eq!(autograd::grad_of(&x).unwrap().to_f64().unwrap(), values);
    let shared = call("Dropout", "p=0.5;axes=(1,);mode=always", &[array([40, 5], &[1.0; 200])]).unwrap().remove(0);
    let shared = shared.to_f64().unwrap();
    assert!(shared.chunks(5).all(|row| row.iter().all(|v| v == &row[0])));
    assert!(shared.contains(&0.0) && shared.contains(&2.0));
}

#[test]
fn random_slopes_stay_in_bounds() {
    let x = array([100], &[-1.0; 100]);
    autograd::attach_grad(&x, GradReq::Write).unwrap();
    let _flags = state::Flags::set(true, true);
    let y = call("LeakyReLU", "act_type=rrelu;lower_bound=0.5;upper_bound=1", std::slice::from_ref(&x)).unwrap();
    let values = y[0].to_f64().unwrap();
    assert!(values.iter().all(|&v| (-1.0..=-0.5).contains(&v)) && values[0] != values[1]);
    autograd::backward(&y, &[], BackwardOptions { retain_graph: false, create_graph: false, train_mode: true })
        .unwrap();
    let slopes: Vec<f64> = autograd::grad_of(&x).unwrap().to_f64().unwrap().iter().map(|g| -g).collect();
    assert_eq!(slopes, values);
}

#[test]
fn batch_norm_moves_statistics_in_backward_only() {
    let data = array([2, 1], &[1.0, 3.0]);
    let (gamma, beta, mean, var) = (array([1], &[5.0]), zeros([1]), zeros([1]), array([1], &[1.0]));
    autograd::attach_grad(&data, GradReq::Write).unwrap();
    let inputs = [data, gamma.clone(), beta, mean.clone(), var.clone()];
    let _flags = state::Flags::set(true, true);
    let y = call("BatchNorm", "", &inputs).unwrap();
    assert_eq!((gamma.to_f64().unwrap(), mean.to_f64().unwrap()), (vec![1.0], vec![0.0]));
    autograd::backward(&y, &[], BackwardOptions { retain_graph: false, create_graph: false, train_mode: true })
        .unwrap();
    close(&mean, "0.2").unwrap();
    close(&var, "1.0").unwrap();
}

#[test]
fn shapes_are_filled_in() {
    fn completed(name: &str, attrs: &str, data: &[usize], inputs: usize) -> String {
        let mut shapes = vec![None; inputs];
        shapes[0] = Some(Shape::new(data));
        parse(name, attrs).op.complete(&mut shapes);
        shapes[1..].iter().map(|s| s.as_ref().map_or("?".into(), Shape::to_string)).collect::<Vec<_>>().join(" ")
    }
    assert_eq!(completed("FullyConnected", "num_hidden=3", &[2, 4, 5], 3), "(3,20) (3,)");
    assert_eq!(completed("FullyConnected", "num_hidden=3;flatten=False", &[2, 4, 5], 3), "(3,5) (3,)");
    assert_eq!(completed("Convolution", "kernel=(3, 2);num_filter=8;num_group=2", &[1, 4, 9, 9], 3), "(8,2,3,2) (8,)");
    assert_eq!(completed("Deconvolution", "kernel=(3, 2);num_filter=8;num_group=2", &[1, 4, 9, 9], 2), "(4,4,3,2)");
    assert_eq!(completed("BatchNorm", "axis=-1", &[2, 3, 4], 5), "(4,) (4,) (4,) (4,)");
    assert_eq!(completed("LayerNorm", "", &[2, 3, 4], 3), "(4,) (4,)");
    assert_eq!(completed("GroupNorm", "num_groups=3", &[2, 6, 4], 3), "(3,) (3,)");
    assert_eq!(completed("InstanceNorm", "", &[2, 6, 4], 3), "(6,) (6,)");
    assert_eq!(completed("Embedding", "input_dim=10;output_dim=4", &[2], 2), "(10,4)");
    assert_eq!(completed("LeakyReLU", "act_type=prelu", &[2, 3, 4], 2), "(3,)");
    assert_eq!(completed("SoftmaxOutput", "", &[2, 3], 2), "(2,)");
    assert_eq!(completed("SoftmaxOutput", "multi_output=True", &[2, 3, 4, 5], 2), "(2,20)");
    assert_eq!(completed("LinearRegressionOutput", "", &[2, 1], 2), "(2,)");
    assert_eq!(completed("LinearRegressionOutput", "", &[2, 3], 2), "(2,3)");
}

#[test]
fn errors_name_what_is_wrong() {
    let error = |name: &str, attrs: &str, inputs: &[NDArray]| call(name, attrs, inputs).unwrap_err().to_string();
    assert_eq!(
        error("FullyConnected", "num_hidden=10;no_bias=True", &[zeros([2, 4]), zeros([10, 5])]),
        "FullyConnected: weight has shape (10,5), expected (10,4) because data has shape (2,4)"
    );
    assert_eq!(
        error(
            "Convolution",
            "kernel=(3, 3);num_filter=2;no_bias=True;layout=NHWC",
            &[zeros([1, 1, 4, 4]), zeros([2, 1, 3, 3])]
        ),
        "Convolution: layout is NHWC, expected NCHW or None: a kernel of 2 dimensions on the CPU works in this layout only"
    );
    assert_eq!(
        error("Convolution", "kernel=(3,);num_filter=2;no_bias=True", &[zeros([1, 1, 4, 4]), zeros([2, 1, 3])]),
        "Convolution: data has shape (1,1,4,4), expected 3 dimensions (batch, channels and 1 spatial ones like the kernel)"
    );
    assert_eq!(
        error("Convolution", "kernel=(5,);num_filter=2;no_bias=True", &[zeros([1, 1, 4]), zeros([2, 1, 5])]),
        "Convolution: the kernel reaches over 5 elements, but the padded data has only 4"
    );
    assert_eq!(
        error("dot", "", &[zeros([2, 3]), zeros([2, 3])]),
        "dot: rhs has shape (2,3), expected 3 along its first axis because lhs has shape (2,3) (transpose_a=false, transpose_b=false)"
    );
    assert_eq!(
        error("Pooling", "kernel=(2, 2);pool_type=lp", &[zeros([1, 1, 4, 4])]),
        "Pooling: pValue is None, expected 1, 2 or 3 for pool_type lp"
    );
    assert_eq!(
        error("SoftmaxOutput", "", &[zeros([2, 3]), zeros([3])]),
        "SoftmaxOutput: label has shape (3,), expected (2,), or (2,3) for probabilities, because data has shape (2,3)"
    );
    assert_eq!(error("Dropout", "p=1.5", &[zeros([2])]), "Dropout: p is 1.5, expected a probability (0 to 1)");
    let indices = zeros([2]);
    autograd::attach_grad(&indices, GradReq::Write).unwrap();
    let _flags = state::Flags::set(true, true);
    let y = call("Embedding", "input_dim=3;output_dim=2", &[indices, zeros([3, 2])]).unwrap();
    let options = BackwardOptions { retain_graph: false, create_graph: false, train_mode: true };
    assert!(autograd::backward(&y, &[], options).unwrap_err().to_string().contains("non-differentiable"));
}
