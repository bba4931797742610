//! Watching for the first operator that makes a NaN or an infinity.

use crate::array::Array;
use crate::dtype::DType;
use crate::error::{Error, ErrorKind, Result};
use std::cell::Cell;

thread_local! {
    static WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Whether results are being checked.
pub fn watching() -> bool {
    WATCHING.get()
}

/// Turns the checks on or off and gives the previous setting.
pub fn watch(on: bool) -> bool {
    WATCHING.replace(on)
}

/// An error that names the operator if one of its results has a value that is not finite.
pub fn check(op: &'static str, pass: &'static str, results: &[Array]) -> Result<()> {
    for (output, array) in results.iter().enumerate() {
        let found = match array.dtype() {
            DType::Float32 => first(&array.read::<f32>(), |v| (v.is_nan(), v.is_finite())),
            DType::Float64 => first(&array.read::<f64>(), |v| (v.is_nan(), v.is_finite())),
            DType::Float16 => first(&array.read::<half::f16>(), |v| (v.is_nan(), v.is_finite())),
            _ => None,
        };
        if let Some((index, nan)) = found {
            let value = if nan { "NaN" } else { "an infinity" };
            return Err(Error::new(ErrorKind::Anomaly {
                op,
                pass,
                value,
                output,
                index,
                shape: array.shape().clone(),
            }));
        }
    }
    Ok(())
}

fn first<T: Copy>(values: &[T], test: impl Fn(T) -> (bool, bool)) -> Option<(usize, bool)> {
    let index = values.iter().position(|&v| !test(v).1)?;
    Some((index, test(values[index]).0))
}
