//! What the second module exports: the tile for each type and number of vectors. The core knows the functions by the
//! order of their names.

use crate::Vector;
use crate::exponential::{self, Constants};
use crate::product::{Walk, tiles};
use crate::window;
use core::arch::wasm32::{
    f32x4_add, f32x4_relaxed_madd, f32x4_splat, f64x2_add, f64x2_relaxed_madd, f64x2_splat, i32x4_add, i32x4_shl,
    i64x2_add, i64x2_shl, v128, v128_load, v128_store,
};

macro_rules! vector {
    ($name:ident, $elem:ty, $lanes:literal, $splat:ident, $add:ident, $madd:ident, $shl:ident, $add_bits:ident, $mantissa:literal) => {
        #[doc = concat!("A vector of `", stringify!($elem), "`.")]
        #[derive(Clone, Copy)]
        pub struct $name(v128);

        impl Vector for $name {
            type Elem = $elem;
            const LANES: usize = $lanes;
            #[inline(always)]
            fn splat(value: $elem) -> Self {
                Self($splat(value))
            }
            #[inline(always)]
            fn zeros() -> Self {
                Self($splat(0.0))
            }
            #[inline(always)]
            unsafe fn read(from: *const $elem) -> Self {
                // SAFETY: the caller's promise.
                Self(unsafe { v128_load(from.cast()) })
            }
            #[inline(always)]
            unsafe fn write(self, to: *mut $elem) {
                // SAFETY: the caller's promise.
                unsafe { v128_store(to.cast(), self.0) };
            }
            #[inline(always)]
            fn plus(self, o: Self) -> Self {
                Self($add(self.0, o.0))
            }
            #[inline(always)]
            fn times_power(self, bits: Self) -> Self {
                Self($add_bits(self.0, $shl(bits.0, $mantissa)))
            }
            #[inline(always)]
            fn multiply_add(a: Self, b: Self, c: Self) -> Self {
                Self($madd(a.0, b.0, c.0))
            }
        }
    };
}
vector!(Singles, f32, 4, f32x4_splat, f32x4_add, f32x4_relaxed_madd, i32x4_shl, i32x4_add, 23);
vector!(Doubles, f64, 2, f64x2_splat, f64x2_add, f64x2_relaxed_madd, i64x2_shl, i64x2_add, 52);

/// [`tiles`] with these names. Each is a function, since V8 gives sums registers where it has little else to look at.
macro_rules! export {
    ($($name:ident: $vector:ident, $rows:literal, $vectors:literal;)*) => {$(
        /// # Safety
        /// As [`tiles`].
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name(walk: *mut Walk<<$vector as Vector>::Elem>) {
            // SAFETY: the caller's promise.
            unsafe { tiles::<$vector, $rows, $vectors>(walk) };
        }
    )*};
}
export! {
    doubles_3_1: Doubles, 3, 1;
    doubles_3_2: Doubles, 3, 2;
    doubles_3_3: Doubles, 3, 3;
    doubles_6_1: Doubles, 6, 1;
    doubles_6_2: Doubles, 6, 2;
    singles_3_1: Singles, 3, 1;
    singles_3_2: Singles, 3, 2;
    singles_3_3: Singles, 3, 3;
    singles_6_1: Singles, 6, 1;
    singles_6_2: Singles, 6, 2;
}

/// # Safety
/// As [`exponential::exp`], and `constants` must be valid for reading.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn exp_all(x: *const f32, y: *mut f32, vectors: usize, constants: *const Constants) {
    // SAFETY: the caller's promise.
    unsafe { exponential::exp::<Singles>(x, y, vectors, &*constants) };
}

/// # Safety
/// As [`exponential::minus_one`], and `constants` must be valid for reading.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn exp_minus_one(x: *const f32, y: *mut f32, vectors: usize, constants: *const Constants) {
    // SAFETY: the caller's promise.
    unsafe { exponential::minus_one::<Singles>(x, y, vectors, &*constants) };
}

/// The shift is at `sum`, which becomes the sum.
///
/// # Safety
/// As [`exponential::sum`]; `constants` must be valid for reading, `sum` also for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn exp_sum(
    x: *const f32,
    y: *mut f32,
    vectors: usize,
    sum: *mut v128,
    constants: *const Constants,
) {
    // SAFETY: the caller's promise.
    unsafe {
        let shift = Singles(v128_load(sum));
        v128_store(sum, exponential::sum::<Singles>(x, y, vectors, shift, &*constants).0);
    }
}

/// Functions of `window` for a stride: the gradient, with its nine sums written to `out`, and the sums.
macro_rules! export_window {
    ($($stride:literal: $gradient:ident, $sums:ident;)*) => {$(
        /// # Safety
        /// As [`window::gradient`], `out` must be valid for writing nine vectors, `walk` for reading.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $gradient(x: *const f32, dy: *const f32, out: *mut v128, walk: *const window::Walk) {
            // SAFETY: the caller's promise.
            unsafe {
                let sums = window::gradient::<Singles, $stride>(x, dy, *walk);
                for r in 0..3 {
                    for c in 0..3 {
                        v128_store(out.add(3 * r + c), sums[r][c].0);
                    }
                }
            }
        }

        /// # Safety
        /// As [`window::sums`], and `walk` must be valid for reading.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $sums(x: *const f32, w: *const f32, bias: f32, y: *mut f32, walk: *const window::Walk) {
            // SAFETY: the caller's promise.
            unsafe { window::sums::<Singles, $stride>(x, w, bias, y, *walk) };
        }
    )*};
}
export_window! {
    1: window_gradient_1, window_sums_1;
    2: window_gradient_2, window_sums_2;
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
