//! Elementwise functions of one array.

use crate::math::{Erf, Math, Normal, Softrelu, inverse, relaxed, sigmoid_of, special, tan};
use crate::parallel;
use crate::simd::{F32x4, Float, Lanes, map, map_near, update};
use bytemuck::{cast_slice, cast_slice_mut};
use core::ops::Range;

/// A function of one element. Semantics are MXNet's where it departs from C's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    /// |x|
    Abs,
    /// -1, 0 or 1; 0 for NaN.
    Sign,
    /// -x
    Negative,
    /// Nearest integer, halves away from zero.
    Round,
    /// Nearest integer, halves to the lower one.
    Rint,
    /// Towards positive infinity.
    Ceil,
    /// Towards negative infinity.
    Floor,
    /// Towards zero.
    Trunc,
    /// Towards zero.
    Fix,
    /// x²
    Square,
    /// √x
    Sqrt,
    /// 1 / √x
    Rsqrt,
    /// Cube root.
    Cbrt,
    /// 1 / cube root.
    Rcbrt,
    /// e to the x.
    Exp,
    /// Natural logarithm.
    Log,
    /// Logarithm to base 10.
    Log10,
    /// Logarithm to base 2.
    Log2,
    /// log(1 + x)
    Log1p,
    /// exp(x) - 1
    Expm1,
    /// Sine.
    Sin,
    /// Cosine.
    Cos,
    /// Tangent.
    Tan,
    /// Inverse sine.
    Arcsin,
    /// Inverse cosine.
    Arccos,
    /// Inverse tangent.
    Arctan,
    /// Hyperbolic sine.
    Sinh,
    /// Hyperbolic cosine.
    Cosh,
    /// Hyperbolic tangent.
    Tanh,
    /// Inverse hyperbolic sine.
    Arcsinh,
    /// Inverse hyperbolic cosine.
    Arccosh,
    /// Inverse hyperbolic tangent.
    Arctanh,
    /// Radians to degrees.
    Degrees,
    /// Degrees to radians.
    Radians,
    /// 1 / x
    Reciprocal,
    /// x where positive, else 0; NaN stays.
    Relu,
    /// The slope of the rectifier: 1 above 0, NaN for NaN, else 0.
    ReluSlope,
    /// 1 / (1 + exp(-x))
    Sigmoid,
    /// x / (1 + |x|); NaN at the infinities.
    Softsign,
    /// log(1 + exp(x)) without overflow.
    Softrelu,
    /// The error function.
    Erf,
    /// Its inverse.
    Erfinv,
    /// The gamma function.
    Gamma,
    /// log |gamma(x)|
    Gammaln,
    /// The derivative of `Gammaln`.
    Digamma,
    /// 1 where x is 0, else 0.
    LogicalNot,
    /// x times the normal distribution function of x.
    Gelu,
    /// The sign of the gamma function: 1 or -1.
    GammaSign,
}

/// Operations an element, between those of the absolute value and of the exponential function.
const COST: usize = 2 * parallel::ELEMENT;

/// `y = f(x)`, both of one length.
///
/// # Panics
/// If the lengths differ.
pub fn apply<T: Float>(f: Unary, x: &[T], y: &mut [T]) {
    assert_eq!(x.len(), y.len(), "input and output differ in length");
    parallel::elements([x], [y], COST, &|[x], [y]| apply_part(f, x, y));
}

