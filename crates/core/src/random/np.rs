//! The samplers of MXNet's NumPy-like namespace (`mx.np.random`), from the global engine, always in single precision.

use super::Streams;
use super::draws::{Draw, polar_pair};
use super::error::{RandomError, require};
use super::types::Output;

impl Streams {
    /// Uniform between `low` and `high`, which may be in either order.
    pub fn np_uniform<T: Output>(&mut self, low: f32, high: f32, out: &mut [T]) {
        f32::uniforms(&mut self.global, out, |u| T::from_single(low + (high - low) * u));
    }

    /// Normal with mean `loc` and standard deviation `scale`. Both values of the polar method are used, within one
    /// call. Errors unless `scale >= 0`.
    pub fn np_normal<T: Output>(&mut self, loc: f32, scale: f32, out: &mut [T]) -> Result<(), RandomError> {
        require(scale >= 0.0, "scale", "non-negative", scale.into())?;
        for pair in out.chunks_mut(2) {
            let (x, y, factor) = polar_pair(&mut self.global);
            for (value, coordinate) in pair.iter_mut().zip([y, x]) {
                *value = T::from_single(coordinate * factor * scale + loc);
            }
        }
        Ok(())
    }

    /// True with probability `prob` (`mx.npx.random.bernoulli`). Errors unless `0 <= prob <= 1`.
    pub fn np_bernoulli(&mut self, prob: f32, out: &mut [bool]) -> Result<(), RandomError> {
        require((0.0..=1.0).contains(&prob), "prob", "between 0 and 1", prob.into())?;
        f32::uniforms(&mut self.global, out, |u| u < prob);
        Ok(())
    }
}
