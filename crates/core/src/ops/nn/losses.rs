//! Loss heads, whose gradients ignore the head gradient, and what stops gradients.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Differentiable, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::nn::softmax_output::Normalization;
use crate::ops::nn::support::{finish, scratch_for, wide};
use crate::ops::unary;
use crate::shape::Shape;
use kernels::unary::Unary;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[
    &LINEAR_REGRESSION_OUTPUT,
    &MAE_REGRESSION_OUTPUT,
    &LOGISTIC_REGRESSION_OUTPUT,
    &SVM_OUTPUT,
    &MAKE_LOSS_OUTPUT,
    &MAKE_LOSS,
    &BLOCK_GRAD,
];

/// A gradient that does not depend on x; where gradients are recorded it stays connected to x, so that it can be
/// differentiated (giving zeros) as any other.
fn constant(grad: &Grad, value: f64) -> Result<NDArray> {
    match grad.fused() {
        true => f::full(grad.input_spec(0), value),
        false => f::shift(&f::zeros_like(&grad.input(0))?, value),
    }
}

fn copy(x: &Array, y: &Array) {
    y.bytes_mut().copy_from_slice(&x.bytes());
}

attrs! {
    /// The weight of the loss.
    pub struct RegressionOutput {
        /// The factor of the gradient.
        grad_scale: f32 = 1.0,
    }
}

/// One of the three regression heads.
struct Regression(&'static OpDef, RegressionOutput);

const REGRESSION: Inputs =
    Inputs::Fixed(&[input("data", "The predictions."), input("label", "The targets, as many as predictions.")]);

/// `nd.LinearRegressionOutput`
pub static LINEAR_REGRESSION_OUTPUT: OpDef = OpDef {
    aliases: &["_sparse_LinearRegressionOutput"],
    ..OpDef::new(
        "LinearRegressionOutput",
        "The data; the gradient is that of the squared error: (x - label)·grad_scale/outputs, outputs an example.",
        REGRESSION,
        RegressionOutput::SCHEMA,
        |given| Ok(Rc::new(Regression(&LINEAR_REGRESSION_OUTPUT, RegressionOutput::read(given)))),
    )
};

/// `nd.MAERegressionOutput`
pub static MAE_REGRESSION_OUTPUT: OpDef = OpDef {
    aliases: &["_sparse_MAERegressionOutput"],
    ..OpDef::new(
        "MAERegressionOutput",
        "The data; the gradient is that of the absolute error: sign(x - label)·grad_scale/outputs, outputs an example.",
        REGRESSION,
        RegressionOutput::SCHEMA,
        |given| Ok(Rc::new(Regression(&MAE_REGRESSION_OUTPUT, RegressionOutput::read(given)))),
    )
};

/// `nd.LogisticRegressionOutput`
pub static LOGISTIC_REGRESSION_OUTPUT: OpDef = OpDef {
    aliases: &["_sparse_LogisticRegressionOutput"],
    ..OpDef::new(
        "LogisticRegressionOutput",
        "sigmoid(x); the gradient is that of the cross entropy: (sigmoid(x) - label)·grad_scale/outputs.",
        REGRESSION,
        RegressionOutput::SCHEMA,
        |given| Ok(Rc::new(Regression(&LOGISTIC_REGRESSION_OUTPUT, RegressionOutput::read(given)))),
    )
};

impl Regression {
    fn is(&self, def: &'static OpDef) -> bool {
        std::ptr::eq(self.0, def)
    }
}

impl Op for Regression {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (data, label) = (&inputs[0].shape, &inputs[1].shape);
        if label.size() != data.size() || label[0] != data[0] {
            let expected = format!("{data}, or another shape of that size and batch, because data has shape {data}");
            return Err(Error::shape(self.0.name, "label", label, expected));
        }
        Ok(vec![inputs[0].clone()])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(data) = inputs[0].clone() else { return };
        // A column of predictions goes with a plain list of labels.
        let label = if data.len() == 2 && data[1] == 1 { Shape::from([data[0]]) } else { data };
        inputs[1].get_or_insert(label);
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        if !self.is(&LOGISTIC_REGRESSION_OUTPUT) {
            copy(&x[0], &y[0]);
            return Ok(());
        }
        let data = wide(&x[0])?;
        let out = scratch_for(&y[0], data.dtype())?;
        for_float!(data.dtype(), T => kernels::unary::apply::<T>(Unary::Sigmoid, &data.read(), &mut out.write()));
        finish(&y[0], out)
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        let x = grad.input(0);
        let label = f::reshape(&f::cast(&grad.input(1).detach(), x.dtype())?, x.shape())?;
        let outputs = x.shape()[1..].iter().product::<usize>().max(1);
        let scale = f64::from(self.1.grad_scale) / outputs as f64;
        let error = match self.is(&LOGISTIC_REGRESSION_OUTPUT) {
            true => f::sub(&f::apply(&unary::SIGMOID, &x)?, &label)?,
            false => f::sub(&x, &label)?,
        };
        let slope = if self.is(&MAE_REGRESSION_OUTPUT) { sign_below_or_above(&error)? } else { error };
        Ok(vec![Some(f::scale(&slope, scale)?), None])
    }
}

attrs! {
    /// Options of the loss.
    pub struct SvmOutput {
        /// Scores closer to the boundary than this give a gradient.
        margin: f32 = 1.0,
        /// The factor of the gradient.
        regularization_coefficient: f32 = 1.0,
        /// Whether the loss is linear (L1) instead of quadratic (L2).
        use_linear: bool = false,
    }
}

