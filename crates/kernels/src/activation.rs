//! Gradients of activations in one pass, from the activation's output `y` and the gradient `g` of that.

use crate::parallel;
use crate::simd::{Float, Lanes, map};

/// An activation whose derivative follows from its output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// max(x, 0)
    Relu,
    /// 1 / (1 + exp(-x))
    Sigmoid,
    /// The hyperbolic tangent.
    Tanh,
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
    }
}
