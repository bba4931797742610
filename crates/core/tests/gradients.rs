//! For every operator with a gradient: fused == composed == finite differences, in first and second order.

mod samples;

use mxgrad_core::autograd::{self, BackwardOptions, GradReq, state};
use mxgrad_core::invoke::invoke;
use mxgrad_core::op::{Differentiable, Inputs};
use mxgrad_core::ops::functional as f;
use mxgrad_core::random::with_streams;
use mxgrad_core::{DType, Error, ErrorKind, NDArray, Result, registry};
use samples::Sample;

/// Heads of losses: their gradient ignores the head gradient, so that it is not the derivative of what they give.
const LOSS_HEADS: &[(&str, &str)] = &[
    ("BlockGrad", "cuts the graph: gives its input, and a gradient of zero"),
    ("SoftmaxOutput", "the gradient is that of the cross entropy with the label"),
    ("LinearRegressionOutput", "the gradient is that of the squared error"),
    ("MAERegressionOutput", "the gradient is that of the absolute error"),
    ("LogisticRegressionOutput", "the gradient is that of the logistic error"),
    ("MakeLoss", "the input is the loss: the gradient is grad_scale"),
    ("make_loss", "the input is the loss: the gradient is one"),
    ("SVMOutput", "the gradient is that of the hinge loss"),
    ("_contrib_gradientmultiplier", "the gradient is multiplied on its way"),
    ("_contrib_round_ste", "the gradient passes straight through the steps"),
    ("_contrib_sign_ste", "the gradient passes straight through the step"),
    ("IdentityAttachKLSparseReg", "a penalty's gradient is added"),
];

/// Operators whose results are too coarse for finite differences; their gradients are compared with MXNet's elsewhere.
const COARSE: &[(&str, &str)] = &[
    ("_sample_multinomial", "logarithms are computed in float32, as MXNet does"),
    ("_image_to_tensor", "the result is float32"),
];

/// Operators whose first input, and its changes, are symmetric matrices of dominant diagonal: some have a symmetric gradient
/// by definition, some read one triangle, some need a matrix that is well away from singular ones.
const SYMMETRIC: &[&str] = &[
    "_linalg_potrf",
    "_linalg_potri",
    "_linalg_inverse",
    "_inverse_or_zero",
    "_linalg_det",
    "_linalg_slogdet",
    "_linalg_syevd",
    "_linalg_sumlogdiag",
    "_linalg_trmm",
    "_linalg_trsm",
];

/// Distance of finite differences: the truncation is of order H², the rounding of order 1e-16/H.
const H: f64 = 1e-5;

/// A generator of test values (xorshift64*).
struct Values(u64);

impl Values {
    fn next(&mut self, low: f64, high: f64) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        low + (high - low) * ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64)
    }

    fn vector(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.next(-1.0, 1.0)).collect()
    }
}

/// A sample with values for its inputs.
struct Case<'a> {
    sample: &'a Sample,
    inputs: Vec<Vec<f64>>,
    /// The weights of the outputs, of which the loss is the weighted sum; none for whole numbers.
    weights: Vec<Option<Vec<f64>>>,
    /// Directions to differentiate in, one for each differentiated input.
    directions: Vec<Vec<f64>>,
    /// Weights of the first-order gradients, one vector for each differentiated input.
    probes: Vec<Vec<f64>>,
}

/// What a run gives: the loss, its gradients, and the gradients of the gradients' weighted sum.
struct Run {
    loss: f64,
    grads: Vec<Vec<f64>>,
    second: Vec<Vec<f64>>,
}

fn dot(a: &[Vec<f64>], b: &[Vec<f64>]) -> f64 {
    a.iter().flatten().zip(b.iter().flatten()).map(|(a, b)| a * b).sum()
}

fn array(shape: &[usize], values: &[f64]) -> NDArray {
    NDArray::from_slice(mxgrad_core::Shape::new(shape), values).unwrap()
}

