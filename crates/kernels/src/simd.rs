//! 128-bit lanes: four `f32` or two `f64`, WebAssembly `simd128` there and plain arrays elsewhere, with the same bits
//! on both (no fused multiply-add, every operation is one IEEE operation a lane).
//!
//! Masks are lanes whose bits are all ones or all zeros; comparisons with NaN are false, `ne` is true.

mod copy;
mod loops;

pub(crate) use copy::{copy, copy_array};
pub(crate) use loops::add_scaled;
pub use loops::{map, map_near, update};

use crate::math::Math;
#[cfg(target_arch = "wasm32")]
use core::arch::wasm32::*;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// The element types that the float kernels are compiled for: `f32` and `f64`, nothing else.
pub trait Float:
    Copy
    + PartialOrd
    + Default
    + core::fmt::Debug
    + bytemuck::Pod
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Send
    + Sync
    + 'static
{
    /// The vector of 128 bits that holds this type.
    type Lanes: Math<Elem = Self> + tile::Vector<Elem = Self>;
    /// 0
    const ZERO: Self;
    /// 1
    const ONE: Self;
    /// Quiet not-a-number.
    const NAN: Self;
    /// Positive infinity.
    const INFINITY: Self;
    /// Negative infinity.
    const NEG_INFINITY: Self;
    /// The largest finite value.
    const MAX: Self;
    /// The distance from 1 to the next larger value.
    const EPSILON: Self;
    /// Rounded to nearest, ties to even.
    fn from_f64(v: f64) -> Self;
    /// Exact.
    fn to_f64(self) -> f64;
    /// |x|
    fn abs(self) -> Self;
    /// Square root, correctly rounded.
    fn sqrt(self) -> Self;
    /// Towards negative infinity.
    fn floor(self) -> Self;
    /// Towards positive infinity.
    fn ceil(self) -> Self;
    /// Towards zero.
    fn trunc(self) -> Self;
    /// Whether this is not-a-number.
    fn is_nan(self) -> bool;
    /// `self` if it is greater or NaN, else `other`: NaN propagates from both sides.
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if self > other || self.is_nan() { self } else { other }
    }
    /// `self` if it is less or NaN, else `other`: NaN propagates from both sides.
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if self < other || self.is_nan() { self } else { other }
    }
}

