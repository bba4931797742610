//! Blocks of places in space as channels, and back.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{DATA, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&DEPTH_TO_SPACE, &SPACE_TO_DEPTH];

attrs! {
    /// The size of blocks.
    pub struct BlockSize {
        /// The side of a square block.
        block_size: usize,
    }
}

/// One of the two operators, with the side of blocks.
struct Blocks(&'static OpDef, usize);

/// `nd.depth_to_space`
pub static DEPTH_TO_SPACE: OpDef = OpDef::new(
    "depth_to_space",
    "(n, block²·c, h, w) as (n, c, h·block, w·block): channels become places of blocks.",
    DATA,
    BlockSize::SCHEMA,
    |given| Ok(Rc::new(Blocks(&DEPTH_TO_SPACE, BlockSize::read(given).block_size))),
);

/// `nd.space_to_depth`
pub static SPACE_TO_DEPTH: OpDef = OpDef::new(
    "space_to_depth",
    "(n, c, h·block, w·block) as (n, block²·c, h, w): places of blocks become channels.",
    DATA,
    BlockSize::SCHEMA,
    |given| Ok(Rc::new(Blocks(&SPACE_TO_DEPTH, BlockSize::read(given).block_size))),
);

impl Blocks {
    /// The input as six axes, the order that these get, and the shape of the result.
    fn plan(&self, shape: &Shape) -> Result<(Shape, [usize; 6], Shape)> {
        let wrong = |expected: String| Err(Error::shape(self.0.name, "data", shape, expected));
        let &[n, c, h, w] = shape.as_slice() else { return wrong("4 dimensions".into()) };
        let b = self.1;
        if std::ptr::eq(self.0, &DEPTH_TO_SPACE) {
            match b.checked_mul(b) {
                Some(square) if b > 0 && c.is_multiple_of(square) => {
                    let c = c / square;
                    Ok((
                        [n, b, b, c, h, w].into(),
                        [0, 3, 4, 1, 5, 2],
                        [n, c, h.saturating_mul(b), w.saturating_mul(b)].into(),
                    ))
                }
                _ => wrong(format!("channels (axis 1) that blockSize² divides, with blockSize = {b}")),
            }
        } else if b > 0 && h.is_multiple_of(b) && w.is_multiple_of(b) {
            let (h, w) = (h / b, w / b);
            Ok(([n, c, h, b, w, b].into(), [0, 3, 5, 1, 2, 4], [n, c.saturating_mul(b.saturating_mul(b)), h, w].into()))
        } else {
            wrong(format!("height and width that blockSize divides, with blockSize = {b}"))
        }
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        let (apart, order, shape) = self.plan(x[0].shape())?;
        f::reshape(&f::transpose(&f::reshape(&x[0], &apart)?, &order)?, &shape)
    }
}

impl Op for Blocks {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(self.plan(&inputs[0].shape)?.2, inputs[0].dtype)])
    }
    fn compute(&self, _: &[Array]) -> crate::op::Compute {
        crate::op::Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        crate::autograd::composed_forward(x, y, &|x| Ok(vec![self.parts(x)?]))
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        Ok(Some(vec![self.parts(x)?]))
    }
    fn keeps(&self) -> crate::op::Keeps {
        crate::op::Keeps::NONE
    }
}
