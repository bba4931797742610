//! Functions of `f32` lanes in double precision: they need more than 24 bits inside (cancellation, large factors of
//! the argument's error) and come out rounded almost correctly.

use super::cores::{EXP_WIDE, Exponential, LOG_WIDE, log_parts, poly, rare, special};
use crate::simd::{F32x4, F64x2, Lanes};

#[inline(always)]
pub fn wide(x: F32x4, f: impl Fn(F64x2) -> F64x2) -> F32x4 {
    let (lo, hi) = x.widen();
    F32x4::narrow(f(lo), f(hi))
}

#[inline(always)]
pub fn wide2(x: F32x4, y: F32x4, f: impl Fn(F64x2, F64x2) -> F64x2) -> F32x4 {
    let ((a, b), (c, d)) = (x.widen(), y.widen());
    F32x4::narrow(f(a, c), f(b, d))
}

#[inline(always)]
pub fn c(v: f64) -> F64x2 {
    F64x2::splat(v)
}

/// Limits x to where 2 to the power of it is a normal number, and beyond what an `f32` holds.
#[inline(always)]
fn limited(x: F64x2) -> F64x2 {
    x.at_most(c(700.0)).at_least(c(-700.0))
}

/// e to the x where that is a normal number.
#[inline(always)]
pub fn exp_normal(x: F64x2) -> F64x2 {
    Exponential::new(EXP_WIDE).normal(x)
}

#[inline(always)]
fn exp(x: F64x2) -> F64x2 {
    exp_normal(limited(x))
}

/// log((1 + s)/(1 - s)) by a polynomial in s²: the coefficients of [`cores::Log`](super::cores::Log).
#[inline(always)]
fn log_ratio<const P: usize>(s: F64x2, coefficients: &[f64; P]) -> F64x2 {
    let z = s * s;
    s * (c(2.0) + z * poly(z, coefficients))
}

/// Natural logarithm of normal positive numbers.
#[inline(always)]
pub fn log<const P: usize>(x: F64x2, coefficients: &[f64; P]) -> F64x2 {
    let (k, f) = log_parts(x, c(1023.0));
    k * c(core::f64::consts::LN_2) + log_ratio(f / (c(2.0) + f), coefficients)
}

/// For results that are rounded to `f32` at once (relative error 2⁻³⁷).
pub const LOG_SHORT: [f64; 4] = [0.23581512808929572, 0.2853734495709463, 0.4000033456391364, 0.6666666564852768];

/// log(1 + x) where 1 + x is a normal positive number.
#[inline(always)]
pub fn log1p_normal(x: F64x2) -> F64x2 {
    // Below 2⁻²⁰ the sum loses what matters; two terms of the series suffice there.
    x.abs().lt(c(1.0 / 1048576.0)).select(x - c(0.5) * x * x, log(x + c(1.0), &LOG_SHORT))
}

/// y, the logarithm of x, also where x is not positive and finite.
#[inline(always)]
fn all_logarithms(x: F32x4, y: F32x4) -> F32x4 {
    if x.gt(F32x4::zero()).and(x.lt(F32x4::splat(f32::INFINITY))).all() {
        return y;
    }
    rare();
    special(x, y)
}

/// `factor` times the natural logarithm.
#[inline(always)]
pub fn log_times(x: F32x4, factor: f64) -> F32x4 {
    // Subnormal numbers of `f32` are normal ones of `f64`.
    all_logarithms(x, wide(x, |x| log(x, &LOG_SHORT) * c(factor)))
}

#[inline(always)]
pub fn log1p(x: F32x4) -> F32x4 {
    all_logarithms(x + F32x4::splat(1.0), wide(x, log1p_normal))
}

#[inline(always)]
pub fn expm1(x: F32x4) -> F32x4 {
    wide(x, |x| Exponential::new(EXP_WIDE).minus_one(limited(x))).copysign(x)
}

#[inline(always)]
pub fn hypot(x: F32x4, y: F32x4) -> F32x4 {
    wide2(x, y, |x, y| {
        let inf = c(f64::INFINITY);
        x.abs().eq(inf).or(y.abs().eq(inf)).select(inf, (x * x + y * y).sqrt())
    })
}