/// What a vector of lanes can do. Every operation acts lane by lane.
pub trait Lanes:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Send
    + Sync
    + 'static
{
    /// The type of a lane.
    type Elem: Float<Lanes = Self>;
    /// All lanes of one vector, in order.
    type Array: Copy + AsRef<[Self::Elem]> + AsMut<[Self::Elem]>;
    /// How many lanes there are.
    const N: usize;
    /// Stored bits of a significand.
    const MANTISSA: u32;
    /// What is added to exponents.
    const BIAS: f64;
    /// The same value in every lane.
    fn splat(v: Self::Elem) -> Self;
    /// The lanes as an array.
    fn to_array(self) -> Self::Array;
    /// Lanes from an array.
    fn from_array(a: Self::Array) -> Self;
    /// Reads [`Lanes::N`] elements.
    /// # Safety
    /// `p` must be valid for reading [`Lanes::N`] elements; no alignment beyond the element's is needed.
    unsafe fn load(p: *const Self::Elem) -> Self;
    /// Writes [`Lanes::N`] elements.
    /// # Safety
    /// `p` must be valid for writing [`Lanes::N`] elements; no alignment beyond the element's is needed.
    unsafe fn store(self, p: *mut Self::Elem);
    /// |x|
    fn abs(self) -> Self;
    /// Square root, correctly rounded.
    fn sqrt(self) -> Self;
    /// Towards negative infinity.
    fn floor(self) -> Self;
    /// Towards positive infinity.
    fn ceil(self) -> Self;
    /// Towards zero.
    fn trunc(self) -> Self;
    /// To the nearest integer, ties to even.
    fn nearest(self) -> Self;
    /// Mask of `self == o`.
    fn eq(self, o: Self) -> Self;
    /// Mask of `self != o`.
    fn ne(self, o: Self) -> Self;
    /// Mask of `self < o`.
    fn lt(self, o: Self) -> Self;
    /// Mask of `self <= o`.
    fn le(self, o: Self) -> Self;
    /// Bitwise and.
    fn and(self, o: Self) -> Self;
    /// Bitwise or.
    fn or(self, o: Self) -> Self;
    /// Bitwise exclusive or.
    fn xor(self, o: Self) -> Self;
    /// With `self` as mask: the bits of `a` where it is set, those of `b` elsewhere.
    fn select(self, a: Self, b: Self) -> Self;
    /// Shifts the bits of every lane left.
    fn shl(self, by: u32) -> Self;
    /// Shifts the bits of every lane right, filling with zeros.
    fn shr(self, by: u32) -> Self;
    /// The lanes' bits as integers, added modulo 2ⁿ.
    fn add_bits(self, o: Self) -> Self;
    /// The lanes' bits as integers, subtracted modulo 2ⁿ.
    fn sub_bits(self, o: Self) -> Self;
    /// These bits in every lane.
    fn from_bits(bits: u64) -> Self;
    /// `o` where it is less, else `self`: NaN in `self` stays. One instruction, unlike [`Lanes::min`].
    fn at_most(self, o: Self) -> Self;
    /// `o` where it is greater, else `self`: NaN in `self` stays. One instruction, unlike [`Lanes::max`].
    fn at_least(self, o: Self) -> Self;
    /// Whether any lane of a mask is set.
    fn any(self) -> bool;
    /// Whether all lanes of a mask are set.
    fn all(self) -> bool;

    /// Mask of `self > o`.
    #[inline(always)]
    fn gt(self, o: Self) -> Self {
        o.lt(self)
    }
    /// Mask of `self >= o`.
    #[inline(always)]
    fn ge(self, o: Self) -> Self {
        o.le(self)
    }
    /// Mask of the lanes that are NaN.
    #[inline(always)]
    fn nan_mask(self) -> Self {
        self.ne(self)
    }
    /// All lanes 0.
    #[inline(always)]
    fn zero() -> Self {
        Self::splat(Self::Elem::ZERO)
    }
    /// All lanes the given constant, rounded to the lane's type.
    #[inline(always)]
    fn c(v: f64) -> Self {
        Self::splat(Self::Elem::from_f64(v))
    }
    /// 1 where a mask is set, else 0.
    #[inline(always)]
    fn one_where(self) -> Self {
        self.and(Self::splat(Self::Elem::ONE))
    }
    /// `self` where greater or NaN, else `o` (as [`Float::max`]).
    #[inline(always)]
    fn max(self, o: Self) -> Self {
        self.gt(o).or(self.nan_mask()).select(self, o)
    }
    /// `self` where less or NaN, else `o` (as [`Float::min`]).
    #[inline(always)]
    fn min(self, o: Self) -> Self {
        self.lt(o).or(self.nan_mask()).select(self, o)
    }
    /// Magnitude of `self`, sign of `sign`.
    #[inline(always)]
    fn copysign(self, sign: Self) -> Self {
        Self::c(-0.0).select(sign, self)
    }
    /// `self`, which is not negative, with the sign of `sign`.
    #[inline(always)]
    fn signed(self, sign: Self) -> Self {
        self.or(sign.and(Self::c(-0.0)))
    }
    /// Applies a function of one element to every lane.
    #[inline(always)]
    fn map(self, f: impl Fn(Self::Elem) -> Self::Elem) -> Self {
        let mut a = self.to_array();
        a.as_mut().iter_mut().for_each(|v| *v = f(*v));
        Self::from_array(a)
    }
    /// Joins the lanes pairwise: `(l0 f l2) f (l1 f l3)`, or `l0 f l1`.
    #[inline(always)]
    fn fold(self, f: impl Fn(Self::Elem, Self::Elem) -> Self::Elem) -> Self::Elem {
        let a = self.to_array();
        match a.as_ref() {
            [a, b] => f(*a, *b),
            [a, b, c, d] => f(f(*a, *c), f(*b, *d)),
            _ => unreachable!("lanes come in twos and fours"),
        }
    }
    /// Reads up to [`Lanes::N`] elements, the missing lanes hold `fill`.
    #[inline(always)]
    fn load_part(x: &[Self::Elem], fill: Self::Elem) -> Self {
        let mut a = Self::splat(fill).to_array();
        for (slot, v) in a.as_mut().iter_mut().zip(x) {
            *slot = *v;
        }
        Self::from_array(a)
    }
    /// Writes the first `y.len()` lanes.
    #[inline(always)]
    fn store_part(self, y: &mut [Self::Elem]) {
        for (slot, v) in y.iter_mut().zip(self.to_array().as_ref()) {
            *slot = *v;
        }
    }
}

