//! The loss of connectionist temporal classification.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::{Grad, composed_gradient, state};
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, optional};
use crate::ops::functional as f;
use crate::ops::index::Range;
use crate::ops::index::along::take_along;
use crate::ops::movement::choose;
use crate::ops::movement::join::concat;
use crate::ops::movement::slice::{View, view};
use crate::ops::nn::softmax;
use crate::ops::{binary, unary};
use crate::shape::Shape;
use kernels::ctc::Sequence;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&CTC_LOSS];

/// The logarithm of a probability of zero in the composed form: finite, so that no gradient is NaN.
const NEVER: f64 = -1e30;

choice! {
    /// Which class is the blank.
    pub enum Blank {
        /// Class 0; labels are padded with 0.
        First = "first",
        /// The last class; labels are padded with -1.
        Last = "last",
    }
}

attrs! {
    /// What is given besides data and labels.
    pub struct CtcLoss {
        /// Whether data_lengths are given.
        use_data_lengths: bool = false,
        /// Whether label_lengths are given; else labels end at the first padding.
        use_label_lengths: bool = false,
        /// Which class is the blank: the first, and padding is 0, or the last, and padding is -1.
        blank_label: Blank = Blank::First,
    }
}

/// `nd.CTCLoss`
pub static CTC_LOSS: OpDef = OpDef {
    aliases: &["ctc_loss", "_contrib_CTCLoss", "_contrib_ctc_loss"],
    ..OpDef::new(
        "CTCLoss",
        "The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer \
         steps than the labels need.",
        Inputs::Fixed(&[
            input("data", "Activations before softmax, (steps, batch, classes)."),
            input("label", "The labels, (batch, labels)."),
            optional("data_lengths", "The number of steps of each sequence, (batch,); only with use_data_lengths."),
            optional("label_lengths", "The number of labels of each sequence, (batch,); only with use_label_lengths."),
        ]),
        CtcLoss::SCHEMA,
        |given| Ok(Rc::new(CtcLoss::read(given))),
    )
};

/// One sequence of the batch.
struct Target {
    steps: usize,
    /// The labels with blanks between and around them.
    labels: Vec<usize>,
    /// Whether a state may be reached from two before.
    skips: Vec<bool>,
    /// Whether there are enough steps.
    possible: bool,
}

impl CtcLoss {
    fn targets(&self, x: &[Array]) -> Result<Vec<Target>> {
        let (data, label) = (x[0].shape(), x[1].shape());
        let (steps, batch, classes, width) = (data[0], data[1], data[2], label[1]);
        let labels = x[1].to_i64()?;
        let data_lengths = self.use_data_lengths.then(|| x[2].to_i64()).transpose()?;
        let label_place = 2 + usize::from(self.use_data_lengths);
        let label_lengths = self.use_label_lengths.then(|| x[label_place].to_i64()).transpose()?;
        let (blank, padding) = if self.blank_label == Blank::First { (0, 0) } else { (classes - 1, -1) };
        (0..batch)
            .map(|b| {
                let row = &labels[b * width..][..width];
                let count = match &label_lengths {
                    Some(lengths) => lengths[b].clamp(0, width as i64) as usize,
                    None => row.iter().position(|&l| l == padding).unwrap_or(width),
                };
                let row = &row[..count];
                if let Some(wrong) = row.iter().find(|l| !(0..classes as i64).contains(l)) {
                    let message = format!("label {wrong} of sequence {b} is not a class, there are {classes}");
                    return Err(Error::value("CTCLoss", message));
                }
                let mut all = vec![blank];
                row.iter().for_each(|&l| all.extend([l as usize, blank]));
                let repeats = row.windows(2).filter(|pair| pair[0] == pair[1]).count();
                let steps = data_lengths.as_ref().map_or(steps, |n| n[b].clamp(0, steps as i64) as usize);
                let skips = (0..all.len()).map(|s| s % 2 == 1 && s > 2 && all[s] != all[s - 2]).collect();
                Ok(Target { steps, labels: all, skips, possible: steps > 0 && count + repeats <= steps })
            })
            .collect()
    }

