//! Operators that move elements without computing.

pub mod assign;
pub mod broadcast;
pub mod choose;
pub mod depth;
pub mod diag;
pub mod join;
pub mod pad;
pub mod repeat;
pub mod reshape;
pub mod slice;
pub mod split;
pub mod transpose;

use crate::array::Array;
use crate::for_width;

/// What all operators that move elements have in common: any element type, attributes from a struct.
macro_rules! moves {
    ($DEF:ident) => {
        fn def(&self) -> &'static $crate::op::OpDef {
            &$DEF
        }
        fn compute(&self, _: &[$crate::array::Array]) -> $crate::op::Compute {
            $crate::op::Compute::Any
        }
    };
}
pub(crate) use moves;

/// Reads a strided view of `x` into `y`.
pub(crate) fn gather(x: &Array, offset: usize, strides: &[isize], y: &Array) {
    for_width!(x.dtype(), E => {
        kernels::movement::gather_strided::<E>(&x.read(), offset, y.shape(), strides, &mut y.write())
    });
}

/// Writes `x` into a strided view of `y`.
pub(crate) fn scatter(x: &Array, y: &Array, offset: usize, strides: &[isize]) {
    for_width!(x.dtype(), E => {
        kernels::movement::scatter_strided::<E>(&x.read(), offset, x.shape(), strides, &mut y.write())
    });
}
