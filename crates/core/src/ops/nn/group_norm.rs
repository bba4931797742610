//! Normalisation of groups of channels of one example: GroupNorm, and InstanceNorm with a group for each channel.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use crate::ops::functional as f;
use crate::ops::nn::support::{finish, is_plain, normalize, normalize_gradient, scratch_for, wide};
use crate::shape::Shape;
use kernels::norm::Channels;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&GROUP_NORM, &INSTANCE_NORM];

attrs! {
    /// Groups and options.
    pub struct GroupNorm {
        /// The number of groups; it divides the number of channels.
        num_groups: usize = 1,
        /// Added to the variance.
        eps: f32 = 1e-5,
        /// Whether the mean and √(variance + eps) are given as second and third output.
        output_mean_var: bool = false,
    }
}

attrs! {
    /// Options.
    pub struct InstanceNorm {
        /// Added to the variance.
        eps: f32 = 1e-3,
    }
}

/// `nd.GroupNorm`
pub static GROUP_NORM: OpDef = OpDef {
    outputs: &["output", "mean", "std"],
    ..OpDef::new(
        "GroupNorm",
        "gamma·(x - mean)/√(variance + eps) + beta over each group of channels of each example.",
        Inputs::Fixed(&[
            input("data", "(batch, channels, ...)."),
            input("gamma", "The scale of each group, (num_groups,)."),
            input("beta", "The shift of each group, (num_groups,)."),
        ]),
        GroupNorm::SCHEMA,
        |given| {
            let attrs = GroupNorm::read(given);
            let (groups, eps, visible) = (Some(attrs.num_groups), attrs.eps, attrs.output_mean_var);
            Ok(Rc::new(Normalized { def: &GROUP_NORM, groups, eps, visible }))
        },
    )
};

/// `nd.InstanceNorm`
pub static INSTANCE_NORM: OpDef = OpDef {
    ..OpDef::new(
        "InstanceNorm",
        "gamma·(x - mean)/√(variance + eps) + beta over each channel of each example.",
        Inputs::Fixed(&[
            input("data", "(batch, channels, ...)."),
            input("gamma", "The scale of each channel."),
            input("beta", "The shift of each channel."),
        ]),
        InstanceNorm::SCHEMA,
        |given| {
            let attrs = InstanceNorm::read(given);
            Ok(Rc::new(Normalized { def: &INSTANCE_NORM, groups: None, eps: attrs.eps, visible: false }))
        },
    )
};

/// Either operator.
struct Normalized {
    def: &'static OpDef,
    /// The number of groups; none for one a channel.
    groups: Option<usize>,
    eps: f32,
    /// Whether all three outputs are given.
    visible: bool,
}

impl Normalized {
    fn groups(&self, data: &Shape) -> usize {
        self.groups.unwrap_or(data[1])
    }
    /// Each group of each example as a channel of one big example.
    fn channels(&self, data: &Shape) -> Channels {
        let channels = data[0] * self.groups(data);
        Channels { outer: 1, channels, inner: data.size() / channels.max(1) }
    }
    /// A value for each group, repeated for each example.
    fn repeated(&self, x: &Array, batch: usize, dtype: DType) -> Result<Array> {
        let once = x.cast(dtype)?;
        let all = Array::empty(Spec::new([batch * once.size()].into(), dtype))?;
        let bytes = once.bytes();
        all.bytes_mut().chunks_exact_mut(bytes.len().max(1)).for_each(|part| part.copy_from_slice(&bytes));
        Ok(all)
    }
}

