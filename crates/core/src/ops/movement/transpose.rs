//! Reordering axes.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_width;
use crate::op::{Compute, DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&TRANSPOSE, &SWAP_AXIS];

fn permute(x: &Array, order: &[usize], y: &Array) {
    for_width!(x.dtype(), E => kernels::movement::transpose::<E>(&x.read(), x.shape(), order, &mut y.write()));
}

/// The order that undoes an order.
fn inverse(order: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; order.len()];
    order.iter().enumerate().for_each(|(i, &a)| inverse[a] = i);
    inverse
}

attrs! {
    /// Reorders axes.
    pub struct Transpose {
        /// The axes of the input in the order that the result has them; empty for the reverse order.
        axes: Tuple = Tuple(Vec::new()),
    }
}

/// `nd.transpose`
pub static TRANSPOSE: OpDef =
    OpDef::new("transpose", "The axes in another order; reversed by default.", DATA, Transpose::SCHEMA, |given| {
        Ok(Rc::new(Transpose::read(given)))
    });

impl Transpose {
    fn order(&self, shape: &Shape) -> Result<Vec<usize>> {
        if self.axes.0.is_empty() {
            return Ok((0..shape.len()).rev().collect());
        }
        let order: Option<Vec<usize>> = self.axes.0.iter().map(|&a| shape.axis(a)).collect();
        order.filter(|o| o.len() == shape.len() && (0..o.len()).all(|a| o.contains(&a))).ok_or_else(|| {
            Error::attr(
                "transpose",
                "axes",
                crate::attrs::AttrValue::text(&self.axes),
                format!("a permutation of the axes of shape {shape}"),
            )
        })
    }
}

impl Op for Transpose {
    fn def(&self) -> &'static OpDef {
        &TRANSPOSE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = &inputs[0].shape;
        Ok(vec![Spec::new(self.order(shape)?.iter().map(|&a| shape[a]).collect(), inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        permute(&x[0], &self.order(x[0].shape())?, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let order = self.order(&grad.input_spec(0).shape)?;
        Ok(vec![Some(f::transpose(&grad.head(0)?, &inverse(&order))?)])
    }
}

attrs! {
    /// Exchanges two axes.
    pub struct SwapAxis {
        /// One axis.
        dim1: i64 = 0,
        /// The other axis.
        dim2: i64 = 0,
    }
}

/// `nd.swapaxes`
pub static SWAP_AXIS: OpDef = OpDef {
    aliases: &["swapaxes", "_npi_swapaxes"],
    ..OpDef::new("SwapAxis", "Exchanges two axes.", DATA, SwapAxis::SCHEMA, |given| Ok(Rc::new(SwapAxis::read(given))))
};

impl SwapAxis {
    fn order(&self, shape: &Shape) -> Result<Vec<usize>> {
        let place = |name, axis| {
            shape.axis(axis).ok_or_else(|| Error::attr("SwapAxis", name, axis, format!("an axis of shape {shape}")))
        };
        let mut order: Vec<usize> = (0..shape.len()).collect();
        order.swap(place("dim1", self.dim1)?, place("dim2", self.dim2)?);
        Ok(order)
    }
}

impl Op for SwapAxis {
    fn def(&self) -> &'static OpDef {
        &SWAP_AXIS
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = &inputs[0].shape;
        Ok(vec![Spec::new(self.order(shape)?.iter().map(|&a| shape[a]).collect(), inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        permute(&x[0], &self.order(x[0].shape())?, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        // An exchange undoes itself.
        let order = self.order(&grad.input_spec(0).shape)?;
        Ok(vec![Some(f::transpose(&grad.head(0)?, &order)?)])
    }
}
