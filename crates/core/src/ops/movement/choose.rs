//! Choosing between two tensors.

use crate::array::{Array, Spec};
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_width;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&WHERE];

/// The operator `where`.
pub struct Where;

const WHERE_INPUTS: Inputs = Inputs::Fixed(&[
    input("condition", "Of x's shape, or 1-dimensional over x's first axis; of any dtype."),
    input("x", "Taken where the condition is not 0."),
    input("y", "Taken where it is 0; of x's shape and dtype."),
]);

/// `nd.where`
pub static WHERE: OpDef = OpDef {
    aliases: &["_sparse_where"],
    ..OpDef::new(
        "where",
        "Elements of x where the condition is not 0, of y elsewhere. Only the chosen one gets a gradient.",
        WHERE_INPUTS,
        &[],
        |_| Ok(Rc::new(Where)),
    )
};

impl Op for Where {
    fn def(&self) -> &'static OpDef {
        &WHERE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let [condition, x, y] = inputs else { unreachable!("three inputs") };
        if y.shape != x.shape {
            return Err(Error::shape("where", "y", &y.shape, format!("{}, the shape of x", x.shape)));
        }
        if y.dtype != x.dtype {
            return Err(Error::dtype("where", "y", y.dtype, format!("{}, the dtype of x", x.dtype)));
        }
        if condition.shape != x.shape && condition.shape.as_slice() != &x.shape[..1] {
            return Err(Error::shape(
                "where",
                "condition",
                &condition.shape,
                format!("{} or ({},)", x.shape, x.shape[0]),
            ));
        }
        Ok(vec![x.clone()])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, inputs: &[Array], out: &[Array]) -> Result<()> {
        let (condition, x, y) = (&inputs[0], &inputs[1], &inputs[2]);
        let chosen = match condition.dtype() {
            // As a float32, the least numbers would be 0.
            DType::Float64 => {
                let chosen: Vec<f32> = condition.read::<f64>().iter().map(|&c| f32::from(c != 0.0)).collect();
                Array::from_slice(condition.shape().clone(), &chosen)?
            }
            _ => condition.cast(DType::Float32)?,
        };
        for_width!(x.dtype(), E => {
            kernels::choose::choose::<E>(&chosen.read(), &x.read(), &y.read(), &mut out[0].write());
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::inputs(0b001)
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (condition, g) = (grad.input(0), grad.head(0)?);
        let zeros = NDArray::zeros(g.shape().clone(), g.dtype())?;
        let x = grad.needs(1).then(|| call(&condition, &g, &zeros)).transpose()?;
        let y = grad.needs(2).then(|| call(&condition, &zeros, &g)).transpose()?;
        Ok(vec![None, x, y])
    }
}

/// `where(condition, x, y)`
pub fn call(condition: &NDArray, x: &NDArray, y: &NDArray) -> Result<NDArray> {
    crate::invoke::invoke1(Where, &[condition.clone(), x.clone(), y.clone()])
}

/// `y` where `x` is a number, 0 where it is NaN.
pub fn where_number(x: &NDArray, y: &NDArray) -> Result<NDArray> {
    call(&f::equal(x, x)?, y, &NDArray::zeros(y.shape().clone(), y.dtype())?)
}