    /// The loss in operators: the forward algorithm on logarithms, all sequences at once.
    fn parts(&self, x: &[NDArray]) -> Result<Vec<NDArray>> {
        let arrays: Vec<Array> = x.iter().map(|x| x.array().clone()).collect();
        let targets = self.targets(&arrays)?;
        let (shape, dtype) = (x[0].shape(), x[0].dtype());
        let (steps, batch, classes) = (shape[0], shape[1], shape[2]);
        let states = targets.iter().map(|t| t.labels.len()).max().unwrap_or(1);
        let table = |value: &dyn Fn(usize, usize) -> f64, width: usize| -> Result<NDArray> {
            let values: Vec<f64> = (0..batch * width).map(|i| value(i / width, i % width)).collect();
            f::cast(&NDArray::from_slice(Shape::from([batch, width]), &values)?, dtype)
        };
        let open = |yes: bool| if yes { 0.0 } else { NEVER };
        let labels = table(&|b, s| targets[b].labels.get(s).copied().unwrap_or(0) as f64, states)?;
        let skips = table(&|b, s| open(targets[b].skips.get(s).copied().unwrap_or(false)), states)?;
        let starts = table(&|b, s| open(s < 2 && s < targets[b].labels.len()), states)?;
        let never = |width: usize| f::full(&Spec::new(Shape::from([batch, width]), dtype), NEVER);
        let log_p = softmax::log_softmax(&x[0], 2)?;
        let of_step = |t: usize| {
            let row = f::reshape(&view(&log_p, &View::along(shape, 0, t, 1))?, &Shape::from([batch, classes]))?;
            take_along(&row, &labels, 1, Range::Clip)
        };
        let shifted = |alpha: &NDArray, by: usize| match by < states {
            true => concat(&[never(by)?, view(alpha, &View::along(alpha.shape(), 1, 0, states - by))?], 1),
            false => never(states),
        };
        let mut alpha = f::add(&of_step(0)?, &starts)?;
        for t in 1..steps {
            let two = f::add(&shifted(&alpha, 2)?, &skips)?;
            let sum = log_sum(&[alpha.clone(), shifted(&alpha, 1)?, two])?;
            let runs: Vec<f32> = targets.iter().map(|target| if t < target.steps { 1.0 } else { 0.0 }).collect();
            alpha =
                choose::call(&NDArray::from_slice(Shape::from([batch]), &runs)?, &f::add(&sum, &of_step(t)?)?, &alpha)?;
        }
        let ends = table(&|b, i| targets[b].labels.len().saturating_sub(2 - i) as f64, 2)?;
        // Without labels the only state would count twice.
        let counted = table(&|b, i| open(i == 1 || targets[b].labels.len() > 1), 2)?;
        let ends = f::add(&take_along(&alpha, &ends, 1, Range::Clip)?, &counted)?;
        let part = |i| view(&ends, &View::along(ends.shape(), 1, i, 1));
        let total = f::reshape(&log_sum(&[part(0)?, part(1)?])?, &Shape::from([batch]))?;
        let possible: Vec<f32> = targets.iter().map(|target| if target.possible { 1.0 } else { 0.0 }).collect();
        let possible = NDArray::from_slice(Shape::from([batch]), &possible)?;
        let zeros = NDArray::zeros(Shape::from([batch]), dtype)?;
        Ok(vec![choose::call(&possible, &f::neg(&total)?, &zeros)?])
    }
}

/// ln Σ eˣ of tensors of one shape.
fn log_sum(terms: &[NDArray]) -> Result<NDArray> {
    // The largest one is a constant: its derivative cancels out.
    let mut high = terms[0].detach();
    for term in &terms[1..] {
        high = binary::call(&binary::MAXIMUM, &high, &term.detach())?;
    }
    let high = high.detach();
    let mut sum: Option<NDArray> = None;
    for term in terms {
        let power = f::apply(&unary::EXP, &f::sub(term, &high)?)?;
        sum = Some(sum.map_or(Ok(power.clone()), |sum| f::add(&sum, &power))?);
    }
    f::add(&high, &f::apply(&unary::LOG, &sum.expect("there are terms"))?)
}

impl Op for CtcLoss {
    fn def(&self) -> &'static OpDef {
        &CTC_LOSS
    }
    fn arity(&self) -> Option<usize> {
        Some(2 + usize::from(self.use_data_lengths) + usize::from(self.use_label_lengths))
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1)
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (data, label) = (&inputs[0].shape, &inputs[1].shape);
        if data.len() != 3 || data.contains(&0) {
            return Err(Error::shape("CTCLoss", "data", data, "3 dimensions (steps, batch, classes), none of them 0"));
        }
        if label.len() != 2 || label[0] != data[1] || label[1] > data[0] {
            let expected =
                format!("({}, labels) with at most {} labels because data has shape {data}", data[1], data[0]);
            return Err(Error::shape("CTCLoss", "label", label, expected));
        }
        for (i, lengths) in inputs.iter().enumerate().skip(2) {
            expect_shape(&CTC_LOSS, i, lengths, &[data[1]].into(), &format_args!("data has shape {data}"))?;
        }
        let grad = if state::is_recording() { data.clone() } else { Shape::from([0]) };
        let dtype = inputs[0].dtype;
        Ok(vec![Spec::new(Shape::from([data[1]]), dtype), Spec::new(grad, dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let targets = self.targets(x)?;
        let shape = x[0].shape();
        let (batch, classes) = (shape[1], shape[2]);
        let log_p = Array::empty(Spec::new(shape.clone(), DType::Float64))?;
        softmax::forward(&x[0].cast(DType::Float64)?, shape.around(2), 1.0, true, &log_p);
        let loss = Array::zeros(Spec::new(Shape::from([batch]), DType::Float64))?;
        let grad = Array::zeros(Spec::new(y[1].shape().clone(), DType::Float64))?;
        {
            let (log_p, mut loss, mut grad) = (log_p.read::<f64>(), loss.write::<f64>(), grad.write::<f64>());
            for (b, target) in targets.iter().enumerate().filter(|(_, target)| target.possible) {
                let sequence = Sequence {
                    log_p: &log_p[b * classes..],
                    stride: batch * classes,
                    steps: target.steps,
                    labels: &target.labels,
                    skips: &target.skips,
                };
                let grad = (!grad.is_empty()).then(|| &mut grad[b * classes..]);
                loss[b] = sequence.loss(classes, grad);
            }
        }
        y[0].assign(loss.cast(y[0].dtype())?);
        y[1].assign(grad.cast(y[1].dtype())?);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: !0, outputs: 0b10 }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.fused() || grad.output_spec(1).shape.len() != 3 {
            return composed_gradient(grad, &|x| self.parts(x));
        }
        let head = f::reshape(&grad.head(0)?, &Shape::from([1, grad.output_spec(0).shape[0], 1]))?;
        let mut grads = vec![Some(f::mul(&grad.output(1).detach(), &head)?)];
        grads.resize(grad.num_inputs(), None);
        Ok(grads)
    }
}
