//! Draws from tables of probabilities, from the global engine.

use half::f16;

use super::Streams;
use super::draws::Draw;
use super::error::RandomError;
use kernels::random::logf;

/// A floating type of a table of probabilities.
pub trait Probability: Copy + PartialOrd {
    /// The probability as double precision.
    fn to_f64(self) -> f64;
    /// The nearest value of this type.
    fn from_f32(value: f32) -> Self;
}

impl Probability for f32 {
    fn to_f64(self) -> f64 {
        self.into()
    }
    fn from_f32(value: f32) -> Self {
        value
    }
}

impl Probability for f64 {
    fn to_f64(self) -> f64 {
        self
    }
    fn from_f32(value: f32) -> Self {
        value.into()
    }
}

impl Probability for f16 {
    fn to_f64(self) -> f64 {
        self.into()
    }
    fn from_f32(value: f32) -> Self {
        f16::from_f32(value)
    }
}

impl Streams {
    /// Draws class numbers from the rows of `probabilities`, a row-major table with `classes` columns. `out` gets
    /// `out.len() / rows` numbers for each row; `log_probabilities`, when wanted, the logarithm of the probability of
    /// each (of the same length as `out`).
    ///
    /// Rows are taken as they are: one whose sum stays below the draw gives `classes`, one past the last class (its
    /// logarithm is then that of the element that follows in memory, as in MXNet, or not a number at the very end).
    ///
    /// # Errors
    /// When the lengths do not fit. `classes` must not be 0.
    pub fn multinomial<P: Probability>(
        &mut self,
        probabilities: &[P],
        classes: usize,
        out: &mut [u32],
        log_probabilities: Option<&mut [P]>,
    ) -> Result<(), RandomError> {
        let total = out.len();
        let length = |name, expected, got| RandomError::Length { name, expected, got };
        if classes == 0 || !probabilities.len().is_multiple_of(classes) {
            return Err(length("probabilities", classes, probabilities.len()));
        }
        let rows = probabilities.len() / classes;
        if rows == 0 || !total.is_multiple_of(rows) {
            return Err(length("out", rows, total));
        }
        if let Some(log) = log_probabilities.as_ref().filter(|log| log.len() != total) {
            return Err(length("log_probabilities", total, log.len()));
        }
        let samples = total / rows;
        if samples == 0 {
            return Ok(());
        }
        let mut cumulative = Vec::with_capacity(classes);
        for (row, values) in probabilities.chunks_exact(classes).zip(out.chunks_exact_mut(samples)) {
            let mut sum = 0.0;
            cumulative.clear();
            cumulative.extend(row.iter().map(|p| {
                sum += p.to_f64();
                P::from_f32(sum as f32)
            }));
            f32::uniforms(&mut self.global, values, |u| {
                let u = P::from_f32(u);
                search(&cumulative, u) as u32
            });
        }
        if let Some(log) = log_probabilities {
            for (i, (log, &class)) in log.iter_mut().zip(out.iter()).enumerate() {
                let at = i / samples * classes + class as usize;
                let p = probabilities.get(at).map_or(f32::NAN, |p| p.to_f64() as f32);
                *log = P::from_f32(logf(p));
            }
        }
        Ok(())
    }
}

/// The first position whose bound is not below `u`, found by halving. Spelt out because the steps matter when negative
/// probabilities put the bounds out of order.
fn search<P: Probability>(bounds: &[P], u: P) -> usize {
    let (mut left, mut right) = (0, bounds.len());
    while left < right {
        let middle = left + (right - left) / 2;
        if bounds[middle] < u {
            left = middle + 1;
        } else {
            right = middle;
        }
    }
    left
}
