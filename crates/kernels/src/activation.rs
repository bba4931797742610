//! Gradients of activations in one pass, from the activation's output `y` and the gradient `g` of that.

use crate::math::{Math, NOTHING, Normal};
use crate::parallel;
use crate::simd::{F32x4, Float, Lanes, map};

/// An activation whose derivative follows from its output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// max(x, 0)
    Relu,
    /// 1 / (1 + exp(-x))
    Sigmoid,
    /// The hyperbolic tangent.
    Tanh,
    /// log(1 + exp(x))
    Softrelu,
}

/// `dx = g * f'(x)`, all of one length.
///
/// # Panics
/// If the lengths differ.
pub fn backward<T: Float>(f: Activation, y: &[T], g: &[T], dx: &mut [T]) {
    parallel::elements([y, g], [dx], parallel::ELEMENT, &|[y, g], [dx]| backward_part(f, y, g, dx));
}

/// [`backward`] on one thread.
fn backward_part<T: Float>(f: Activation, y: &[T], g: &[T], dx: &mut [T]) {
    let (zero, one) = (T::Lanes::zero(), T::Lanes::splat(T::ONE));
    match f {
        Activation::Relu => map([y, g], dx, move |[y, g]| y.le(zero).select(zero, y.gt(zero).select(g, y))),
        Activation::Sigmoid => map([y, g], dx, move |[y, g]| g * (y * (one - y))),
        Activation::Tanh => map([y, g], dx, move |[y, g]| g * (one - y * y)),
        // 1 - exp(-y); from 40 on that is 1.
        Activation::Softrelu => {
            let (least, exp) = (T::Lanes::c(-40.0), T::Lanes::exp_constants());
            map([y, g], dx, move |[y, g]| g * -(-y).at_least(least).minus_one(&exp));
        }
    }
}

/// The gradient of `x` where positive, else `slope * x`: `g`, or `slope * g`.
///
/// # Panics
/// If the lengths differ.
pub fn leaky_backward<T: Float>(x: &[T], g: &[T], slope: T, dx: &mut [T]) {
    let (slope, zero) = (T::Lanes::splat(slope), T::Lanes::zero());
    map([x, g], dx, move |[x, g]| x.gt(zero).select(g, slope * g));
}

/// The gradient of `scale * x` where x is positive, else of `scale * slope * (exp(x) - 1)`.
///
/// # Panics
/// If the lengths differ.
pub fn elu_backward(x: &[f32], g: &[f32], scale: f32, slope: f32, dx: &mut [f32]) {
    let (scale, slope, one) = (F32x4::splat(scale), F32x4::splat(slope), F32x4::c(1.0));
    let (least, zero, exp) = (F32x4::c(-NOTHING), F32x4::zero(), F32x4::exp_constants());
    map([x, g], dx, move |[x, g]: [F32x4; 2]| {
        let low = slope * exp.small(x.at_most(zero).at_least(least));
        g * (scale * x.gt(zero).select(one, low))
    });
}

/// The gradient of x times the normal distribution function of x.
///
/// # Panics
/// If the lengths differ.
pub fn gelu_backward(x: &[f32], g: &[f32], dx: &mut [f32]) {
    assert!(x.len() == g.len() && x.len() == dx.len(), "arrays differ in length");
    Normal::new().gelu_backward(x, g, dx);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_naive_twins() {
        let y: Vec<f32> = (0..23).map(|i| (i as f32 - 11.0) / 12.0).collect();
        let g: Vec<f32> = (0..23).map(|i| 1.0 + i as f32 * 0.25).collect();
        let naive = |f: fn(f32, f32) -> f32| -> Vec<f32> { y.iter().zip(&g).map(|(&y, &g)| f(y, g)).collect() };
        let mut dx = vec![0.0; 23];
        backward(Activation::Relu, &y, &g, &mut dx);
        assert_eq!(dx, naive(|y, g| if y > 0.0 { g } else { 0.0 }));
        backward(Activation::Sigmoid, &y, &g, &mut dx);
        assert_eq!(dx, naive(|y, g| g * (y * (1.0 - y))));
        backward(Activation::Tanh, &y, &g, &mut dx);
        assert_eq!(dx, naive(|y, g| g * (1.0 - y * y)));
        leaky_backward(&y, &g, 0.5, &mut dx);
        assert_eq!(dx, naive(|y, g| if y > 0.0 { g } else { 0.5 * g }));
        let near = |a: &[f32], b: Vec<f32>| {
            assert!(a.iter().zip(&b).all(|(a, b)| (a - b).abs() <= 3e-7 * b.abs() + 3e-45), "{a:?} {b:?}");
        };
        let x: Vec<f32> = [-1e30, -100.0, -88.0, -20.0, 100.0, 1e30].into_iter().chain(y.clone()).take(23).collect();
        let naive = |x: &[f32], f: fn(f64) -> f64| -> Vec<f32> {
            x.iter().zip(&g).map(|(&x, &g)| (f64::from(g) * f(x.into())) as f32).collect()
        };
        let positive: Vec<f32> = x.iter().map(|x| x.abs()).collect();
        backward(Activation::Softrelu, &positive, &g, &mut dx);
        near(&dx, naive(&positive, |y| -libm::expm1(-y)));
        elu_backward(&x, &g, 2.0, 0.5, &mut dx);
        near(&dx, naive(&x, |x| if x > 0.0 { 2.0 } else { libm::exp(x) }));
        gelu_backward(&x, &g, &mut dx);
        let slope = |x: f64| {
            let density = libm::exp(-0.5 * x * x) / libm::sqrt(2.0 * core::f64::consts::PI);
            0.5 * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2) + x * density
        };
        near(&dx, naive(&x, slope));
    }
}
