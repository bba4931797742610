//! Draws of classes.

use super::{draw, for_real, more};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::index::Range;
use crate::ops::index::along::{scatter_along, take_along};
use crate::ops::movement::moves;
use crate::ops::order::exact;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&MULTINOMIAL];

attrs! {
    /// How many draws.
    pub struct Multinomial {
        /// The shape of the draws for each distribution; one draw when empty.
        shape: Tuple = Tuple(Vec::new()),
        /// Whether the logarithms of the drawn classes' probabilities are a second output, through which gradients flow.
        get_prob: bool = false,
        /// The element type of the classes.
        dtype: DType = DType::Int32,
    }
}

/// `nd.sample_multinomial`
pub static MULTINOMIAL: OpDef = OpDef {
    aliases: &["sample_multinomial"],
    outputs: &["sample", "log_prob"],
    ..OpDef::new(
        "_sample_multinomial",
        "Classes drawn from distributions over k classes.",
        Inputs::Fixed(&[input(
            "data",
            "The probabilities (…, k), used as they are: each distribution should sum to 1.",
        )]),
        Multinomial::SCHEMA,
        |given| Ok(Rc::new(Multinomial::read(given))),
    )
};

impl Op for Multinomial {
    moves!(MULTINOMIAL);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0];
        if !data.dtype.is_float() {
            return Err(Error::dtype("_sample_multinomial", "data", data.dtype, "a float type"));
        }
        let classes = data.shape.last().copied().unwrap_or(0);
        if classes == 0 {
            return Err(Error::shape("_sample_multinomial", "data", &data.shape, "at least one class"));
        }
        if !exact(self.dtype, classes) {
            let expected = format!("a type that can hold all of {classes} classes");
            return Err(Error::attr("_sample_multinomial", "dtype", self.dtype, expected));
        }
        let shape = more("_sample_multinomial", &Shape::new(&data.shape[..data.shape.len() - 1]), &self.shape)?;
        let shape = if shape.is_empty() { Shape::from([1]) } else { shape };
        let mut outputs = vec![Spec::new(shape.clone(), self.dtype)];
        if self.get_prob {
            outputs.push(Spec::new(shape, data.dtype));
        }
        Ok(outputs)
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(1 + usize::from(self.get_prob))
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let classes = x[0].shape()[x[0].shape().len() - 1];
        let mut drawn = vec![0u32; y[0].size()];
        for_real!(x[0].dtype(), T => {
            let mut log = y.get(1).map(|log| log.write::<T>());
            draw("_sample_multinomial", |streams| {
                streams.multinomial(&x[0].read::<T>(), classes, &mut drawn, log.as_deref_mut())
            })?;
        });
        let drawn: Vec<i64> = drawn.into_iter().map(i64::from).collect();
        y[0].assign(Array::from_slice(y[0].shape().clone(), &drawn)?.cast(self.dtype)?);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        if self.get_prob { Keeps { inputs: 0b1, outputs: 0b1 } } else { Keeps::NONE }
    }
    /// The logarithm's derivative, 1/p, at the drawn classes.
    fn gradient(&self, grad: &Grad) -> Gradients {
        if !self.get_prob || !grad.has_head(1) {
            return Ok(vec![None]);
        }
        let (data, shape) = (grad.input(0), &grad.input_spec(0).shape);
        let classes = shape[shape.len() - 1];
        let rows = shape.size() / classes;
        let lines = Shape::from([rows, grad.output_spec(0).shape.size() / rows.max(1)]);
        let drawn = f::reshape(&grad.output(0), &lines)?;
        let p = take_along(&f::reshape(&data, &Shape::from([rows, classes]))?, &drawn, 1, Range::Clip)?;
        let g = f::div(&f::reshape(&grad.head(1)?, &lines)?, &p)?;
        Ok(vec![Some(f::reshape(&scatter_along(&g, &drawn, 1, classes, Range::Clip)?, shape)?)])
    }
}
