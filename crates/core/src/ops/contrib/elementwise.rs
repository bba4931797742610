//! Elementwise functions, some with a gradient that is not that of what they compute.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::Result;
use crate::ndarray::NDArray;
use crate::op::{Compute, DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::matrix::composite;
use crate::ops::movement::moves;
use crate::ops::{scalar, unary};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&QUADRATIC, &GRADIENT_MULTIPLIER, &ROUND_STE, &SIGN_STE, &DIV_SQRT_DIM];

attrs! {
    /// The coefficients.
    pub struct Quadratic {
        /// The factor of x².
        a: f32 = 0.0,
        /// The factor of x.
        b: f32 = 0.0,
        /// The constant.
        c: f32 = 0.0,
    }
}

/// `nd.contrib.quadratic`
pub static QUADRATIC: OpDef = OpDef::new("_contrib_quadratic", "a·x² + b·x + c.", DATA, Quadratic::SCHEMA, |given| {
    Ok(Rc::new(Quadratic::read(given)))
});

impl Quadratic {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let slope = f::shift(&f::scale(&x[0], self.a.into())?, self.b.into())?;
        f::shift(&f::mul(&x[0], &slope)?, self.c.into())
    }
}

impl Op for Quadratic {
    composite!(QUADRATIC);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
}

attrs! {
    /// The factor on the gradient.
    pub struct GradientMultiplier {
        /// The factor on the gradient.
        scalar: f64 = 1.0,
        /// Accepted for MXNet's sake.
        is_int: bool = true,
    }
}

/// `nd.contrib.gradientmultiplier`
pub static GRADIENT_MULTIPLIER: OpDef = OpDef::new(
    "_contrib_gradientmultiplier",
    "A copy of the input, whose gradient is multiplied by a number; a negative one reverses it.",
    DATA,
    GradientMultiplier::SCHEMA,
    |given| Ok(Rc::new(GradientMultiplier::read(given))),
);

impl Op for GradientMultiplier {
    moves!(GRADIENT_MULTIPLIER);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(f::scale(&grad.head(0)?, self.scalar)?)])
    }
}

/// A step function whose gradient passes straight through.
struct StraightThrough(&'static OpDef, &'static unary::Row);

/// `nd.contrib.round_ste`
pub static ROUND_STE: OpDef = OpDef {
    aliases: &["_sparse__contrib_round_ste"],
    ..OpDef::new("_contrib_round_ste", "The nearest integer; the gradient passes straight through.", DATA, &[], |_| {
        Ok(Rc::new(StraightThrough(&ROUND_STE, &unary::ROUND)))
    })
};

/// `nd.contrib.sign_ste`
pub static SIGN_STE: OpDef = OpDef {
    aliases: &["_sparse__contrib_sign_ste"],
    ..OpDef::new("_contrib_sign_ste", "The sign: -1, 0 or 1; the gradient passes straight through.", DATA, &[], |_| {
        Ok(Rc::new(StraightThrough(&SIGN_STE, &unary::SIGN)))
    })
};

impl Op for StraightThrough {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, inputs: &[Array]) -> Compute {
        unary::UnaryOp(self.1).compute(inputs)
    }
    fn forward(&self, run: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        unary::UnaryOp(self.1).forward(run, x, y)
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(grad.head(0)?)])
    }
}

/// The operator `_contrib_div_sqrt_dim`.
struct DivSqrtDim;

/// `nd.contrib.div_sqrt_dim`
pub static DIV_SQRT_DIM: OpDef = OpDef::new(
    "_contrib_div_sqrt_dim",
    "The tensor divided by the square root of the size of its last axis, as attention scales its scores.",
    DATA,
    &[],
    |_| Ok(Rc::new(DivSqrtDim)),
);

impl DivSqrtDim {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let last = x[0].shape().last().copied().unwrap_or(1);
        scalar::call(&scalar::DIV, &x[0], libm::sqrt(last as f64))
    }
}

impl Op for DivSqrtDim {
    composite!(DIV_SQRT_DIM);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
}
