//! Activations of `f32` lanes that are made of exp.
//!
//! Constants are captured by the loops, as those of [`Exponential`] are: literals in a loop may be made anew at every use.

use super::Math;
use super::cores::{Exponential, poly_by_squares};
use crate::simd::{F32x4, F64x2, Lanes};

/// exp(-z) is 0 from here on, as a float.
pub const NOTHING: f64 = 105.0;

/// log(1 + exp(x)) without overflow. Within 2 ulp.
#[derive(Clone, Copy)]
pub struct Softrelu {
    exp: Exponential<F32x4, 5>,
    /// (log(1 + e) - e + e²/2)/e³ on [0, 1] (relative error 2⁻³⁰ of the logarithm).
    log: [F32x4; 9],
}

impl Softrelu {
    #[inline(always)]
    pub fn new() -> Self {
        let log = [
            0.002277839584021335,
            -0.014689413405377645,
            0.044313476162177005,
            -0.08593604773911694,
            0.12680813773357968,
            -0.16228914473341471,
            0.19926468236596373,
            -0.24993328493147618,
            0.3333309363099641,
        ];
        Softrelu { exp: F32x4::exp_constants(), log: log.map(F32x4::c) }
    }

    #[inline(always)]
    pub fn of(&self, x: F32x4) -> F32x4 {
        let e = self.exp.small(x.or(F32x4::c(-0.0)).at_least(F32x4::c(-NOTHING)));
        let e2 = e * e;
        let log = e - (F32x4::c(0.5) * e2 - e2 * e * poly_by_squares(e, e2, &self.log));
        x.at_least(F32x4::zero()) + log
    }
}

/// The normal distribution at lanes of `f32`: its density by exp in `f32`, not rounded at the end, the ratio of its tail to
/// that in `f64`, because the ratio is a factor of the result where it is small.
#[derive(Clone, Copy)]
pub struct Normal {
    exp: Exponential<F32x4, 5>,
    /// (tail of a)/exp(-a²/2)/r in r = 1/(a + 3) for a up to 15 (relative error 2⁻³⁰), divided by the scale of exp.
    ratio: [F64x2; 11],
}

impl Normal {
    #[inline(always)]
    pub fn new() -> Self {
        let ratio = [
            3294.8059062015113,
            -6814.86459495835,
            5692.7358446929065,
            -2316.842606819811,
            439.4550661369624,
            -62.27123032069021,
            18.759323060727848,
            6.738966606634804,
            3.2098479483596436,
            1.1963916637913692,
            0.39894677923088184,
        ];
        Normal { exp: F32x4::exp_constants(), ratio: ratio.map(|c| F64x2::c(c / Exponential::<F32x4, 5>::LIFT)) }
    }

    /// `f(x, d, p)` for the probability p of less than x and d = exp(-x²/2) [`Exponential::LIFT`].
    #[inline(always)]
    fn with(&self, x: F32x4, f: impl Fn(F64x2, F64x2, F64x2) -> F64x2) -> F32x4 {
        // From 15 on nothing is left. The square is the sum of an exact one and a small rest.
        let a = x.abs().at_most(F32x4::c(15.0));
        let high = a.and(F32x4::from_bits(0xffff_f000));
        let half = F32x4::c(0.5);
        let parts = self.exp.parts(-(high * high * half), (high - a) * (high + a) * half);
        let [(a, b), (c, d), (e, g)] = parts.map(F32x4::widen);
        let ((lo, hi), density) = (x.widen(), [(a + c) + e, (b + d) + g]);
        let one = |x: F64x2, density: F64x2| {
            let (a, most) = (x.abs(), F64x2::c(15.0));
            let r = F64x2::c(1.0) / (a.at_most(most) + F64x2::c(3.0));
            let tail = a.lt(most).and(density * (r * poly_by_squares(r, r * r, &self.ratio)));
            f(x, density, x.lt(F64x2::zero()).select(tail, F64x2::c(1.0) - tail))
        };
        F32x4::narrow(one(lo, density[0]), one(hi, density[1]))
    }

    /// x times the probability of less. Within 1 ulp.
    #[inline(always)]
    pub fn gelu(&self, x: F32x4) -> F32x4 {
        self.with(x, |x, _, below| x * below)
    }

    /// The derivative of that.
    #[inline(always)]
    pub fn gelu_slope(&self, x: F32x4) -> F32x4 {
        const HEIGHT: f64 = 0.3989422804014327 / Exponential::<F32x4, 5>::LIFT;
        self.with(x, |x, density, below| {
            below + x.at_most(F64x2::c(15.0)).at_least(F64x2::c(-15.0)) * density * F64x2::c(HEIGHT)
        })
    }
}
