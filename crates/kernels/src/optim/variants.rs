//! Variations of gradient descent: Nesterov's momentum, and steps by sign.

use super::Gradient;
use crate::simd::{Float, Lanes, update};

/// -1, 0 or 1; 0 for NaN.
#[inline(always)]
fn sign<L: Lanes>(x: L) -> L {
    x.gt(L::zero()).one_where() - x.lt(L::zero()).one_where()
}

/// Nesterov's momentum as MXNet computes it: `g = clip(rescale * g)`, `m1 = momentum * m`,
/// `w' = w - m1 + (momentum + 1) * (m1 - lr * (g + wd * w))`, `m = m1 - lr * (g + wd * w')`. The momentum sees the new
/// weight because MXNet's kernel works in place.
///
/// # Panics
/// If the lengths differ.
pub fn nag<T: Float>(w: &mut [T], g: &[T], m: &mut [T], lr: T, momentum: T, gradient: Gradient<T>) {
    let limit = gradient.limit();
    let ahead = T::Lanes::splat(momentum + T::ONE);
    let [lr, momentum, wd, rescale] = [lr, momentum, gradient.wd, gradient.rescale].map(T::Lanes::splat);
    update([g], [w, m], move |[g], [w, m]| {
        let (g, m) = (limit(rescale * g), momentum * m);
        let next = w - m + ahead * (m - lr * (g + wd * w));
        [next, m - lr * (g + wd * next)]
    });
}

/// `w = (1 - lr * wd) * w - lr * sign(g)`; the gradient's size does not matter.
///
/// # Panics
/// If the lengths differ.
pub fn signsgd<T: Float>(w: &mut [T], g: &[T], lr: T, wd: T) {
    let keep = T::Lanes::splat(T::ONE - lr * wd);
    let lr = T::Lanes::splat(lr);
    update([g], [w], move |[g], [w]| [keep * w - lr * sign(g)]);
}

/// Signum (Bernstein et al. 2018): `m = momentum * m - (1 - momentum) * (clip(rescale * g) + wd * w)`,
/// `w = (1 - lr * wd_lh) * w + lr * sign(m)`.
///
/// # Panics
/// If the lengths differ.
pub fn signum<T: Float>(w: &mut [T], g: &[T], m: &mut [T], lr: T, momentum: T, wd_lh: T, gradient: Gradient<T>) {
    let limit = gradient.limit();
    let [keep, c] = [T::ONE - lr * wd_lh, T::ONE - momentum].map(T::Lanes::splat);
    let [lr, momentum, wd, rescale] = [lr, momentum, gradient.wd, gradient.rescale].map(T::Lanes::splat);
    update([g], [w, m], move |[g], [w, m]| {
        let m = momentum * m - c * wd * w - c * limit(rescale * g);
        [keep * w + lr * sign(m), m]
    });
}
