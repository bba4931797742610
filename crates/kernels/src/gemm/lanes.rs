//! The vector of 128 bits that the tile computes with: `v128` in WebAssembly, an array elsewhere.
//!
//! Both do the same operations in the same order, so native tests prove the bits of the plain `simd128` build. Only
//! with `relaxed-simd` may [`Lanes::mul_add`] round once instead of twice.

use bytemuck::Pod;
use core::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// Element types that the numerical kernels are compiled for: exactly `f32` and `f64`.
pub trait Float:
    Pod
    + PartialOrd
    + Default
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
{
    /// The vector of 128 bits of this element.
    type V: Lanes<Elem = Self>;
    /// 0.
    const ZERO: Self;
    /// 1.
    const ONE: Self;
    /// Lowest finite value.
    const LOWEST: Self;
    /// The nearest value.
    fn from_f64(x: f64) -> Self;
    /// The value, exact.
    fn to_f64(self) -> f64;
    /// Square root, correctly rounded.
    fn sqrt(self) -> Self;
}

macro_rules! float {
    ($t:ident, $v:ident) => {
        impl Float for $t {
            type V = $v;
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            const LOWEST: Self = $t::MIN;
            #[inline(always)]
            fn from_f64(x: f64) -> Self {
                x as $t
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                self as f64
            }
            #[inline(always)]
            fn sqrt(self) -> Self {
                $t::sqrt(self)
            }
        }
    };
}
float!(f32, F32x4);
float!(f64, F64x2);

/// A vector of [`Lanes::N`] elements.
pub trait Lanes: Copy {
    /// Element type.
    type Elem: Copy;
    /// Elements a vector.
    const N: usize;
    /// All lanes `x`.
    fn splat(x: Self::Elem) -> Self;
    /// Reads `N` elements.
    ///
    /// # Safety
    /// `src` must be valid for reading `N` elements; it need not be aligned to the vector.
    unsafe fn load(src: *const Self::Elem) -> Self;
    /// Writes `N` elements.
    ///
    /// # Safety
    /// `dst` must be valid for writing `N` elements; it need not be aligned to the vector.
    unsafe fn store(self, dst: *mut Self::Elem);
    /// `self + b`.
    fn add(self, b: Self) -> Self;
    /// `self * b`.
    fn mul(self, b: Self) -> Self;
    /// `self * b + c`.
    fn mul_add(self, b: Self, c: Self) -> Self;
}

#[cfg(target_arch = "wasm32")]
macro_rules! lanes {
    ($v:ident, $t:ident, $n:literal, $splat:ident, $add:ident, $mul:ident, $madd:ident) => {
        #[doc = concat!(stringify!($n), " lanes of ", stringify!($t), ".")]
        #[derive(Clone, Copy)]
        pub struct $v(core::arch::wasm32::v128);

        impl Lanes for $v {
            type Elem = $t;
            const N: usize = $n;
            #[inline(always)]
            fn splat(x: $t) -> Self {
                Self(core::arch::wasm32::$splat(x))
            }
            #[inline(always)]
            unsafe fn load(src: *const $t) -> Self {
                // SAFETY: the caller promises 16 readable bytes; v128.load takes any alignment.
                Self(unsafe { core::arch::wasm32::v128_load(src.cast()) })
            }
            #[inline(always)]
            unsafe fn store(self, dst: *mut $t) {
                // SAFETY: the caller promises 16 writable bytes; v128.store takes any alignment.
                unsafe { core::arch::wasm32::v128_store(dst.cast(), self.0) }
            }
            #[inline(always)]
            fn add(self, b: Self) -> Self {
                Self(core::arch::wasm32::$add(self.0, b.0))
            }
            #[inline(always)]
            fn mul(self, b: Self) -> Self {
                Self(core::arch::wasm32::$mul(self.0, b.0))
            }
            #[inline(always)]
            fn mul_add(self, b: Self, c: Self) -> Self {
                #[cfg(target_feature = "relaxed-simd")]
                return Self(core::arch::wasm32::$madd(self.0, b.0, c.0));
                #[cfg(not(target_feature = "relaxed-simd"))]
                return self.mul(b).add(c);
            }
        }
    };
}

#[cfg(not(target_arch = "wasm32"))]
macro_rules! lanes {
    ($v:ident, $t:ident, $n:literal, $splat:ident, $add:ident, $mul:ident, $madd:ident) => {
        #[doc = concat!(stringify!($n), " lanes of ", stringify!($t), ".")]
        #[derive(Clone, Copy)]
        pub struct $v([$t; $n]);

        impl Lanes for $v {
            type Elem = $t;
            const N: usize = $n;
            #[inline(always)]
            fn splat(x: $t) -> Self {
                Self([x; $n])
            }
            #[inline(always)]
            unsafe fn load(src: *const $t) -> Self {
                // SAFETY: the caller promises N readable elements.
                Self(unsafe { src.cast::<[$t; $n]>().read_unaligned() })
            }
            #[inline(always)]
            unsafe fn store(self, dst: *mut $t) {
                // SAFETY: the caller promises N writable elements.
                unsafe { dst.cast::<[$t; $n]>().write_unaligned(self.0) }
            }
            #[inline(always)]
            fn add(self, b: Self) -> Self {
                Self(core::array::from_fn(|i| self.0[i] + b.0[i]))
            }
            #[inline(always)]
            fn mul(self, b: Self) -> Self {
                Self(core::array::from_fn(|i| self.0[i] * b.0[i]))
            }
            #[inline(always)]
            fn mul_add(self, b: Self, c: Self) -> Self {
                self.mul(b).add(c)
            }
        }
    };
}

lanes!(F32x4, f32, 4, f32x4_splat, f32x4_add, f32x4_mul, f32x4_relaxed_madd);
lanes!(F64x2, f64, 2, f64x2_splat, f64x2_add, f64x2_mul, f64x2_relaxed_madd);
