//! Batch normalisation.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::{Grad, state};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use crate::ops::create::fill;
use crate::ops::functional as f;
use crate::ops::nn::support::{
    all_but, finish, is_plain, normalize, normalize_gradient, per_channel, scratch_for, wide,
};
use crate::ops::unary;
use crate::shape::Shape;
use kernels::norm::Channels;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&BATCH_NORM];

attrs! {
    /// Options of the normalisation.
    pub struct BatchNorm {
        /// Added to the variance.
        eps: f64 = 0.0010000000474974513,
        /// How much of the moving statistics stays at each step.
        momentum: f32 = 0.9,
        /// Whether gamma is set to 1 and gets no gradient.
        fix_gamma: bool = true,
        /// Whether the moving statistics are used in training too.
        use_global_stats: bool = false,
        /// Whether the mean and 1/√(variance + eps) are given as second and third output.
        output_mean_var: bool = false,
        /// The axis of the channels.
        axis: i64 = 1,
        /// Accepted for MXNet's sake.
        cudnn_off: bool = false,
        /// Accepted for MXNet's sake.
        min_calib_range: Option<f32> = None,
        /// Accepted for MXNet's sake.
        max_calib_range: Option<f32> = None,
    }
}

/// `nd.BatchNorm`
pub static BATCH_NORM: OpDef = OpDef {
    aliases: &["_npx_batch_norm"],
    outputs: &["output", "mean", "var"],
    states: &[3, 4],
    ..OpDef::new(
        "BatchNorm",
        "gamma·(x - mean)/√(variance + eps) + beta for each channel. In training mean and variance are the batch's, and \
         backward moves the moving statistics towards them; else the moving statistics are used.",
        Inputs::Fixed(&[
            input("data", "The tensor."),
            input("gamma", "The scale of each channel; set to 1 with fix_gamma."),
            input("beta", "The shift of each channel."),
            input("moving_mean", "The moving mean of each channel; backward writes it."),
            input("moving_var", "The moving variance of each channel; backward writes it."),
        ]),
        BatchNorm::SCHEMA,
        |given| Ok(Rc::new(BatchNorm::read(given))),
    )
};

/// The hidden output that is empty unless the batch's own statistics were used.
const BATCH_STATS: usize = 3;

impl BatchNorm {
    fn axis(&self, data: &Shape) -> Result<usize> {
        data.axis(self.axis).ok_or_else(|| {
            Error::attr("BatchNorm", "axis", self.axis, format!("an axis of data, whose shape is {data}"))
        })
    }
    fn channels(&self, data: &Shape) -> Result<Channels> {
        let (outer, channels, inner) = data.around(self.axis(data)?);
        Ok(Channels { outer, channels, inner })
    }
    fn batch_stats(&self) -> bool {
        state::is_training() && !self.use_global_stats
    }
}

impl Op for BatchNorm {
    fn def(&self) -> &'static OpDef {
        &BATCH_NORM
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0];
        let channels = Shape::from([data.shape[self.axis(&data.shape)?]]);
        let because = format_args!("data has shape {} and axis is {}", data.shape, self.axis);
        for (i, spec) in inputs.iter().enumerate().skip(1) {
            expect_shape(&BATCH_NORM, i, spec, &channels, &because)?;
        }
        let stats = Spec::new(channels, inputs[1].dtype);
        let mode = Spec::new([usize::from(self.batch_stats())].into(), DType::Uint8);
        Ok(vec![data.clone(), stats.clone(), stats, mode])
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
    fn widens_gradient(&self) -> bool {
        false
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(if self.output_mean_var { 3 } else { 1 })
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let g = self.channels(x[0].shape())?;
        if self.fix_gamma {
            fill(&x[1], 1.0);
        }
        let data = wide(&x[0])?;
        let dtype = data.dtype();
        let [gamma, beta, moving_mean, moving_var] = [1, 2, 3, 4].map(|i| x[i].cast(dtype));
        let (gamma, beta, moving_mean, moving_var) = (gamma?, beta?, moving_mean?, moving_var?);
        let (out, mean, inv) = (scratch_for(&y[0], dtype)?, scratch_for(&y[1], dtype)?, scratch_for(&y[2], dtype)?);
        for_float!(dtype, T => {
            let x = data.read::<T>();
            let (mut mean, mut inv) = (mean.write::<T>(), inv.write::<T>());
            if self.batch_stats() {
                kernels::norm::batch_stats::<T>(g, &x, &mut mean, &mut inv);
            } else {
                mean.copy_from_slice(&moving_mean.read());
                inv.copy_from_slice(&moving_var.read());
            }
            let gamma = (!self.fix_gamma).then(|| gamma.read::<T>());
            let (beta, eps) = (beta.read::<T>(), self.eps as T);
            kernels::norm::batch_normalize::<T>(g, &x, &mean, &inv, eps, gamma.as_deref(), &beta, &mut out.write());
            for v in inv.iter_mut() {
                *v = 1.0 / kernels::simd::Float::sqrt(*v + eps);
            }
        });
        finish(&y[0], out)?;
        finish(&y[1], mean)?;
        finish(&y[2], inv)
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: 0b11011, outputs: 0b110 }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        // With the moving statistics if forward used them, or if backward is told to behave as in prediction.
        let batch = grad.output_spec(BATCH_STATS).shape.size() > 0 && grad.training();
        let grads = match grad.fused() && is_plain(grad.input_spec(0).dtype) {
            true => self.fused(grad, batch)?,
            false => self.composed(grad, batch)?,
        };
        if batch {
            self.move_statistics(grad)?;
        }
        Ok(grads)
    }
}

