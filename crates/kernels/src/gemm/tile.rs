//! The tiles of the blocked product, by the one of two ways that is chosen while the program runs.
//!
//! The loop itself is in the crate `tile`. Compiled into this crate it multiplies, rounds, adds and rounds: the same bits
//! in every engine. The second module has it with relaxed multiply-adds, faster and rounded as the engine likes; its
//! functions stand in the table of functions, one behind the other, and are called through it. A call is for all panels of
//! a block of A: a tile of 64 steps takes a hundred nanoseconds, a call ten.

use crate::relaxed;
use crate::simd::{F32x4, F64x2, Float, Lanes};
pub(crate) use tile::product::{GROUP, PANEL_ROWS as MR, PANEL_VECTORS, ROWS, Walk};

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

/// A function of the second module, or one of this crate.
type Function<T> = unsafe extern "C" fn(*mut Walk<T>);

/// The tiles to use.
#[derive(Clone, Copy)]
pub(crate) enum Tile<T> {
    /// This crate's own: of three rows for one, two and three vectors.
    Plain,
    /// Those of the second module: the same, and of six rows for one and two vectors.
    Relaxed([Function<T>; 5]),
}

impl<T: Float> Tile<T> {
    /// The ones to use now.
    pub fn chosen() -> Self {
        let of_type = if size_of::<T>() == 8 { relaxed::DOUBLES } else { relaxed::SINGLES };
        // SAFETY: the type is that of the functions.
        let functions = core::array::from_fn(|i| unsafe { relaxed::function::<Function<T>>(of_type + i) });
        match functions {
            [Some(a), Some(b), Some(c), Some(d), Some(e)] => Tile::Relaxed([a, b, c, d, e]),
            _ => Tile::Plain,
        }
    }

    /// [`tile::product::tiles`] for the panels of A that the walk has to go, and `width` columns.
    ///
    /// # Safety
    /// As there; `c` and what it begins with must be valid for whole vectors of columns.
    #[inline(always)]
    pub unsafe fn panels(self, walk: Walk<T>, width: usize) {
        match self {
            Tile::Relaxed([_, _, _, one, two]) => {
                // SAFETY: the caller's promise.
                unsafe { across(walk, width, [one, two]) };
            }
            Tile::Plain => {
                // SAFETY: the caller's promise.
                unsafe {
                    self.halves(walk, width);
                    self.halves(walk.below(ROWS), width);
                }
            }
        }
    }

    /// The same for the first [`ROWS`] rows of the panels.
    ///
    /// # Safety
    /// As [`Tile::panels`].
    #[inline(always)]
    pub unsafe fn halves(self, walk: Walk<T>, width: usize) {
        let tiles = match self {
            Tile::Relaxed([one, two, three, ..]) => [one, two, three],
            Tile::Plain => [plain::<T, 1>, plain::<T, 2>, plain::<T, 3>],
        };
        // SAFETY: the caller's promise.
        unsafe { across(walk, width, tiles) };
    }
}

/// Tiles side by side for all columns: the last of `tiles` is the widest. Inlined, as what calls it: a walk would be copied by
/// `memory.copy`, which is a call of some twenty nanoseconds.
///
/// # Safety
/// As [`Tile::panels`].
#[inline(always)]
unsafe fn across<T: Float, const V: usize>(walk: Walk<T>, width: usize, tiles: [Function<T>; V]) {
    let vectors = width.div_ceil(T::Lanes::N);
    for (s, across, vectors) in [(0, vectors / V, V), (vectors / V * V * T::Lanes::N, 1, vectors % V)] {
        if across * vectors > 0 {
            let start = if walk.start.is_null() { walk.start } else { walk.start.wrapping_add(s) };
            let mut walk = Walk { across, b: walk.b.wrapping_add(s), c: walk.c.wrapping_add(s), start, ..walk };
            // SAFETY: the caller's promise.
            unsafe { tiles[vectors - 1](&mut walk) };
        }
    }
}

/// This crate's own tile.
///
/// # Safety
/// As [`tile::product::tiles`].
#[inline(never)]
unsafe extern "C" fn plain<T: Float, const V: usize>(walk: *mut Walk<T>) {
    // SAFETY: the caller's promise.
    unsafe { tile::product::tiles::<T::Lanes, ROWS, V>(walk) };
}
