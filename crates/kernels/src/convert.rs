//! Conversions between element types, as MXNet's `Cast` does them on x86: a float becomes an integer by truncation, what the
//! 32-bit (for int64 the 64-bit) conversion cannot hold, NaN too, becomes its lowest value, narrower integers keep the low
//! bits; float16 rounds to the nearest even and is reached through float32.
//!
//! Plain loops over two slices of equal length, so that a caller can convert in pieces that stay in the cache.

use half::f16;

/// Conversion of single elements to `To`.
pub trait Convert<To>: Copy {
    /// The value as `To`.
    fn convert(self) -> To;
}

/// `y[i] = x[i]` converted.
///
/// # Panics
/// If the lengths differ.
pub fn convert<A: Convert<B>, B>(x: &[A], y: &mut [B]) {
    assert_eq!(x.len(), y.len());
    for (y, &x) in y.iter_mut().zip(x) {
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

macro_rules! conversion {
    ($from:ty => $($to:ty: |$x:ident| $value:expr),+ $(,)?) => {
        $(impl Convert<$to> for $from {
            #[inline(always)]
            fn convert(self) -> $to {
                let $x = self;
                $value
            }
        })+
    };
}

conversion!(f32 => f32: |x| x, f64: |x| x as f64, f16: |x| f16::from_f32(x),
    u8: |x| f32_to_i32(x) as u8, i8: |x| f32_to_i32(x) as i8, i32: |x| f32_to_i32(x), i64: |x| f32_to_i64(x));
conversion!(f64 => f32: |x| x as f32, f64: |x| x, f16: |x| f16::from_f32(x as f32),
    u8: |x| f64_to_i32(x) as u8, i8: |x| f64_to_i32(x) as i8, i32: |x| f64_to_i32(x), i64: |x| f64_to_i64(x));
conversion!(f16 => f32: |x| x.to_f32(), f64: |x| x.to_f32() as f64, f16: |x| x,
    u8: |x| f32_to_i32(x.to_f32()) as u8, i8: |x| f32_to_i32(x.to_f32()) as i8,
    i32: |x| f32_to_i32(x.to_f32()), i64: |x| f32_to_i64(x.to_f32()));

macro_rules! from_integer {
    ($($from:ty),+) => {
        $(conversion!($from => f32: |x| x as f32, f64: |x| x as f64, f16: |x| f16::from_f32(x as f32),
            u8: |x| x as u8, i8: |x| x as i8, i32: |x| x as i32, i64: |x| x as i64);)+
    };
}
from_integer!(u8, i8, i32, i64);
