//! Operators that move elements without computing.

pub mod broadcast;
pub mod choose;
pub mod reshape;
pub mod transpose;

use crate::array::Array;
use crate::for_width;

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
