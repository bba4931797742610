//! Copies of a tensor with a part replaced, and reversing.

use super::moves;
use super::slice::{View, slice_view, view};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{OptionalTuple, Tuple};
use crate::autograd::Grad;
use crate::error::Result;
use crate::op::{DATA, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::create::fill;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SLICE_ASSIGN, &SLICE_ASSIGN_SCALAR, &REVERSE];

attrs! {
    /// Bounds of the part to replace.
    pub struct SliceAssign {
        /// The first index along each of the leading axes; negative ones count from the end, None is the start.
        begin: OptionalTuple,
        /// The end (not included) along these axes; None is the end of the axis.
        end: OptionalTuple,
        /// The distance between indices; negative ones go backwards. None and an empty list mean 1.
        step: OptionalTuple = OptionalTuple(Vec::new()),
    }
}

/// `x[begin:end:step] = y`
pub static SLICE_ASSIGN: OpDef = OpDef {
    aliases: &["_crop_assign", "_npi_slice_assign"],
    ..OpDef::new(
        "_slice_assign",
        "lhs with the part begin:end:step replaced by rhs.",
        Inputs::Fixed(&[input("lhs", "The whole."), input("rhs", "The part, of lhs's dtype.")]),
        SliceAssign::SCHEMA,
        |given| Ok(Rc::new(SliceAssign::read(given))),
    )
};

impl SliceAssign {
    fn view(&self, shape: &Shape) -> Result<View> {
        slice_view("_slice_assign", shape, &self.begin, &self.end, &self.step)
    }
}

impl Op for SliceAssign {
    moves!(SLICE_ASSIGN);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        crate::op::same_dtype(&SLICE_ASSIGN, inputs)?;
        let part = self.view(&inputs[0].shape)?.size().clone();
        crate::op::expect_shape(&SLICE_ASSIGN, 1, &inputs[1], &part, &"begin, end and step name this part of lhs")?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        self.view(x[0].shape())?.write(&x[1], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let g = grad.head(0)?;
        let rest = || {
            let (begin, end, step) = (self.begin.clone(), self.end.clone(), self.step.clone());
            crate::invoke::invoke1(SliceAssignScalar { scalar: 0.0, begin, end, step }, std::slice::from_ref(&g))
        };
        Ok(vec![
            grad.needs(0).then(rest).transpose()?,
            grad.needs(1).then(|| view(&g, &self.view(g.shape())?)).transpose()?,
        ])
    }
}

attrs! {
    /// The number to set, and bounds of the part to replace.
    pub struct SliceAssignScalar {
        /// The number, cast to the dtype.
        scalar: f64 = 0.0,
        /// The first index along each of the leading axes; negative ones count from the end, None is the start.
        begin: OptionalTuple,
        /// The end (not included) along these axes; None is the end of the axis.
        end: OptionalTuple,
        /// The distance between indices; negative ones go backwards. None and an empty list mean 1.
        step: OptionalTuple = OptionalTuple(Vec::new()),
    }
}

/// `x[begin:end:step] = number`
pub static SLICE_ASSIGN_SCALAR: OpDef = OpDef {
    aliases: &["_crop_assign_scalar", "_npi_slice_assign_scalar"],
    ..OpDef::new(
        "_slice_assign_scalar",
        "The data with the part begin:end:step set to a number.",
        DATA,
        SliceAssignScalar::SCHEMA,
        |given| Ok(Rc::new(SliceAssignScalar::read(given))),
    )
};

impl SliceAssignScalar {
    fn view(&self, shape: &Shape) -> Result<View> {
        slice_view("_slice_assign_scalar", shape, &self.begin, &self.end, &self.step)
    }
}

impl Op for SliceAssignScalar {
    moves!(SLICE_ASSIGN_SCALAR);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        self.view(&inputs[0].shape)?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        let view = self.view(x[0].shape())?;
        let part = Array::empty(Spec::new(view.size().clone(), x[0].dtype()))?;
        fill(&part, self.scalar);
        view.write(&part, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let zero = SliceAssignScalar { scalar: 0.0, ..self.clone() };
        Ok(vec![Some(crate::invoke::invoke1(zero, &[grad.head(0)?])?)])
    }
}

attrs! {
    /// The axes to reverse.
    pub struct Reverse {
        /// The axes to reverse; negative ones count from the end.
        axis: Tuple,
    }
}

/// `nd.reverse`
pub static REVERSE: OpDef = OpDef {
    aliases: &["flip"],
    ..OpDef::new("reverse", "The elements in reverse order along the given axes.", DATA, Reverse::SCHEMA, |given| {
        Ok(Rc::new(Reverse::read(given)))
    })
};

impl Op for Reverse {
    moves!(REVERSE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        axes_of("reverse", "axis", &self.axis.0, &inputs[0].shape)?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let axes = axes_of("reverse", "axis", &self.axis.0, x[0].shape())?;
        View::reversed(x[0].shape(), &axes).read(&x[0], &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(crate::invoke::invoke1(self.clone(), &[grad.head(0)?])?)])
    }
}
