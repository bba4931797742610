//! Parameter updates in place, with MXNet's formulas: `g` is `rescale * grad`.

mod adaptive;
mod variants;

pub use adaptive::{ftrl, rmsprop, rmsprop_centred};
pub use variants::{nag, signsgd, signum};

use crate::parallel::{self, ELEMENT};
use crate::simd::{Float, Lanes, update};

/// What every update does to a gradient before it uses it.
#[derive(Clone, Copy, Debug)]
pub struct Gradient<T> {
    /// Weight decay, times the weight.
    pub wd: T,
    /// Factor on the gradient.
    pub rescale: T,
    /// Bound on its magnitude, if any.
    pub clip: Option<T>,
}

impl<T: Float> Gradient<T> {
    /// Limits `g` to ± the bound; NaN stays.
    #[inline(always)]
    fn limit(self) -> impl Fn(T::Lanes) -> T::Lanes + Copy {
        let hi = T::Lanes::splat(self.clip.unwrap_or(T::INFINITY));
        move |g| g.gt(hi).select(hi, g.lt(-hi).select(-hi, g))
    }
}

/// `w = (1 - lr * wd) * w - lr * clip(rescale * g)`, rounded in MXNet's order.
///
/// # Panics
/// If the lengths differ.
pub fn sgd<T: Float>(w: &mut [T], g: &[T], lr: T, wd: T, rescale: T, clip: Option<T>) {
    let limit = Gradient { wd, rescale, clip }.limit();
    let [keep, lr, rescale] = [T::ONE - lr * wd, lr, rescale].map(T::Lanes::splat);
    parallel::elements([g], [w], ELEMENT, &|[g], [w]| {
        update([g], [w], move |[g], [w]| [keep * w - lr * limit(rescale * g)]);
    });
}

/// `m = momentum * m - lr * wd * w - lr * clip(rescale * g)`, rounded in MXNet's order, then `w += m`.
///
/// # Panics
/// If the lengths differ.
#[allow(clippy::too_many_arguments)]
pub fn sgd_momentum<T: Float>(
    w: &mut [T],
    g: &[T],
    m: &mut [T],
    lr: T,
    momentum: T,
    wd: T,
    rescale: T,
    clip: Option<T>,
) {
    let limit = Gradient { wd, rescale, clip }.limit();
    let [decay, lr, momentum, rescale] = [lr * wd, lr, momentum, rescale].map(T::Lanes::splat);
    parallel::elements([g], [w, m], ELEMENT, &|[g], [w, m]| {
        update([g], [w, m], move |[g], [w, m]| {
            let m = momentum * m - decay * w - lr * limit(rescale * g);
            [w + m, m]
        });
    });
}

/// Adam without bias correction (callers fold it into `lr`): `g = clip(rescale * g + wd * w)`, first and second
/// moments with decay `beta1` and `beta2`, `w -= lr * m / (sqrt(v) + epsilon)`.
///
/// # Panics
/// If the lengths differ.
#[allow(clippy::too_many_arguments)]
pub fn adam<T: Float>(
    w: &mut [T],
    g: &[T],
    m: &mut [T],
    v: &mut [T],
    lr: T,
    beta1: T,
    beta2: T,
    epsilon: T,
    wd: T,
    rescale: T,
    clip: Option<T>,
) {
    let limit = Gradient { wd, rescale, clip }.limit();
    let [c1, c2] = [T::ONE - beta1, T::ONE - beta2].map(T::Lanes::splat);
    let [lr, beta1, beta2, epsilon, wd, rescale] = [lr, beta1, beta2, epsilon, wd, rescale].map(T::Lanes::splat);
    parallel::elements([g], [w, m, v], 2 * ELEMENT, &|[g], [w, m, v]| {
        update([g], [w, m, v], move |[g], [w, m, v]| {
            let g = limit(rescale * g + wd * w);
            let m = beta1 * m + c1 * g;
            let v = beta2 * v + c2 * g * g;
            [w - lr * m / (v.sqrt() + epsilon), m, v]
        });
    });
}
