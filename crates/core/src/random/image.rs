//! Draws of image operators, which take C++'s own distributions on the global engine.

use super::Streams;
use super::draws::Draw;

impl Streams {
    /// True with a chance of a half, from a uniform of double precision.
    pub fn heads(&mut self) -> bool {
        f64::uniform(&mut self.global) < 0.5
    }

    /// Uniform between `low` and `high`.
    pub fn factor(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * f32::uniform(&mut self.global)
    }
}
