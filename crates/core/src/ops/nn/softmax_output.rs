//! Softmax with a built-in loss gradient, and the cross entropy of a softmax.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::choice;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use crate::ops::functional as f;
use crate::ops::nn::softmax::{self, softmax};
use crate::ops::nn::support::{finish, scratch_for, wide};
use crate::shape::Shape;
use kernels::simd::Float;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SOFTMAX_OUTPUT, &SOFTMAX_CROSS_ENTROPY];

choice! {
    /// What the gradient of a loss is divided by.
    pub enum Normalization {
        /// Nothing.
        Null = "null",
        /// The number of examples.
        Batch = "batch",
        /// The number of labels that count.
        Valid = "valid",
    }
}

attrs! {
    /// Options of the loss.
    pub struct SoftmaxOutput {
        /// The factor of the gradient.
        grad_scale: f32 = 1.0,
        /// The label that does not count, with `use_ignore` or in the normalization `valid`.
        ignore_label: f32 = -1.0,
        /// Whether axis 1 are the classes and there is a label for each place.
        multi_output: bool = false,
        /// Whether `ignore_label` gives no gradient.
        use_ignore: bool = false,
        /// Whether the last axis are the classes; else all axes but the first are flattened.
        preserve_shape: bool = false,
        /// What the gradient is divided by.
        normalization: Normalization = Normalization::Null,
        /// Whether the gradient is multiplied by the output. (MXNet documents the head gradient here, but computes this.)
        out_grad: bool = false,
        /// How much of the label's probability is spread over the other classes.
        smooth_alpha: f32 = 0.0,
    }
}

/// `nd.SoftmaxOutput`
pub static SOFTMAX_OUTPUT: OpDef = OpDef {
    aliases: &["Softmax"],
    ..OpDef::new(
        "SoftmaxOutput",
        "Softmax whose gradient is that of the cross entropy with the label: (p - onehot(label))·grad_scale, whatever the \
         head gradient. A label of data's shape is taken as probabilities.",
        Inputs::Fixed(&[input("data", "The scores."), input("label", "The classes, or their probabilities.")]),
        SoftmaxOutput::SCHEMA,
        |given| Ok(Rc::new(SoftmaxOutput::read(given))),
    )
};

/// What the gradient takes from the labels.
struct Target<'a> {
    labels: &'a [f64],
    /// (outer, classes, inner)
    around: (usize, usize, usize),
    /// The label that gives no gradient.
    ignored: Option<f64>,
    smooth: f64,
    scale: f64,
}

impl Target<'_> {
    /// `(p - target)·weight`, in place; without `targets` just `p·weight`. From zeros come the constant part of this
    /// affine function of p, and from ones (without `targets`) its weights.
    fn residual<T: Float>(&self, p: &mut [T], targets: bool) {
        let (outer, classes, inner) = self.around;
        let scale = T::from_f64(self.scale);
        let others = T::from_f64(if classes > 1 { self.smooth / (classes - 1) as f64 } else { 0.0 });
        for at in 0..outer * inner {
            let label = self.labels[at];
            let start = at / inner * classes * inner + at % inner;
            let group = (0..classes).map(|k| start + k * inner);
            if self.ignored == Some(label) {
                group.for_each(|i| p[i] = T::ZERO);
                continue;
            }
            for (k, i) in group.enumerate() {
                let target = match (targets, k as i64 == label as i64) {
                    (false, _) => T::ZERO,
                    (true, true) => T::from_f64(1.0 - self.smooth),
                    (true, false) => others,
                };
                p[i] = (p[i] - target) * scale;
            }
        }
    }
}

impl SoftmaxOutput {
    /// The data as (outer, classes, inner).
    fn around(&self, data: &Shape) -> (usize, usize, usize) {
        if self.multi_output {
            data.around(1)
        } else if self.preserve_shape {
            data.around(data.len() - 1)
        } else {
            (data[0], data[1..].iter().product(), 1)
        }
    }

    /// The shapes that labels may have; the first one is the natural one.
    fn label_shapes(&self, data: &Shape) -> Vec<Shape> {
        let without: fn(&Shape, usize) -> Shape =
            |s, axis| s.iter().enumerate().filter(|(a, _)| *a != axis).map(|(_, &d)| d).collect();
        let mut shapes = if self.multi_output {
            let mut kept = data.clone();
            kept[1] = 1;
            vec![[data[0], data[2..].iter().product()].into(), without(data, 1), kept]
        } else {
            vec![without(data, data.len() - 1)]
        };
        if !self.multi_output && !self.preserve_shape {
            shapes.push([data[0]].into());
        }
        shapes.push(data.clone());
        shapes
    }

    /// The factor of the gradient.
    fn scale(&self, labels: &[f64], around: (usize, usize, usize)) -> f64 {
        let count = match self.normalization {
            Normalization::Null => 1,
            Normalization::Batch if self.multi_output => around.0,
            Normalization::Batch => labels.len(),
            Normalization::Valid => labels.iter().filter(|&&l| l != f64::from(self.ignore_label)).count().max(1),
        };
        // With a label a place, the places of an image share its weight.
        let places = if self.multi_output && self.normalization != Normalization::Valid { around.2 } else { 1 };
        f64::from(self.grad_scale) / places as f64 / count as f64
    }
}

