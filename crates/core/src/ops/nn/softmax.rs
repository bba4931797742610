//! Softmax, its logarithm, softmin.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Gradients, Inputs, Keeps, Op, OpDef, Run, input, optional};
use crate::ops::functional as f;
use crate::ops::nn::support::{finish, is_plain, like, scratch_for};
use crate::ops::unary;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SOFTMAX, &LOG_SOFTMAX, &SOFTMIN, &SOFTMAX_ACTIVATION];

choice! {
    /// Element types of a result.
    pub enum FloatType {
        /// binary16
        Float16 = "float16",
        /// binary32
        Float32 = "float32",
        /// binary64
        Float64 = "float64",
    }
}

impl FloatType {
    fn dtype(self) -> DType {
        match self {
            FloatType::Float16 => DType::Float16,
            FloatType::Float32 => DType::Float32,
            FloatType::Float64 => DType::Float64,
        }
    }
}

attrs! {
    /// Axis and options.
    pub struct Softmax {
        /// The axis that sums to 1.
        axis: i64 = -1,
        /// What the input is divided by; None for 1.
        temperature: Option<f64> = None,
        /// The element type of the result; None for the input's.
        dtype: Option<FloatType> = None,
        /// Whether `length` tells how many elements of the axis count; the rest becomes 0.
        use_length: bool = false,
    }
}

/// One of the three operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Soft,
    Log,
    Min,
}

struct SoftmaxOp(Kind, Softmax);

/// `nd.softmax`
pub static SOFTMAX: OpDef = OpDef {
    aliases: &["_npx_softmax"],
    ..OpDef::new(
        "softmax",
        "exp(x/T) / Σ exp(x/T) along an axis.",
        Inputs::Fixed(&[
            input("data", "The tensor."),
            optional("length", "How many elements of the axis count, of data's shape without the axis."),
        ]),
        Softmax::SCHEMA,
        |given| Ok(Rc::new(SoftmaxOp(Kind::Soft, Softmax::read(given)))),
    )
};

/// `nd.log_softmax`
pub static LOG_SOFTMAX: OpDef = OpDef {
    aliases: &["_npx_log_softmax"],
    ..OpDef::new("log_softmax", "The logarithm of softmax, computed stably.", DATA, Softmax::SCHEMA, |given| {
        without_length(Kind::Log, given)
    })
};

/// `nd.softmin`
pub static SOFTMIN: OpDef =
    OpDef::new("softmin", "The softmax of -x.", DATA, Softmax::SCHEMA, |given| without_length(Kind::Min, given));

fn without_length(kind: Kind, given: &mut crate::attrs::Given) -> Result<Rc<dyn Op>> {
    let attrs = Softmax::read(given);
    if attrs.use_length {
        return Err(Error::attr(given.op, "use_length", "True", "False: only softmax takes lengths"));
    }
    Ok(Rc::new(SoftmaxOp(kind, attrs)))
}

/// The array as (outer, n, inner) with the axis in the middle.
type Around = (usize, usize, usize);

impl SoftmaxOp {
    fn around(&self, shape: &Shape) -> Result<Around> {
        let axis = shape.axis(self.1.axis).ok_or_else(|| {
            Error::attr(self.def().name, "axis", self.1.axis, format!("an axis of data, whose shape is {shape}"))
        })?;
        Ok(shape.around(axis))
    }
    fn temperature(&self) -> f64 {
        let t = self.1.temperature.unwrap_or(1.0);
        if self.0 == Kind::Min { -t } else { t }
    }
}

impl Op for SoftmaxOp {
    fn def(&self) -> &'static OpDef {
        match self.0 {
            Kind::Soft => &SOFTMAX,
            Kind::Log => &LOG_SOFTMAX,
            Kind::Min => &SOFTMIN,
        }
    }
    fn arity(&self) -> Option<usize> {
        Some(if self.1.use_length { 2 } else { 1 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = &inputs[0].shape;
        self.around(shape)?;
        if self.1.temperature == Some(0.0) {
            return Err(Error::attr(self.def().name, "temperature", 0, "not 0"));
        }
        if let Some(length) = inputs.get(1) {
            let axis = shape.axis(self.1.axis);
            let mut expected: Shape = (0..shape.len()).filter(|&a| Some(a) != axis).map(|a| shape[a]).collect();
            if expected.is_empty() {
                expected = Shape::from([1]);
            }
            let because = format_args!("data has shape {shape}");
            crate::op::expect_shape(self.def(), 1, length, &expected, &because)?;
        }
        Ok(vec![Spec::new(shape.clone(), self.1.dtype.map_or(inputs[0].dtype, FloatType::dtype))])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let around = self.around(x[0].shape())?;
        // In the wider of both types.
        let dtype = match (x[0].dtype().compute(), y[0].dtype().compute()) {
            (DType::Float32, DType::Float32) => DType::Float32,
            _ => DType::Float64,
        };
        let mut data = x[0].cast(dtype)?;
        let lengths = x.get(1).map(Array::to_i64).transpose()?;
        let t = self.temperature();
        if let Some(lengths) = &lengths {
            // Elements that do not count are put where the exponential is 0.
            let out = if t < 0.0 { f64::INFINITY } else { f64::NEG_INFINITY };
            data = data.copied()?;
            fill_tails(&data, around, lengths, out);
        }
        let out = scratch_for(&y[0], dtype)?;
        forward(&data, around, t, self.0 == Kind::Log, &out);
        if let Some(lengths) = &lengths {
            fill_tails(&out, around, lengths, 0.0);
        }
        finish(&y[0], out)
    }
    fn keeps(&self) -> Keeps {
        Keeps::OUTPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None; grad.num_inputs()]);
        }
        let (y, g) = (grad.output(0), grad.head(0)?);
        let around = self.around(y.shape())?;
        let dx = gradient(&y, &g, around, self.temperature(), self.0 == Kind::Log, grad.fused())?;
        let mut grads = vec![None; grad.num_inputs()];
        grads[0] = Some(f::cast(&dx, grad.input_spec(0).dtype)?);
        Ok(grads)
    }
}

