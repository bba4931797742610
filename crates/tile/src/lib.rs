//! The innermost loops of matrix products, convolutions and exponential functions for a second module with relaxed vector
//! instructions, where a multiply-add is one; those of the first two are compiled into the core with plain ones, too.
//!
//! The second module must fit beside the core on the core's memory: no statics, no stack, no panics, no calls. What it
//! exports is in [`relaxed`]; the core calls it through its table of functions. See `kernels::gemm::tile`.

#![no_std]

pub mod exponential;
pub mod product;
#[cfg(target_feature = "relaxed-simd")]
pub mod relaxed;
pub mod window;

/// A vector of 128 bits.
pub trait Vector: Copy {
    /// The type of a lane.
    type Elem: Copy;
    /// How many lanes there are.
    const LANES: usize;
    /// The same value in every lane.
    fn splat(value: Self::Elem) -> Self;
    /// All lanes 0.
    fn zeros() -> Self;
    /// Reads [`Vector::LANES`] elements.
    /// # Safety
    /// `from` must be valid for reading as many.
    unsafe fn read(from: *const Self::Elem) -> Self;
    /// Writes [`Vector::LANES`] elements.
    /// # Safety
    /// `to` must be valid for writing as many.
    unsafe fn write(self, to: *mut Self::Elem);
    /// Lane by lane.
    fn plus(self, o: Self) -> Self;
    /// `self * 2ⁿ` for normal results, where n stands in the low bits of `bits`.
    fn times_power(self, bits: Self) -> Self;
    /// `a * b + c` lane by lane.
    fn multiply_add(a: Self, b: Self, c: Self) -> Self;
}