impl<'a> Case<'a> {
    fn new(sample: &'a Sample, values: &mut Values) -> Result<Case<'a>> {
        let whole = |v: f64| v == libm::floor(v);
        let draw = |(i, (shape, low, high)): (usize, &(Vec<usize>, f64, f64))| -> Vec<f64> {
            let size = shape.iter().product();
            let drawn = (0..size).map(|_| values.next(*low, *high));
            match !sample.diff.contains(&i) && whole(*low) && whole(*high) {
                true => drawn.map(libm::floor).collect(),
                false => drawn.collect(),
            }
        };
        let inputs: Vec<Vec<f64>> = sample.inputs.iter().enumerate().map(draw).collect();
        let mut case = Case { sample, inputs, weights: Vec::new(), directions: Vec::new(), probes: Vec::new() };
        let of_diff = |values: &mut Values| sample.diff.iter().map(|&i| values.vector(case_len(sample, i))).collect();
        let is_symmetric = SYMMETRIC.contains(&sample.op);
        if is_symmetric {
            symmetric(&sample.inputs[0].0, &mut case.inputs[0], 3.0);
        }
        case.directions = of_diff(values);
        if is_symmetric {
            symmetric(&sample.inputs[0].0, &mut case.directions[0], 0.0);
        }
        case.probes = of_diff(values);
        let arrays = case.arrays(0.0);
        case.weights = case
            .outputs(&arrays)?
            .iter()
            .map(|y| y.dtype().is_float().then(|| values.vector(y.shape().size())))
            .collect();
        Ok(case)
    }

    /// The inputs, moved by `step` in the directions.
    fn arrays(&self, step: f64) -> Vec<NDArray> {
        let mut inputs = self.inputs.clone();
        for (&i, direction) in self.sample.diff.iter().zip(&self.directions) {
            inputs[i].iter_mut().zip(direction).for_each(|(x, d)| *x += step * d);
        }
        self.sample.inputs.iter().zip(inputs).map(|((shape, _, _), x)| array(shape, &x)).collect()
    }

    /// The outputs of a call. Random operators draw the same each time.
    fn outputs(&self, arrays: &[NDArray]) -> Result<Vec<NDArray>> {
        let attrs: Vec<(String, String)> =
            self.sample.attrs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
        let op = registry::parse(self.sample.op, &attrs)?;
        with_streams(|streams| streams.seed(7));
        invoke(&op, arrays, &[])
    }

    /// The weighted sum of tensors, as a tensor.
    fn weighted(arrays: &[NDArray], weights: &[NDArray]) -> Result<NDArray> {
        let mut sum = array(&[1], &[0.0]);
        for (x, w) in arrays.iter().zip(weights) {
            sum = f::add(&sum, &f::sum(&f::mul(x, w)?, &[], false)?)?;
        }
        Ok(sum)
    }

    /// Runs the case, the inputs moved by `step`. The weights are variables too, so that the gradient's own operators are
    /// differentiated in all of their inputs; their part of the second order follows the inputs'.
    fn run(&self, step: f64, second: bool, composed: bool) -> Result<Run> {
        let was = state::set_composed(composed);
        let result = self.run_as_set(step, second);
        state::set_composed(was);
        result
    }

    fn run_as_set(&self, step: f64, second: bool) -> Result<Run> {
        let arrays = self.arrays(step);
        let variables: Vec<NDArray> = self.sample.diff.iter().map(|&i| arrays[i].clone()).collect();
        variables.iter().try_for_each(|x| autograd::attach_grad(x, GradReq::Write))?;
        let mut weights = Vec::new();
        let loss = {
            let _flags = state::Flags::set(true, self.sample.train);
            let outputs = self.outputs(&arrays)?;
            let mut floats = Vec::new();
            for (y, w) in outputs.iter().zip(&self.weights) {
                let Some(w) = w else { continue };
                let w = array(y.shape(), w);
                autograd::attach_grad(&w, GradReq::Write)?;
                floats.push(f::cast(y, DType::Float64)?);
                weights.push(w);
            }
            Self::weighted(&floats, &weights)?
        };
        let options = BackwardOptions { retain_graph: second, create_graph: second, train_mode: self.sample.train };
        let heads = std::slice::from_ref(&loss);
        let grads = match autograd::grad(heads, &variables, &[], options) {
            Err(e)
                if !second
                    && matches!(e.kind(), ErrorKind::Variable { reason, .. } if reason.contains("unreachable")) =>
            {
                unreachable_grads(&variables)
            }
            other => other?,
        };
        let values = |arrays: &[NDArray]| arrays.iter().map(NDArray::to_f64).collect::<Result<Vec<_>>>();
        let mut run = Run { loss: loss.to_f64()?[0], grads: values(&grads)?, second: Vec::new() };
        if second {
            let probes: Vec<NDArray> = grads.iter().zip(&self.probes).map(|(g, p)| array(g.shape(), p)).collect();
            let sum = {
                let _flags = state::Flags::set(true, self.sample.train);
                Self::weighted(&grads, &probes)?
            };
            let last = BackwardOptions { retain_graph: false, create_graph: false, train_mode: self.sample.train };
            autograd::backward(&[sum], &[], last)?;
            for x in variables.iter().chain(&weights) {
                run.second.push(autograd::grad_of(x).expect("a variable").to_f64()?);
            }
        }
        Ok(run)
    }
}

fn unreachable_grads(variables: &[NDArray]) -> Vec<NDArray> {
    variables.iter().map(|x| NDArray::zeros(x.shape().clone(), x.dtype()).unwrap()).collect()
}

/// Makes matrices symmetric, with something added to their diagonal.
fn symmetric(shape: &[usize], values: &mut [f64], diagonal: f64) {
    let n = shape[shape.len() - 1];
    for matrix in values.chunks_exact_mut(n * n) {
        for i in 0..n {
            (0..i).for_each(|j| matrix[j * n + i] = matrix[i * n + j]);
            matrix[i * n + i] += diagonal;
        }
    }
}

fn case_len(sample: &Sample, i: usize) -> usize {
    sample.inputs[i].0.iter().product()
}

fn close(what: &str, a: f64, b: f64, tolerance: f64) -> std::result::Result<(), String> {
    if (a - b).abs() <= tolerance * (1.0 + a.abs().max(b.abs())) {
        return Ok(());
    }
    Err(format!("{what}: {a} and {b} differ by {:e}", (a - b).abs()))
}

/// Checks one sample; the error tells what differs.
fn check(sample: &Sample, seed: u64) -> std::result::Result<(), String> {
    let text = |e: Error| e.to_string();
    let case = Case::new(sample, &mut Values(seed)).map_err(text)?;
    let fused = case.run(0.0, false, false).map_err(text)?;
    let composed = case.run(0.0, true, true).map_err(text)?;
    for (a, b) in fused.grads.iter().flatten().zip(composed.grads.iter().flatten()) {
        close("fused and composed gradient", *a, *b, 1e-9)?;
    }
    let (up, down) = (case.run(H, false, true).map_err(text)?, case.run(-H, false, true).map_err(text)?);
    let name = registry::find(sample.op).expect("registered").name;
    let listed = |list: &[(&str, &str)]| list.iter().any(|(op, _)| *op == name);
    let is_head = listed(LOSS_HEADS);
    if !is_head && !listed(COARSE) {
        let slope = (up.loss - down.loss) / (2.0 * H);
        close("gradient and finite difference", dot(&fused.grads, &case.directions), slope, 1e-6)?;
    }
    let slope = (dot(&up.grads, &case.probes) - dot(&down.grads, &case.probes)) / (2.0 * H);
    let inputs = sample.diff.len();
    close("second order and finite difference", dot(&composed.second[..inputs], &case.directions), slope, 1e-5)?;
    if !is_head {
        // The gradient is linear in the weights: its product with them is the gradient's own sum.
        let weights: Vec<Vec<f64>> = case.weights.iter().flatten().cloned().collect();
        let sum = dot(&composed.grads, &case.probes);
        close("gradient by the weights", dot(&composed.second[inputs..], &weights), sum, 1e-9)?;
    }
    Ok(())
}

#[test]
fn every_operator_has_a_sample() {
    let samples = samples::all();
    let sampled: Vec<&str> = samples.iter().map(|s| registry::find(s.op).expect("registered").name).collect();
    let missing: Vec<&str> = registry::all()
        .filter(|def| def.differentiable == Differentiable::Yes)
        .filter(|def| !matches!(def.inputs, Inputs::Fixed(&[])))
        .map(|def| def.name)
        .filter(|name| !sampled.contains(name))
        .collect();
    assert!(missing.is_empty(), "operators with a gradient but no sample: {missing:?}");
}

#[test]
fn gradients_are_right() {
    let mut failures = Vec::new();
    for sample in samples::all() {
        for seed in [1, 2, 3] {
            if let Err(message) = check(&sample, 0x9E37_79B9_7F4A_7C15 ^ seed) {
                failures.push(format!("{} {:?} (seed {seed}): {message}", sample.op, sample.attrs));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
