//! One element (or several) of each line along an axis: picking, and what sorting and its gradients read with.

use super::{Range, check_axis, float_data};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::movement::moves;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use crate::{for_float, for_width};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&PICK, &BATCH_TAKE, &TAKE_ALONG, &SCATTER_ALONG];

const ALONG: Inputs = Inputs::Fixed(&[input("data", "The tensor."), input("indices", "Places along the axis.")]);

attrs! {
    /// Along which axis.
    pub struct TakeAlong {
        /// The axis.
        axis: usize,
        /// What becomes of an index out of range.
        mode: Range = Range::Clip,
    }
}

/// `data[…, indices[…, j, …], …]`
pub static TAKE_ALONG: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_take_along",
        "The elements of each line along an axis at the indices, which have data's shape but for the axis.",
        ALONG,
        TakeAlong::SCHEMA,
        |given| Ok(Rc::new(TakeAlong::read(given))),
    )
};

/// The elements at `indices` along an axis.
pub fn take_along(x: &NDArray, indices: &NDArray, axis: usize, mode: Range) -> Result<NDArray> {
    crate::invoke::invoke1(TakeAlong { axis, mode }, &[x.clone(), indices.clone()])
}

/// Zeros with `size` elements along the axis, to which `x` is added at `indices`: the transpose of [`take_along`].
pub fn scatter_along(x: &NDArray, indices: &NDArray, axis: usize, size: usize, mode: Range) -> Result<NDArray> {
    crate::invoke::invoke1(ScatterAlong { axis, size, mode }, &[x.clone(), indices.clone()])
}

/// Reads `y` at `indices` along an axis of `x`.
pub fn read_along(x: &Array, axis: usize, indices: &[i64], k: usize, mode: Range, y: &Array) {
    let (_, n, inner) = x.shape().around(axis);
    for_width!(x.dtype(), E => {
        kernels::along::take::<E>(&x.read(), n, k, inner, indices, mode.kernel(), &mut y.write())
    });
}

/// Checks that two shapes differ at most along an axis.
fn same_but(op: &'static OpDef, i: usize, got: &Shape, other: &Shape, axis: usize) -> Result<()> {
    let fits = |a: usize| a == axis || got[a] == other[a];
    if axis < other.len() && got.len() == other.len() && (0..got.len()).all(fits) {
        return Ok(());
    }
    Err(Error::shape(op.name, &op.input_name(i), got, format!("{other} at all axes but {axis}")))
}

