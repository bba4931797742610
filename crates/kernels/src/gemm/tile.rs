//! The tile of the blocked product, by the one of two ways that is chosen while the program runs.
//!
//! The loop itself is in the crate `tile`. Compiled into this crate it multiplies, rounds, adds and rounds: the same bits
//! in every engine. The second module has it with relaxed multiply-adds, a quarter faster and rounded as the engine
//! likes; its functions stand in the table of functions, one behind the other, and are called through it. A call is for
//! all tiles of a block of A: a tile of 64 steps takes a hundred nanoseconds, a call ten.

use crate::relaxed;
use crate::simd::{F32x4, F64x2, Float, Lanes};
pub(crate) use tile::{ROWS as MR, Strides, VECTORS};

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
            fn plus(self, o: Self) -> Self {
                self + o
            }
            #[inline(always)]
            fn times_power(self, bits: Self) -> Self {
                self.add_bits(bits.shl(Self::MANTISSA))
            }
            #[inline(always)]
            fn multiply_add(a: Self, b: Self, c: Self) -> Self {
                a * b + c
            }
        }
    )*};
}
vector!(F32x4, F64x2);

/// A function of the second module.
type Function<T> = unsafe extern "C" fn(usize, usize, *const T, *const T, *mut T, *const Strides, bool);

/// The tile for `V` vectors of columns.
#[derive(Clone, Copy)]
pub(crate) struct Tile<T: Float, const V: usize>(Option<Function<T>>);

impl<T: Float, const V: usize> Tile<T, V> {
    /// Columns.
    pub const WIDTH: usize = V * T::Lanes::N;

    /// The one to use now.
    pub fn chosen() -> Self {
        let of_type = if size_of::<T>() == 8 { relaxed::DOUBLES } else { relaxed::SINGLES };
        // SAFETY: the type is that of the function.
        Self(unsafe { relaxed::function(of_type + V - 1) })
    }

    /// See [`tile::product`].
    ///
    /// # Safety
    /// `c` must be valid for the whole tiles, and nobody else may use its elements.
    #[inline(always)]
    pub unsafe fn product(
        self,
        (depth, tiles): (usize, usize),
        a: &[T],
        b: &[T],
        c: *mut T,
        strides: Strides,
        add: bool,
    ) {
        let last = depth.saturating_sub(1);
        let last_tile = tiles.saturating_sub(1) * strides.tile;
        assert!(V <= VECTORS && last_tile + (MR - 1) * strides.row + last * strides.step < a.len());
        assert!(last * strides.width + Self::WIDTH <= b.len());
        // SAFETY: the last elements are inside by the assertions, those of `c` by the caller's promise.
        unsafe {
            let (a, b) = (a.as_ptr(), b.as_ptr());
            match self.0 {
                Some(function) => function(depth, tiles, a, b, c, &strides, add),
                None => (0..tiles).for_each(|i| {
                    let (a, c) = (a.wrapping_add(i * strides.tile), c.wrapping_add(i * MR * strides.result));
                    plain_tile::<T, V>(depth, a, b, c, &strides, add);
                }),
            }
        }
    }
}

/// One tile, by itself: in a loop over tiles V8 keeps its sums in memory.
///
/// # Safety
/// As [`tile::product`].
#[inline(never)]
unsafe fn plain_tile<T: Float, const V: usize>(
    depth: usize,
    a: *const T,
    b: *const T,
    c: *mut T,
    strides: &Strides,
    add: bool,
) {
    // SAFETY: the caller's promise.
    unsafe { tile::product::<T::Lanes, V>(depth, 1, a, b, c, *strides, add) };
}
