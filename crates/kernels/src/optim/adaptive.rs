//! Updates with a step size for each weight: RMSProp in both forms, FTRL.

use super::Gradient;
use crate::simd::{Float, Lanes, update};

/// Limits `w` to ± the bound; NaN stays.
#[inline(always)]
fn bounded<T: Float>(bound: Option<T>) -> impl Fn(T::Lanes) -> T::Lanes + Copy {
    Gradient { wd: T::ZERO, rescale: T::ZERO, clip: bound }.limit()
}

/// RMSProp: `g = clip(rescale * g + wd * w)`, `n = gamma1 * n + (1 - gamma1) * g²`, `w -= lr * g / sqrt(n + epsilon)`,
/// then `w` is limited to ± `clip_weights`.
///
/// # Panics
/// If the lengths differ.
#[allow(clippy::too_many_arguments)]
pub fn rmsprop<T: Float>(
    w: &mut [T],
    g: &[T],
    n: &mut [T],
    lr: T,
    gamma1: T,
    epsilon: T,
    gradient: Gradient<T>,
    clip_weights: Option<T>,
) {
    let (limit, bounded) = (gradient.limit(), bounded(clip_weights));
    let c1 = T::Lanes::splat(T::ONE - gamma1);
    let [lr, gamma1, epsilon, wd, rescale] = [lr, gamma1, epsilon, gradient.wd, gradient.rescale].map(T::Lanes::splat);
    update([g], [w, n], move |[g], [w, n]| {
        let g = limit(rescale * g + wd * w);
        let n = c1 * (g * g) + gamma1 * n;
        [bounded(w - lr * g / (n + epsilon).sqrt()), n]
    });
}

/// Centred RMSProp (Graves 2013): `g = clip(rescale * g + wd * w)`, `n` and `m` the running means of `g²` and `g`,
/// `d = gamma2 * d - lr * g / sqrt(n - m² + epsilon)`, `w += d`, then `w` is limited to ± `clip_weights`.
///
/// # Panics
/// If the lengths differ.
#[allow(clippy::too_many_arguments)]
pub fn rmsprop_centred<T: Float>(
    w: &mut [T],
    g: &[T],
    n: &mut [T],
    m: &mut [T],
    d: &mut [T],
    lr: T,
    gamma1: T,
    gamma2: T,
    epsilon: T,
    gradient: Gradient<T>,
    clip_weights: Option<T>,
) {
    let (limit, bounded) = (gradient.limit(), bounded(clip_weights));
    let c1 = T::Lanes::splat(T::ONE - gamma1);
    let [lr, gamma1, gamma2, epsilon, wd, rescale] =
        [lr, gamma1, gamma2, epsilon, gradient.wd, gradient.rescale].map(T::Lanes::splat);
    update([g], [w, n, m, d], move |[g], [w, n, m, d]| {
        let g = limit(rescale * g + wd * w);
        let n = c1 * (g * g) + gamma1 * n;
        let m = c1 * g + gamma1 * m;
        let d = gamma2 * d - lr * (g / (n - m * m + epsilon).sqrt());
        [bounded(w + d), n, m, d]
    });
}

/// FTRL-Proximal (McMahan et al. 2013): `g = clip(rescale * g)`, `z += g - (sqrt(n + g²) - sqrt(n)) * w / lr`, `n += g²`,
/// `w = (sign(z) * lamda1 - z) / ((beta + sqrt(n)) / lr + wd)` where `|z| > lamda1`, else 0.
///
/// # Panics
/// If the lengths differ.
#[allow(clippy::too_many_arguments)]
pub fn ftrl<T: Float>(
    w: &mut [T],
    g: &[T],
    z: &mut [T],
    n: &mut [T],
    lr: T,
    lamda1: T,
    beta: T,
    gradient: Gradient<T>,
) {
    let limit = gradient.limit();
    let [lr, lamda1, beta, wd, rescale] = [lr, lamda1, beta, gradient.wd, gradient.rescale].map(T::Lanes::splat);
    update([g], [w, z, n], move |[g], [w, z, n]| {
        let g = limit(rescale * g);
        let next = n + g * g;
        let z = z + g - (next.sqrt() - n.sqrt()) * w / lr;
        let w = (lamda1.copysign(z) - z) / ((beta + next.sqrt()) / lr + wd);
        [z.abs().gt(lamda1).select(w, T::Lanes::zero()), z, next]
    });
}
