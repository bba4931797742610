//! Activations without parameters, and elementwise functions with bounds.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::choice;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::nn::support::{is_plain, like};
use crate::ops::{scalar, unary};
use crate::text::shown32;
use crate::{for_float, for_int};
use kernels::activation::Activation as Fused;
use kernels::unary::Unary;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ACTIVATION, &HARD_SIGMOID, &CLIP, &SMOOTH_L1];

choice! {
    /// The functions of [`Activation`].
    pub enum ActType {
        /// max(x, 0)
        Relu = "relu",
        /// 1/(1 + e⁻ˣ)
        Sigmoid = "sigmoid",
        /// ln(1 + eˣ)
        Softrelu = "softrelu",
        /// x/(1 + |x|)
        Softsign = "softsign",
        /// The hyperbolic tangent.
        Tanh = "tanh",
    }
}

attrs! {
    /// Which function.
    pub struct Activation {
        /// Which function.
        act_type: ActType,
    }
}

/// `nd.Activation`
pub static ACTIVATION: OpDef = OpDef {
    aliases: &["_npx_activation"],
    ..OpDef::new("Activation", "An activation function, elementwise.", DATA, Activation::SCHEMA, |given| {
        Ok(Rc::new(Activation::read(given)))
    })
};

/// A derivative from the output, in operators.
type Derivative = fn(&NDArray) -> Result<NDArray>;

impl Op for Activation {
    fn def(&self) -> &'static OpDef {
        &ACTIVATION
    }
    fn pointwise(&self) -> bool {
        true
    }
    fn rectifies(&self) -> bool {
        self.act_type == ActType::Relu
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let kernel = match self.act_type {
            ActType::Relu => Unary::Relu,
            ActType::Sigmoid => Unary::Sigmoid,
            ActType::Softrelu => Unary::Softrelu,
            ActType::Softsign => Unary::Softsign,
            ActType::Tanh => Unary::Tanh,
        };
        for_float!(y[0].dtype(), T => kernels::unary::apply::<T>(kernel, &x[0].read(), &mut y[0].write()));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        if self.act_type == ActType::Softsign { Keeps::INPUTS } else { Keeps::OUTPUTS }
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let g = grad.head(0)?;
        if self.act_type == ActType::Softsign {
            let slope = f::shift(&f::apply(&unary::ABS, &grad.input(0))?, 1.0)?;
            return Ok(vec![Some(f::div(&g, &f::apply(&unary::SQUARE, &slope)?)?)]);
        }
        let y = grad.output(0);
        let (fused, composed): (Fused, Derivative) = match self.act_type {
            ActType::Relu => (Fused::Relu, |y| f::apply(&unary::RELU_SLOPE, y)),
            ActType::Sigmoid => (Fused::Sigmoid, |y| f::mul(y, &f::one_minus(y)?)),
            ActType::Tanh => (Fused::Tanh, f::one_minus_square),
            // 1 - e⁻ʸ, the logistic function of x.
            _ => (Fused::Softrelu, |y| f::neg(&f::apply(&unary::EXPM1, &f::neg(y)?)?)),
        };
        if grad.fused() && is_plain(y.dtype()) {
            let dx = like(y.array())?;
            for_float!(y.dtype(), T => {
                let (y, g) = (y.array().read::<T>(), g.array().read::<T>());
                kernels::activation::backward::<T>(fused, &y, &g, &mut dx.write());
            });
            return Ok(vec![Some(NDArray::new(dx))]);
        }
        Ok(vec![Some(f::mul(&g, &composed(&y)?)?)])
    }
}

attrs! {
    /// The line between the two constants.
    pub struct HardSigmoid {
        /// The slope.
        alpha: f32 = 0.2,
        /// The value at 0.
        beta: f32 = 0.5,
    }
}

/// `nd.hard_sigmoid`
pub static HARD_SIGMOID: OpDef =
    OpDef::new("hard_sigmoid", "alpha·x + beta, limited to 0 and 1.", DATA, HardSigmoid::SCHEMA, |given| {
        Ok(Rc::new(HardSigmoid::read(given)))
    });