impl Op for SoftmaxOutput {
    fn def(&self) -> &'static OpDef {
        &SOFTMAX_OUTPUT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (data, label) = (&inputs[0].shape, &inputs[1].shape);
        if data.len() < 2 {
            return Err(Error::shape("SoftmaxOutput", "data", data, "at least 2 dimensions (batch, classes)"));
        }
        let shapes = self.label_shapes(data);
        if !shapes.contains(label) {
            let natural = &shapes[0];
            let expected = format!("{natural}, or {data} for probabilities, because data has shape {data}");
            return Err(Error::shape("SoftmaxOutput", "label", label, expected));
        }
        Ok(vec![inputs[0].clone()])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        if let Some(data) = inputs[0].clone().filter(|d| d.len() > 1) {
            inputs[1].get_or_insert_with(|| self.label_shapes(&data).swap_remove(0));
        }
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let data = wide(&x[0])?;
        let out = scratch_for(&y[0], data.dtype())?;
        softmax::forward(&data, self.around(data.shape()), 1.0, false, &out);
        finish(&y[0], out)
    }
    fn keeps(&self) -> Keeps {
        Keeps::BOTH
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        let (x, label) = (grad.input(0), grad.input(1));
        let around = self.around(x.shape());
        let direct = grad.fused() && !self.out_grad;
        // The output itself has the loss's gradient; another softmax has its own, for higher orders.
        let probabilities = || -> Result<NDArray> {
            let split = Shape::from([around.0, around.1, around.2]);
            f::reshape(&softmax(&f::reshape(&x, &split)?, 1)?, x.shape())
        };
        let dx = if label.shape() == x.shape() {
            let p = if direct { grad.output(0).detach() } else { probabilities()? };
            f::scale(&f::sub(&p, &f::cast(&label.detach(), x.dtype())?)?, self.grad_scale.into())?
        } else {
            let labels = label.to_f64()?;
            let target = Target {
                labels: &labels,
                around,
                ignored: self.use_ignore.then_some(self.ignore_label.into()),
                smooth: if self.multi_output { 0.0 } else { self.smooth_alpha.into() },
                scale: self.scale(&labels, around),
            };
            let residual = |p: Array, targets: bool| -> Result<NDArray> {
                for_float!(p.dtype(), T => target.residual::<T>(&mut p.write(), targets));
                Ok(NDArray::new(p.cast(x.dtype())?))
            };
            if direct {
                let p = grad.output(0).array().clone();
                let p = if p.dtype() == p.dtype().compute() { p.copied()? } else { wide(&p)? };
                residual(p, true)?
            } else {
                let start = |value: f64| f::full(&Spec::new(x.shape().clone(), x.dtype().compute()), value);
                let weights = residual(start(1.0)?.array().clone(), false)?;
                let targets = residual(start(0.0)?.array().clone(), true)?;
                f::add(&f::mul(&probabilities()?, &weights)?, &targets)?
            }
        };
        // MXNet 1.9.1 takes the output where its documentation says the head gradient.
        let dx = if self.out_grad { f::mul(&dx, &probabilities()?)? } else { dx };
        Ok(vec![Some(dx), None])
    }
}

attrs! {
    /// Nothing.
    pub struct SoftmaxCrossEntropy {
    }
}

/// `nd.softmax_cross_entropy`
pub static SOFTMAX_CROSS_ENTROPY: OpDef = OpDef::new(
    "softmax_cross_entropy",
    "The sum of -log softmax(data)[label] over all rows, where probabilities below 10⁻⁸ count as that.",
    Inputs::Fixed(&[input("data", "The scores, (batch, classes)."), input("label", "The classes, (batch,).")]),
    SoftmaxCrossEntropy::SCHEMA,
    |given| Ok(Rc::new(SoftmaxCrossEntropy::read(given))),
);

impl Op for SoftmaxCrossEntropy {
    fn def(&self) -> &'static OpDef {
        &SOFTMAX_CROSS_ENTROPY
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0].shape;
        if data.len() != 2 {
            return Err(Error::shape("softmax_cross_entropy", "data", data, "2 dimensions (batch, classes)"));
        }
        let because = format_args!("data has shape {data}");
        expect_shape(&SOFTMAX_CROSS_ENTROPY, 1, &inputs[1], &[data[0]].into(), &because)?;
        Ok(vec![Spec::new([1].into(), inputs[0].dtype)])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        if let Some(rows) = inputs[0].as_ref().and_then(|d| d.first()).copied() {
            inputs[1].get_or_insert([rows].into());
        }
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (data, labels) = (wide(&x[0])?, x[1].to_i64()?);
        let classes = data.shape()[1];
        let logs = Array::empty(data.spec().clone())?;
        softmax::forward(&data, (data.shape()[0], classes, 1), 1.0, true, &logs);
        let floor = -libm::log(1e8);
        let loss: f64 = for_float!(logs.dtype(), T => {
            let logs = logs.read::<T>();
            let rows = logs.chunks_exact(classes.max(1)).zip(&labels);
            rows.map(|(row, &l)| -Float::to_f64(row[l.clamp(0, classes as i64 - 1) as usize]).max(floor)).sum()
        });
        crate::ops::create::fill(&y[0], loss);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if grad.needs(1) {
            let reason = "its label is not a variable; only data has a gradient.";
            return Err(Error::non_differentiable("softmax_cross_entropy", reason));
        }
        let (x, labels) = (grad.input(0), grad.input(1).array().to_i64()?);
        let classes = x.shape()[1];
        let one_hot = Array::empty(Spec::new(x.shape().clone(), x.dtype().compute()))?;
        for_float!(one_hot.dtype(), T => {
            kernels::index::one_hot::<T>(&labels, classes, 1.0, 0.0, &mut one_hot.write());
        });
        let one_hot = NDArray::new(one_hot.cast(x.dtype())?);
        let residual = f::sub(&softmax(&x, 1)?, &one_hot)?;
        let head = f::reshape(&grad.head(0)?, &[1, 1].into())?;
        Ok(vec![Some(f::mul(&residual, &head)?), None])
    }
}
