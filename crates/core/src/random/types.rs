//! The number types of outputs, draws and array parameters, and how C++ mixes them in one expression.

use half::f16;
use kernels::random::{self as fast, Mt19937};

use super::draws::Draw;

/// Draws that are finished before more are made, so that they are still in the cache.
const IN_CACHE: usize = 4096;

/// A floating type that a sampler can write.
pub trait Output: Copy + private::Sealed {
    /// The precision that uniforms and normals are drawn in: float16 outputs draw in double precision.
    type Draw: Draw;
    /// The precision the gamma sampler works in: float16 outputs stay in single precision.
    type Gamma: Draw;
    /// The nearest value; float16 rounds twice, by way of float32.
    fn from_double(value: f64) -> Self;
    /// The nearest value.
    fn from_single(value: f32) -> Self;
    /// `low + (high - low) * u`.
    fn lerp<P: Param>(low: P, high: P, u: Self::Draw) -> Self;
    /// `n * scale + loc`.
    fn affine<P: Param>(loc: P, scale: P, n: Self::Draw) -> Self;
    /// Uniform in `[low, high]`, all of `out`.
    fn uniform_run<P: Param>(engine: &mut Mt19937, low: P, high: P, out: &mut [Self]) {
        Self::Draw::uniforms(engine, out, |u| Self::lerp(low, high, u));
    }
    /// `kept` where a uniform is at most `most` as a float32, else 0 times that, all of `out`.
    fn keep_run(engine: &mut Mt19937, most: f32, kept: f32, out: &mut [Self]) {
        Self::Draw::uniforms(engine, out, |u| {
            Self::from_single(if u.to_f64() as f32 <= most { 1.0 } else { 0.0 } * kept)
        });
    }
    /// Normal with this mean and standard deviation, all of `out`.
    fn normal_run<P: Param>(engine: &mut Mt19937, loc: P, scale: P, out: &mut [Self]) {
        Self::Draw::normals(engine, out, |n| Self::affine(loc, scale, n));
    }
}

/// A floating type of the array parameters of the `sample_*` operators. Arithmetic between a parameter and a draw
/// happens in the wider of both types, except that float16 parameters round every result to float16.
pub trait Param: Copy + PartialOrd + private::Sealed {
    /// The parameter as single precision.
    fn to_f32(self) -> f32;
    /// The parameter as double precision.
    fn to_f64(self) -> f64;
    /// `low + (high - low) * u` with a single-precision draw.
    fn lerp_f32(low: Self, high: Self, u: f32) -> f32;
    /// `low + (high - low) * u` with a double-precision draw.
    fn lerp_f64(low: Self, high: Self, u: f64) -> f64;
    /// `n * scale + loc` with a single-precision draw.
    fn affine_f32(loc: Self, scale: Self, n: f32) -> f32;
    /// `n * scale + loc` with a double-precision draw.
    fn affine_f64(loc: Self, scale: Self, n: f64) -> f64;
    /// `lerp_f32` of uniforms, all of `out`.
    fn lerp_run(engine: &mut Mt19937, low: Self, high: Self, out: &mut [f32]) {
        f32::uniforms(engine, out, |u| Self::lerp_f32(low, high, u));
    }
    /// `affine_f32` of every draw, in place.
    fn affine_all(loc: Self, scale: Self, draws: &mut [f32]) {
        draws.iter_mut().for_each(|n| *n = Self::affine_f32(loc, scale, *n));
    }
    /// `self + constant`.
    fn plus(self, constant: f64) -> f64;
    /// `value * self`.
    fn times(self, value: f64) -> f64;
    /// `value / self`.
    fn divide(self, value: f64) -> f64;
    /// `1 / self`, in the parameters' type.
    fn reciprocal(self) -> Self;
    /// `self * other`, in the parameters' type.
    fn product(self, other: Self) -> Self;
}

impl Output for f32 {
    type Draw = f32;
    type Gamma = f32;
    #[inline(always)]
    fn from_double(value: f64) -> Self {
        value as f32
    }
    #[inline(always)]
    fn from_single(value: f32) -> Self {
        value
    }
    #[inline(always)]
    fn lerp<P: Param>(low: P, high: P, u: f32) -> Self {
        P::lerp_f32(low, high, u)
    }
    #[inline(always)]
    fn affine<P: Param>(loc: P, scale: P, n: f32) -> Self {
        P::affine_f32(loc, scale, n)
    }
    fn uniform_run<P: Param>(engine: &mut Mt19937, low: P, high: P, out: &mut [Self]) {
        P::lerp_run(engine, low, high, out);
    }
    fn keep_run(engine: &mut Mt19937, most: f32, kept: f32, out: &mut [Self]) {
        fast::keep(engine, most, kept, out);
    }
    fn normal_run<P: Param>(engine: &mut Mt19937, loc: P, scale: P, out: &mut [Self]) {
        for part in out.chunks_mut(IN_CACHE) {
            fast::normals(engine, part);
            P::affine_all(loc, scale, part);
        }
    }
}

