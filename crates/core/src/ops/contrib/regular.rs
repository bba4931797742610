//! A penalty on activations.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use crate::ops::functional as f;
use crate::ops::movement::moves;
use crate::ops::nn::support::{all_but, per_channel};
use crate::ops::scalar;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&KL_SPARSE];

attrs! {
    /// How sparse activations shall be.
    pub struct KlSparse {
        /// The wanted mean activation, between 0 and 1.
        sparseness_target: f32 = 0.1,
        /// The strength of the penalty.
        penalty: f32 = 0.001,
        /// How much of the moving average stays at each step.
        momentum: f32 = 0.9,
    }
}

/// `nd.IdentityAttachKLSparseReg`
pub static KL_SPARSE: OpDef = OpDef {
    states: &[1],
    ..OpDef::new(
        "IdentityAttachKLSparseReg",
        "A copy of the input (sigmoid activations). Backward moves the moving average of each channel, and adds to the gradient \
     that of the Kullback-Leibler divergence of the average from the target.",
        Inputs::Fixed(&[
            input("data", "(batch, channels, …), between 0 and 1."),
            input("moving_avg", "The moving average of each channel; backward writes it."),
        ]),
        KlSparse::SCHEMA,
        |given| Ok(Rc::new(KlSparse::read(given))),
    )
};

impl Op for KlSparse {
    moves!(KL_SPARSE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0];
        if data.shape.len() < 2 || !data.dtype.is_float() {
            return Err(Error::shape(KL_SPARSE.name, "data", &data.shape, "floats of at least 2 dimensions"));
        }
        expect_shape(&KL_SPARSE, 1, &inputs[1], &Shape::from([data.shape[1]]), &"data has so many channels")?;
        Ok(vec![data.clone()])
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        if let Some(&channels) = inputs[0].as_ref().and_then(|data| data.get(1)) {
            inputs[1].get_or_insert([channels].into());
        }
    }
    fn widens_gradient(&self) -> bool {
        false
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (x, state) = (grad.input(0), grad.input(1));
        let (rank, target, momentum) = (x.shape().len(), f64::from(self.sparseness_target), f64::from(self.momentum));
        let kept = f::cast(&per_channel(&state.detach(), rank, 1)?, x.dtype())?;
        let mean = f::mean(&x, &all_but(1, rank), true)?;
        let moved = f::add(&f::scale(&kept, momentum)?, &f::scale(&mean, 1.0 - momentum)?)?;
        state.array().bytes_mut().copy_from_slice(&moved.array().cast(state.dtype())?.bytes());
        let off = scalar::call(&scalar::RDIV, &f::one_minus(&moved)?, 1.0 - target)?;
        let slope = f::sub(&off, &scalar::call(&scalar::RDIV, &moved, target)?)?;
        Ok(vec![Some(f::add(&grad.head(0)?, &f::scale(&slope, self.penalty.into())?)?), None])
    }
}
