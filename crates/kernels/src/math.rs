//! Elementary functions on lanes: polynomials for `f32`, and for `f64` where they are cheap, else `libm` by name.
//!
//! Bounds are in units in the last place of the true value over all finite inputs; tests hold them. Coefficients are
//! minimax fits (Remez) of the functions named beside them.

mod activations;
mod cores;
pub(crate) mod inverse;
pub(crate) mod relaxed;
pub mod special;
mod wide;

use crate::simd::{F32x4, F64x2, Lanes};
pub(crate) use activations::{Erf, NOTHING, Normal, Softrelu};
use core::ops::Range;
pub(crate) use cores::rare;
use cores::{Exponential, Precision, exp_core, log_core, log_near};
pub(crate) use wide::tan;

/// The functions that kernels take from here, on a vector of lanes.
pub trait Math: Lanes {
    /// e to the x. Within 1 ulp.
    fn exp(self) -> Self;
    /// Natural logarithm. Within 1 ulp.
    fn log(self) -> Self;
    /// The constants of exp, for loops to capture; see [`Exponential`].
    type Exp: Copy + Send + Sync;
    /// Makes these constants.
    fn exp_constants() -> Self::Exp;
    /// Up to this magnitude [`Math::exp_near`] is [`Math::exp`].
    const EXP_NEAR: f64;
    /// e to the x, |x| not above [`Math::EXP_NEAR`].
    fn exp_near(self, exp: &Self::Exp) -> Self;
    /// The same within 1 ulp, but not as near to half an ulp, and sooner.
    fn exp_rough(self, exp: &Self::Exp) -> Self;
    /// exp(x) - 1 for x from -40 to [`Math::EXP_NEAR`]; the sign of a zero is lost.
    fn minus_one(self, exp: &Self::Exp) -> Self;
    /// Hyperbolic tangent, with constants for exp.
    fn tanh_with(self, exp: &Self::Exp) -> Self;
    /// Where [`Math::log_near`] is [`Math::log`].
    const LOG_NEAR: Range<f64>;
    /// Natural logarithm of numbers in [`Math::LOG_NEAR`].
    fn log_near(self) -> Self;
    /// Logarithm to base 2. Within 1 ulp.
    fn log2(self) -> Self;
    /// Logarithm to base 10. Within 1 ulp.
    fn log10(self) -> Self;
    /// log(1 + x), accurate near 0. Within 1 ulp.
    fn log1p(self) -> Self;
    /// exp(x) - 1, accurate near 0. Within 1 ulp in `f32`, 3 in `f64`.
    fn expm1(self) -> Self;
    /// Up to this magnitude [`Math::sin`] and [`Math::cos`] know the angle.
    const MOST_TURNS: f64;
    /// Sine of an angle in radians. Within 1 ulp.
    fn sin(self) -> Self;
    /// Cosine of an angle in radians. Within 1 ulp.
    fn cos(self) -> Self;
    /// Hyperbolic tangent. Within 2 ulp in `f32`, 3 in `f64`.
    fn tanh(self) -> Self;
    /// 1 / (1 + exp(-x)), rounded as C's 1 / (1 + expf(-x)) is: MXNet's digits. Within 2.5 ulp: just below powers of two the errors
    /// of exp and of the sum count twice.
    fn sigmoid(self) -> Self;
    /// `self` to the power of `e`, special values as C's `pow`. Within 1 ulp.
    fn pow(self, e: Self) -> Self;
    /// sqrt(x² + y²) without overflow; infinite when either is, even beside NaN. Within 1 ulp.
    fn hypot(self, o: Self) -> Self;
    /// MXNet's remainder: the sign of the divisor, 0 when that is 0. Exact but for one rounding when signs differ.
    fn modulo(self, o: Self) -> Self;
}

/// 1 / (1 + exp(-x)) for e = exp(-|x|), which cannot overflow; for negative x the small result keeps its digits.
#[inline(always)]
pub fn sigmoid_of<L: Lanes>(x: L, e: L) -> L {
    // What the sum loses could be given back and would leave 2 ulp, but the digits would not be MXNet's: the first example of
    // MXNet's chapter on autograd prints a gradient of it.
    x.lt(L::zero()).select(e, L::c(1.0)) / (L::c(1.0) + e)
}

/// tanh(x) = t/(t + 2), t = exp(±2|x|) - 1: what exp is taken of, where tanh is 1 from `one` on. Near 0, t keeps its digits.
/// With minus, t + 2 lies where rounding does less, but for large |x| the other sign does.
#[inline(always)]
fn tanh_argument<L: Lanes>(x: L, one: f64) -> L {
    let twice = (x + x).abs();
    let near = twice.lt(L::c(0.494)).and(L::c(-0.0));
    twice.at_most(L::c(2.0 * one)).or(near)
}

/// tanh(x) for that t.
#[inline(always)]
fn tanh_of<L: Lanes>(x: L, t: L) -> L {
    (t.abs() / (t + L::c(2.0))).signed(x)
}

/// From here on tanh is 1 in `f32`.
const TANH_ONE: f64 = 9.1;

