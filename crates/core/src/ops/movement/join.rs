//! Joining tensors: along an axis, or along a new one.

use super::slice::{View, view};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_width;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, same_dtype};
use crate::ops::functional as f;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&CONCAT, &RNN_PARAM_CONCAT, &STACK];

/// Joins arrays that are `(outer, run)` each into `y`.
fn join(inputs: &[Array], outer: usize, y: &Array) {
    let runs: Vec<usize> = inputs.iter().map(|x| x.size() / outer.max(1)).collect();
    for_width!(y.dtype(), E => {
        let pieces: Vec<_> = inputs.iter().map(|x| x.read::<E>()).collect();
        let pieces: Vec<&[E]> = pieces.iter().map(|x| &**x).collect();
        kernels::movement::concat::<E>(&pieces, &runs, outer, &mut y.write());
    });
}

/// An axis of `shape`, or an error that names the attribute.
fn axis_of(op: &'static OpDef, attr: &str, axis: i64, shape: &Shape) -> Result<usize> {
    shape.axis(axis).ok_or_else(|| Error::attr(op.name, attr, axis, format!("an axis of shape {shape}")))
}

attrs! {
    /// Along which axis tensors are joined.
    pub struct ConcatAttrs {
        /// How many tensors there are.
        num_args: usize,
        /// The axis to join along; negative ones count from the end.
        dim: i64 = 1,
    }
}

struct Concat(&'static OpDef, ConcatAttrs);

const DATA: Inputs = Inputs::Variadic { count: "num_args", doc: "Tensors that differ in nothing but the joined axis." };

/// `nd.concat`
pub static CONCAT: OpDef = OpDef {
    aliases: &["concat", "_sparse_concat"],
    ..OpDef::new("Concat", "Joins tensors along an axis.", DATA, ConcatAttrs::SCHEMA, |given| {
        Ok(Rc::new(Concat(&CONCAT, ConcatAttrs::read(given))))
    })
};

/// `Concat` under the name with which recurrent layers join their parameters.
pub static RNN_PARAM_CONCAT: OpDef = OpDef {
    aliases: &["_npi_rnn_param_concat"],
    ..OpDef::new("_rnn_param_concat", "Joins parameters along an axis.", DATA, ConcatAttrs::SCHEMA, |given| {
        Ok(Rc::new(Concat(&RNN_PARAM_CONCAT, ConcatAttrs::read(given))))
    })
};

impl Op for Concat {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(self.0, inputs)?;
        let mut shape = inputs[0].shape.clone();
        let axis = axis_of(self.0, "dim", self.1.dim, &shape)?;
        for (i, spec) in inputs.iter().enumerate().skip(1) {
            let fits = |(a, (&d, &e)): (usize, (&usize, &usize))| a == axis || d == e;
            if spec.shape.len() != shape.len() || !spec.shape.iter().zip(shape.iter()).enumerate().all(fits) {
                let expected = format!("{} at all axes but {axis}, as arg0 has", inputs[0].shape);
                return Err(Error::shape(self.0.name, &self.0.input_name(i), &spec.shape, expected));
            }
            shape[axis] += spec.shape[axis];
        }
        Ok(vec![Spec::new(shape, dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let axis = axis_of(self.0, "dim", self.1.dim, x[0].shape())?;
        join(x, y[0].shape()[..axis].iter().product(), &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let g = grad.head(0)?;
        let axis = axis_of(self.0, "dim", self.1.dim, g.shape())?;
        let mut begin = 0;
        (0..grad.num_inputs())
            .map(|i| {
                let size = grad.input_spec(i).shape[axis];
                begin += size;
                let part = || view(&g, &View::along(g.shape(), axis, begin - size, size));
                grad.needs(i).then(part).transpose()
            })
            .collect()
    }
    fn arity(&self) -> Option<usize> {
        Some(self.1.num_args)
    }
}

attrs! {
    /// Where the new axis stands.
    pub struct Stack {
        /// The place of the new axis in the result; negative ones count from the end.
        axis: i64 = 0,
        /// How many tensors there are.
        num_args: usize,
    }
}

/// `nd.stack`
pub static STACK: OpDef = OpDef::new(
    "stack",
    "Joins tensors of one shape along a new axis.",
    Inputs::Variadic { count: "num_args", doc: "Tensors of one shape." },
    Stack::SCHEMA,
    |given| Ok(Rc::new(Stack::read(given))),
);

impl Stack {
    /// The place of the new axis among `n` old ones.
    fn place(&self, n: usize) -> Result<usize> {
        let n = n as i64;
        let place = if self.axis < 0 { self.axis + n + 1 } else { self.axis };
        if (0..=n).contains(&place) {
            return Ok(place as usize);
        }
        Err(Error::attr("stack", "axis", self.axis, format!("-{} to {n} for tensors of {n} axes", n + 1)))
    }
}

impl Op for Stack {
    super::moves!(STACK);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&STACK, inputs)?;
        for (i, spec) in inputs.iter().enumerate().skip(1) {
            crate::op::expect_shape(&STACK, i, spec, &inputs[0].shape, &"arg0 has this shape")?;
        }
        let mut shape = inputs[0].shape.clone();
        let place = self.place(shape.len())?;
        shape.insert(place, inputs.len());
        Ok(vec![Spec::new(shape, dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let place = self.place(x[0].shape().len())?;
        join(x, y[0].shape()[..place].iter().product(), &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let g = grad.head(0)?;
        let shape = &grad.input_spec(0).shape;
        let place = self.place(shape.len())?;
        let part = |i| f::reshape(&view(&g, &View::along(g.shape(), place, i, 1))?, shape);
        (0..grad.num_inputs()).map(|i| grad.needs(i).then(|| part(i)).transpose()).collect()
    }
    fn arity(&self) -> Option<usize> {
        Some(self.num_args)
    }
}

/// `Concat` of these tensors.
pub fn concat(inputs: &[NDArray], axis: usize) -> Result<NDArray> {
    let attrs = ConcatAttrs { num_args: inputs.len(), dim: axis as i64 };
    crate::invoke::invoke1(Concat(&CONCAT, attrs), inputs)
}