macro_rules! float {
    ($t:ident, $lanes:ident) => {
        impl Float for $t {
            type Lanes = $lanes;
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            const NAN: Self = $t::NAN;
            const INFINITY: Self = $t::INFINITY;
            const NEG_INFINITY: Self = $t::NEG_INFINITY;
            const MAX: Self = $t::MAX;
            const EPSILON: Self = $t::EPSILON;
            #[inline(always)]
            fn from_f64(v: f64) -> Self {
                v as $t
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                self as f64
            }
            #[inline(always)]
            fn abs(self) -> Self {
                $t::abs(self)
            }
            #[inline(always)]
            fn sqrt(self) -> Self {
                $t::sqrt(self)
            }
            #[inline(always)]
            fn floor(self) -> Self {
                $t::floor(self)
            }
            #[inline(always)]
            fn ceil(self) -> Self {
                $t::ceil(self)
            }
            #[inline(always)]
            fn trunc(self) -> Self {
                $t::trunc(self)
            }
            #[inline(always)]
            fn is_nan(self) -> bool {
                $t::is_nan(self)
            }
        }
    };
}
float!(f32, F32x4);
float!(f64, F64x2);

/// One operation on both targets: a WebAssembly intrinsic by name, or a closure over elements.
macro_rules! both {
    ($wasm:expr, $native:expr) => {{
        #[cfg(target_arch = "wasm32")]
        {
            $wasm
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            $native
        }
    }};
}

mod shuffle;