impl Op for HardSigmoid {
    fn def(&self) -> &'static OpDef {
        &HARD_SIGMOID
    }
    fn pointwise(&self) -> bool {
        true
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        for_float!(y[0].dtype(), T => {
            let (alpha, beta) = (self.alpha as T, self.beta as T);
            kernels::unary::hard_sigmoid::<T>(&x[0].read(), alpha, beta, &mut y[0].write());
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::OUTPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let y = grad.output(0);
        let inside = f::mul(&f::greater_scalar(&y, 0.0)?, &scalar::call(&scalar::LESSER, &y, 1.0)?)?;
        Ok(vec![Some(f::mul(&grad.head(0)?, &f::scale(&inside, self.alpha.into())?)?)])
    }
}

attrs! {
    /// The bounds.
    pub struct Clip {
        /// The least value.
        a_min: f32,
        /// The greatest value.
        a_max: f32,
    }
}

/// `nd.clip`
pub static CLIP: OpDef = OpDef {
    aliases: &["_npi_clip", "_sparse_clip"],
    ..OpDef::new(
        "clip",
        "The elements limited to a_min and a_max. The gradient is 1 between them and at both.",
        DATA,
        Clip::SCHEMA,
        |given| {
            let clip = Clip::read(given);
            if clip.a_min > clip.a_max {
                return Err(Error::attr(
                    "clip",
                    "a_min",
                    shown32(clip.a_min),
                    format!("at most a_max ({})", shown32(clip.a_max)),
                ));
            }
            Ok(Rc::new(clip))
        },
    )
};

impl Op for Clip {
    fn def(&self) -> &'static OpDef {
        &CLIP
    }
    fn pointwise(&self) -> bool {
        true
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, inputs: &[Array]) -> Compute {
        if inputs[0].dtype().is_float() { Compute::Float } else { Compute::Any }
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (x, y) = (&x[0], &y[0]);
        if x.dtype().is_float() {
            for_float!(y.dtype(), T => {
                kernels::unary::clip::<T>(&x.read(), self.a_min as T, self.a_max as T, &mut y.write());
            });
        } else {
            // Compared as integers; the bounds are cast as MXNet does.
            for_int!(y.dtype(), T => {
                let (low, high) = (self.a_min as T, self.a_max as T);
                let (x, mut y) = (x.read::<T>(), y.write::<T>());
                y.iter_mut().zip(x.iter()).for_each(|(y, &x)| *y = x.min(high).max(low));
            });
        }
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let x = grad.input(0);
        // NaN is neither below nor above: the gradient passes.
        let below = scalar::call(&scalar::LESSER, &x, self.a_min.into())?;
        let above = scalar::call(&scalar::GREATER, &x, self.a_max.into())?;
        let inside = f::mul(&f::one_minus(&below)?, &f::one_minus(&above)?)?;
        Ok(vec![Some(f::mul(&grad.head(0)?, &inside)?)])
    }
}

/// `x` limited to `low` and `high`.
pub fn clip(x: &NDArray, low: f32, high: f32) -> Result<NDArray> {
    crate::invoke::invoke1(Clip { a_min: low, a_max: high }, std::slice::from_ref(x))
}

attrs! {
    /// Where the corner is.
    pub struct SmoothL1 {
        /// σ: the loss is quadratic up to |x| = 1/σ². None for 1.
        scalar: Option<f32> = None,
    }
}

/// `nd.smooth_l1`
pub static SMOOTH_L1: OpDef = OpDef {
    aliases: &["_npx_smooth_l1"],
    ..OpDef::new("smooth_l1", "(σx)²/2 where |x| < 1/σ², else |x| - 1/(2σ²).", DATA, SmoothL1::SCHEMA, |given| {
        Ok(Rc::new(SmoothL1::read(given)))
    })
};

impl Op for SmoothL1 {
    fn def(&self) -> &'static OpDef {
        &SMOOTH_L1
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let sigma = self.scalar.unwrap_or(1.0);
        for_float!(y[0].dtype(), T => kernels::unary::smooth_l1::<T>(&x[0].read(), sigma as T, &mut y[0].write()));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let sigma = f64::from(self.scalar.unwrap_or(1.0));
        let slope = clip(&f::scale(&grad.input(0), sigma * sigma)?, -1.0, 1.0)?;
        Ok(vec![Some(f::mul(&grad.head(0)?, &slope)?)])
    }
}