/// `nd.SVMOutput`
pub static SVM_OUTPUT: OpDef = OpDef::new(
    "SVMOutput",
    "The data; the gradient is that of one-against-all support vector machines with a hinge loss, or its square.",
    Inputs::Fixed(&[input("data", "The scores, (batch, ..., classes)."), input("label", "The classes, (batch, ...).")]),
    SvmOutput::SCHEMA,
    |given| Ok(Rc::new(SvmOutput::read(given))),
);

impl Op for SvmOutput {
    fn def(&self) -> &'static OpDef {
        &SVM_OUTPUT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (data, label) = (&inputs[0].shape, &inputs[1].shape);
        let rows = Shape::new(&data[..data.len().saturating_sub(1)]);
        if data.len() < 2 || label.size() != rows.size() {
            let expected = format!("{rows} because data has shape {data}");
            return Err(Error::shape("SVMOutput", "label", label, expected));
        }
        Ok(vec![inputs[0].clone()])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        if let Some((_, rows)) = inputs[0].as_ref().and_then(|d| d.split_last()) {
            let rows = Shape::new(rows);
            inputs[1].get_or_insert(rows);
        }
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        copy(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        let (x, labels) = (grad.input(0), grad.input(1).array().to_i64()?);
        let classes = x.shape().last().copied().unwrap_or(1);
        // -1 at the label, 1 at the other classes.
        let signs = Array::empty(Spec::new(x.shape().clone(), x.dtype().compute()))?;
        for_float!(signs.dtype(), T => {
            kernels::index::one_hot::<T>(&labels, classes, -1.0, 1.0, &mut signs.write());
        });
        let signs = NDArray::new(signs.cast(x.dtype())?);
        let inside = f::shift(&f::mul(&signs, &x)?, self.margin.into())?;
        let factor = f64::from(self.regularization_coefficient);
        let slope = match self.use_linear {
            true => f::scale(&f::greater_scalar(&inside, 0.0)?, factor)?,
            false => f::scale(&f::apply(&unary::RELU, &inside)?, 2.0 * factor)?,
        };
        Ok(vec![Some(f::mul(&signs, &slope)?), None])
    }
}

attrs! {
    /// The weight of the loss.
    pub struct MakeLossOutput {
        /// The gradient.
        grad_scale: f32 = 1.0,
        /// Elements above this are valid.
        valid_thresh: f32 = 0.0,
        /// What the gradient is divided by: nothing, the number of examples, or of valid elements.
        normalization: Normalization = Normalization::Null,
    }
}

/// `nd.MakeLoss`
pub static MAKE_LOSS_OUTPUT: OpDef = OpDef::new(
    "MakeLoss",
    "The data, as a loss: its gradient is grad_scale, whatever the head gradient.",
    DATA,
    MakeLossOutput::SCHEMA,
    |given| Ok(Rc::new(MakeLossOutput::read(given))),
);

impl Op for MakeLossOutput {
    fn def(&self) -> &'static OpDef {
        &MAKE_LOSS_OUTPUT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        copy(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let spec = grad.input_spec(0);
        let count = match self.normalization {
            Normalization::Null => 1,
            // One dimension is one row, as in MXNet.
            Normalization::Batch => {
                if spec.shape.len() > 1 {
                    spec.shape[0]
                } else {
                    1
                }
            }
            Normalization::Valid => {
                let threshold = f64::from(self.valid_thresh);
                grad.input(0).to_f64()?.iter().filter(|&&v| v > threshold).count()
            }
        };
        Ok(vec![Some(constant(grad, f64::from(self.grad_scale) / count.max(1) as f64)?)])
    }
}

/// The identity with another gradient.
struct Identity(&'static OpDef);

/// `nd.make_loss`
pub static MAKE_LOSS: OpDef = OpDef {
    aliases: &["_sparse_make_loss"],
    ..OpDef::new("make_loss", "The data, as a loss: its gradient is 1, whatever the head gradient.", DATA, &[], |_| {
        Ok(Rc::new(Identity(&MAKE_LOSS)))
    })
};

/// `nd.BlockGrad`
pub static BLOCK_GRAD: OpDef = OpDef {
    aliases: &["_sparse_stop_gradient", "stop_gradient"],
    differentiable: Differentiable::Zero,
    ..OpDef::new("BlockGrad", "The data; no gradient passes.", DATA, &[], |_| Ok(Rc::new(Identity(&BLOCK_GRAD))))
};

/// x, without a gradient, but connected to it in the graph.
pub fn block_grad(x: &NDArray) -> Result<NDArray> {
    crate::invoke::invoke1(Identity(&BLOCK_GRAD), std::slice::from_ref(x))
}

impl Op for Identity {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        copy(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        if self.0.differentiable == Differentiable::Yes { Keeps::INPUTS } else { Keeps::NONE }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let loss = self.0.differentiable == Differentiable::Yes;
        Ok(vec![loss.then(|| constant(grad, 1.0)).transpose()?])
    }
}

/// 1 where the error is positive, else -1: MXNet's subgradient of |error|.
fn sign_below_or_above(error: &NDArray) -> Result<NDArray> {
    f::shift(&f::scale(&f::greater_scalar(error, 0.0)?, 2.0)?, -1.0)
}
