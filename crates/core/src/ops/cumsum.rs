//! Running sums.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::Result;
use crate::for_float;
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::movement::assign::Reverse;
use crate::ops::movement::moves;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&CUMSUM];

attrs! {
    /// Along which axis.
    pub struct Cumsum {
        /// The axis; negative ones count from the end. None for all elements in their flat order.
        axis: Option<i64> = None,
        /// The element type of the result; the input's when None.
        dtype: Option<DType> = None,
    }
}

/// `nd.cumsum`
pub static CUMSUM: OpDef = OpDef {
    aliases: &["cumsum"],
    ..OpDef::new(
        "_np_cumsum",
        "The sums of all elements up to each one, along an axis.",
        Inputs::Fixed(&[input("a", "The tensor.")]),
        Cumsum::SCHEMA,
        |given| Ok(Rc::new(Cumsum::read(given))),
    )
};

impl Cumsum {
    /// The shape of the result, and the axis in it.
    fn plan(&self, shape: &Shape) -> Result<(Shape, usize)> {
        match self.axis {
            None => Ok((Shape::from([shape.size()]), 0)),
            Some(axis) => Ok((shape.clone(), axes_of("_np_cumsum", "axis", &[axis], shape)?[0])),
        }
    }
}

/// Adds to each element the one before it along the axis.
fn run<T: Copy>(y: &mut [T], (n, inner): (usize, usize), add: impl Fn(T, T) -> T) {
    for part in y.chunks_exact_mut((n * inner).max(1)) {
        for i in inner..part.len() {
            part[i] = add(part[i], part[i - inner]);
        }
    }
}

impl Op for Cumsum {
    moves!(CUMSUM);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.plan(&inputs[0].shape)?.0, self.dtype.unwrap_or(inputs[0].dtype))])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (shape, axis) = self.plan(x[0].shape())?;
        let (_, n, inner) = shape.around(axis);
        let dtype = y[0].dtype();
        let wide = if dtype.is_float() { dtype.compute() } else { DType::Int64 };
        let sums = x[0].reshaped(shape).cast(dtype)?.cast(wide)?.copied()?;
        if wide == DType::Int64 {
            run(&mut sums.write(), (n, inner), i64::wrapping_add);
        } else {
            for_float!(wide, T => run(&mut sums.write::<T>(), (n, inner), |a, b| a + b));
        }
        y[0].assign(sums.cast(dtype)?);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    /// The running sums from the other end.
    fn gradient(&self, grad: &Grad) -> Gradients {
        let spec = grad.input_spec(0);
        let (_, axis) = self.plan(&spec.shape)?;
        let flip = |x: NDArray| invoke1(Reverse { axis: f::tuple(&Shape::from([axis])) }, &[x]);
        let sums = invoke1(Cumsum { axis: Some(axis as i64), dtype: None }, &[flip(grad.head(0)?)?])?;
        Ok(vec![Some(f::cast(&f::reshape(&flip(sums)?, &spec.shape)?, spec.dtype)?)])
    }
}