impl Output for f64 {
    type Draw = f64;
    type Gamma = f64;
    #[inline(always)]
    fn from_double(value: f64) -> Self {
        value
    }
    #[inline(always)]
    fn from_single(value: f32) -> Self {
        f64::from(value)
    }
    #[inline(always)]
    fn lerp<P: Param>(low: P, high: P, u: f64) -> Self {
        P::lerp_f64(low, high, u)
    }
    #[inline(always)]
    fn affine<P: Param>(loc: P, scale: P, n: f64) -> Self {
        P::affine_f64(loc, scale, n)
    }
}

impl Output for f16 {
    type Draw = f64;
    type Gamma = f32;
    #[inline(always)]
    fn from_double(value: f64) -> Self {
        f16::from_f32(value as f32)
    }
    #[inline(always)]
    fn from_single(value: f32) -> Self {
        f16::from_f32(value)
    }
    #[inline(always)]
    fn lerp<P: Param>(low: P, high: P, u: f64) -> Self {
        Self::from_double(P::lerp_f64(low, high, u))
    }
    #[inline(always)]
    fn affine<P: Param>(loc: P, scale: P, n: f64) -> Self {
        Self::from_double(P::affine_f64(loc, scale, n))
    }
}

impl Param for f32 {
    #[inline(always)]
    fn to_f32(self) -> f32 {
        self
    }
    #[inline(always)]
    fn to_f64(self) -> f64 {
        f64::from(self)
    }
    #[inline(always)]
    fn lerp_f32(low: Self, high: Self, u: f32) -> f32 {
        low + (high - low) * u
    }
    #[inline(always)]
    fn lerp_f64(low: Self, high: Self, u: f64) -> f64 {
        f64::from(low) + f64::from(high - low) * u
    }
    #[inline(always)]
    fn affine_f32(loc: Self, scale: Self, n: f32) -> f32 {
        n * scale + loc
    }
    fn lerp_run(engine: &mut Mt19937, low: Self, high: Self, out: &mut [f32]) {
        if (low, high) == (0.0, 1.0) {
            return fast::uniforms(engine, out);
        }
        fast::uniforms_affine(engine, high - low, low, out);
    }
    fn affine_all(loc: Self, scale: Self, draws: &mut [f32]) {
        fast::affine(draws, scale, loc);
    }
    #[inline(always)]
    fn affine_f64(loc: Self, scale: Self, n: f64) -> f64 {
        n * f64::from(scale) + f64::from(loc)
    }
    fn plus(self, constant: f64) -> f64 {
        f64::from(self) + constant
    }
    fn times(self, value: f64) -> f64 {
        value * f64::from(self)
    }
    fn divide(self, value: f64) -> f64 {
        value / f64::from(self)
    }
    fn reciprocal(self) -> Self {
        1.0 / self
    }
    fn product(self, other: Self) -> Self {
        self * other
    }
}

impl Param for f64 {
    #[inline(always)]
    fn to_f32(self) -> f32 {
        self as f32
    }
    #[inline(always)]
    fn to_f64(self) -> f64 {
        self
    }
    fn lerp_f32(low: Self, high: Self, u: f32) -> f32 {
        Self::lerp_f64(low, high, f64::from(u)) as f32
    }
    #[inline(always)]
    fn lerp_f64(low: Self, high: Self, u: f64) -> f64 {
        low + (high - low) * u
    }
    fn affine_f32(loc: Self, scale: Self, n: f32) -> f32 {
        Self::affine_f64(loc, scale, f64::from(n)) as f32
    }
    #[inline(always)]
    fn affine_f64(loc: Self, scale: Self, n: f64) -> f64 {
        n * scale + loc
    }
    fn plus(self, constant: f64) -> f64 {
        self + constant
    }
    fn times(self, value: f64) -> f64 {
        value * self
    }
    fn divide(self, value: f64) -> f64 {
        value / self
    }
    fn reciprocal(self) -> Self {
        1.0 / self
    }
    fn product(self, other: Self) -> Self {
        self * other
    }
}

