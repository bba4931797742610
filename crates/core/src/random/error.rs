//! What is wrong with the arguments of a random operator.

use crate::text::shown;

/// An argument a random operator refuses. It is raised before anything is drawn, so the streams stay where they were.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RandomError {
    /// A distribution's parameter lies outside its domain.
    #[error("{name} must be {requirement}, got {}", shown(*.value))]
    Parameter {
        /// The parameter's name.
        name: &'static str,
        /// What it has to be, e.g. `positive`.
        requirement: &'static str,
        /// What it is.
        value: f64,
    },
    /// The bounds of a continuous range are the wrong way round or not numbers.
    #[error("low must be less than or equal to high, got low={}, high={}", shown(*.low), shown(*.high))]
    Bounds {
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
    },
    /// The half-open range of integers `[low, high)` is empty.
    #[error("low must be less than high, got low={low}, high={high}")]
    IntegerBounds {
        /// The smallest integer that may come out.
        low: i64,
        /// One more than the largest.
        high: i64,
    },
    /// Slices that belong together have lengths that do not fit.
    #[error("{name} has {got} elements, expected {expected}")]
    Length {
        /// The name of the slice.
        name: &'static str,
        /// The length it should have.
        expected: usize,
        /// The length it has.
        got: usize,
    },
    /// More different values are asked for than there are.
    #[error("cannot draw {count} different values below {range_max}")]
    TooManyUnique {
        /// Values asked for.
        count: usize,
        /// Values there are.
        range_max: i64,
    },
}

/// `Ok` when `holds`, else the error about parameter `name`.
pub(super) fn require(
    holds: bool,
    name: &'static str,
    requirement: &'static str,
    value: f64,
) -> Result<(), RandomError> {
    if holds { Ok(()) } else { Err(RandomError::Parameter { name, requirement, value }) }
}