impl Math for F32x4 {
    const MOST_TURNS: f64 = wide::MOST_TURNS;
    #[inline(always)]
    fn exp(self) -> Self {
        exp_core(self, Self::EXP)
    }
    #[inline(always)]
    fn log(self) -> Self {
        log_core(self, Self::LOG)
    }
    type Exp = Exponential<Self, 5>;
    #[inline(always)]
    fn exp_constants() -> Self::Exp {
        Exponential::new(Self::EXP)
    }
    const EXP_NEAR: f64 = Self::EXP.normal;
    #[inline(always)]
    fn exp_near(self, exp: &Self::Exp) -> Self {
        exp.near(self)
    }
    #[inline(always)]
    fn exp_rough(self, exp: &Self::Exp) -> Self {
        exp.rough(self)
    }
    #[inline(always)]
    fn minus_one(self, exp: &Self::Exp) -> Self {
        exp.minus_one(self)
    }
    #[inline(always)]
    fn tanh_with(self, exp: &Self::Exp) -> Self {
        tanh_of(self, exp.minus_one(tanh_argument(self, TANH_ONE)))
    }
    const LOG_NEAR: Range<f64> = f32::MIN_POSITIVE as f64..f64::INFINITY;
    #[inline(always)]
    fn log_near(self) -> Self {
        log_near(self, Self::LOG)
    }
    #[inline(always)]
    fn log2(self) -> Self {
        wide::log_times(self, core::f64::consts::LOG2_E)
    }
    #[inline(always)]
    fn log10(self) -> Self {
        wide::log_times(self, core::f64::consts::LOG10_E)
    }
    #[inline(always)]
    fn log1p(self) -> Self {
        wide::log1p(self)
    }
    #[inline(always)]
    fn expm1(self) -> Self {
        wide::expm1(self)
    }
    #[inline(always)]
    fn sin(self) -> Self {
        wide::sin(self)
    }
    #[inline(always)]
    fn cos(self) -> Self {
        wide::cos(self)
    }
    #[inline(always)]
    fn tanh(self) -> Self {
        self.tanh_with(&Self::exp_constants())
    }
    #[inline(always)]
    fn sigmoid(self) -> Self {
        sigmoid_of(self, self.or(Self::c(-0.0)).exp())
    }
    #[inline(always)]
    fn pow(self, e: Self) -> Self {
        wide::pow(self, e)
    }
    #[inline(always)]
    fn hypot(self, o: Self) -> Self {
        wide::hypot(self, o)
    }
    #[inline(always)]
    fn modulo(self, o: Self) -> Self {
        wide::modulo(self, o)
    }
}

/// A function of two elements on every lane.
#[inline(always)]
pub(crate) fn map2(a: F64x2, b: F64x2, f: fn(f64, f64) -> f64) -> F64x2 {
    let ([a, b], [c, d]) = (a.to_array(), b.to_array());
    F64x2::from_array([f(a, c), f(b, d)])
}

impl Math for F64x2 {
    const MOST_TURNS: f64 = f64::INFINITY;
    #[inline(always)]
    fn exp(self) -> Self {
        exp_core(self, Self::EXP)
    }
    #[inline(always)]
    fn log(self) -> Self {
        log_core(self, Self::LOG)
    }
    type Exp = Exponential<Self, 11>;
    #[inline(always)]
    fn exp_constants() -> Self::Exp {
        Exponential::new(Self::EXP)
    }
    const EXP_NEAR: f64 = Self::EXP.normal;
    #[inline(always)]
    fn exp_near(self, exp: &Self::Exp) -> Self {
        exp.near(self)
    }
    #[inline(always)]
    fn exp_rough(self, exp: &Self::Exp) -> Self {
        exp.rough(self)
    }
    #[inline(always)]
    fn minus_one(self, exp: &Self::Exp) -> Self {
        exp.minus_one(self)
    }
    #[inline(always)]
    fn tanh_with(self, exp: &Self::Exp) -> Self {
        tanh_of(self, exp.minus_one(tanh_argument(self, 22.0)))
    }
    const LOG_NEAR: Range<f64> = f64::MIN_POSITIVE..f64::INFINITY;
    #[inline(always)]
    fn log_near(self) -> Self {
        log_near(self, Self::LOG)
    }
    fn log2(self) -> Self {
        self.map(libm::log2)
    }
    fn log10(self) -> Self {
        self.map(libm::log10)
    }
    fn log1p(self) -> Self {
        self.map(libm::log1p)
    }
    #[inline(always)]
    fn expm1(self) -> Self {
        // From 40 on the 1 does not matter.
        let y = Self::exp_constants().minus_one(self.at_most(Self::c(40.0)).at_least(Self::c(-40.0))).copysign(self);
        if self.gt(Self::c(40.0)).any() { self.gt(Self::c(40.0)).select(self.exp(), y) } else { y }
    }
    fn sin(self) -> Self {
        self.map(libm::sin)
    }
    fn cos(self) -> Self {
        self.map(libm::cos)
    }
    #[inline(always)]
    fn tanh(self) -> Self {
        self.tanh_with(&Self::exp_constants())
    }
    #[inline(always)]
    fn sigmoid(self) -> Self {
        sigmoid_of(self, self.or(Self::c(-0.0)).exp())
    }
    fn pow(self, e: Self) -> Self {
        map2(self, e, libm::pow)
    }
    fn hypot(self, o: Self) -> Self {
        map2(self, o, libm::hypot)
    }
    fn modulo(self, o: Self) -> Self {
        map2(self, o, special::modulo)
    }
}
