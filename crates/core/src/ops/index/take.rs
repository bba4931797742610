//! Taking slices of a tensor by index.

use super::{check_axis, float_data};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::create::shape_attr;
use crate::ops::functional::tuple;
use crate::ops::movement::moves;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use crate::{choice, for_float, for_width};
use kernels::index::Mode;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&TAKE, &TAKE_GRAD];

choice! {
    /// What becomes of an index out of range.
    pub enum TakeMode {
        /// The nearest valid one.
        Clip = "clip",
        /// An error.
        Raise = "raise",
        /// Modulo the size of the axis.
        Wrap = "wrap",
    }
}

impl TakeMode {
    fn kernel(self) -> Mode {
        if self == TakeMode::Wrap { Mode::Wrap } else { Mode::Clip }
    }
}

attrs! {
    /// Along which axis slices are taken.
    pub struct Take {
        /// The axis; negative ones count from the end.
        axis: i64 = 0,
        /// What becomes of an index out of range: the nearest one (so that -1 is 0), modulo the size, or an error.
        mode: TakeMode = TakeMode::Clip,
    }
}

/// `nd.take`
pub static TAKE: OpDef = OpDef {
    aliases: &["_npi_take"],
    ..OpDef::new(
        "take",
        "The slices of `a` at the indices along an axis: the axis is replaced by the shape of the indices.",
        Inputs::Fixed(&[input("a", "The tensor."), input("indices", "Whole numbers of any dtype.")]),
        Take::SCHEMA,
        |given| Ok(Rc::new(Take::read(given))),
    )
};

/// Reads slices of `x`, seen as (outer, n, inner), into `y`.
pub fn read_slices(x: &Array, (outer, n, inner): (usize, usize, usize), indices: &[i64], mode: Mode, y: &Array) {
    let size = indices.len() * inner;
    for_width!(x.dtype(), E => {
        let (x, mut y) = (x.read::<E>(), y.write::<E>());
        for o in 0..outer {
            kernels::index::gather_rows(&x[o * n * inner..], n, inner, indices, mode, &mut y[o * size..][..size]);
        }
    });
}

/// The rows of `x` at the indices.
pub fn take_rows(x: &NDArray, indices: &NDArray) -> Result<NDArray> {
    crate::invoke::invoke1(Take { axis: 0, mode: TakeMode::Clip }, &[x.clone(), indices.clone()])
}

/// `shape` with the axis replaced by the shape of the indices.
fn taken(shape: &Shape, axis: usize, indices: &Shape) -> Shape {
    shape[..axis].iter().chain(indices.iter()).chain(&shape[axis + 1..]).copied().collect()
}

impl Op for Take {
    moves!(TAKE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let axis = axes_of("take", "axis", &[self.axis], &inputs[0].shape)?[0];
        check_axis("take", "a", &inputs[0].shape, axis, inputs[1].shape.size())?;
        Ok(vec![Spec::new(taken(&inputs[0].shape, axis, &inputs[1].shape), inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let axis = axes_of("take", "axis", &[self.axis], x[0].shape())?[0];
        let (outer, n, inner) = x[0].shape().around(axis);
        let indices = x[1].to_i64()?;
        if self.mode == TakeMode::Raise
            && let Some(wrong) = indices.iter().find(|i| !(0..n as i64).contains(i))
        {
            let message = format!("index {wrong} is out of range for axis {axis} of a's shape {}", x[0].shape());
            return Err(Error::value("take", message));
        }
        read_slices(&x[0], (outer, n, inner), &indices, self.mode.kernel(), &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        let first = self.axis == 0 && self.mode != TakeMode::Wrap;
        if first && grad.give_rows(0, &grad.input(1), || grad.head(0))? {
            return Ok(vec![None, None]);
        }
        let op = TakeGrad { axis: self.axis, mode: self.mode, shape: tuple(&grad.input_spec(0).shape) };
        Ok(vec![Some(crate::invoke::invoke1(op, &[grad.head(0)?, grad.input(1)])?), None])
    }
}

attrs! {
    /// From where slices were taken.
    pub struct TakeGrad {
        /// The axis.
        axis: i64 = 0,
        /// What became of an index out of range.
        mode: TakeMode = TakeMode::Clip,
        /// The shape of the whole.
        shape: Tuple,
    }
}

/// The gradient of taking slices.
pub static TAKE_GRAD: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_take_grad",
        "Zeros of `shape` to which the slices of the data are added at the indices along an axis.",
        Inputs::Fixed(&[input("data", "The slices."), input("indices", "Where they belong.")]),
        TakeGrad::SCHEMA,
        |given| Ok(Rc::new(TakeGrad::read(given))),
    )
};

impl Op for TakeGrad {
    fn def(&self) -> &'static OpDef {
        &TAKE_GRAD
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = shape_attr("_take_grad", &self.shape)?;
        let axis = axes_of("_take_grad", "axis", &[self.axis], &shape)?[0];
        let slices = taken(&shape, axis, &inputs[1].shape);
        crate::op::expect_shape(&TAKE_GRAD, 0, &inputs[0], &slices, &"the indices take this")?;
        check_axis("_take_grad", "data", &shape, axis, inputs[1].shape.size())?;
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn compute(&self, inputs: &[Array]) -> Compute {
        float_data(&inputs[0])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let axis = axes_of("_take_grad", "axis", &[self.axis], y[0].shape())?[0];
        let (outer, n, inner) = y[0].shape().around(axis);
        let indices = x[1].to_i64()?;
        y[0].bytes_mut().fill(0);
        for_float!(x[0].dtype(), T => {
            let (x, mut y) = (x[0].read::<T>(), y[0].write::<T>());
            for o in 0..outer {
                let (x, y) = (&x[o * indices.len() * inner..], &mut y[o * n * inner..][..n * inner]);
                kernels::index::scatter_add_rows(x, &indices, n, inner, self.mode.kernel(), y);
            }
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        let op = Take { axis: self.axis, mode: self.mode };
        Ok(vec![Some(crate::invoke::invoke1(op, &[grad.head(0)?, grad.input(1)])?), None])
    }
}
