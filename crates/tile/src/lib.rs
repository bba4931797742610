//! The innermost loops of matrix products, convolutions and exponential functions for a second module with relaxed vector
//! instructions, where a multiply-add is one; those of the first two are compiled into the core with plain ones, too.
//!
//! The second module must fit beside the core on the core's memory: no statics, no stack, no panics, no calls. What it
//! exports is in [`relaxed`]; the core calls it through its table of functions. See `kernels::gemm::tile`.

#![no_std]

pub mod exponential;
#[cfg(target_feature = "relaxed-simd")]
pub mod relaxed;
pub mod window;

/// Rows of the tile.
pub const ROWS: usize = 3;
/// Vectors of columns of the tile.
pub const VECTORS: usize = 3;

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

/// How operands and result of a tile lie.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Strides {
    /// From a row of A to the next.
    pub row: usize,
    /// From a step of A to the next.
    pub step: usize,
    /// From a step of B to the next.
    pub width: usize,
    /// From a row of the result to the next.
    pub result: usize,
    /// From a tile of A to the next.
    pub tile: usize,
}

/// `c[r][v] = sum over p < depth of a[p][r] * b[p][v]`, or that added to what is there, for the first `V` of the
/// [`VECTORS`] vectors of a panel of B; of `tiles` tiles of A, one below the other.
///
/// Element (r, p) of A is at `a[r * row + p * step]`, and the columns of step p at `b[p * width]`: where it lies in memory
/// the way it is, an operand is read in place.
///
/// # Safety
/// Each of these elements must be valid for reading, the columns as `V` whole vectors, and `c` for writing them.
#[inline(always)]
pub unsafe fn product<T: Vector, const V: usize>(
    depth: usize,
    tiles: usize,
    a: *const T::Elem,
    b: *const T::Elem,
    c: *mut T::Elem,
    strides: Strides,
    add: bool,
) {
    let (mut a, mut c, mut left) = (a, c, tiles);
    // SAFETY: the caller's promise, tile by tile.
    unsafe {
        // The narrowest tile of singles has too few sums to hide the latency of a multiply-add: two at a time.
        while V == 1 && T::LANES > 2 && left >= 2 {
            tiles_at_once::<T, V, 2>(depth, a, b, c, strides, add);
            (a, c) = (a.wrapping_add(2 * strides.tile), c.wrapping_add(2 * ROWS * strides.result));
            left -= 2;
        }
        while left > 0 {
            tiles_at_once::<T, V, 1>(depth, a, b, c, strides, add);
            (a, c) = (a.wrapping_add(strides.tile), c.wrapping_add(ROWS * strides.result));
            left -= 1;
        }
    }
}

/// `N` tiles, one below the other. k is not unrolled in the source: that made V8 spill.
#[inline(always)]
unsafe fn tiles_at_once<T: Vector, const V: usize, const N: usize>(
    depth: usize,
    a: *const T::Elem,
    b: *const T::Elem,
    c: *mut T::Elem,
    strides: Strides,
    add: bool,
) {
    let mut sums = [[[T::zeros(); V]; ROWS]; N];
    let mut rows: [[_; ROWS]; N] =
        core::array::from_fn(|i| core::array::from_fn(|r| a.wrapping_add(i * strides.tile + r * strides.row)));
    let mut b = b;
    for _ in 0..depth {
        // SAFETY: step p reads the elements named at `product`.
        unsafe {
            let columns: [T; V] = core::array::from_fn(|v| T::read(b.add(v * T::LANES)));
            for (a, sums) in rows.as_flattened_mut().iter_mut().zip(sums.as_flattened_mut()) {
                let x = T::splat(**a);
                *a = a.wrapping_add(strides.step);
                for (sum, &column) in sums.iter_mut().zip(&columns) {
                    *sum = T::multiply_add(x, column, *sum);
                }
            }
            b = b.wrapping_add(strides.width);
        }
    }
    let mut c = c;
    // By reference: to move the sums into an iterator can put them into memory.
    for sums in sums.as_flattened() {
        for (v, &sum) in sums.iter().enumerate() {
            // SAFETY: a vector of the result.
            unsafe {
                let c = c.add(v * T::LANES);
                (if add { T::read(c).plus(sum) } else { sum }).write(c);
            }
        }
        c = c.wrapping_add(strides.result);
    }
}
