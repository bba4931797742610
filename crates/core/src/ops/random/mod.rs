//! Random operators, which draw from the thread's streams in the order of their calls.

pub mod multinomial;
pub mod pdf;
pub mod permute;
pub mod sample;
pub mod scalar;

use crate::attrs::{AttrValue, Tuple};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::random::{RandomError, Streams, with_streams};
use crate::shape::Shape;

/// Draws from the thread's streams; what they refuse is the operator's error.
fn draw(op: &'static str, f: impl FnOnce(&mut Streams) -> std::result::Result<(), RandomError>) -> Result<()> {
    with_streams(f).map_err(|e| Error::value(op, e.to_string()))
}

/// The float type of a result; `Float32` when none is given.
fn float_type(op: &'static str, dtype: Option<DType>) -> Result<DType> {
    match dtype {
        None => Ok(DType::Float32),
        Some(dtype) if dtype.is_float() => Ok(dtype),
        Some(dtype) => Err(Error::attr(op, "dtype", dtype, "float16, float32, float64 or None")),
    }
}

/// The shape of a result; (1,) when none is given.
fn result_shape(op: &'static str, shape: &Option<Tuple>) -> Result<Shape> {
    match shape {
        None => Ok(Shape::from([1])),
        Some(shape) => crate::ops::create::shape_attr(op, shape),
    }
}

/// Sizes that are appended to a shape.
fn more(op: &'static str, shape: &Shape, more: &Tuple) -> Result<Shape> {
    let sizes = more.sizes().ok_or_else(|| Error::attr(op, "shape", more.text(), "non-negative sizes"))?;
    Ok(shape.iter().copied().chain(sizes).collect())
}

/// Runs `$body` with `$T` bound to the Rust type of a float `$dtype`.
macro_rules! for_real {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::dtype::DType::Float64 => {
                type $T = f64;
                $body
            }
            $crate::dtype::DType::Float16 => {
                type $T = half::f16;
                $body
            }
            _ => {
                type $T = f32;
                $body
            }
        }
    };
}
use for_real;