impl Op for TakeAlong {
    moves!(TAKE_ALONG);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (x, indices) = (&inputs[0], &inputs[1].shape);
        same_but(&TAKE_ALONG, 1, indices, &x.shape, self.axis)?;
        check_axis("_take_along", "data", &x.shape, self.axis, indices.size())?;
        Ok(vec![Spec::new(indices.clone(), x.dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        read_along(&x[0], self.axis, &x[1].to_i64()?, x[1].shape()[self.axis], self.mode, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !grad.needs(0) {
            return Ok(vec![None, None]);
        }
        let size = grad.input_spec(0).shape[self.axis];
        Ok(vec![Some(scatter_along(&grad.head(0)?, &grad.input(1), self.axis, size, self.mode)?), None])
    }
}

attrs! {
    /// Along which axis, and how long it is.
    pub struct ScatterAlong {
        /// The axis.
        axis: usize,
        /// The size of the axis in the result.
        size: usize,
        /// What becomes of an index out of range.
        mode: Range = Range::Clip,
    }
}

/// The gradient of taking along an axis.
pub static SCATTER_ALONG: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_scatter_along",
        "Zeros to which the data, of the indices' shape, is added at the indices along an axis.",
        ALONG,
        ScatterAlong::SCHEMA,
        |given| Ok(Rc::new(ScatterAlong::read(given))),
    )
};

impl Op for ScatterAlong {
    fn def(&self) -> &'static OpDef {
        &SCATTER_ALONG
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (x, indices) = (&inputs[0], &inputs[1].shape);
        crate::op::expect_shape(&SCATTER_ALONG, 0, x, indices, &"the indices have this shape")?;
        let mut shape = x.shape.clone();
        match shape.get_mut(self.axis) {
            Some(size) => *size = self.size,
            None => return Err(Error::attr("_scatter_along", "axis", self.axis, format!("an axis of shape {shape}"))),
        }
        check_axis("_scatter_along", "data", &shape, self.axis, indices.size())?;
        Ok(vec![Spec::new(shape, x.dtype)])
    }
    fn compute(&self, inputs: &[Array]) -> Compute {
        float_data(&inputs[0])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (_, k, inner) = x[0].shape().around(self.axis);
        let (indices, mode) = (x[1].to_i64()?, self.mode.kernel());
        y[0].bytes_mut().fill(0);
        for_float!(x[0].dtype(), T => {
            kernels::along::scatter_add::<T>(&x[0].read(), self.size, k, inner, &indices, mode, &mut y[0].write())
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
        Ok(vec![Some(take_along(&grad.head(0)?, &grad.input(1), self.axis, self.mode)?), None])
    }
}

attrs! {
    /// How elements are picked.
    pub struct Pick {
        /// The axis; negative ones count from the end.
        axis: Option<i64> = Some(-1),
        /// Whether the axis stays, with size 1.
        keepdims: bool = false,
        /// What becomes of an index out of range: the nearest one, or modulo the size.
        mode: Range = Range::Clip,
    }
}

/// `nd.pick`
pub static PICK: OpDef = OpDef {
    aliases: &["_npx_pick", "choose_element_0index"],
    ..OpDef::new(
        "pick",
        "One element of each line along an axis.",
        Inputs::Fixed(&[
            input("data", "The tensor."),
            input("index", "Where along the axis; of data's shape without the axis, or with size 1 there."),
        ]),
        Pick::SCHEMA,
        |given| Ok(Rc::new(Pick::read(given))),
    )
};

impl Pick {
    /// The axis and data's shape with size 1 there.
    fn plan(&self, shape: &Shape) -> Result<(usize, Shape)> {
        let axis = self.axis.ok_or_else(|| Error::attr("pick", "axis", "None", "an axis"))?;
        let axis = axes_of("pick", "axis", &[axis], shape)?[0];
        let mut kept = shape.clone();
        kept[axis] = 1;
        Ok((axis, kept))
    }
}

/// A shape without an axis; (1,) when nothing is left.
fn without(shape: &Shape, axis: usize) -> Shape {
    let mut rest = shape.clone();
    rest.remove(axis);
    if rest.is_empty() { Shape::from([1]) } else { rest }
}

/// The gradient of picking from input 0 at input 1: the head gradient where elements were picked.
fn scatter_picked(grad: &Grad, axis: usize, kept: &Shape, mode: Range) -> Gradients {
    if !grad.needs(0) {
        return Ok(vec![None, None]);
    }
    let (g, index) = (f::reshape(&grad.head(0)?, kept)?, f::reshape(&grad.input(1), kept)?);
    Ok(vec![Some(scatter_along(&g, &index, axis, grad.input_spec(0).shape[axis], mode)?), None])
}

impl Op for Pick {
    moves!(PICK);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (x, index) = (&inputs[0], &inputs[1].shape);
        let (axis, kept) = self.plan(&x.shape)?;
        let rest = without(&x.shape, axis);
        if *index != rest && *index != kept {
            return Err(Error::shape(
                "pick",
                "index",
                index,
                format!("{rest} or {kept}, as data has shape {}", x.shape),
            ));
        }
        check_axis("pick", "data", &x.shape, axis, index.size())?;
        Ok(vec![Spec::new(if self.keepdims { kept } else { rest }, x.dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (axis, _) = self.plan(x[0].shape())?;
        read_along(&x[0], axis, &x[1].to_i64()?, 1, self.mode, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (axis, kept) = self.plan(&grad.input_spec(0).shape)?;
        scatter_picked(grad, axis, &kept, self.mode)
    }
}

/// The operator `batch_take`.
pub struct BatchTake;

/// `nd.batch_take`
pub static BATCH_TAKE: OpDef = OpDef::new(
    "batch_take",
    "One element of each row: a[i, indices[i]]. Indices out of range are clipped.",
    Inputs::Fixed(&[input("a", "A matrix (n, m)."), input("indices", "The column for each row, (n,).")]),
    &[],
    |_| Ok(Rc::new(BatchTake)),
);

impl Op for BatchTake {
    fn def(&self) -> &'static OpDef {
        &BATCH_TAKE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (a, indices) = (&inputs[0], &inputs[1]);
        if a.shape.len() != 2 {
            return Err(Error::shape("batch_take", "a", &a.shape, "two axes"));
        }
        let because = format_args!("a has shape {}", a.shape);
        crate::op::expect_shape(&BATCH_TAKE, 1, indices, &Shape::from([a.shape[0]]), &because)?;
        check_axis("batch_take", "a", &a.shape, 1, indices.shape.size())?;
        Ok(vec![Spec::new(indices.shape.clone(), a.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        read_along(&x[0], 1, &x[1].to_i64()?, 1, Range::Clip, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b10)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let rows = grad.input_spec(0).shape[0];
        scatter_picked(grad, 1, &Shape::from([rows, 1]), Range::Clip)
    }
}