macro_rules! lanes {
    ($doc:literal, $name:ident, $t:ident, $bits:ident, $n:literal, $mantissa:literal, $bias:literal,
     $splat:ident, $add:ident, $sub:ident, $mul:ident, $div:ident, $neg:ident, $abs:ident, $sqrt:ident, $floor:ident,
     $ceil:ident, $trunc:ident, $nearest:ident, $eq:ident, $ne:ident, $lt:ident, $le:ident, $shl:ident, $shr:ident,
     $iadd:ident, $isub:ident, $pmin:ident, $pmax:ident, $bitmask:ident) => {
        #[doc = $doc]
        #[derive(Clone, Copy)]
        #[cfg(target_arch = "wasm32")]
        #[repr(transparent)]
        pub struct $name(v128);
        #[doc = $doc]
        #[derive(Clone, Copy)]
        #[cfg(not(target_arch = "wasm32"))]
        #[repr(C, align(16))]
        pub struct $name([$t; $n]);

        #[cfg(not(target_arch = "wasm32"))]
        impl $name {
            #[inline(always)]
            fn each(self, f: impl Fn($t) -> $t) -> Self {
                Self(core::array::from_fn(|i| f(self.0[i])))
            }
            #[inline(always)]
            fn zip(self, o: Self, f: impl Fn($t, $t) -> $t) -> Self {
                Self(core::array::from_fn(|i| f(self.0[i], o.0[i])))
            }
            #[inline(always)]
            fn bits(self, o: Self, f: impl Fn($bits, $bits) -> $bits) -> Self {
                self.zip(o, |a, b| $t::from_bits(f(a.to_bits(), b.to_bits())))
            }
            #[inline(always)]
            fn mask(self, o: Self, f: impl Fn($t, $t) -> bool) -> Self {
                self.zip(o, |a, b| $t::from_bits(if f(a, b) { $bits::MAX } else { 0 }))
            }
        }
        impl Add for $name {
            type Output = Self;
            #[inline(always)]
            fn add(self, o: Self) -> Self {
                both!(Self($add(self.0, o.0)), self.zip(o, |a, b| a + b))
            }
        }
        impl Sub for $name {
            type Output = Self;
            #[inline(always)]
            fn sub(self, o: Self) -> Self {
                both!(Self($sub(self.0, o.0)), self.zip(o, |a, b| a - b))
            }
        }
        impl Mul for $name {
            type Output = Self;
            #[inline(always)]
            fn mul(self, o: Self) -> Self {
                both!(Self($mul(self.0, o.0)), self.zip(o, |a, b| a * b))
            }
        }
        impl Div for $name {
            type Output = Self;
            #[inline(always)]
            fn div(self, o: Self) -> Self {
                both!(Self($div(self.0, o.0)), self.zip(o, |a, b| a / b))
            }
        }
        impl Neg for $name {
            type Output = Self;
            #[inline(always)]
            fn neg(self) -> Self {
                both!(Self($neg(self.0)), self.each(|a| -a))
            }
        }
        impl Lanes for $name {
            type Elem = $t;
            type Array = [$t; $n];
            const N: usize = $n;
            const MANTISSA: u32 = $mantissa;
            const BIAS: f64 = $bias;
            #[inline(always)]
            fn splat(v: $t) -> Self {
                both!(Self($splat(v)), Self([v; $n]))
            }
            #[inline(always)]
            fn to_array(self) -> [$t; $n] {
                // SAFETY: both are plain data of 16 bytes.
                both!(unsafe { core::mem::transmute::<v128, [$t; $n]>(self.0) }, self.0)
            }
            #[inline(always)]
            fn from_array(a: [$t; $n]) -> Self {
                // SAFETY: both are plain data of 16 bytes.
                both!(Self(unsafe { core::mem::transmute::<[$t; $n], v128>(a) }), Self(a))
            }
            #[inline(always)]
            unsafe fn load(p: *const $t) -> Self {
                // SAFETY: the caller promises that 16 bytes are readable; neither form needs alignment.
                both!(Self(unsafe { v128_load(p.cast()) }), Self(unsafe { p.cast::<[$t; $n]>().read_unaligned() }))
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $t) {
                // SAFETY: the caller promises that 16 bytes are writable; neither form needs alignment.
                both!(unsafe { v128_store(p.cast(), self.0) }, unsafe { p.cast::<[$t; $n]>().write_unaligned(self.0) })
            }
            #[inline(always)]
            fn abs(self) -> Self {
                both!(Self($abs(self.0)), self.each($t::abs))
            }
            #[inline(always)]
            fn sqrt(self) -> Self {
                both!(Self($sqrt(self.0)), self.each($t::sqrt))
            }
            #[inline(always)]
            fn floor(self) -> Self {
                both!(Self($floor(self.0)), self.each($t::floor))
            }
            #[inline(always)]
            fn ceil(self) -> Self {
                both!(Self($ceil(self.0)), self.each($t::ceil))
            }
            #[inline(always)]
            fn trunc(self) -> Self {
                both!(Self($trunc(self.0)), self.each($t::trunc))
            }
            #[inline(always)]
            fn nearest(self) -> Self {
                both!(Self($nearest(self.0)), self.each($t::round_ties_even))
            }
            #[inline(always)]
            fn eq(self, o: Self) -> Self {
                both!(Self($eq(self.0, o.0)), self.mask(o, |a, b| a == b))
            }
            #[inline(always)]
            fn ne(self, o: Self) -> Self {
                both!(Self($ne(self.0, o.0)), self.mask(o, |a, b| a != b))
            }
            #[inline(always)]
            fn lt(self, o: Self) -> Self {
                both!(Self($lt(self.0, o.0)), self.mask(o, |a, b| a < b))
            }
            #[inline(always)]
            fn le(self, o: Self) -> Self {
                both!(Self($le(self.0, o.0)), self.mask(o, |a, b| a <= b))
            }
            #[inline(always)]
            fn and(self, o: Self) -> Self {
                both!(Self(v128_and(self.0, o.0)), self.bits(o, |a, b| a & b))
            }
            #[inline(always)]
            fn or(self, o: Self) -> Self {
                both!(Self(v128_or(self.0, o.0)), self.bits(o, |a, b| a | b))
            }
            #[inline(always)]
            fn xor(self, o: Self) -> Self {
                both!(Self(v128_xor(self.0, o.0)), self.bits(o, |a, b| a ^ b))
            }
            #[inline(always)]
            fn select(self, a: Self, b: Self) -> Self {
                both!(Self(v128_bitselect(a.0, b.0, self.0)), b.xor(self.and(a.xor(b))))
            }
            #[inline(always)]
            fn shl(self, by: u32) -> Self {
                both!(Self($shl(self.0, by)), self.each(|a| $t::from_bits(a.to_bits() << by)))
            }
            #[inline(always)]
            fn shr(self, by: u32) -> Self {
                both!(Self($shr(self.0, by)), self.each(|a| $t::from_bits(a.to_bits() >> by)))
            }
            #[inline(always)]
            fn add_bits(self, o: Self) -> Self {
                both!(Self($iadd(self.0, o.0)), self.bits(o, $bits::wrapping_add))
            }
            #[inline(always)]
            fn sub_bits(self, o: Self) -> Self {
                both!(Self($isub(self.0, o.0)), self.bits(o, $bits::wrapping_sub))
            }
            #[inline(always)]
            fn from_bits(bits: u64) -> Self {
                Self::splat($t::from_bits(bits as $bits))
            }
            #[inline(always)]
            fn at_most(self, o: Self) -> Self {
                both!(Self($pmin(self.0, o.0)), self.zip(o, |a, b| if b < a { b } else { a }))
            }
            #[inline(always)]
            fn at_least(self, o: Self) -> Self {
                both!(Self($pmax(self.0, o.0)), self.zip(o, |a, b| if a < b { b } else { a }))
            }
            // By the lanes' sign bits, which is one instruction of the processor where `v128.any_true` is four.
            #[inline(always)]
            fn any(self) -> bool {
                both!($bitmask(self.0) != 0, self.0.iter().any(|a| a.to_bits() != 0))
            }
            #[inline(always)]
            fn all(self) -> bool {
                both!($bitmask(self.0) == (1 << $n) - 1, self.0.iter().all(|a| a.to_bits() != 0))
            }
        }
    };
}
#[rustfmt::skip]
lanes!("Four `f32`.", F32x4, f32, u32, 4, 23, 127.0, f32x4_splat, f32x4_add, f32x4_sub, f32x4_mul, f32x4_div, f32x4_neg, f32x4_abs,
    f32x4_sqrt, f32x4_floor, f32x4_ceil, f32x4_trunc, f32x4_nearest, f32x4_eq, f32x4_ne, f32x4_lt, f32x4_le, u32x4_shl,
    u32x4_shr, u32x4_add, u32x4_sub, f32x4_pmin, f32x4_pmax, u32x4_bitmask);
