//! Activations of `f32` lanes that are made of exp.
//!
//! They are computed in two steps: a loop of fewer operations has more of its turns under way at a time, and they wait for
//! each other less. The arrays between the steps stay in the first-level cache.
//!
//! Constants are captured by the loops, as those of [`Exponential`] are: literals in a loop may be made anew at every use.

use super::Math;
use super::cores::{Exponential, poly_by_squares};
use super::wide::wide2;
use crate::simd::{F32x4, F64x2, Lanes, map, update};

/// exp(-z) is 0 from here on, as a float.
pub const NOTHING: f64 = 105.0;

/// The normal distribution has no more tail from here on, as a float.
const MOST: f64 = 15.0;

/// Elements between two steps.
const BLOCK: usize = 1024;

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

    /// `y = f(x)`
    pub fn apply(&self, x: &[f32], y: &mut [f32]) {
        let Softrelu { exp, log } = *self;
        for (x, y) in x.chunks(BLOCK).zip(y.chunks_mut(BLOCK)) {
            map([x], y, move |[x]: [F32x4; 1]| exp.small(x.or(F32x4::c(-0.0)).at_least(F32x4::c(-NOTHING))));
            update([x], [y], move |[x]: [F32x4; 1], [e]| {
                let e2 = e * e;
                let log = e - (F32x4::c(0.5) * e2 - e2 * e * poly_by_squares(e, e2, &log));
                [x.at_least(F32x4::zero()) + log]
            });
        }
    }
}

/// The normal distribution at lanes of `f32`: its density by exp in `f32`, the ratio of its tail to that in `f64`, because
/// the ratio is a factor of the result where it is small.
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

    /// `y = exp(-x²/2)` [`Exponential::LIFT`]
    fn density(&self, x: &[f32], y: &mut [f32]) {
        let exp = self.exp;
        map([x], y, move |[x]: [F32x4; 1]| {
            // The square is the sum of an exact one and a small rest.
            let a = x.abs().at_most(F32x4::c(MOST));
            let (high, half) = (a.and(F32x4::from_bits(0xffff_f000)), F32x4::c(0.5));
            exp.lifted(-(high * high * half), (high - a) * (high + a) * half)
        });
    }

    /// The probability of less than x for that density.
    #[inline(always)]
    fn less(&self, x: F64x2, density: F64x2) -> F64x2 {
        let (a, most) = (x.abs(), F64x2::c(MOST));
        let r = F64x2::c(1.0) / (a.at_most(most) + F64x2::c(3.0));
        let tail = a.lt(most).and(density * (r * poly_by_squares(r, r * r, &self.ratio)));
        x.lt(F64x2::zero()).select(tail, F64x2::c(1.0) - tail)
    }

    /// `y = f(x)` for x times the probability of less. Within 2 ulp.
    pub fn gelu(self, x: &[f32], y: &mut [f32]) {
        for (x, y) in x.chunks(BLOCK).zip(y.chunks_mut(BLOCK)) {
            self.density(x, y);
            update([x], [y], move |[x]: [F32x4; 1], [density]| [wide2(x, density, |x, d| x * self.less(x, d))]);
        }
    }

    /// `dx = g f'(x)`
    pub fn gelu_backward(self, x: &[f32], g: &[f32], dx: &mut [f32]) {
        const HEIGHT: f64 = 0.3989422804014327 / Exponential::<F32x4, 5>::LIFT;
        for ((x, g), dx) in x.chunks(BLOCK).zip(g.chunks(BLOCK)).zip(dx.chunks_mut(BLOCK)) {
            self.density(x, dx);
            update([x, g], [dx], move |[x, g]: [F32x4; 2], [density]| {
                let most = F64x2::c(MOST);
                let slope =
                    |x: F64x2, d: F64x2| self.less(x, d) + x.at_most(most).at_least(-most) * d * F64x2::c(HEIGHT);
                [g * wide2(x, density, slope)]
            });
        }
    }
}
