//! Unique draws from an approximately log-uniform (Zipfian) distribution.

use rustc_hash::FxHashSet;

use super::draws::Draw;
use super::error::{RandomError, require};
use super::log::log;
use super::{ENGINES, Streams};

impl Streams {
    /// Fills each row of `samples` (one row per element of `tries`) with different integers of `[0, range_max)`; the
    /// logarithm of one plus the value is about uniform. `tries` gets the number of draws each row took.
    /// The engines are split over rows, not over elements.
    ///
    /// # Errors
    /// When `range_max` is not positive, a row is longer than `range_max`, or the lengths do not fit.
    pub fn unique_zipfian(
        &mut self,
        range_max: i64,
        samples: &mut [i64],
        tries: &mut [i64],
    ) -> Result<(), RandomError> {
        require(range_max > 0, "range_max", "positive", range_max as f64)?;
        let rows = tries.len();
        if rows == 0 || !samples.len().is_multiple_of(rows) || samples.is_empty() {
            return Err(RandomError::Length { name: "samples", expected: rows, got: samples.len() });
        }
        let count = samples.len() / rows;
        if count as u64 > range_max as u64 {
            return Err(RandomError::TooManyUnique { count, range_max });
        }
        let log_range = log(range_max as f64);
        let engines = rows.min(ENGINES);
        let step = rows.div_ceil(engines);
        let mut seen = FxHashSet::default();
        let parts = samples.chunks_mut(step * count).zip(tries.chunks_mut(step));
        for (engine, (samples, tries)) in self.engines(engines).iter_mut().zip(parts) {
            for (row, tries) in samples.chunks_exact_mut(count).zip(tries) {
                seen.clear();
                *tries = 0;
                let mut found = 0;
                while found < count {
                    let value = libm::round(libm::exp(f64::uniform(engine) * log_range)) as i64 - 1;
                    *tries += 1;
                    if seen.insert(value) {
                        row[found] = value;
                        found += 1;
                    }
                }
            }
        }
        Ok(())
    }
}
