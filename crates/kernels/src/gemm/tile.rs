//! The tile of the blocked product, by the one of two ways that is chosen while the program runs.
//!
//! The loop itself is in the crate `tile`. Compiled into this crate it multiplies, rounds, adds and rounds: the same bits
//! in every engine. The second module has it with relaxed multiply-adds, a quarter faster and rounded as the engine
//! likes; its functions stand in the table of functions, one behind the other, and are called through it. A call costs
//! some nanoseconds, a tile of 256 steps some four hundred.

use crate::relaxed;
use crate::simd::{F32x4, F64x2, Float, Lanes};
use core::mem::MaybeUninit;
pub(crate) use tile::{ROWS as MR, VECTORS};

macro_rules! vector {
    ($($lanes:ty),*) => {$(
        impl tile::Vector for $lanes {
            type Elem = <$lanes as Lanes>::Elem;
            const LANES: usize = <$lanes as Lanes>::N;
            #[inline(always)]
            fn splat(value: Self::Elem) -> Self {
                Lanes::splat(value)
            }
            #[inline(always)]
            fn zeros() -> Self {
                Lanes::zero()
            }
            #[inline(always)]
            unsafe fn read(from: *const Self::Elem) -> Self {
                // SAFETY: the caller's promise.
                unsafe { Lanes::load(from) }
            }
            #[inline(always)]
            unsafe fn write(self, to: *mut Self::Elem) {
                // SAFETY: the caller's promise.
                unsafe { Lanes::store(self, to) };
            }
            #[inline(always)]
            fn multiply_add(a: Self, b: Self, c: Self) -> Self {
                a * b + c
            }
        }
    )*};
}
vector!(F32x4, F64x2);

/// A function of the second module: it writes the sums.
type Function<T> = unsafe extern "C" fn(usize, *const T, usize, usize, *const T, usize, *mut <T as Float>::Lanes);

/// The tile for `V` vectors of columns.
#[derive(Clone, Copy)]
pub(crate) struct Tile<T: Float, const V: usize>(Option<Function<T>>);

impl<T: Float, const V: usize> Tile<T, V> {
    /// The one to use now.
    pub fn chosen() -> Self {
        let of_type = if size_of::<T>() == 8 { 0 } else { VECTORS };
        // SAFETY: the type is that of the function.
        Self(unsafe { relaxed::function(of_type + V - 1) })
    }

    /// `sums[r][v] = sum over p < depth of a[r * row + p * step] * b[p * width + columns of v]`.
    #[inline(always)]
    pub fn sums(
        self,
        depth: usize,
        (a, row, step): (&[T], usize, usize),
        (b, width): (&[T], usize),
    ) -> [[T::Lanes; V]; MR] {
        let last = depth.saturating_sub(1);
        assert!(V <= VECTORS && (MR - 1) * row + last * step < a.len());
        assert!(last * width + V * T::Lanes::N <= b.len());
        // SAFETY: the last elements are inside by the assertions, and `out` has the room.
        unsafe {
            let (a, b) = (a.as_ptr(), b.as_ptr());
            let Some(function) = self.0 else { return tile::sums::<T::Lanes, V>(depth, a, (row, step), b, width) };
            let mut out = MaybeUninit::<[[T::Lanes; V]; MR]>::uninit();
            function(depth, a, row, step, b, width, out.as_mut_ptr().cast());
            out.assume_init()
        }
    }
}