impl BatchNorm {
    /// The variance behind 1/√(variance + eps).
    fn variances(&self, inv: &Array) -> Result<Array> {
        let var = inv.copied()?;
        for_float!(var.dtype(), T => {
            var.write::<T>().iter_mut().for_each(|v| *v = 1.0 / (*v * *v) - self.eps as T);
        });
        Ok(var)
    }

    /// Moves the moving statistics towards the batch's, in backward as MXNet does on the CPU.
    fn move_statistics(&self, grad: &Grad) -> Result<()> {
        let mean = wide(grad.output(1).array())?;
        let var = self.variances(&wide(grad.output(2).array())?)?;
        for (i, batch) in [(3, mean), (4, var)] {
            let state = grad.input(i).array().clone();
            let moved = state.cast(batch.dtype())?.copied()?;
            for_float!(batch.dtype(), T => {
                let momentum = self.momentum as T;
                let (batch, mut moved) = (batch.read::<T>(), moved.write::<T>());
                moved.iter_mut().zip(batch.iter()).for_each(|(m, &b)| *m = *m * momentum + b * (1.0 - momentum));
            });
            state.bytes_mut().copy_from_slice(&moved.cast(state.dtype())?.bytes());
        }
        Ok(())
    }

    fn fused(&self, grad: &Grad, batch: bool) -> Gradients {
        let (x, h) = (grad.input(0), grad.head(0)?);
        let (data, dtype) = (x.array(), x.dtype());
        let g = self.channels(x.shape())?;
        let gamma = grad.input(1).array().cast(dtype)?;
        let (mean, var) = match batch {
            true => (grad.output(1).array().cast(dtype)?, self.variances(&grad.output(2).array().cast(dtype)?)?),
            false => (grad.input(3).array().cast(dtype)?, grad.input(4).array().cast(dtype)?),
        };
        let dx = Array::empty(data.spec().clone())?;
        let [dgamma, dbeta] = [(); 2].map(|()| Array::empty(Spec::new([g.channels].into(), dtype)));
        let (dgamma, dbeta) = (dgamma?, dbeta?);
        for_float!(dtype, T => {
            let gamma = (!self.fix_gamma).then(|| gamma.read::<T>());
            kernels::norm::batch_backward::<T>(
                g,
                &data.read(),
                &h.array().read(),
                &mean.read(),
                &var.read(),
                self.eps as T,
                gamma.as_deref(),
                !batch,
                &mut dx.write(),
                &mut dgamma.write(),
                &mut dbeta.write(),
            );
        });
        let dgamma = (!self.fix_gamma).then(|| dgamma.cast(grad.input_spec(1).dtype)).transpose()?;
        let dbeta = dbeta.cast(grad.input_spec(2).dtype)?;
        Ok(vec![Some(NDArray::new(dx)), dgamma.map(NDArray::new), Some(NDArray::new(dbeta)), None, None])
    }

    fn composed(&self, grad: &Grad, batch: bool) -> Gradients {
        let (x, h) = (grad.input(0), grad.head(0)?);
        let (rank, axis) = (x.shape().len(), self.axis(x.shape())?);
        let axes = all_but(axis, rank);
        let dtype = DType::compute(x.dtype());
        let (data, h) = (f::cast(&x, dtype)?, f::cast(&h, dtype)?);
        let spread = |v: &NDArray| per_channel(&f::cast(v, dtype)?, rank, axis);
        let (normal, inv) = match batch {
            true => normalize(&data, &axes, self.eps)?,
            false => {
                let (mean, var) = (spread(&grad.input(3).detach())?, spread(&grad.input(4).detach())?);
                let inv = f::apply(&unary::RSQRT, &f::shift(&var, self.eps)?)?;
                (f::mul(&f::sub(&data, &mean)?, &inv)?, inv)
            }
        };
        let sum = |v: &NDArray, i: usize| f::cast(&f::sum(v, &axes, false)?, grad.input_spec(i).dtype);
        let mut grads = vec![None; 5];
        if grad.needs(0) {
            let scaled = if self.fix_gamma { h.clone() } else { f::mul(&h, &spread(&grad.input(1))?)? };
            let dx = match batch {
                true => normalize_gradient(&normal, &inv, &scaled, &axes)?,
                false => f::mul(&scaled, &inv)?,
            };
            grads[0] = Some(f::cast(&dx, x.dtype())?);
        }
        if grad.needs(1) && !self.fix_gamma {
            grads[1] = Some(sum(&f::mul(&h, &normal)?, 1)?);
        }
        if grad.needs(2) {
            grads[2] = Some(sum(&h, 2)?);
        }
        Ok(grads)
    }
}
