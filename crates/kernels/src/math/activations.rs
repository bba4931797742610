//! Activations of `f32` lanes that are made of exp.
//!
//! They are computed in two steps: a loop of fewer operations has more of its turns under way at a time, and they wait for
//! each other less. The arrays between the steps stay in the first-level cache.
//!
//! Constants are captured by the loops, as those of [`Exponential`] are: literals in a loop may be made anew at every use.

use super::cores::{Exponential, poly_by_squares};
use super::wide::{wide, wide2};
use super::{Math, rare};
use crate::simd::{F32x4, F64x2, Lanes, map, update};

/// exp(-z) is 0 from here on, as a float.
pub const NOTHING: f64 = 105.0;

/// The normal distribution has no more tail from here on, as a float.
const MOST: f64 = 15.0;

/// Up to this magnitude the tail of the normal distribution is the eighth power of a polynomial.
const NEAR: f64 = 4.0;

/// Elements between two steps.
const BLOCK: usize = 1024;

/// log(1 + exp(x)) without overflow. Within 2 ulp.
#[derive(Clone, Copy)]
pub struct Softrelu {
    exp: Exponential<F32x4, 5>,
    /// (log(1 + e) - e + e²/2)/e³ on [0, 1] (relative error 2⁻³⁰ of the logarithm) in e - 1: where e is near 1 and the cube counts,
    /// its terms do not cancel.
    log: [F32x4; 9],
}

impl Softrelu {
    #[inline(always)]
    pub fn new() -> Self {
        let log = [
            0.002277839584021335,
            0.0035333032667930354,
            0.0052670906771308725,
            -0.0009738555737906825,
            0.007149343163925971,
            -0.014718000429748032,
            0.033889566448350256,
            -0.0794413623534696,
            0.19314718134632036,
        ];
        Softrelu { exp: F32x4::exp_constants(), log: log.map(F32x4::c) }
    }

