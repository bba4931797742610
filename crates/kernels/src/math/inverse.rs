//! Inverse and hyperbolic functions of `f32` lanes in double precision, rounded almost correctly. Functions of a pair share
//! their loop: what differs is captured by it.

use super::cores::{EXP_WIDE, Exponential, poly_by_squares};
use super::wide::{LOG_SHORT, c, exp_normal, log, log1p_normal, wide};
use crate::simd::{F32x4, F64x2, Lanes, map};
use core::f64::consts::FRAC_PI_2;

/// A polynomial, its lowest power last.
#[inline(always)]
fn poly<const K: usize>(x: F64x2, coefficients: [f64; K]) -> F64x2 {
    poly_by_squares(x, x * x, &coefficients.map(c))
}

/// Bits to keep of a number: all, or none.
#[inline(always)]
fn mask<L: Lanes>(all: bool) -> L {
    L::from_bits(if all { u64::MAX } else { 0 })
}

/// Inverse sine, or cosine.
pub fn arcsin(x: &[f32], y: &mut [f32], cosine: bool) {
    // The sign of a zero goes through a sum with -0.
    let (start, factor) = if cosine { (c(FRAC_PI_2), c(-1.0)) } else { (c(-0.0), c(1.0)) };
    map([x], y, move |[x]: [F32x4; 1]| {
        wide(x, |x| {
            // Beyond ½ as π/2 - 2 arcsin √((1 - |x|)/2).
            let a = x.abs();
            let far = a.gt(c(0.5));
            let z = far.select(c(0.5) - c(0.5) * a, a * a);
            let r = far.select(z.sqrt(), a);
            // (arcsin(√z)/√z - 1)/z on [0, ¼] (relative error 2⁻³²)
            let coefficients = [
                0.03751644011794375,
                0.014438624607702035,
                0.03180770824462726,
                0.044516957252464885,
                0.07500504167596594,
                0.16666659991700128,
            ];
            let s = r + r * (z * poly(z, coefficients));
            start + factor * far.select(c(FRAC_PI_2) - (s + s), s).signed(x)
        })
    });
}

/// Inverse tangent.
pub fn arctan(x: &[f32], y: &mut [f32]) {
    // (arctan(√z)/√z - 1)/z on [0, 1] (relative error 2⁻³¹ of the arctangent)
    let coefficients = [
        0.0011137898446027532,
        -0.007317961807234476,
        0.022539877811489042,
        -0.04468995371250877,
        0.06741597924850794,
        -0.08811091683816412,
        0.11058223753315102,
        -0.1427983306061512,
        0.19999671123427934,
        -0.3333332689955777,
    ]
    .map(c);
    let (one, less, quarter) = (c(1.0), c(-1.0), c(FRAC_PI_2));
    map([x], y, move |[x]: [F32x4; 1]| {
        wide(x, |x| {
            // Beyond 1 as π/2 - arctan(1/|x|).
            let a = x.abs();
            let far = a.gt(one);
            let r = far.select(less, a) / far.select(a, one);
            let z = r * r;
            (far.and(quarter) + (r + r * (z * poly_by_squares(z, z * z, &coefficients)))).signed(x)
        })
    });
}

/// Hyperbolic sine, or cosine.
pub fn sinh(x: &[f32], y: &mut [f32], cosine: bool) {
    let (cosine, sign) = (mask::<F64x2>(cosine), mask::<F32x4>(!cosine).and(F32x4::c(-0.0)));
    map([x], y, move |[x]: [F32x4; 1]| {
        // With t = exp(|x|) - 1, twice the sine is t + t/(t + 1), twice the cosine t + 1 + 1/(t + 1).
        let y = wide(x.abs().at_most(F32x4::c(100.0)), |a| {
            let t = Exponential::new(EXP_WIDE).minus_one(a);
            let up = t + c(1.0);
            c(0.5) * (cosine.select(up, t) + cosine.select(c(1.0), t) / up)
        });
        y.or(x.and(sign))
    });
}

/// Inverse hyperbolic sine, or cosine.
pub fn arcsinh(x: &[f32], y: &mut [f32], cosine: bool) {
    let sign = mask::<F64x2>(!cosine).and(c(-0.0));
    let (one, other) = if cosine { (c(1.0), c(0.0)) } else { (c(0.0), c(1.0)) };
    map([x], y, move |[x]: [F32x4; 1]| {
        wide(x, |x| {
            // log(|x| + √(x² ± 1)), as log(1 + p), which keeps the digits of p where it is small.
            let sign = x.and(sign);
            let a = x.xor(sign);
            let p = (a - one) + ((a * a + (other - one)).sqrt() - other);
            let fits = a.ge(c(0.0)).and(p.lt(c(f64::INFINITY)));
            // Infinity and NaN stay; below 1 there is no cosine.
            fits.select(log1p_normal(p), p.or(a.lt(c(0.0)))).or(sign)
        })
    });
}

/// Cube root, or what it is the reciprocal of.
pub fn cbrt(x: &[f32], y: &mut [f32], reciprocal: bool) {
    let factor = c(if reciprocal { -1.0 / 3.0 } else { 1.0 / 3.0 });
    let reciprocal = mask::<F32x4>(reciprocal);
    map([x], y, move |[x]: [F32x4; 1]| {
        let y = wide(x.abs(), |a| exp_normal(log(a, &LOG_SHORT) * factor)).signed(x);
        let fits = x.ne(F32x4::zero()).and(x.abs().lt(F32x4::c(f64::INFINITY)));
        fits.select(y, reciprocal.select(F32x4::c(1.0) / x, x))
    });
}

/// The inverse of the error function.
pub fn erfinv(x: &[f32], y: &mut [f32]) {
    map([x], y, move |[x]: [F32x4; 1]| {
        let y = wide(x, |x| {
            // erfinv(x)/x in w = -log(1 - x²) up to 5 (relative error 2⁻²⁹), and in √w beyond, up to the last float.
            let w = -log((c(1.0) - x) * (c(1.0) + x), &LOG_SHORT);
            let near = [
                3.3195238595238334e-10,
                -1.7078893395694968e-08,
                3.0899682556379143e-07,
                -2.493614380686585e-06,
                5.821998400116248e-06,
                4.0513452610734065e-05,
                -0.0001220339850748692,
                -0.0023385197267935865,
                0.011550328596059091,
                0.23201355688397987,
                0.8862269274342393,
            ];
            let ratio = poly(w, near);
            if w.le(c(5.0)).all() {
                return x * ratio;
            }
            super::rare();
            let far = [
                -3.0480383498508777e-05,
                0.0010763445448726153,
                -0.016993274897104397,
                0.1577376223460969,
                -0.9513880767426774,
                3.8841643844410902,
                -10.818847496674792,
                20.139856666843343,
                -23.631307948684036,
                16.30779838323329,
                -4.013324040495392,
            ];
            x * w.le(c(5.0)).select(ratio, poly(w.sqrt(), far))
        });
        let (a, one) = (x.abs(), F32x4::c(1.0));
        a.lt(one).select(y, a.eq(one).select(F32x4::c(f64::INFINITY).signed(x), F32x4::c(f64::NAN)))
    });
}
