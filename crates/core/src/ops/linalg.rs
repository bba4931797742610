//! Matrix decompositions.

use crate::array::{Array, Spec};
use crate::error::{Error, Result};
use crate::for_float;
use crate::op::{DATA, Differentiable, Keeps, Op, OpDef, Run};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SVD];

/// The operator `_svd`.
struct Svd;

/// The singular value decomposition behind the Orthogonal initializer.
pub static SVD: OpDef = OpDef {
    outputs: &["u", "s", "vt"],
    differentiable: Differentiable::No("it serves initializers only."),
    internal: true,
    ..OpDef::new(
        "_svd",
        "The thin singular value decomposition u·diag(s)·vt of a matrix (m, n): u is (m, r), s is (r,) and falls, vt is \
         (r, n), with r the smaller of m and n.",
        DATA,
        &[],
        |_| Ok(Rc::new(Svd)),
    )
};

impl Op for Svd {
    fn def(&self) -> &'static OpDef {
        &SVD
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let &[m, n] = inputs[0].shape.as_slice() else {
            return Err(Error::shape("_svd", "data", &inputs[0].shape, "two axes"));
        };
        let r = m.min(n);
        let spec = |shape: Shape| Spec::new(shape, inputs[0].dtype);
        Ok(vec![spec(Shape::from([m, r])), spec(Shape::from([r])), spec(Shape::from([r, n]))])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (m, n) = (x[0].shape()[0], x[0].shape()[1]);
        for_float!(x[0].dtype(), T => {
            kernels::svd::svd::<T>(m, n, &x[0].read(), &mut y[0].write(), &mut y[1].write(), &mut y[2].write())
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
