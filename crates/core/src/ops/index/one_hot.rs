//! Indices as indicator vectors.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::dtype::DType;
use crate::error::Result;
use crate::for_width;
use crate::op::{Differentiable, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::create::fill;
use crate::ops::movement::moves;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ONE_HOT];

attrs! {
    /// Length and values of indicator vectors.
    pub struct OneHot {
        /// The length of each vector.
        depth: usize,
        /// The value at the index.
        on_value: f64 = 1.0,
        /// The value elsewhere.
        off_value: f64 = 0.0,
        /// The element type of the result.
        dtype: DType = DType::Float32,
    }
}

/// `nd.one_hot`
pub static ONE_HOT: OpDef = OpDef {
    aliases: &["_npx_one_hot"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "one_hot",
        "For each index a vector with one value at the index and another elsewhere. Indices out of range give vectors \
         without the first.",
        Inputs::Fixed(&[input("indices", "Whole numbers of any dtype.")]),
        OneHot::SCHEMA,
        |given| Ok(Rc::new(OneHot::read(given))),
    )
};

impl Op for OneHot {
    moves!(ONE_HOT);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let mut shape = inputs[0].shape.clone();
        shape.push(self.depth);
        Ok(vec![Spec::new(shape, self.dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let value = |v: f64| {
            let value = Array::empty(Spec::new(Shape::from([1]), self.dtype))?;
            fill(&value, v);
            Ok(value)
        };
        let (on, off, indices) = (value(self.on_value)?, value(self.off_value)?, x[0].to_i64()?);
        for_width!(self.dtype, E => {
            let (on, off) = (on.read::<E>()[0], off.read::<E>()[0]);
            kernels::index::one_hot::<E>(&indices, self.depth, on, off, &mut y[0].write());
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