/// Sets the elements of each group from its length on.
fn fill_tails(x: &Array, (outer, n, inner): Around, lengths: &[i64], value: f64) {
    for_float!(x.dtype(), T => {
        let mut x = x.write::<T>();
        for o in 0..outer {
            for i in 0..inner {
                for k in lengths[o * inner + i].clamp(0, n as i64) as usize..n {
                    x[(o * n + k) * inner + i] = value as T;
                }
            }
        }
    });
}

/// Softmax or its logarithm of an array of `f32` or `f64`.
pub fn forward(x: &Array, (outer, n, inner): Around, temperature: f64, log: bool, y: &Array) {
    for_float!(x.dtype(), T => match log {
        false => kernels::softmax::softmax::<T>(&x.read(), outer, n, inner, temperature as T, &mut y.write()),
        true => kernels::softmax::log_softmax::<T>(&x.read(), outer, n, inner, temperature as T, &mut y.write()),
    });
}

/// The gradient of [`forward`] from its result and the head gradient.
pub fn gradient(y: &NDArray, g: &NDArray, around: Around, temperature: f64, log: bool, fused: bool) -> Result<NDArray> {
    let (outer, n, inner) = around;
    if fused && is_plain(y.dtype()) {
        let dx = like(y.array())?;
        for_float!(y.dtype(), T => {
            let (y, g, t) = (y.array().read::<T>(), g.array().read::<T>(), temperature as T);
            match log {
                false => kernels::softmax::softmax_backward::<T>(&y, &g, outer, n, inner, t, &mut dx.write()),
                true => kernels::softmax::log_softmax_backward::<T>(&y, &g, outer, n, inner, t, &mut dx.write()),
            }
        });
        return Ok(NDArray::new(dx));
    }
    let split = Shape::from([outer, n, inner]);
    let (y3, g3) = (f::reshape(y, &split)?, f::reshape(g, &split)?);
    let dx = match log {
        false => f::mul(&y3, &f::sub(&g3, &f::sum(&f::mul(&y3, &g3)?, &[1], true)?)?)?,
        true => f::sub(&g3, &f::mul(&f::apply(&unary::EXP, &y3)?, &f::sum(&g3, &[1], true)?)?)?,
    };
    f::reshape(&f::scale(&dx, 1.0 / temperature)?, y.shape())
}

/// `softmax(x)` over an axis.
pub fn softmax(x: &NDArray, axis: usize) -> Result<NDArray> {
    call(Kind::Soft, x, axis)
}

/// `log_softmax(x)` over an axis.
pub fn log_softmax(x: &NDArray, axis: usize) -> Result<NDArray> {
    call(Kind::Log, x, axis)
}

fn call(kind: Kind, x: &NDArray, axis: usize) -> Result<NDArray> {
    let attrs = Softmax { axis: axis as i64, temperature: None, dtype: None, use_length: false };
    crate::invoke::invoke1(SoftmaxOp(kind, attrs), std::slice::from_ref(x))
}

choice! {
    /// What sums to 1.
    pub enum ActivationMode {
        /// Each row: the last axis.
        Instance = "instance",
        /// The channels at each place.
        Channel = "channel",
    }
}

attrs! {
    /// What sums to 1.
    pub struct SoftmaxActivation {
        /// What sums to 1.
        mode: ActivationMode = ActivationMode::Instance,
    }
}

/// `nd.SoftmaxActivation`
pub static SOFTMAX_ACTIVATION: OpDef = OpDef::new(
    "SoftmaxActivation",
    "Softmax over the last axis, or over the channels.",
    DATA,
    SoftmaxActivation::SCHEMA,
    |given| Ok(Rc::new(SoftmaxActivation::read(given))),
);

impl SoftmaxActivation {
    fn around(&self, shape: &Shape) -> Around {
        match self.mode {
            ActivationMode::Instance => shape.around(shape.len() - 1),
            ActivationMode::Channel => shape.around(1),
        }
    }
}

impl Op for SoftmaxActivation {
    fn def(&self) -> &'static OpDef {
        &SOFTMAX_ACTIVATION
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        if inputs[0].shape.len() < 2 {
            let expected = "at least 2 dimensions (batch, channels, ...)";
            return Err(Error::shape("SoftmaxActivation", "data", &inputs[0].shape, expected));
        }
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        forward(&x[0], self.around(x[0].shape()), 1.0, false, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::OUTPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (y, g) = (grad.output(0), grad.head(0)?);
        let around = self.around(y.shape());
        Ok(vec![Some(gradient(&y, &g, around, 1.0, false, grad.fused())?)])
    }
}
