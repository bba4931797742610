//! The family of leaky rectifiers.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::{Grad, state};
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, input, optional, same_dtype};
use crate::ops::functional as f;
use crate::ops::nn::support::{finish, is_plain, like, per_channel, scratch_for, wide};
use crate::ops::{binary, scalar, unary};
use crate::random::with_streams;
use crate::shape::Shape;
use crate::text::shown32;
use kernels::unary::Unary;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&LEAKY_RELU];

choice! {
    /// The functions of [`LeakyRelu`], by what they do to negative x.
    pub enum LeakyType {
        /// slope·(eˣ - 1)
        Elu = "elu",
        /// x·Φ(x), everywhere.
        Gelu = "gelu",
        /// slope·x
        Leaky = "leaky",
        /// gamma·x
        Prelu = "prelu",
        /// x times a random slope.
        Rrelu = "rrelu",
        /// λα·(eˣ - 1), and λx for positive x.
        Selu = "selu",
    }
}

attrs! {
    /// Which function, and its slopes.
    pub struct LeakyRelu {
        /// Which function.
        act_type: LeakyType = LeakyType::Leaky,
        /// The slope of `leaky` and `elu` for negative x.
        slope: f32 = 0.25,
        /// The least slope of `rrelu`.
        lower_bound: f32 = 0.125,
        /// The greatest slope of `rrelu`.
        upper_bound: f32 = 0.334,
    }
}

/// `nd.LeakyReLU`
pub static LEAKY_RELU: OpDef = OpDef {
    aliases: &["_npx_leaky_relu"],
    ..OpDef::new(
        "LeakyReLU",
        "x where positive, and something small that depends on act_type elsewhere.",
        Inputs::Fixed(&[
            input("data", "The tensor; channels are axis 1."),
            optional("gamma", "The slopes of `prelu`: one, or one for each channel."),
        ]),
        LeakyRelu::SCHEMA,
        |given| Ok(Rc::new(LeakyRelu::read(given))),
    )
};

/// The constants of self-normalising networks (Klambauer et al., 2017).
const LAMBDA: f64 = 1.0507009873554805;
const ALPHA: f64 = 1.6732632423543772;

/// The axis of the channels.
fn channel_axis(data: &Shape) -> usize {
    1.min(data.len() - 1)
}

impl LeakyRelu {
    /// The derivative where x is negative, in operators, for the functions that are x where positive.
    fn negative_slope(&self, grad: &Grad) -> Result<Option<NDArray>> {
        let x = grad.input(0);
        // The exponential of positive x is not wanted and could overflow.
        let exp = |factor: f64| {
            let low = scalar::call(&scalar::MINIMUM, &x, 0.0)?;
            f::scale(&f::apply(&unary::EXP, &low)?, factor).map(Some)
        };
        match self.act_type {
            LeakyType::Elu => exp(self.slope.into()),
            LeakyType::Selu => exp(ALPHA),
            LeakyType::Prelu => per_channel(&grad.input(1), x.shape().len(), channel_axis(x.shape())).map(Some),
            LeakyType::Rrelu if grad.output_spec(1).shape.size() > 0 => Ok(Some(grad.output(1).detach())),
            _ => Ok(None),
        }
    }

    /// The slope of `leaky`, or of `rrelu` in predict mode.
    fn constant_slope(&self) -> f64 {
        match self.act_type {
            LeakyType::Rrelu => f64::from(self.lower_bound + self.upper_bound) / 2.0,
            _ => self.slope.into(),
        }
    }
}

