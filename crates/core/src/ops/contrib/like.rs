//! Numbers that depend on the shape of a tensor only, and how near two tensors are.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Compute, DATA, Differentiable, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, same_dtype};
use crate::ops::create::fill_with;
use crate::ops::movement::moves;
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&ARANGE_LIKE, &INDEX_ARRAY, &ALL_CLOSE];

attrs! {
    /// The numbers of a range.
    pub struct ArangeLike {
        /// The first number.
        start: f64 = 0.0,
        /// The distance between numbers.
        step: f64 = 1.0,
        /// How often each number is repeated.
        repeat: usize = 1,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// The axis whose size is the number of numbers; None for as many as data has elements, in its shape.
        axis: Option<i64> = None,
    }
}

/// `nd.contrib.arange_like`
pub static ARANGE_LIKE: OpDef = OpDef {
    aliases: &["_npx_arange_like"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_contrib_arange_like",
        "The numbers start, start + step, …, each `repeat` times, as many as there are elements (or places along an axis).",
        DATA,
        ArangeLike::SCHEMA,
        |given| {
            let op = ArangeLike::read(given);
            match op.repeat {
                0 => Err(Error::attr("_contrib_arange_like", "repeat", 0, "at least 1")),
                _ => Ok(Rc::new(op)),
            }
        },
    )
};

impl Op for ArangeLike {
    moves!(ARANGE_LIKE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let mut result = inputs[0].clone();
        if let Some(axis) = self.axis {
            let place = axes_of("_contrib_arange_like", "axis", &[axis], &result.shape)?[0];
            result.shape = Shape::from([result.shape[place]]);
        }
        Ok(vec![result])
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        fill_with(&y[0], |i| self.start + (i / self.repeat) as f64 * self.step);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

attrs! {
    /// Which indices.
    pub struct IndexArray {
        /// The axes whose indices are given; None for all.
        axes: Option<Tuple> = None,
    }
}

/// `nd.contrib.index_array`
pub static INDEX_ARRAY: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_contrib_index_array",
        "For each element its indices (int64), along a new last axis.",
        DATA,
        IndexArray::SCHEMA,
        |given| Ok(Rc::new(IndexArray::read(given))),
    )
};

impl IndexArray {
    /// The named axes, in their order.
    fn places(&self, shape: &Shape) -> Result<Vec<usize>> {
        let Some(axes) = &self.axes else { return Ok((0..shape.len()).collect()) };
        if axes.0.is_empty() {
            return Err(Error::attr("_contrib_index_array", "axes", "()", "at least one axis, or None"));
        }
        axes.0.iter().map(|&axis| Ok(axes_of("_contrib_index_array", "axes", &[axis], shape)?[0])).collect()
    }
}

impl Op for IndexArray {
    moves!(INDEX_ARRAY);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let mut shape = inputs[0].shape.clone();
        shape.push(self.places(&inputs[0].shape)?.len());
        Ok(vec![Spec::new(shape, DType::Int64)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (shape, strides) = (x[0].shape(), x[0].shape().strides());
        let places = self.places(shape)?;
        fill_with(&y[0], |i| {
            let axis = places[i % places.len()];
            (i / places.len() / strides[axis] % shape[axis]) as f64
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

attrs! {
    /// How near numbers must be.
    pub struct AllClose {
        /// The tolerance relative to b.
        rtol: f32 = 1e-5,
        /// The absolute tolerance.
        atol: f32 = 1e-8,
        /// Whether NaN is near NaN.
        equal_nan: bool = true,
    }
}

/// `nd.contrib.allclose`
pub static ALL_CLOSE: OpDef = OpDef {
    differentiable: Differentiable::No("it didn't register FGradient attribute."),
    ..OpDef::new(
        "_contrib_allclose",
        "1 (uint8) if |a - b| is at most atol + rtol·|b| everywhere, else 0.",
        Inputs::Fixed(&[input("a", "The first tensor."), input("b", "The second, of its shape and dtype.")]),
        AllClose::SCHEMA,
        |given| Ok(Rc::new(AllClose::read(given))),
    )
};

impl Op for AllClose {
    fn def(&self) -> &'static OpDef {
        &ALL_CLOSE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        same_dtype(&ALL_CLOSE, inputs)?;
        expect_shape(&ALL_CLOSE, 1, &inputs[1], &inputs[0].shape, &"a has this shape")?;
        Ok(vec![Spec::new(Shape::from([1]), DType::Uint8)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (rtol, atol) = (f64::from(self.rtol), f64::from(self.atol));
        let near = |(&a, &b): (&f64, &f64)| {
            a == b || (a - b).abs() <= atol + rtol * b.abs() || (self.equal_nan && a.is_nan() && b.is_nan())
        };
        y[0].write::<u8>()[0] = x[0].to_f64()?.iter().zip(&x[1].to_f64()?).all(near).into();
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