/// [`apply`] on one thread.
fn apply_part<T: Float>(f: Unary, x: &[T], y: &mut [T]) {
    macro_rules! lanes {
        ($f:expr) => {
            map([x], y, move |[v]: [T::Lanes; 1]| {
                let f: fn(T::Lanes) -> T::Lanes = $f;
                f(v)
            })
        };
    }
    if relaxed::apply(f, x, y) || (size_of::<T>() == 4 && single(f, cast_slice(x), cast_slice_mut(y))) {
        return;
    }
    match f {
        Unary::Abs => lanes!(|v| v.abs()),
        Unary::Sign => lanes!(|v| T::Lanes::zero().lt(v).one_where() - v.lt(T::Lanes::zero()).one_where()),
        Unary::Negative => lanes!(|v| -v),
        Unary::Round => lanes!(|v| {
            let t = v.trunc();
            (v - t).abs().ge(T::Lanes::c(0.5)).select(t + T::Lanes::c(1.0).copysign(v), t)
        }),
        Unary::Rint => lanes!(|v| {
            let (lo, hi) = (v.floor(), v.ceil());
            (v - lo).gt(hi - v).select(hi, lo)
        }),
        Unary::Ceil => lanes!(|v| v.ceil()),
        Unary::Floor => lanes!(|v| v.floor()),
        Unary::Trunc | Unary::Fix => lanes!(|v| v.trunc()),
        Unary::Square => lanes!(|v| v * v),
        Unary::Sqrt => lanes!(|v| v.sqrt()),
        Unary::Rsqrt => lanes!(|v| T::Lanes::c(1.0) / v.sqrt()),
        Unary::Exp => {
            let (most, exp) = (T::Lanes::c(T::Lanes::EXP_NEAR), T::Lanes::exp_constants());
            map_near(x, y, move |v| v.abs().le(most), move |v| v.exp_near(&exp), |v| v.exp());
        }
        Unary::Log => {
            let Range { start, end } = T::Lanes::LOG_NEAR;
            let (least, end) = (T::Lanes::c(start), T::Lanes::c(end));
            map_near(x, y, move |v| v.ge(least).and(v.lt(end)), |v| v.log_near(), |v| v.log());
        }
        Unary::Log10 => lanes!(|v| v.log10()),
        Unary::Log2 => lanes!(|v| v.log2()),
        Unary::Log1p => lanes!(|v| v.log1p()),
        Unary::Expm1 => lanes!(|v| v.expm1()),
        Unary::Sin => turns(x, y, |x, y| map([x], y, |[v]: [T::Lanes; 1]| v.sin()), libm::sin),
        Unary::Cos => turns(x, y, |x, y| map([x], y, |[v]: [T::Lanes; 1]| v.cos()), libm::cos),
        Unary::Tanh => {
            let exp = T::Lanes::exp_constants();
            map_near(x, y, |_| T::Lanes::zero().eq(T::Lanes::zero()), move |v| v.tanh_with(&exp), |v| v.tanh());
        }
        Unary::Degrees => scale(x, y, 180.0 / core::f64::consts::PI),
        Unary::Radians => scale(x, y, core::f64::consts::PI / 180.0),
        Unary::Reciprocal => lanes!(|v| T::Lanes::c(1.0) / v),
        Unary::Relu => lanes!(|v| relu(v)),
        Unary::ReluSlope => lanes!(|v| {
            let zero = T::Lanes::zero();
            v.le(zero).select(zero, v.gt(zero).select(T::Lanes::c(1.0), v))
        }),
        Unary::Sigmoid => {
            let (most, exp) = (T::Lanes::c(T::Lanes::EXP_NEAR), T::Lanes::exp_constants());
            let near = move |v: T::Lanes| sigmoid_of(v, v.or(T::Lanes::c(-0.0)).exp_near(&exp));
            map_near(x, y, move |v| v.abs().le(most), near, |v| v.sigmoid());
        }
        Unary::Softsign => lanes!(|v| v / (T::Lanes::c(1.0) + v.abs())),
        Unary::LogicalNot => lanes!(|v| v.eq(T::Lanes::zero()).one_where()),
        Unary::Softrelu => by_element(x, y, special::softrelu),
        Unary::Gelu => by_element(x, y, special::gelu),
        Unary::Cbrt => by_element(x, y, libm::cbrt),
        Unary::Rcbrt => by_element(x, y, |v| 1.0 / libm::cbrt(v)),
        Unary::Tan => by_element(x, y, libm::tan),
        Unary::Arcsin => by_element(x, y, libm::asin),
        Unary::Arccos => by_element(x, y, libm::acos),
        Unary::Arctan => by_element(x, y, libm::atan),
        Unary::Sinh => by_element(x, y, libm::sinh),
        Unary::Cosh => by_element(x, y, libm::cosh),
        Unary::Arcsinh => by_element(x, y, libm::asinh),
        Unary::Arccosh => by_element(x, y, libm::acosh),
        Unary::Arctanh => by_element(x, y, libm::atanh),
        Unary::Erf => by_element(x, y, libm::erf),
        Unary::Erfinv => by_element(x, y, special::erfinv),
        Unary::Gamma => by_element(x, y, libm::tgamma),
        Unary::Gammaln => by_element(x, y, libm::lgamma),
        Unary::Digamma => by_element(x, y, special::digamma),
        Unary::GammaSign => by_element(x, y, special::gamma_sign),
    }
}

/// `x` where it is positive or NaN, else 0.
#[inline(always)]
pub(crate) fn relu<V: Lanes>(v: V) -> V {
    v.le(V::zero()).select(V::zero(), v)
}

/// [`relu`] in place.
#[inline(never)]
pub(crate) fn rectify<T: Float>(y: &mut [T]) {
    update([], [y], |[], [v]: [T::Lanes; 1]| [relu(v)]);
}

