//! NumPy's legacy `RandomState`: the generator behind MXNet's data iterators and samplers.

use super::log::log;
use super::{Mt19937, RandomError};

/// `numpy.random.RandomState(seed)`, or the module-level functions after `numpy.random.seed(seed)`.
#[derive(Clone, Debug)]
pub struct RandomState {
    engine: Mt19937,
    /// The second value of the polar method, kept for the next normal.
    spare: Option<f64>,
}

impl RandomState {
    /// The generator that starts at `seed`.
    pub fn new(seed: u32) -> Self {
        Self { engine: Mt19937::new(seed), spare: None }
    }

    /// Starts again at `seed`.
    pub fn seed(&mut self, seed: u32) {
        *self = Self::new(seed);
    }

    /// A uniform in `[0, 1)` with 53 random bits.
    pub fn random_sample(&mut self) -> f64 {
        let high = self.engine.next_u32() >> 5;
        let low = self.engine.next_u32() >> 6;
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// A uniform in `[low, high)`.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.random_sample()
    }

    /// A normal with mean `loc` and standard deviation `scale`. The logarithm differs from the C library's in the last
    /// bit of few inputs, so values may differ from NumPy's by some units in the last place.
    pub fn normal(&mut self, loc: f64, scale: f64) -> f64 {
        loc + scale * self.standard_normal()
    }

    fn standard_normal(&mut self) -> f64 {
        if let Some(value) = self.spare.take() {
            return value;
        }
        loop {
            let x = 2.0 * self.random_sample() - 1.0;
            let y = 2.0 * self.random_sample() - 1.0;
            let r2 = x * x + y * y;
            if r2 < 1.0 && r2 != 0.0 {
                let factor = (-2.0 * log(r2) / r2).sqrt();
                self.spare = Some(factor * x);
                return factor * y;
            }
        }
    }

    /// An integer in `[low, high)`. Errors unless `high > low`.
    pub fn randint(&mut self, low: i64, high: i64) -> Result<i64, RandomError> {
        if high <= low {
            return Err(RandomError::IntegerBounds { low, high });
        }
        let last = (high as u64).wrapping_sub(low as u64) - 1;
        Ok(low.wrapping_add(self.at_most(last) as i64))
    }

    /// A uniform integer in `[0, last]`: words masked to its bits until one fits.
    fn at_most(&mut self, last: u64) -> u64 {
        if last == 0 {
            return 0;
        }
        let mask = u64::MAX >> last.leading_zeros();
        loop {
            let word = u64::from(self.engine.next_u32());
            let word = if last > u64::from(u32::MAX) { word << 32 | u64::from(self.engine.next_u32()) } else { word };
            if word & mask <= last {
                return word & mask;
            }
        }
    }

    /// Shuffles `items` in place.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.at_most(i as u64) as usize);
        }
    }

    /// The numbers `0 .. n` in random order.
    pub fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        self.shuffle(&mut order);
        order
    }
}