impl Op for Normalized {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0];
        if data.shape.len() < 3 {
            return Err(Error::shape(
                self.def.name,
                "data",
                &data.shape,
                "at least 3 dimensions (batch, channels, ...)",
            ));
        }
        let groups = self.groups(&data.shape);
        if groups == 0 || !data.shape[1].is_multiple_of(groups) {
            let expected =
                format!("a positive number that divides the channels of data, whose shape is {}", data.shape);
            return Err(Error::attr(self.def.name, "num_groups", groups, expected));
        }
        let shape = format_args!("data has shape {}", data.shape);
        let because: &dyn std::fmt::Display = if self.groups.is_some() { &"of num_groups" } else { &shape };
        expect_shape(self.def, 1, &inputs[1], &[groups].into(), because)?;
        expect_shape(self.def, 2, &inputs[2], &[groups].into(), because)?;
        let stats = Spec::new([data.shape[0], groups].into(), data.dtype);
        Ok(vec![data.clone(), stats.clone(), stats])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(groups) = inputs[0].as_ref().filter(|d| d.len() > 1).map(|d| self.groups(d)) else { return };
        inputs[1..].iter_mut().for_each(|x| {
            x.get_or_insert([groups].into());
        });
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(if self.visible { 3 } else { 1 })
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (data, g) = (wide(&x[0])?, self.channels(x[0].shape()));
        let (dtype, batch) = (data.dtype(), x[0].shape()[0]);
        let (gamma, beta) = (self.repeated(&x[1], batch, dtype)?, self.repeated(&x[2], batch, dtype)?);
        let (out, mean, spread) = (scratch_for(&y[0], dtype)?, scratch_for(&y[1], dtype)?, scratch_for(&y[2], dtype)?);
        for_float!(dtype, T => {
            let (x, eps) = (data.read::<T>(), self.eps as T);
            let (mut mean, mut spread) = (mean.write::<T>(), spread.write::<T>());
            kernels::norm::batch_stats::<T>(g, &x, &mut mean, &mut spread);
            let (gamma, beta) = (gamma.read::<T>(), beta.read::<T>());
            kernels::norm::batch_normalize::<T>(g, &x, &mean, &spread, eps, Some(&gamma), &beta, &mut out.write());
            if self.groups.is_some() {
                spread.iter_mut().for_each(|v| *v = kernels::simd::Float::sqrt(*v + eps));
            }
        });
        finish(&y[0], out)?;
        finish(&y[1], mean)?;
        finish(&y[2], spread)
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b011)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (x, h, gamma) = (grad.input(0), grad.head(0)?, grad.input(1));
        if grad.fused() && is_plain(x.dtype()) && gamma.dtype() == x.dtype() {
            return self.fused(&x, &h, &gamma);
        }
        // As (batch, groups, elements).
        let wide = DType::compute(x.dtype());
        let (batch, groups) = (x.shape()[0], self.groups(x.shape()));
        let split = Shape::from([batch, groups, x.shape().size() / (batch * groups).max(1)]);
        let data = f::reshape(&f::cast(&x, wide)?, &split)?;
        let h = f::reshape(&f::cast(&h, wide)?, &split)?;
        let (normal, inv) = normalize(&data, &[2], self.eps.into())?;
        let sum = |v: &NDArray, i: usize| f::cast(&f::sum(v, &[0, 2], false)?, grad.input_spec(i).dtype);
        let mut grads = vec![None; 3];
        if grad.needs(0) {
            let scaled = f::mul(&h, &f::reshape(&f::cast(&gamma, wide)?, &[1, groups, 1].into())?)?;
            let dx = normalize_gradient(&normal, &inv, &scaled, &[2])?;
            grads[0] = Some(f::cast(&f::reshape(&dx, x.shape())?, x.dtype())?);
        }
        if grad.needs(1) {
            grads[1] = Some(sum(&f::mul(&h, &normal)?, 1)?);
        }
        if grad.needs(2) {
            grads[2] = Some(sum(&h, 2)?);
        }
        Ok(grads)
    }
}

impl Normalized {
    fn fused(&self, x: &NDArray, h: &NDArray, gamma: &NDArray) -> Gradients {
        let (g, dtype, batch) = (self.channels(x.shape()), x.dtype(), x.shape()[0]);
        let scale = self.repeated(gamma.array(), batch, dtype)?;
        let vector = || Array::empty(Spec::new([g.channels].into(), dtype));
        let (mean, var, dgamma, dbeta) = (vector()?, vector()?, vector()?, vector()?);
        let dx = Array::empty(x.spec().clone())?;
        for_float!(dtype, T => {
            let (x, mut mean, mut var) = (x.array().read::<T>(), mean.write::<T>(), var.write::<T>());
            kernels::norm::batch_stats::<T>(g, &x, &mut mean, &mut var);
            kernels::norm::batch_backward::<T>(
                g,
                &x,
                &h.array().read(),
                &mean,
                &var,
                self.eps as T,
                Some(&scale.read()),
                false,
                &mut dx.write(),
                &mut dgamma.write(),
                &mut dbeta.write(),
            );
        });
        let total =
            |v: Array| f::sum(&NDArray::new(v.reshaped([batch, gamma.shape().size()].into())), &[0], false).map(Some);
        Ok(vec![Some(NDArray::new(dx)), total(dgamma)?, total(dbeta)?])
    }
}
