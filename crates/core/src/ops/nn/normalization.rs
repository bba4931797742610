//! Normalisation by a norm: L2Normalization and LRN.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::choice;
use crate::error::{Error, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::nn::pooling::{PoolType, Pooling};
use crate::ops::reduce::reduced_shape;
use crate::ops::unary;
use crate::shape::Shape;
use kernels::norm::Channels;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&L2_NORMALIZATION, &LRN];

choice! {
    /// What is normalised together.
    pub enum NormMode {
        /// The channels at each place.
        Channel = "channel",
        /// Each example.
        Instance = "instance",
        /// Each channel of each example.
        Spatial = "spatial",
    }
}

attrs! {
    /// What is normalised together.
    pub struct L2Normalization {
        /// Added to the sum of squares.
        eps: f32 = 1e-10,
        /// What is normalised together.
        mode: NormMode = NormMode::Instance,
    }
}

/// `nd.L2Normalization`
pub static L2_NORMALIZATION: OpDef = OpDef {
    ..OpDef::new(
        "L2Normalization",
        "x/√(Σx² + eps) over each example, over the channels, or over the places of each channel.",
        DATA,
        L2Normalization::SCHEMA,
        |given| Ok(Rc::new(L2Normalization::read(given))),
    )
};

impl L2Normalization {
    fn axes(&self, rank: usize) -> Vec<usize> {
        match self.mode {
            NormMode::Instance => (1..rank).collect(),
            NormMode::Channel => vec![1],
            NormMode::Spatial => (2..rank).collect(),
        }
    }
    /// The norm with the axes kept.
    fn norm(&self, x: &NDArray) -> Result<NDArray> {
        let squares = f::sum(&f::apply(&unary::SQUARE, x)?, &self.axes(x.shape().len()), true)?;
        f::apply(&unary::SQRT, &f::shift(&squares, self.eps.into())?)
    }
}

impl Op for L2Normalization {
    fn def(&self) -> &'static OpDef {
        &L2_NORMALIZATION
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = &inputs[0].shape;
        let least = if self.mode == NormMode::Instance { 2 } else { 3 };
        if shape.len() < least {
            return Err(Error::shape("L2Normalization", "data", shape, format!("at least {least} dimensions")));
        }
        let norm = reduced_shape(shape, &self.axes(shape.len()), false);
        Ok(vec![inputs[0].clone(), Spec::new(norm, inputs[0].dtype)])
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1)
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let x = NDArray::new(x[0].clone());
        let norm = self.norm(&x)?;
        y[0].assign(f::div(&x, &norm)?.array().clone());
        y[1].assign(norm.array().clone());
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (x, g) = (grad.input(0), grad.head(0)?);
        let norm = self.norm(&x)?;
        let y = f::div(&x, &norm)?;
        let along = f::sum(&f::mul(&g, &y)?, &self.axes(x.shape().len()), true)?;
        Ok(vec![Some(f::div(&f::sub(&g, &f::mul(&y, &along)?)?, &norm)?)])
    }
}

attrs! {
    /// The constants of the normalisation.
    pub struct Lrn {
        /// The factor of the mean of squares.
        alpha: f32 = 1e-4,
        /// The exponent.
        beta: f32 = 0.75,
        /// The constant added.
        knorm: f32 = 2.0,
        /// How many neighbouring channels count; odd.
        nsize: usize,
    }
}

/// `nd.LRN`
pub static LRN: OpDef = OpDef {
    ..OpDef::new(
        "LRN",
        "Local response normalisation: x/(knorm + alpha/nsize·Σx²)^beta, summed over nsize neighbouring channels.",
        DATA,
        Lrn::SCHEMA,
        |given| Ok(Rc::new(Lrn::read(given))),
    )
};

impl Lrn {
    /// The sum over neighbouring channels. It is its own transpose.
    fn neighbours(&self, x: &NDArray) -> Result<NDArray> {
        // Channels and places as the two dimensions of an image.
        let (batch, channels, inner) = x.shape().around(1);
        let image = f::reshape(x, &Shape::from([batch, 1, channels, inner]))?;
        let (n, half) = (self.nsize as i64, self.nsize as i64 / 2);
        let pooling = Pooling {
            kernel: Tuple(vec![n, 1]),
            pad: Tuple(vec![half, 0]),
            pool_type: PoolType::Sum,
            ..Pooling::default()
        };
        f::reshape(&crate::invoke::invoke1(pooling, &[image])?, x.shape())
    }
    /// The scale to the power of -beta; of the usual one in square roots, which take a tenth of the time.
    fn power(&self, scale: &NDArray) -> Result<NDArray> {
        if self.beta != 0.75 {
            return f::pow_scalar(scale, -f64::from(self.beta));
        }
        let root = f::apply(&unary::RSQRT, scale)?;
        f::mul(&root, &f::apply(&unary::SQRT, &root)?)
    }
    /// What the sum of squares is multiplied by.
    fn factor(&self) -> f64 {
        f64::from(self.alpha) / self.nsize as f64
    }
    /// What is raised to the power.
    fn scale(&self, x: &NDArray) -> Result<NDArray> {
        let sum = self.neighbours(&f::apply(&unary::SQUARE, x)?)?;
        f::shift(&f::scale(&sum, self.factor())?, self.knorm.into())
    }
}

impl Op for Lrn {
    fn def(&self) -> &'static OpDef {
        &LRN
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        if self.nsize.is_multiple_of(2) {
            return Err(Error::attr("LRN", "nsize", self.nsize, "an odd number"));
        }
        if inputs[0].shape.len() != 4 {
            let expected = "4 dimensions (batch, channels, height, width)";
            return Err(Error::shape("LRN", "data", &inputs[0].shape, expected));
        }
        Ok(vec![inputs[0].clone(), inputs[0].clone()])
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1)
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (outer, channels, inner) = x[0].shape().around(1);
        for_float!(x[0].dtype(), T => kernels::norm::response_scale::<T>(
            Channels { outer, channels, inner },
            self.nsize,
            self.factor() as T,
            self.knorm as T,
            &x[0].read(),
            &mut y[1].write(),
        ));
        let power = self.power(&NDArray::new(y[1].clone()))?;
        y[0].assign(f::mul(&NDArray::new(x[0].clone()), &power)?.array().clone());
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (x, g, beta) = (grad.input(0), grad.head(0)?, f64::from(self.beta));
        let scale = self.scale(&x)?;
        let power = f::mul(&g, &self.power(&scale)?)?;
        // The other elements' scales change with x too.
        let others = self.neighbours(&f::div(&f::mul(&power, &x)?, &scale)?)?;
        let factor = 2.0 * f64::from(self.alpha) * beta / self.nsize as f64;
        Ok(vec![Some(f::sub(&power, &f::scale(&f::mul(&x, &others)?, factor)?)?)])
    }
}