    /// `y = f(x)`
    pub fn apply(&self, x: &[f32], y: &mut [f32]) {
        let (Softrelu { exp, log }, one, half) = (*self, F32x4::c(1.0), F32x4::c(0.5));
        for (x, y) in x.chunks(BLOCK).zip(y.chunks_mut(BLOCK)) {
            map([x], y, move |[x]: [F32x4; 1]| exp.small(x.or(F32x4::c(-0.0)).at_least(F32x4::c(-NOTHING))));
            update([x], [y], move |[x]: [F32x4; 1], [e]| {
                let (e2, d) = (e * e, e - one);
                let rest = half * e2 - e2 * e * poly_by_squares(d, d * d, &log);
                // In this order because x and the rest are small where the sum's last place is.
                [e + (x.at_least(F32x4::zero()) - rest)]
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

    /// exp(-x²/2) [`Exponential::LIFT`]
    #[inline(always)]
    fn density(&self, x: F32x4) -> F32x4 {
        // The square is the sum of an exact one and a small rest.
        let a = x.abs().at_most(F32x4::c(MOST));
        let (high, half) = (a.and(F32x4::from_bits(0xffff_f000)), F32x4::c(0.5));
        self.exp.lifted(-(high * high * half), (high - a) * (high + a) * half)
    }

    /// The probability of less than x for that density.
    #[inline(always)]
    fn less(&self, x: F64x2, density: F64x2) -> F64x2 {
        let (a, most) = (x.abs(), F64x2::c(MOST));
        let r = F64x2::c(1.0) / (a.at_most(most) + F64x2::c(3.0));
        let tail = a.lt(most).and(density * (r * poly_by_squares(r, r * r, &self.ratio)));
        x.lt(F64x2::zero()).select(tail, F64x2::c(1.0) - tail)
    }

    /// `y = f(x)` for x times the probability of less. Within 1.5 ulp.
    pub fn gelu(self, x: &[f32], y: &mut [f32]) {
        // The eighth root of the tail of a up to `NEAR` (relative error 2⁻³⁰ of its power).
        let root = [
            3.811087242230199e-10,
            -8.124961677416498e-09,
            6.774302903860387e-08,
            -5.677880368488118e-07,
            7.929959283440007e-06,
            -5.9877701388359674e-05,
            3.1280681693379925e-05,
            0.0015099103606303812,
            -0.000676979226872927,
            -0.03192574430033116,
            -0.09145791257820271,
            0.9170040431025612,
        ]
        .map(F64x2::c);
        let (negative, near) = (F32x4::c(-0.0), F32x4::c(NEAR));
        for (x, y) in x.chunks(BLOCK).zip(y.chunks_mut(BLOCK)) {
            map([x], y, move |[x]: [F32x4; 1]| {
                let lost = wide(x.abs(), |a| {
                    let root = poly_by_squares(a, a * a, &root);
                    let square = root * root;
                    let fourth = square * square;
                    a * (fourth * fourth)
                });
                x.at_least(negative) - lost
            });
            if !x.iter().fold(true, |all, x| all & (x.abs() <= NEAR as f32)) {
                update([x], [y], move |[x]: [F32x4; 1], [y]| {
                    let fits = x.abs().le(near);
                    if fits.all() {
                        return [y];
                    }
                    rare();
                    [fits.select(y, wide2(x, self.density(x), |x, d| x * self.less(x, d)))]
                });
            }
        }
    }

    /// `dx = g f'(x)`
    pub fn gelu_backward(self, x: &[f32], g: &[f32], dx: &mut [f32]) {
        const HEIGHT: f64 = 0.3989422804014327 / Exponential::<F32x4, 5>::LIFT;
        for ((x, g), dx) in x.chunks(BLOCK).zip(g.chunks(BLOCK)).zip(dx.chunks_mut(BLOCK)) {
            map([x], dx, move |[x]: [F32x4; 1]| self.density(x));
            update([x, g], [dx], move |[x, g]: [F32x4; 2], [density]| {
                let most = F64x2::c(MOST);
                let slope =
                    |x: F64x2, d: F64x2| self.less(x, d) + x.at_most(most).at_least(-most) * d * F64x2::c(HEIGHT);
                [g * wide2(x, density, slope)]
            });
        }
    }
}

/// The error function.
#[derive(Clone, Copy)]
pub struct Erf {
    exp: Exponential<F32x4, 5>,
    /// erf(√z)/√z - 1 on [0, 1].
    small: [F32x4; 8],
    /// log(erfc(a))/a on [1, 4]; from 4 on the result is 1.
    large: [F32x4; 7],
}

impl Erf {
    #[inline(always)]
    pub fn new() -> Self {
        let small = [
            -9.68013697954561e-6,
            0.000112705446055309,
            -0.000848471145027288,
            0.00522107487694844,
            -0.0268654458204742,
            0.112837827471753,
            -0.376126384838073,
            0.12837916706316,
        ];
        let large = [
            -0.0000141339668084795,
            0.000352333544769837,
            -0.003764666224514804,
            0.024025522656257434,
            -0.10654912053741471,
            -0.6349582862288542,
            -1.1286971614928058,
        ];
        Erf { exp: F32x4::exp_constants(), small: small.map(F32x4::c), large: large.map(F32x4::c) }
    }

    /// `y = f(x)`, within 2 ulp.
    pub fn apply(self, x: &[f32], y: &mut [f32]) {
        let Erf { exp, small, large } = self;
        let (one, four) = (F32x4::c(1.0), F32x4::c(4.0));
        map([x], y, move |[x]: [F32x4; 1]| {
            let (z, a) = (x * x, x.abs());
            let near = x + x * poly_by_squares(z, z * z, &small);
            if a.lt(one).all() {
                return near;
            }
            let b = a.at_most(four);
            let far = one - exp.normal(b * poly_by_squares(b, b * b, &large));
            a.lt(one).select(near, far.signed(x))
        });
    }
}
