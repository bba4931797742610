//! Conversions between element types, as MXNet's `Cast` does them on x86: a float becomes an integer by truncation, what the
//! 32-bit (for int64 the 64-bit) conversion cannot hold, NaN too, becomes its lowest value, narrower integers keep the low
//! bits; float16 rounds to the nearest even and is reached through float32.
//!
//! Plain loops over two slices of equal length, so that a caller can convert in pieces that stay in the cache.

use crate::simd::{F32x4, Lanes};
use half::f16;

/// Conversion of elements to `To`.
pub trait Convert<To>: Copy {
    /// `y[i] = x[i]` converted, for slices of one length.
    fn all(x: &[Self], y: &mut [To]);
}

/// `y[i] = x[i]` converted.
///
/// # Panics
/// If the lengths differ.
pub fn convert<A: Convert<B>, B>(x: &[A], y: &mut [B]) {
    assert_eq!(x.len(), y.len());
    A::all(x, y);
}

/// One element after the other.
#[inline(always)]
fn each<A: Copy, B>(x: &[A], y: &mut [B], f: impl Fn(A) -> B) {
    for (y, &x) in y.iter_mut().zip(x) {
        *y = f(x);
    }
}

/// Eight elements at a time become vector instructions where a loop over single ones does not.
#[inline(always)]
fn by_eight<A: Copy, B>(x: &[A], y: &mut [B], f: impl Fn(A) -> B) {
    let ((x, x_rest), (y, y_rest)) = (x.as_chunks::<8>(), y.as_chunks_mut());
    each(x, y, |x| x.map(&f));
    each(x_rest, y_rest, f);
}

/// Elements between float32 and the type beside it.
const CHUNK: usize = 64;

/// By way of float32.
fn twice<A: Convert<f32>, B>(x: &[A], y: &mut [B])
where
    f32: Convert<B>,
{
    let mut singles = [0.0; CHUNK];
    for (x, y) in x.chunks(CHUNK).zip(y.chunks_mut(CHUNK)) {
        let singles = &mut singles[..x.len()];
        A::all(x, singles);
        f32::all(singles, y);
    }
}

/// `cvttss2si` and its kin: the lowest value for whatever the integer cannot hold.
macro_rules! truncate {
    ($name:ident, $float:ty, $int:ty) => {
        #[inline(always)]
        fn $name(x: $float) -> $int {
            // The bound is a power of two, so it is exact in any float type.
            const BOUND: $float = -(<$int>::MIN as $float);
            if (-BOUND..BOUND).contains(&x) { x as $int } else { <$int>::MIN }
        }
    };
}
truncate!(f32_to_i32, f32, i32);
truncate!(f64_to_i32, f64, i32);
truncate!(f32_to_i64, f32, i64);
truncate!(f64_to_i64, f64, i64);

/// The bits of the nearest float16s, ties to even. NaN becomes quiet and keeps the first bits of its payload.
#[inline(always)]
fn to_halves(x: F32x4) -> F32x4 {
    let bits = |b: u32| F32x4::from_bits(b.into());
    let (sign, magnitude) = (x.and(bits(1 << 31)).shr(16), x.abs());
    // Beside ½ the last place of a float32 is that of a subnormal float16.
    let half = F32x4::splat(0.5);
    let subnormal = (magnitude + half).sub_bits(half);
    let odd = magnitude.shr(13).and(bits(1));
    let normal = magnitude.add_bits(bits(0xfffu32.wrapping_sub(112 << 23))).add_bits(odd).shr(13);
    let finite = magnitude.lt(F32x4::splat(f16::MIN_POSITIVE.to_f32_const())).select(subnormal, normal);
    let all = magnitude.lt(F32x4::splat(65536.0)).select(finite, bits(0x7c00));
    // What is no number is not less than anything.
    let payload = magnitude.shr(13).and(bits(0x3ff)).or(bits(0x200));
    sign.or(all).or(x.ne(x).and(payload))
}