/// Functions that `f32` has vectors of its own for. Tells whether this is one.
fn single(f: Unary, x: &[f32], y: &mut [f32]) -> bool {
    match f {
        Unary::Softrelu => Softrelu::new().apply(x, y),
        Unary::Gelu => Normal::new().gelu(x, y),
        Unary::Erf => Erf::new().apply(x, y),
        Unary::Tan => turns(x, y, |x, y| map([x], y, |[v]: [F32x4; 1]| tan(v)), libm::tan),
        Unary::Arcsin | Unary::Arccos => inverse::arcsin(x, y, f == Unary::Arccos),
        Unary::Arctan => inverse::arctan(x, y),
        Unary::Sinh | Unary::Cosh => inverse::sinh(x, y, f == Unary::Cosh),
        Unary::Arcsinh | Unary::Arccosh => inverse::arcsinh(x, y, f == Unary::Arccosh),
        Unary::Cbrt | Unary::Rcbrt => inverse::cbrt(x, y, f == Unary::Rcbrt),
        Unary::Erfinv => inverse::erfinv(x, y),
        Unary::Gamma => by_element(x, y, special::gamma),
        _ => return false,
    }
    true
}

/// Sine or cosine, and once more with as many digits of π as the exponent asks for where the angle is large.
#[inline(always)]
fn turns<T: Float>(x: &[T], y: &mut [T], near: impl Fn(&[T], &mut [T]), far: fn(f64) -> f64) {
    let most = T::from_f64(T::Lanes::MOST_TURNS);
    for (x, y) in x.chunks(4096).zip(y.chunks_mut(4096)) {
        near(x, y);
        if x.iter().fold(false, |any, x| any | (x.abs() > most)) {
            for (x, y) in x.iter().zip(y).filter(|(x, _)| x.abs() > most) {
                *y = T::from_f64(far(x.to_f64()));
            }
        }
    }
}

/// The rarer functions, in double precision for both types: more accurate for `f32` than its own functions would be,
/// and half the code. Behind a pointer, so that there is one loop.
#[inline(never)]
fn by_element<T: Float>(x: &[T], y: &mut [T], f: fn(f64) -> f64) {
    assert_eq!(x.len(), y.len(), "input and output differ in length");
    for (y, x) in y.iter_mut().zip(x) {
        *y = T::from_f64(f(x.to_f64()));
    }
}

fn scale<T: Float>(x: &[T], y: &mut [T], by: f64) {
    let by = T::Lanes::c(by);
    map([x], y, move |[v]| v * by);
}

/// `x` limited to `[lo, hi]`, looking at `hi` first; NaN stays.
pub fn clip<T: Float>(x: &[T], lo: T, hi: T, y: &mut [T]) {
    let (lo, hi) = (T::Lanes::splat(lo), T::Lanes::splat(hi));
    map([x], y, move |[v]| v.gt(hi).select(hi, v.lt(lo).select(lo, v)));
}

/// `x` where positive, else `slope * x`.
pub fn leaky<T: Float>(x: &[T], slope: T, y: &mut [T]) {
    let (slope, zero) = (T::Lanes::splat(slope), T::Lanes::zero());
    map([x], y, move |[v]| v.gt(zero).select(v, slope * v));
}

/// `x` where positive, else `slope * (exp(x) - 1)`.
pub fn elu<T: Float>(x: &[T], slope: T, y: &mut [T]) {
    scaled_elu(x, T::ONE, slope, y);
}

/// Self-normalising: `λ x` where positive, else `λ α (exp(x) - 1)`, λ = 1.0507…, α = 1.6732… (Klambauer et al., 2017).
pub fn selu<T: Float>(x: &[T], y: &mut [T]) {
    scaled_elu(x, T::from_f64(1.0507009873554805), T::from_f64(1.6732632423543772), y);
}

fn scaled_elu<T: Float>(x: &[T], scale: T, slope: T, y: &mut [T]) {
    let (scale, slope, zero) = (T::Lanes::splat(scale), T::Lanes::splat(slope), T::Lanes::zero());
    let (least, exp) = (T::Lanes::c(-40.0), T::Lanes::exp_constants());
    map([x], y, move |[v]| {
        // From -40 on nothing of exp is left.
        let low = slope * v.at_most(zero).at_least(least).minus_one(&exp);
        scale * v.lt(zero).select(low, v)
    });
}

/// `alpha * x + beta` limited to [0, 1]; 1 for NaN.
pub fn hard_sigmoid<T: Float>(x: &[T], alpha: T, beta: T, y: &mut [T]) {
    let (alpha, beta) = (T::Lanes::splat(alpha), T::Lanes::splat(beta));
    let (zero, one) = (T::Lanes::zero(), T::Lanes::c(1.0));
    map([x], y, move |[v]| {
        let v = alpha * v + beta;
        let v = v.lt(one).select(v, one);
        v.lt(zero).select(zero, v)
    });
}

/// Huber's loss with its corner at 1/σ²: `|x| - 1/(2σ²)` beyond it, else `σ²x²/2`.
pub fn smooth_l1<T: Float>(x: &[T], sigma: T, y: &mut [T]) {
    let s2 = T::Lanes::splat(sigma * sigma);
    let (corner, half) = (T::Lanes::c(1.0) / s2, T::Lanes::c(0.5));
    map([x], y, move |[v]| v.abs().gt(corner).select(v.abs() - half * corner, half * v * v * s2));
}
