//! Elementary functions on lanes.

pub mod special;

use crate::simd::{F32x4, F64x2, Lanes};

/// The functions that every kernel takes from here, on a vector of lanes.
pub trait Math: Lanes {
    /// e to the x.
    fn exp(self) -> Self;
    /// Natural logarithm.
    fn log(self) -> Self;
    /// Logarithm to base 2.
    fn log2(self) -> Self;
    /// Logarithm to base 10.
    fn log10(self) -> Self;
    /// log(1 + x), accurate near 0.
    fn log1p(self) -> Self;
    /// exp(x) - 1, accurate near 0.
    fn expm1(self) -> Self;
    /// Sine of an angle in radians.
    fn sin(self) -> Self;
    /// Cosine of an angle in radians.
    fn cos(self) -> Self;
    /// Hyperbolic tangent.
    fn tanh(self) -> Self;
    /// 1 / (1 + exp(-x)).
    fn sigmoid(self) -> Self;
    /// log(1 + exp(x)) without overflow.
    fn softrelu(self) -> Self;
    /// The error function.
    fn erf(self) -> Self;
    /// x times the normal distribution function of x.
    fn gelu(self) -> Self;
    /// `self` to the power of `e`, special values as C's `pow`.
    fn pow(self, e: Self) -> Self;
    /// sqrt(x² + y²) without overflow; infinite when either is, even beside NaN.
    fn hypot(self, o: Self) -> Self;
}

macro_rules! by_libm {
    ($t:ident, $lanes:ident) => {
        impl Math for $lanes {
            fn exp(self) -> Self {
                self.map(|x| libm::exp(x as f64) as $t)
            }
            fn log(self) -> Self {
                self.map(|x| libm::log(x as f64) as $t)
            }
            fn log2(self) -> Self {
                self.map(|x| libm::log2(x as f64) as $t)
            }
            fn log10(self) -> Self {
                self.map(|x| libm::log10(x as f64) as $t)
            }
            fn log1p(self) -> Self {
                self.map(|x| libm::log1p(x as f64) as $t)
            }
            fn expm1(self) -> Self {
                self.map(|x| libm::expm1(x as f64) as $t)
            }
            fn sin(self) -> Self {
                self.map(|x| libm::sin(x as f64) as $t)
            }
            fn cos(self) -> Self {
                self.map(|x| libm::cos(x as f64) as $t)
            }
            fn tanh(self) -> Self {
                self.map(|x| libm::tanh(x as f64) as $t)
            }
            fn sigmoid(self) -> Self {
                self.map(|x| {
                    let e = libm::exp(-(x as f64).abs());
                    ((if x < 0.0 { e } else { 1.0 }) / (1.0 + e)) as $t
                })
            }
            fn softrelu(self) -> Self {
                self.map(|x| {
                    let x = x as f64;
                    ((if x < 0.0 { 0.0 } else { x }) + libm::log1p(libm::exp(-x.abs()))) as $t
                })
            }
            fn erf(self) -> Self {
                self.map(|x| libm::erf(x as f64) as $t)
            }
            fn gelu(self) -> Self {
                self.map(|x| {
                    let x = x as f64;
                    (0.5 * x * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2)) as $t
                })
            }
            fn pow(self, e: Self) -> Self {
                let e = e.to_array();
                let mut a = self.to_array();
                for (a, e) in a.iter_mut().zip(e) {
                    *a = libm::pow(*a as f64, e as f64) as $t;
                }
                Self::from_array(a)
            }
            fn hypot(self, o: Self) -> Self {
                let o = o.to_array();
                let mut a = self.to_array();
                for (a, o) in a.iter_mut().zip(o) {
                    *a = libm::hypot(*a as f64, o as f64) as $t;
                }
                Self::from_array(a)
            }
        }
    };
}
by_libm!(f32, F32x4);
by_libm!(f64, F64x2);