/// The float32s of the bits of float16s, NaN quiet.
#[inline(always)]
fn from_halves(x: F32x4) -> F32x4 {
    let bits = |b: u32| F32x4::from_bits(b.into());
    let (sign, magnitude) = (x.and(bits(0x8000)).shl(16), x.and(bits(0x7fff)).shl(13));
    // The exponent's bias; subnormal halves are then below 2⁻¹⁴, beside which the first place of the significand is worth as
    // much as in them. A multiplication would do for both, but processors are slow at products of subnormal numbers.
    let normal = magnitude.add_bits(bits(112 << 23));
    let least = bits(113 << 23);
    let finite = normal.lt(least).select(normal.add_bits(bits(1 << 23)) - least, normal);
    // Infinity and NaN have become 2¹⁶ and more.
    let special = finite.ge(F32x4::splat(65536.0)).and(bits(0xff << 23));
    let quiet = finite.gt(F32x4::splat(65536.0)).and(bits(1 << 22));
    sign.or(finite).or(special).or(quiet)
}

/// Eight elements a turn, the last ones by way of a copy.
#[inline(always)]
fn in_eights<A: Copy + Default, B: Copy + Default>(x: &[A], y: &mut [B], f: impl Fn(&[A; 8], &mut [B; 8])) {
    let ((x, x_rest), (y, y_rest)) = (x.as_chunks(), y.as_chunks_mut());
    x.iter().zip(y).for_each(|(x, y)| f(x, y));
    if !x_rest.is_empty() {
        let (mut from, mut to) = ([A::default(); 8], [B::default(); 8]);
        from[..x_rest.len()].copy_from_slice(x_rest);
        f(&from, &mut to);
        y_rest.copy_from_slice(&to[..x_rest.len()]);
    }
}

impl Convert<f16> for f32 {
    #[inline(never)]
    fn all(x: &[f32], y: &mut [f16]) {
        in_eights(x, y, |x, y| {
            // SAFETY: eight elements.
            let [low, high] = [0, 4].map(|i| to_halves(unsafe { F32x4::load(x.as_ptr().add(i)) }));
            *y = low.narrow_bits(high).map(f16::from_bits);
        });
    }
}

impl Convert<f32> for f16 {
    #[inline(never)]
    fn all(x: &[f16], y: &mut [f32]) {
        in_eights(x, y, |x, y| {
            let (low, high) = F32x4::widen_bits(x.map(f16::to_bits));
            // SAFETY: eight elements.
            unsafe {
                from_halves(low).store(y.as_mut_ptr());
                from_halves(high).store(y.as_mut_ptr().add(4));
            }
        });
    }
}

macro_rules! conversion {
    ($from:ty => $($to:ty: $each:ident $f:expr),+ $(,)?) => {
        $(impl Convert<$to> for $from {
            // Once for the casts and for those by way of float32.
            #[inline(never)]
            fn all(x: &[$from], y: &mut [$to]) {
                $each(x, y, $f);
            }
        })+
    };
}
macro_rules! by_way_of_singles {
    ($from:ty => $($to:ty),+) => {
        $(impl Convert<$to> for $from {
            fn all(x: &[$from], y: &mut [$to]) {
                twice(x, y);
            }
        })+
    };
}

conversion!(f32 => f32: each |x| x, f64: each |x| x as f64, u8: by_eight |x| f32_to_i32(x) as u8,
    i8: by_eight |x| f32_to_i32(x) as i8, i32: by_eight f32_to_i32, i64: each f32_to_i64);
conversion!(f64 => f32: each |x| x as f32, f64: each |x| x, u8: each |x| f64_to_i32(x) as u8,
    i8: each |x| f64_to_i32(x) as i8, i32: each f64_to_i32, i64: each f64_to_i64);
by_way_of_singles!(f64 => f16);
conversion!(f16 => f16: each |x| x);
by_way_of_singles!(f16 => f64, u8, i8, i32, i64);

macro_rules! from_integer {
    ($($from:ty),+) => {$(
        conversion!($from => f32: by_eight |x| x as f32, f64: each |x| x as f64, u8: each |x| x as u8, i8: each |x| x as i8,
            i32: each |x| x as i32, i64: each |x| x as i64);
        by_way_of_singles!($from => f16);
    )+};
}
from_integer!(u8, i8, i32, i64);
