//! Operators that read and write by index. Indices come in any element type and are truncated; they get no gradient.

pub mod along;
pub mod coo_dot;
pub mod nd;
pub mod one_hot;
pub mod take;

use crate::array::Array;
use crate::choice;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::Compute;
use kernels::index::Mode;

choice! {
    /// What becomes of an index out of range.
    pub enum Range {
        /// The nearest valid one.
        Clip = "clip",
        /// Modulo the size of the axis.
        Wrap = "wrap",
    }
}

impl Range {
    /// The kernel's name of it.
    pub fn kernel(self) -> Mode {
        match self {
            Range::Clip => Mode::Clip,
            Range::Wrap => Mode::Wrap,
        }
    }
}

/// Accumulating kernels take `f32` and `f64` data beside indices of any type, which must not be converted with it.
fn float_data(data: &Array) -> Compute {
    if matches!(data.dtype(), DType::Float32 | DType::Float64) { Compute::Any } else { Compute::Float }
}

/// Refuses to choose from an empty axis.
fn check_axis(op: &'static str, arg: &str, shape: &crate::Shape, axis: usize, chosen: usize) -> Result<()> {
    if shape[axis] == 0 && chosen > 0 {
        return Err(Error::shape(op, arg, shape, format!("elements along axis {axis} to choose from")));
    }
    Ok(())
}