#[inline(always)]
pub fn pow(x: F32x4, y: F32x4) -> F32x4 {
    wide2(x, y, |x, y| {
        let (a, one) = (x.abs(), c(1.0));
        let log = special(a, log(a, &LOG_WIDE));
        let p = exp(y * log);
        // 1 to any power, and -1 to an infinite one.
        let p = a.eq(one).and(y.eq(y)).select(one, p);
        let sign = x.and(c(-0.0));
        let whole = y.nearest().eq(y);
        let half = y * c(0.5);
        let odd = whole.and(half.nearest().ne(half));
        let negative = x.lt(c(0.0)).and(a.ne(c(f64::INFINITY)));
        let p = whole.or(negative.xor(one.eq(one))).select(p.or(odd.and(sign)), c(f64::NAN));
        y.eq(c(0.0)).or(x.eq(one)).select(one, p)
    })
}

#[inline(always)]
pub fn modulo(x: F32x4, y: F32x4) -> F32x4 {
    wide2(x, y, |x, y| {
        let (a, b) = (x.abs(), y.abs());
        let q = (a / b).trunc();
        // So far the product with b and the difference below are exact; a NaN quotient fails the test too.
        let near = q.lt(c(268_435_456.0)).and(b.lt(c(f64::INFINITY)));
        if near.xor(q.eq(q).or(q.ne(q))).any() {
            return super::map2(x, y, super::special::modulo);
        }
        let r = a - q * b;
        // The quotient may have been rounded up to an integer.
        let r = r.lt(c(0.0)).select(r + b, r).copysign(x);
        let apart = x.lt(c(0.0)).xor(y.lt(c(0.0)));
        let across = r.eq(c(0.0)).select(c(0.0), r + y);
        // A zero dividend keeps its sign over a positive divisor, and takes the other over a negative one.
        let along = y.lt(c(0.0)).select(-r.abs(), r);
        apart.select(across, along)
    })
}

/// Up to here the reduction below is accurate: 2²⁸ π/2.
pub const MOST_TURNS: f64 = 4.2e8;

/// The quarters of a turn that are nearest to x, and sine and cosine of what is left, by the polynomials of fdlibm's `sindf`
/// and `cosdf` on [-π/4, π/4].
#[inline(always)]
fn reduced(x: F64x2) -> (F64x2, F64x2, F64x2) {
    let n = (x * c(core::f64::consts::FRAC_2_PI)).nearest();
    // π/2 in a part of 25 bits, whose product with n is exact, and the rest.
    let r = (x - n * c(1.5707963109016418)) - n * c(1.5893254773528196e-08);
    let z = r * r;
    let sin = r + r
        * (z * poly(z, &[2.718311493989822e-06, -0.00019839334836096632, 0.008333329385889463, -0.16666666641626524]));
    let cos =
        c(1.0) + z * poly(z, &[2.439044879627741e-05, -0.0013886763774609298, 0.04166662332373906, -0.499999997251031]);
    (n, sin, cos)
}

/// sin(x + shift π/2)
#[inline(always)]
fn quarter_turns(x: F64x2, shift: f64) -> F64x2 {
    let (n, sin, cos) = reduced(x);
    let turn = n + c(shift);
    // Odd quarters swap the functions; the second half of the circle changes the sign.
    let half = turn * c(0.5);
    let odd = half.floor().ne(half);
    let quarter = half.floor() * c(0.5);
    let negative = quarter.floor().ne(quarter);
    odd.select(cos, sin).xor(negative.and(c(-0.0)))
}

#[inline(always)]
pub fn sin(x: F32x4) -> F32x4 {
    // The sign of zero goes through a sum.
    x.eq(F32x4::zero()).select(x, wide(x, |x| quarter_turns(x, 0.0)))
}

#[inline(always)]
pub fn cos(x: F32x4) -> F32x4 {
    wide(x, |x| quarter_turns(x, 1.0))
}

#[inline(always)]
pub fn tan(x: F32x4) -> F32x4 {
    let y = wide(x, |x| {
        let (n, sin, cos) = reduced(x);
        let half = n * c(0.5);
        let odd = half.floor().ne(half);
        odd.select(-cos, sin) / odd.select(sin, cos)
    });
    x.eq(F32x4::zero()).select(x, y)
}
