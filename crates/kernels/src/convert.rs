//! Conversions between element types, as MXNet's `Cast` does them on x86: a float becomes an integer by truncation, what the
//! 32-bit (for int64 the 64-bit) conversion cannot hold, NaN too, becomes its lowest value, narrower integers keep the low
//! bits; float16 rounds to the nearest even and is reached through float32.
//!
//! Plain loops over two slices of equal length, so that a caller can convert in pieces that stay in the cache.

use half::f16;

/// Conversion of single elements to `To`.
pub trait Convert<To>: Copy {
    /// Whether eight elements at a time become vector instructions, which a loop over single ones does not.
    const BY_EIGHT: bool = false;
    /// The value as `To`.
    fn convert(self) -> To;
}

/// `y[i] = x[i]` converted.
///
/// # Panics
/// If the lengths differ.
pub fn convert<A: Convert<B>, B>(x: &[A], y: &mut [B]) {
    assert_eq!(x.len(), y.len());
    let eights = if A::BY_EIGHT { x.len() / 8 * 8 } else { 0 };
    let ((x, x_rest), (y, y_rest)) = (x.split_at(eights), y.split_at_mut(eights));
    for (y, x) in y.as_chunks_mut::<8>().0.iter_mut().zip(x.as_chunks().0) {
        *y = x.map(Convert::convert);
    }
    for (y, &x) in y_rest.iter_mut().zip(x_rest) {
        *y = x.convert();
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

/// The nearest float16, ties to even. NaN becomes quiet and keeps the first bits of its payload. Without branches, so that
/// loops over it become loops over vectors.
#[inline(always)]
fn to_half(x: f32) -> f16 {
    let bits = x.to_bits();
    let (sign, magnitude) = (bits >> 16 & 0x8000, bits & 0x7fff_ffff);
    // Beside ½ the last place of a float32 is that of a subnormal float16.
    let subnormal = (f32::from_bits(magnitude) + 0.5).to_bits().wrapping_sub(0.5f32.to_bits());
    let normal = magnitude.wrapping_sub(112 << 23).wrapping_add(0xfff + (magnitude >> 13 & 1)) >> 13;
    let finite = if magnitude < 113 << 23 { subnormal } else { normal };
    // 2¹⁶ and more.
    let finite = if magnitude < 143 << 23 { finite } else { 0x7c00 };
    let nan = 0x7e00 | (magnitude >> 13 & 0x3ff);
    f16::from_bits((sign | if magnitude > 0x7f80_0000 { nan } else { finite }) as u16)
}

/// The same number as a float32, NaN quiet.
#[inline(always)]
fn from_half(x: f16) -> f32 {
    let bits = u32::from(x.to_bits());
    let (sign, magnitude) = ((bits & 0x8000) << 16, (bits & 0x7fff) << 13);
    let normal = magnitude + (112 << 23);
    // Beside 2⁻¹⁴ the first place of the significand is worth as much as in a subnormal float16.
    let subnormal = (f32::from_bits(magnitude | 113 << 23) - f32::from_bits(113 << 23)).to_bits();
    let finite = if magnitude < 1 << 23 { subnormal } else { normal };
    // Infinity and NaN.
    let quiet = if magnitude > 31 << 23 { 1 << 22 } else { 0 };
    let all = if magnitude < 31 << 23 { finite } else { magnitude | 0xff << 23 | quiet };
    f32::from_bits(sign | all)
}

macro_rules! conversion {
    ($from:ty => $($to:ty: |$x:ident| $value:expr $(=> $true:ident)?),+ $(,)?) => {
        $(impl Convert<$to> for $from {
            $(const $true: bool = true;)?
            #[inline(always)]
            fn convert(self) -> $to {
                let $x = self;
                $value
            }
        })+
    };
}

conversion!(f32 => f32: |x| x, f64: |x| x as f64, f16: |x| to_half(x) => BY_EIGHT,
    u8: |x| f32_to_i32(x) as u8, i8: |x| f32_to_i32(x) as i8, i32: |x| f32_to_i32(x) => BY_EIGHT, i64: |x| f32_to_i64(x));
conversion!(f64 => f32: |x| x as f32, f64: |x| x, f16: |x| to_half(x as f32),
    u8: |x| f64_to_i32(x) as u8, i8: |x| f64_to_i32(x) as i8, i32: |x| f64_to_i32(x), i64: |x| f64_to_i64(x));
conversion!(f16 => f32: |x| from_half(x) => BY_EIGHT, f64: |x| from_half(x) as f64, f16: |x| x,
    u8: |x| f32_to_i32(from_half(x)) as u8, i8: |x| f32_to_i32(from_half(x)) as i8,
    i32: |x| f32_to_i32(from_half(x)), i64: |x| f32_to_i64(from_half(x)));

macro_rules! from_integer {
    ($($from:ty),+) => {
        $(conversion!($from => f32: |x| x as f32, f64: |x| x as f64, f16: |x| to_half(x as f32),
            u8: |x| x as u8, i8: |x| x as i8, i32: |x| x as i32, i64: |x| x as i64);)+
    };
}
from_integer!(u8, i8, i32, i64);