/// One float16 operation: both operands as float32, the result rounded to float32 and then to float16.
fn half(value: f32) -> f32 {
    f16::from_f32(value).to_f32()
}

impl Param for f16 {
    fn to_f32(self) -> f32 {
        f16::to_f32(self)
    }
    fn to_f64(self) -> f64 {
        f16::to_f64(self)
    }
    fn lerp_f32(low: Self, high: Self, u: f32) -> f32 {
        half(low.to_f32() + half(half(high.to_f32() - low.to_f32()) * u))
    }
    fn lerp_f64(low: Self, high: Self, u: f64) -> f64 {
        f64::from(Self::lerp_f32(low, high, u as f32))
    }
    fn affine_f32(loc: Self, scale: Self, n: f32) -> f32 {
        half(half(n * scale.to_f32()) + loc.to_f32())
    }
    fn affine_f64(loc: Self, scale: Self, n: f64) -> f64 {
        f64::from(Self::affine_f32(loc, scale, n as f32))
    }
    fn plus(self, constant: f64) -> f64 {
        f64::from(half(self.to_f32() + constant as f32))
    }
    fn times(self, value: f64) -> f64 {
        f64::from(half(value as f32 * self.to_f32()))
    }
    fn divide(self, value: f64) -> f64 {
        f64::from(half(value as f32 / self.to_f32()))
    }
    fn reciprocal(self) -> Self {
        f16::from_f32(1.0 / self.to_f32())
    }
    fn product(self, other: Self) -> Self {
        f16::from_f32(self.to_f32() * other.to_f32())
    }
}

/// A parameter whose type is known when it runs: one sampler is compiled for the three types. The parameters of a
/// distribution are of one type.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Real {
    /// float16
    F16(f16),
    /// float32
    F32(f32),
    /// float64
    F64(f64),
}

/// An expression of one number, or of two of one type, for whichever type it is.
macro_rules! of_real {
    ($x:expr => |$a:ident| $value:expr) => {
        match $x {
            Real::F16($a) => $value,
            Real::F32($a) => $value,
            Real::F64($a) => $value,
        }
    };
    ($x:expr, $y:expr => |$a:ident, $b:ident| $value:expr) => {
        match ($x, $y) {
            (Real::F16($a), Real::F16($b)) => $value,
            (Real::F32($a), Real::F32($b)) => $value,
            (x, y) => {
                let ($a, $b) = (Param::to_f64(x), Param::to_f64(y));
                $value
            }
        }
    };
}

impl From<f16> for Real {
    fn from(value: f16) -> Real {
        Real::F16(value)
    }
}

impl From<f32> for Real {
    fn from(value: f32) -> Real {
        Real::F32(value)
    }
}

impl From<f64> for Real {
    fn from(value: f64) -> Real {
        Real::F64(value)
    }
}

impl Param for Real {
    fn to_f32(self) -> f32 {
        of_real!(self => |x| Param::to_f32(x))
    }
    fn to_f64(self) -> f64 {
        of_real!(self => |x| Param::to_f64(x))
    }
    fn lerp_f32(low: Self, high: Self, u: f32) -> f32 {
        of_real!(low, high => |a, b| Param::lerp_f32(a, b, u))
    }
    fn lerp_f64(low: Self, high: Self, u: f64) -> f64 {
        of_real!(low, high => |a, b| Param::lerp_f64(a, b, u))
    }
    fn affine_f32(loc: Self, scale: Self, n: f32) -> f32 {
        of_real!(loc, scale => |a, b| Param::affine_f32(a, b, n))
    }
    fn affine_f64(loc: Self, scale: Self, n: f64) -> f64 {
        of_real!(loc, scale => |a, b| Param::affine_f64(a, b, n))
    }
    fn plus(self, constant: f64) -> f64 {
        of_real!(self => |x| Param::plus(x, constant))
    }
    fn times(self, value: f64) -> f64 {
        of_real!(self => |x| Param::times(x, value))
    }
    fn divide(self, value: f64) -> f64 {
        of_real!(self => |x| Param::divide(x, value))
    }
    fn reciprocal(self) -> Self {
        of_real!(self => |x| Real::from(Param::reciprocal(x)))
    }
    fn product(self, other: Self) -> Self {
        of_real!(self, other => |a, b| Real::from(Param::product(a, b)))
    }
}

mod private {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
    impl Sealed for half::f16 {}
    impl Sealed for super::Real {}
}
