//! Repeating elements and whole tensors.

use super::gather;
use super::moves;
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::op::{DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&TILE, &REPEAT];

attrs! {
    /// How often the tensor stands along each axis.
    pub struct Tile {
        /// The repetitions along each axis, positive. Missing leading ones are 1; longer than the shape, they add axes.
        reps: Tuple,
    }
}

/// `nd.tile`
pub static TILE: OpDef = OpDef {
    aliases: &["_npi_tile"],
    ..OpDef::new("tile", "The tensor repeated as a whole along axes.", DATA, Tile::SCHEMA, |given| {
        Ok(Rc::new(Tile::read(given)))
    })
};

impl Tile {
    /// The input's shape and the repetitions, of equal lengths.
    fn aligned(&self, shape: &Shape) -> Result<(Shape, Shape)> {
        let reps = self.reps.sizes().filter(|r| !r.contains(&0));
        let reps = reps.ok_or_else(|| Error::attr("tile", "reps", self.reps.text(), "positive numbers"))?;
        let n = shape.len().max(reps.len());
        let lead = |dims: &[usize]| std::iter::repeat_n(1, n - dims.len()).chain(dims.iter().copied()).collect();
        Ok((lead(shape), lead(&reps)))
    }
}

impl Op for Tile {
    moves!(TILE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (shape, reps) = self.aligned(&inputs[0].shape)?;
        Ok(vec![Spec::new(shape.iter().zip(reps.iter()).map(|(d, r)| d * r).collect(), inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (shape, reps) = self.aligned(x[0].shape())?;
        let apart = shape.iter().zip(reps.iter()).flat_map(|(&d, &r)| [r, d]).collect();
        let strides: Vec<isize> = shape.strides().iter().flat_map(|&s| [0, s as isize]).collect();
        gather(&x[0], 0, &strides, &y[0].reshaped(apart));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        // Every axis apart into (repetitions, size), then the sum over the repetitions.
        let (shape, reps) = self.aligned(&grad.input_spec(0).shape)?;
        let apart: Shape = shape.iter().zip(reps.iter()).flat_map(|(&d, &r)| [r, d]).collect();
        let axes: Vec<usize> = (0..shape.len()).map(|i| 2 * i).collect();
        let sum = f::sum(&f::reshape(&grad.head(0)?, &apart)?, &axes, false)?;
        Ok(vec![Some(f::reshape(&sum, &grad.input_spec(0).shape)?)])
    }
}

attrs! {
    /// How often elements are repeated.
    pub struct Repeat {
        /// How often each element is repeated.
        repeats: usize,
        /// The axis along which; negative ones count from the end. None repeats the elements of the flattened tensor.
        axis: Option<i64> = None,
    }
}

/// `nd.repeat`
pub static REPEAT: OpDef = OpDef {
    aliases: &["_np_repeat"],
    ..OpDef::new("repeat", "Each element several times in a row.", DATA, Repeat::SCHEMA, |given| {
        Ok(Rc::new(Repeat::read(given)))
    })
};

impl Repeat {
    /// `(outer, n, inner)` of the input and the shape of the result.
    fn plan(&self, shape: &Shape) -> Result<((usize, usize, usize), Shape)> {
        let Some(axis) = self.axis else {
            return Ok(((1, shape.size(), 1), Shape::from([shape.size() * self.repeats])));
        };
        let axis = axes_of("repeat", "axis", &[axis], shape)?[0];
        let mut out = shape.clone();
        out[axis] *= self.repeats;
        Ok((shape.around(axis), out))
    }
}

impl Op for Repeat {
    moves!(REPEAT);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.plan(&inputs[0].shape)?.1, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (outer, n, inner) = self.plan(x[0].shape())?.0;
        let strides = [n * inner, inner, 0, 1].map(|s| s as isize);
        gather(&x[0], 0, &strides, &y[0].reshaped([outer, n, self.repeats, inner].into()));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let (outer, n, inner) = self.plan(shape)?.0;
        let apart = Shape::from([outer, n, self.repeats, inner]);
        let sum = f::sum(&f::reshape(&grad.head(0)?, &apart)?, &[2], false)?;
        Ok(vec![Some(f::reshape(&sum, shape)?)])
    }
}
