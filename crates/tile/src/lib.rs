//! The innermost loop of matrix products, which is compiled twice: into the core with plain vector instructions, and
//! into a second module with relaxed ones, where a multiply-add is one instruction.
//!
//! The second module must fit beside the core on the core's memory: no statics, no stack, no panics, no calls. What it
//! exports is in [`relaxed`]; the core calls it through its table of functions. See `kernels::gemm::tile`.

#![no_std]

#[cfg(target_feature = "relaxed-simd")]
pub mod relaxed;

/// Rows of the tile.
pub const ROWS: usize = 2;
/// Vectors of columns of the tile.
pub const VECTORS: usize = 4;

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
    /// `a * b + c` lane by lane.
    fn multiply_add(a: Self, b: Self, c: Self) -> Self;
}

/// `sums[r][v] = sum over p of a[p][r] * b[p][v]`, for the first `V` of the [`VECTORS`] vectors of a panel of B.
///
/// k is not unrolled in the source: that made V8 spill.
///
/// # Safety
/// `a` must be valid for reading `depth` times [`ROWS`] elements, `b` for `depth` times [`VECTORS`] vectors.
#[inline(always)]
pub unsafe fn sums<T: Vector, const V: usize>(depth: usize, a: *const T::Elem, b: *const T::Elem) -> [[T; V]; ROWS] {
    let mut sums = [[T::zeros(); V]; ROWS];
    let (mut a, mut b) = (a, b);
    for _ in 0..depth {
        // SAFETY: step p reads ROWS elements from a[p * ROWS] and V vectors from b[p * VECTORS], with p < depth.
        unsafe {
            let columns: [T; V] = core::array::from_fn(|v| T::read(b.add(v * T::LANES)));
            for (r, row) in sums.iter_mut().enumerate() {
                let x = T::splat(*a.add(r));
                for (sum, &column) in row.iter_mut().zip(&columns) {
                    *sum = T::multiply_add(x, column, *sum);
                }
            }
            a = a.add(ROWS);
            b = b.add(VECTORS * T::LANES);
        }
    }
    sums
}
