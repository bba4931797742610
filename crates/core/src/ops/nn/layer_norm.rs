//! Layer normalisation.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use crate::ops::functional as f;
use crate::ops::nn::support::{
    all_but, finish, is_plain, like, normalize, normalize_gradient, per_channel, scratch_for, wide,
};
use crate::shape::Shape;
use crate::{for_float, for_width};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&LAYER_NORM];

attrs! {
    /// Options of the normalisation.
    pub struct LayerNorm {
        /// The axis that is normalised.
        axis: i64 = -1,
        /// Added to the variance.
        eps: f32 = 1e-5,
        /// Whether the mean and √(variance + eps) are given as second and third output.
        output_mean_var: bool = false,
    }
}

/// `nd.LayerNorm`
pub static LAYER_NORM: OpDef = OpDef {
    aliases: &["_npx_layer_norm"],
    outputs: &["output", "mean", "std"],
    ..OpDef::new(
        "LayerNorm",
        "gamma·(x - mean)/√(variance + eps) + beta along an axis.",
        Inputs::Fixed(&[
            input("data", "The tensor."),
            input("gamma", "The scale, of the axis's length."),
            input("beta", "The shift, of the axis's length."),
        ]),
        LayerNorm::SCHEMA,
        |given| Ok(Rc::new(LayerNorm::read(given))),
    )
};

impl LayerNorm {
    fn axis(&self, data: &Shape) -> Result<usize> {
        data.axis(self.axis).ok_or_else(|| {
            Error::attr("LayerNorm", "axis", self.axis, format!("an axis of data, whose shape is {data}"))
        })
    }
}

/// The array with an axis moved to the end, for kernels that walk rows.
fn axis_last(x: &Array, axis: usize) -> Result<Array> {
    let (outer, n, inner) = x.shape().around(axis);
    if inner == 1 {
        return Ok(x.clone());
    }
    moved(x, [outer, n, inner])
}

/// The array of (a, b, c) as (a, c, b).
fn moved(x: &Array, shape: [usize; 3]) -> Result<Array> {
    let y = like(x)?;
    for_width!(x.dtype(), E => kernels::movement::transpose::<E>(&x.read(), &shape, &[0, 2, 1], &mut y.write()));
    Ok(y)
}

/// Undoes [`axis_last`].
fn axis_back(x: Array, axis: usize) -> Result<Array> {
    let (outer, n, inner) = x.shape().around(axis);
    if inner == 1 { Ok(x) } else { moved(&x, [outer, inner, n]) }
}

impl Op for LayerNorm {
    fn def(&self) -> &'static OpDef {
        &LAYER_NORM
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0];
        let axis = self.axis(&data.shape)?;
        let length = Shape::from([data.shape[axis]]);
        let because = format_args!("data has shape {} and axis is {}", data.shape, self.axis);
        expect_shape(&LAYER_NORM, 1, &inputs[1], &length, &because)?;
        expect_shape(&LAYER_NORM, 2, &inputs[2], &length, &because)?;
        let mut stats = data.clone();
        stats.shape[axis] = 1;
        Ok(vec![data.clone(), stats.clone(), stats])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(data) = inputs[0].clone() else { return };
        let Some(axis) = data.axis(self.axis) else { return };
        inputs[1..].iter_mut().for_each(|x| {
            x.get_or_insert([data[axis]].into());
        });
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(if self.output_mean_var { 3 } else { 1 })
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let axis = self.axis(x[0].shape())?;
        let data = axis_last(&wide(&x[0])?, axis)?;
        let dtype = data.dtype();
        let (gamma, beta) = (x[1].cast(dtype)?, x[2].cast(dtype)?);
        let in_place = y[0].dtype() == dtype && y[0].shape().around(axis).2 == 1;
        let out = if in_place { y[0].clone() } else { like(&data)? };
        let (mean, std) = (scratch_for(&y[1], dtype)?, scratch_for(&y[2], dtype)?);
        for_float!(dtype, T => {
            kernels::norm::layer_forward::<T>(
                x[1].size(),
                &data.read(),
                self.eps as T,
                &gamma.read(),
                &beta.read(),
                &mut out.write(),
                &mut mean.write(),
                &mut std.write(),
            );
        });
        finish(&y[0], axis_back(out, axis)?)?;
        finish(&y[1], mean)?;
        finish(&y[2], std)
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: 0b011, outputs: 0b110 }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (x, h) = (grad.input(0), grad.head(0)?);
        let axis = self.axis(x.shape())?;
        let (gamma, dtype) = (grad.input(1), x.dtype());
        if grad.fused() && is_plain(dtype) && gamma.dtype() == dtype {
            let (data, head) = (axis_last(x.array(), axis)?, axis_last(h.array(), axis)?);
            let (dx, dgamma, dbeta) = (like(&data)?, like(gamma.array())?, like(gamma.array())?);
            for_float!(dtype, T => {
                kernels::norm::layer_backward::<T>(
                    gamma.shape().size(),
                    &data.read(),
                    &head.read(),
                    &gamma.array().read(),
                    &grad.output(1).array().read(),
                    &grad.output(2).array().read(),
                    &mut dx.write(),
                    &mut dgamma.write(),
                    &mut dbeta.write(),
                );
            });
            return Ok([axis_back(dx, axis)?, dgamma, dbeta].map(|a| Some(NDArray::new(a))).into());
        }
        let wide = DType::compute(dtype);
        let (data, h) = (f::cast(&x, wide)?, f::cast(&h, wide)?);
        let (normal, inv) = normalize(&data, &[axis], self.eps.into())?;
        let rest = all_but(axis, x.shape().len());
        let sum = |v: &NDArray, i: usize| {
            let spec = grad.input_spec(i);
            f::cast(&f::reshape(&f::sum(v, &rest, true)?, &spec.shape)?, spec.dtype)
        };
        let mut grads = vec![None; 3];
        if grad.needs(0) {
            let scaled = f::mul(&h, &per_channel(&f::cast(&gamma, wide)?, x.shape().len(), axis)?)?;
            grads[0] = Some(f::cast(&normalize_gradient(&normal, &inv, &scaled, &[axis])?, dtype)?);
        }
        if grad.needs(1) {
            grads[1] = Some(if rest.is_empty() {
                f::cast(&f::mul(&h, &normal)?, gamma.dtype())?
            } else {
                sum(&f::mul(&h, &normal)?, 1)?
            });
        }
        if grad.needs(2) {
            grads[2] = Some(if rest.is_empty() { f::cast(&h, grad.input_spec(2).dtype)? } else { sum(&h, 2)? });
        }
        Ok(grads)
    }
}
