//! Diagonals: reading one, and the matrix that has one.

use super::{gather, moves, scatter};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::op::{DATA, Gradients, Keeps, Op, OpDef, Run};
use crate::ops::create::shape_attr;
use crate::ops::functional::tuple;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&DIAG, &DIAG_GRAD];

attrs! {
    /// Which diagonal.
    pub struct Diag {
        /// The diagonal: 0 the main one, positive ones above it (further along `axis2`), negative ones below.
        k: i64 = 0,
        /// The axis of the rows; negative ones count from the end.
        axis1: i64 = 0,
        /// The axis of the columns; negative ones count from the end.
        axis2: i64 = 1,
    }
}

/// `nd.diag`
pub static DIAG: OpDef = OpDef::new(
    "diag",
    "A diagonal of the data as the last axis; of 1-dimensional data (n,) the square matrix (n + |k|, n + |k|) with it.",
    DATA,
    Diag::SCHEMA,
    |given| Ok(Rc::new(Diag::read(given))),
);

/// A diagonal as a strided view: its shape, where it begins and its strides.
struct Line {
    shape: Shape,
    start: usize,
    strides: Vec<isize>,
}

fn line(op: &'static str, shape: &Shape, k: i64, axis1: i64, axis2: i64) -> Result<Line> {
    let (rows, columns) = (axes_of(op, "axis1", &[axis1], shape)?[0], axes_of(op, "axis2", &[axis2], shape)?[0]);
    if rows == columns {
        return Err(Error::attr(op, "axis2", axis2, format!("another axis of shape {shape} than axis1")));
    }
    let (down, right) = (k.min(0).unsigned_abs() as usize, k.max(0) as usize);
    let length = shape[rows].saturating_sub(down).min(shape[columns].saturating_sub(right));
    if length == 0 {
        let expected = format!("a diagonal of axes {rows} and {columns} of shape {shape}");
        return Err(Error::attr(op, "k", k, expected));
    }
    let all = shape.strides();
    let others = (0..shape.len()).filter(|&a| a != rows && a != columns);
    let strides = others.clone().map(|a| all[a] as isize).chain([(all[rows] + all[columns]) as isize]).collect();
    let shape = others.map(|a| shape[a]).chain([length]).collect();
    Ok(Line { shape, start: down * all[rows] + right * all[columns], strides })
}

impl Diag {
    /// The square matrix that has `n` elements on its diagonal `k`.
    fn square(&self, n: usize) -> Shape {
        let side = n + self.k.unsigned_abs() as usize;
        Shape::from([side, side])
    }
}

impl Op for Diag {
    moves!(DIAG);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = &inputs[0].shape;
        let out = match shape.len() {
            1 => self.square(shape[0]),
            _ => line("diag", shape, self.k, self.axis1, self.axis2)?.shape,
        };
        Ok(vec![Spec::new(out, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        if x[0].shape().len() == 1 {
            y[0].bytes_mut().fill(0);
            if x[0].size() > 0 {
                let line = line("diag", y[0].shape(), self.k, 0, 1)?;
                scatter(&x[0], &y[0], line.start, &line.strides);
            }
        } else {
            let line = line("diag", x[0].shape(), self.k, self.axis1, self.axis2)?;
            gather(&x[0], line.start, &line.strides, &y[0]);
        }
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let shape = &grad.input_spec(0).shape;
        let g = grad.head(0)?;
        Ok(vec![Some(match shape.len() {
            1 => crate::invoke::invoke1(Diag { k: self.k, axis1: 0, axis2: 1 }, &[g])?,
            _ => {
                let op = DiagGrad { k: self.k, axis1: self.axis1, axis2: self.axis2, shape: tuple(shape) };
                crate::invoke::invoke1(op, &[g])?
            }
        })])
    }
}

attrs! {
    /// Which diagonal of what.
    pub struct DiagGrad {
        /// The diagonal.
        k: i64 = 0,
        /// The axis of the rows.
        axis1: i64 = 0,
        /// The axis of the columns.
        axis2: i64 = 1,
        /// The shape of the whole.
        shape: Tuple,
    }
}

/// The gradient of reading a diagonal.
pub static DIAG_GRAD: OpDef = OpDef {
    internal: true,
    ..OpDef::new("_diag_grad", "Zeros of `shape` with the data on a diagonal.", DATA, DiagGrad::SCHEMA, |given| {
        Ok(Rc::new(DiagGrad::read(given)))
    })
};

impl Op for DiagGrad {
    moves!(DIAG_GRAD);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let shape = shape_attr("_diag_grad", &self.shape)?;
        let line = line("_diag_grad", &shape, self.k, self.axis1, self.axis2)?;
        crate::op::expect_shape(&DIAG_GRAD, 0, &inputs[0], &line.shape, &"the diagonal has this shape")?;
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().fill(0);
        let line = line("_diag_grad", y[0].shape(), self.k, self.axis1, self.axis2)?;
        scatter(&x[0], &y[0], line.start, &line.strides);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let op = Diag { k: self.k, axis1: self.axis1, axis2: self.axis2 };
        Ok(vec![Some(crate::invoke::invoke1(op, &[grad.head(0)?])?)])
    }
}