#[rustfmt::skip]
lanes!("Two `f64`.", F64x2, f64, u64, 2, 52, 1023.0, f64x2_splat, f64x2_add, f64x2_sub, f64x2_mul, f64x2_div, f64x2_neg, f64x2_abs,
    f64x2_sqrt, f64x2_floor, f64x2_ceil, f64x2_trunc, f64x2_nearest, f64x2_eq, f64x2_ne, f64x2_lt, f64x2_le, u64x2_shl,
    u64x2_shr, u64x2_add, u64x2_sub, f64x2_pmin, f64x2_pmax, u64x2_bitmask);

/// Moves the lower half of a vector to its upper one. LLVM must not know what is here, and does not because it is `mut`: of two
/// vectors that a known shuffle joins it makes four scalar conversions.
#[cfg(target_arch = "wasm32")]
#[used]
static mut UPPER_HALF: [u8; 16] = [255, 255, 255, 255, 255, 255, 255, 255, 0, 1, 2, 3, 4, 5, 6, 7];

impl F32x4 {
    /// The four lanes in double precision, exact: (first two, last two).
    #[inline(always)]
    pub fn widen(self) -> (F64x2, F64x2) {
        both!(
            (
                F64x2(f64x2_promote_low_f32x4(self.0)),
                F64x2(f64x2_promote_low_f32x4(i32x4_shuffle::<2, 3, 2, 3>(self.0, self.0)))
            ),
            {
                let [a, b, c, d] = self.0.map(f64::from);
                (F64x2([a, b]), F64x2([c, d]))
            }
        )
    }
    /// The inverse of [`F32x4::widen`], rounding to nearest.
    #[inline(always)]
    pub fn narrow(lo: F64x2, hi: F64x2) -> Self {
        both!(
            {
                let [lo, hi] = [f32x4_demote_f64x2_zero(lo.0), f32x4_demote_f64x2_zero(hi.0)];
                // SAFETY: 16 bytes.
                Self(v128_or(lo, u8x16_swizzle(hi, unsafe { v128_load((&raw const UPPER_HALF).cast()) })))
            },
            Self([lo.0[0] as f32, lo.0[1] as f32, hi.0[0] as f32, hi.0[1] as f32])
        )
    }
    /// The lanes' bits.
    #[inline(always)]
    pub fn to_bits(self) -> [u32; 4] {
        both!(
            [
                u32x4_extract_lane::<0>(self.0),
                u32x4_extract_lane::<1>(self.0),
                u32x4_extract_lane::<2>(self.0),
                u32x4_extract_lane::<3>(self.0)
            ],
            self.0.map(f32::to_bits)
        )
    }
    /// Bit i says whether lane i of a mask is set.
    #[inline(always)]
    pub fn mask_bits(self) -> usize {
        both!(u32x4_bitmask(self.0) as usize, (0..4).map(|i| usize::from(self.0[i].to_bits() != 0) << i).sum())
    }
}

impl F64x2 {
    /// The first lanes of both vectors, and the second ones.
    #[inline(always)]
    pub fn unzip(self, o: Self) -> (Self, Self) {
        both!(
            (Self(i64x2_shuffle::<0, 2>(self.0, o.0)), Self(i64x2_shuffle::<1, 3>(self.0, o.0))),
            (Self([self.0[0], o.0[0]]), Self([self.0[1], o.0[1]]))
        )
    }
}