impl Op for LeakyRelu {
    fn def(&self) -> &'static OpDef {
        &LEAKY_RELU
    }
    fn arity(&self) -> Option<usize> {
        Some(if self.act_type == LeakyType::Prelu { 2 } else { 1 })
    }
    fn pointwise(&self) -> bool {
        !matches!(self.act_type, LeakyType::Prelu | LeakyType::Rrelu)
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&LEAKY_RELU, inputs)?;
        let data = &inputs[0].shape;
        if let Some(gamma) = inputs.get(1) {
            let channels = data[channel_axis(data)];
            if gamma.shape.size() != 1 && gamma.shape.as_slice() != [channels] {
                let expected = format!("(1,) or ({channels},) because data has shape {data}");
                return Err(Error::shape("LeakyReLU", "gamma", &gamma.shape, expected));
            }
        }
        if self.act_type != LeakyType::Rrelu {
            return Ok(vec![inputs[0].clone()]);
        }
        if self.lower_bound > self.upper_bound {
            let expected = format!("at most upperBound ({})", shown32(self.upper_bound));
            return Err(Error::attr("LeakyReLU", "lower_bound", shown32(self.lower_bound), expected));
        }
        if !dtype.is_float() {
            return Err(Error::dtype("LeakyReLU", "data", dtype, "a floating point type"));
        }
        // An empty mask tells the gradient that the slopes were not drawn.
        let mask = if state::is_training() { data.clone() } else { Shape::from([0]) };
        Ok(vec![inputs[0].clone(), Spec::new(mask, dtype)])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(data) = inputs[0].clone() else { return };
        if self.act_type == LeakyType::Prelu {
            inputs[1].get_or_insert([data[channel_axis(&data)]].into());
        }
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, run: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let data = wide(&x[0])?;
        let out = scratch_for(&y[0], data.dtype())?;
        let gamma = x.get(1).map(wide).transpose()?;
        let drawn = self.act_type == LeakyType::Rrelu && run.training;
        if drawn {
            draw(self.lower_bound, self.upper_bound, &y[1])?;
        }
        let slopes = if drawn { Some(wide(&y[1])?) } else { None };
        for_float!(data.dtype(), T => {
            let (x, mut y) = (data.read::<T>(), out.write::<T>());
            match self.act_type {
                LeakyType::Elu => kernels::unary::elu::<T>(&x, self.slope as T, &mut y),
                LeakyType::Selu => kernels::unary::selu::<T>(&x, &mut y),
                LeakyType::Gelu => kernels::unary::apply::<T>(Unary::Gelu, &x, &mut y),
                LeakyType::Rrelu if drawn => {
                    let slopes = slopes.as_ref().expect("drawn above").read::<T>();
                    for ((y, &x), &slope) in y.iter_mut().zip(x.iter()).zip(slopes.iter()) {
                        *y = if x > 0.0 { x } else { slope * x };
                    }
                }
                LeakyType::Prelu => {
                    let gamma = gamma.as_ref().expect("two inputs").read::<T>();
                    let (_, channels, inner) = data.shape().around(channel_axis(data.shape()));
                    for (i, (x, y)) in x.chunks(inner.max(1)).zip(y.chunks_mut(inner.max(1))).enumerate() {
                        kernels::unary::leaky::<T>(x, gamma[(i % channels) % gamma.len()], y);
                    }
                }
                _ => kernels::unary::leaky::<T>(&x, self.constant_slope() as T, &mut y),
            }
        });
        finish(&y[0], out)
    }
    fn keeps(&self) -> Keeps {
        Keeps { inputs: !0, outputs: 0b10 }
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (x, g) = (grad.input(0), grad.head(0)?);
        let mut grads = vec![None; grad.num_inputs()];
        if grad.needs(0) {
            grads[0] = Some(self.data_gradient(grad, &x, &g)?);
        }
        if grad.needs(1) {
            let low = scalar::call(&scalar::MINIMUM, &x, 0.0)?;
            let slopes = &grad.input_spec(1).shape;
            let all = f::mul(&g, &low)?;
            let mut target = Shape::new(&vec![1; x.shape().len()]);
            if slopes.size() > 1 {
                target[channel_axis(x.shape())] = slopes.size();
            }
            grads[1] = Some(f::reshape(&f::sum_to(&all, &target)?, slopes)?);
        }
        Ok(grads)
    }
}

impl LeakyRelu {
    /// The gradient by a kernel that only `f32` has, if there is one.
    fn single_gradient(&self, x: &NDArray, g: &NDArray) -> Result<Option<NDArray>> {
        let factors = match self.act_type {
            LeakyType::Gelu => None,
            LeakyType::Elu => Some((1.0, self.slope)),
            LeakyType::Selu => Some((LAMBDA as f32, ALPHA as f32)),
            _ => return Ok(None),
        };
        let dx = like(x.array())?;
        let (x, g) = (x.array().read(), g.array().read());
        match factors {
            None => kernels::activation::gelu_backward(&x, &g, &mut dx.write()),
            Some((scale, slope)) => kernels::activation::elu_backward(&x, &g, scale, slope, &mut dx.write()),
        }
        Ok(Some(NDArray::new(dx)))
    }

    fn data_gradient(&self, grad: &Grad, x: &NDArray, g: &NDArray) -> Result<NDArray> {
        if grad.fused()
            && x.dtype() == DType::Float32
            && let Some(dx) = self.single_gradient(x, g)?
        {
            return Ok(dx);
        }
        if self.act_type == LeakyType::Gelu {
            // Φ(x) + x φ(x)
            let erf = f::apply(&unary::ERF, &f::scale(x, std::f64::consts::FRAC_1_SQRT_2)?)?;
            let below = f::shift(&f::scale(&erf, 0.5)?, 0.5)?;
            let bell = f::apply(&unary::EXP, &f::scale(&f::apply(&unary::SQUARE, x)?, -0.5)?)?;
            let density = f::scale(&bell, 0.5 * std::f64::consts::FRAC_2_SQRT_PI * std::f64::consts::FRAC_1_SQRT_2)?;
            return f::mul(g, &f::add(&below, &f::mul(x, &density)?)?);
        }
        let slope = self.negative_slope(grad)?;
        if slope.is_none() && grad.fused() && is_plain(x.dtype()) {
            let dx = like(x.array())?;
            for_float!(x.dtype(), T => {
                let (x, g, slope) = (x.array().read::<T>(), g.array().read::<T>(), self.constant_slope() as T);
                kernels::activation::leaky_backward::<T>(&x, &g, slope, &mut dx.write());
            });
            return Ok(NDArray::new(dx));
        }
        let positive = f::greater_scalar(x, 0.0)?;
        let negative = f::one_minus(&positive)?;
        let negative = match &slope {
            Some(slope) => binary::call(&binary::MUL, &negative, slope)?,
            None => f::scale(&negative, self.constant_slope())?,
        };
        let g = f::mul(g, &f::add(&positive, &negative)?)?;
        if self.act_type == LeakyType::Selu { f::scale(&g, LAMBDA) } else { Ok(g) }
    }
}

/// Draws the slopes of `rrelu`.
fn draw(low: f32, high: f32, mask: &Array) -> Result<()> {
    with_streams(|streams| match mask.dtype() {
        DType::Float32 => streams.uniform::<f32>(low, high, &mut mask.write()),
        DType::Float64 => streams.uniform::<f64>(low, high, &mut mask.write()),
        _ => streams.uniform::<half::f16>(low, high, &mut mask.write()),
    })
    .map_err(|e| Error::value("LeakyReLU", e.to_string()))
}
