//! Padding.

use super::moves;
use super::slice::{View, view};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::op::{DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::create::{fill, shape_attr};
use crate::ops::functional::tuple;
use crate::shape::Shape;
use crate::{choice, for_float, for_width};
use kernels::movement::PadMode;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&PAD, &PAD_GRAD];

choice! {
    /// What fills the border.
    pub enum Mode {
        /// One value.
        Constant = "constant",
        /// The nearest element.
        Edge = "edge",
        /// The elements mirrored about the edge, which is not repeated.
        Reflect = "reflect",
    }
}

impl Mode {
    fn kernel<E>(self, value: E) -> PadMode<E> {
        match self {
            Mode::Constant => PadMode::Constant(value),
            Mode::Edge => PadMode::Edge,
            Mode::Reflect => PadMode::Reflect,
        }
    }
}

attrs! {
    /// How a tensor is padded.
    pub struct Pad {
        /// What fills the border: one value, the nearest element, or the mirrored tensor.
        mode: Mode,
        /// For each axis how many elements are added before and after it: (before₀, after₀, before₁, …).
        pad_width: Tuple,
        /// The value with mode `constant`, cast to the dtype.
        constant_value: f64 = 0.0,
    }
}

/// `nd.pad`
pub static PAD: OpDef = OpDef {
    aliases: &["pad"],
    ..OpDef::new(
        "Pad",
        "The tensor with a border. Any number of axes may be padded; MXNet pads axes 2 and later of 4 or 5.",
        DATA,
        Pad::SCHEMA,
        |given| Ok(Rc::new(Pad::read(given))),
    )
};

/// The widths before and after each axis.
fn widths(op: &'static str, mode: Mode, pad_width: &Tuple, shape: &Shape) -> Result<Vec<(usize, usize)>> {
    let wrong = |why: String| Error::attr(op, "pad_width", pad_width.text(), why);
    let sizes = pad_width.sizes().filter(|s| s.len() == 2 * shape.len());
    let sizes = sizes.ok_or_else(|| wrong(format!("two non-negative widths for each axis of shape {shape}")))?;
    let pads: Vec<(usize, usize)> = sizes.chunks_exact(2).map(|p| (p[0], p[1])).collect();
    for (axis, &(before, after)) in pads.iter().enumerate() {
        let widest = before.max(after);
        if mode == Mode::Reflect && widest > 0 && widest >= shape[axis] {
            return Err(wrong(format!("less than {} at axis {axis} with mode reflect", shape[axis])));
        }
        if mode == Mode::Edge && widest > 0 && shape[axis] == 0 {
            return Err(wrong(format!("0 at axis {axis}, which is empty")));
        }
    }
    Ok(pads)
}

fn padded(shape: &Shape, pads: &[(usize, usize)]) -> Shape {
    shape.iter().zip(pads).map(|(&d, &(before, after))| before + d + after).collect()
}

impl Op for Pad {
    moves!(PAD);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = &inputs[0].shape;
        let pads = widths("Pad", self.mode, &self.pad_width, shape)?;
        Ok(vec![Spec::new(padded(shape, &pads), inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let pads = widths("Pad", self.mode, &self.pad_width, x[0].shape())?;
        let value = Array::empty(Spec::new(Shape::from([1]), x[0].dtype()))?;
        fill(&value, self.constant_value);
        for_width!(x[0].dtype(), E => {
            let mode = self.mode.kernel(value.read::<E>()[0]);
            kernels::movement::pad::<E>(&x[0].read(), x[0].shape(), &pads, mode, &mut y[0].write());
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (g, shape) = (grad.head(0)?, &grad.input_spec(0).shape);
        if self.mode == Mode::Constant {
            let pads = widths("Pad", self.mode, &self.pad_width, shape)?;
            let begin = pads.iter().map(|p| p.0).collect();
            return Ok(vec![Some(view(&g, &View::part(begin, shape.clone()))?)]);
        }
        let op = PadGrad { mode: self.mode, pad_width: self.pad_width.clone(), shape: tuple(shape) };
        Ok(vec![Some(crate::invoke::invoke1(op, &[g])?)])
    }
}

attrs! {
    /// How a tensor was padded.
    pub struct PadGrad {
        /// What filled the border.
        mode: Mode,
        /// The widths before and after each axis.
        pad_width: Tuple,
        /// The shape before padding.
        shape: Tuple,
    }
}

/// The gradient of padding.
pub static PAD_GRAD: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_pad_grad",
        "Adds the elements of a border to those they were copied from.",
        DATA,
        PadGrad::SCHEMA,
        |given| Ok(Rc::new(PadGrad::read(given))),
    )
};

impl Op for PadGrad {
    fn def(&self) -> &'static OpDef {
        &PAD_GRAD
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = shape_attr("_pad_grad", &self.shape)?;
        let pads = widths("_pad_grad", self.mode, &self.pad_width, &shape)?;
        let because = format_args!("{} is padded by {}", shape, self.pad_width.text());
        crate::op::expect_shape(&PAD_GRAD, 0, &inputs[0], &padded(&shape, &pads), &because)?;
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let pads = widths("_pad_grad", self.mode, &self.pad_width, y[0].shape())?;
        for_float!(x[0].dtype(), T => kernels::movement::pad_scatter_add::<T>(
            &x[0].read(), y[0].shape(), &pads, self.mode.kernel(0.0), &mut y[0].write()));
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let op = Pad { mode: self.mode, pad_width: self.pad_width.clone(), constant_value: 0.0 };
        Ok(vec![Some(crate::invoke::invoke1(op, &[grad.head(0)?])?)])
    }
}
