//! Softmax and its logarithm over the middle axis of `(outer, n, inner)`, and their gradients.
//!
//! With `inner` 1 the lanes run along a row; otherwise a vector holds neighbouring columns, and rows are walked
//! vector by vector.

use crate::math::Math;
use crate::parallel;
use crate::simd::{Float, Lanes};

/// `y = exp(x / temperature) / Σ exp(x / temperature)`, with the greatest `x` of each group subtracted first.
///
/// # Panics
/// If a length does not fit.
pub fn softmax<T: Float>(x: &[T], outer: usize, n: usize, inner: usize, temperature: T, y: &mut [T]) {
    forward(x, outer, n, inner, temperature, y, false);
}

/// `y = x / temperature - log Σ exp(x / temperature)`, with the greatest `x` of each group subtracted first.
///
/// # Panics
/// If a length does not fit.
pub fn log_softmax<T: Float>(x: &[T], outer: usize, n: usize, inner: usize, temperature: T, y: &mut [T]) {
    forward(x, outer, n, inner, temperature, y, true);
}

/// The gradient of [`softmax`] for its output `y` and the gradient `g` of that: `y (g - Σ y g) / temperature`.
///
/// # Panics
/// If a length does not fit.
pub fn softmax_backward<T: Float>(
    y: &[T],
    g: &[T],
    outer: usize,
    n: usize,
    inner: usize,
    temperature: T,
    dx: &mut [T],
) {
    backward(y, g, outer, n, inner, temperature, dx, |y, g| y * g, |y, g, s| y * (g - s));
}

/// The gradient of [`log_softmax`] for its output `y` and the gradient `g` of that: `(g - exp(y) Σ g) / temperature`.
///
/// # Panics
/// If a length does not fit.
pub fn log_softmax_backward<T: Float>(
    y: &[T],
    g: &[T],
    outer: usize,
    n: usize,
    inner: usize,
    temperature: T,
    dx: &mut [T],
) {
    backward(y, g, outer, n, inner, temperature, dx, |_, g| g, |y, g, s| g - y.exp() * s);
}

/// Operations an element.
const COST: usize = 64;

/// The vectors of one group: along a contiguous row, or one for each of `n` rows at fixed columns.
#[derive(Clone, Copy)]
struct Group {
    start: usize,
    /// Elements between vectors.
    step: usize,
    /// How many vectors.
    count: usize,
    /// Elements in a vector, the last one's for a row.
    width: usize,
    last_width: usize,
}

impl Group {
    fn width(&self, k: usize) -> usize {
        if k + 1 == self.count { self.last_width } else { self.width }
    }
    #[inline(always)]
    fn load<T: Float>(&self, x: &[T], k: usize, fill: T) -> T::Lanes {
        let (i, width) = (self.start + k * self.step, self.width(k));
        if width == T::Lanes::N {
            let x = &x[i..i + width];
            // SAFETY: the slice holds a whole vector.
            unsafe { T::Lanes::load(x.as_ptr()) }
        } else {
            T::Lanes::load_part(&x[i..i + width], fill)
        }
    }
    #[inline(always)]
    fn store<T: Float>(&self, v: T::Lanes, y: &mut [T], k: usize) {
        let (i, width) = (self.start + k * self.step, self.width(k));
        if width == T::Lanes::N {
            let y = &mut y[i..i + width];
            // SAFETY: the slice holds a whole vector.
            unsafe { v.store(y.as_mut_ptr()) }
        } else {
            v.store_part(&mut y[i..i + width]);
        }
    }
}

/// Calls `f` for every group; the flag says that the lanes belong together.
#[inline(always)]
fn groups(outer: usize, n: usize, inner: usize, lanes: usize, mut f: impl FnMut(Group)) {
    if n == 0 {
        return;
    }
    for o in 0..outer {
        let start = o * n * inner;
        if inner == 1 {
            let count = n.div_ceil(lanes);
            f(Group { start, step: lanes, count, width: lanes, last_width: n - (count - 1) * lanes });
            continue;
        }
        for j in (0..inner).step_by(lanes) {
            let width = lanes.min(inner - j);
            f(Group { start: start + j, step: inner, count: n, width, last_width: width });
        }
    }
}

/// Joins the lanes of `v` and puts the result in all of them, when they belong to one group.
#[inline(always)]
fn across<L: Lanes>(v: L, together: bool, join: impl Fn(L::Elem, L::Elem) -> L::Elem) -> L {
    if together { L::splat(v.fold(join)) } else { v }
}

fn forward<T: Float>(x: &[T], outer: usize, n: usize, inner: usize, temperature: T, y: &mut [T], log: bool) {
    assert_eq!(x.len(), outer * n * inner, "input does not have outer * n * inner elements");
    assert_eq!(y.len(), x.len(), "input and output differ in length");
    let group = n * inner;
    parallel::rows(y, group, COST * group, &|first, y| {
        forward_part(&x[first * group..], y.len().checked_div(group).unwrap_or(0), n, inner, temperature, y, log);
    });
}

fn forward_part<T: Float>(x: &[T], outer: usize, n: usize, inner: usize, temperature: T, y: &mut [T], log: bool) {
    let row = inner == 1;
    // A negative temperature turns the order round: then the least element is the one to subtract.
    let (sign, t) = (if temperature < T::ZERO { -T::ONE } else { T::ONE }, T::Lanes::splat(temperature.abs()));
    let (sign, warm) = (T::Lanes::splat(sign), temperature != T::ONE);
    let input = |v: T::Lanes| if warm { v * sign } else { v };
    let scaled = |v: T::Lanes| if warm { v / t } else { v };
    // What missing lanes hold: the least after `input`.
    let outside = if temperature < T::ZERO { T::INFINITY } else { T::NEG_INFINITY };
    groups(outer, n, inner, T::Lanes::N, |group| {
        let mut top = T::Lanes::splat(T::NEG_INFINITY);
        for k in 0..group.count {
            top = top.max(input(group.load(x, k, outside)));
        }
        let top = across(top, row, T::max);
        let mut sum = T::Lanes::zero();
        for k in 0..group.count {
            let d = scaled(input(group.load(x, k, outside)) - top);
            let e = d.exp();
            sum = sum + e;
            group.store(if log { d } else { e }, y, k);
        }
        let sum = across(sum, row, |a, b| a + b);
        let last = if log { sum.log() } else { T::Lanes::splat(T::ONE) / sum };
        for k in 0..group.count {
            let v = group.load(y, k, T::ZERO);
            group.store(if log { v - last } else { v * last }, y, k);
        }
    });
}

#[allow(clippy::too_many_arguments)]
#[inline(always)]
fn backward<T: Float>(
    y: &[T],
    g: &[T],
    outer: usize,
    n: usize,
    inner: usize,
    temperature: T,
    dx: &mut [T],
    term: impl Fn(T::Lanes, T::Lanes) -> T::Lanes + Sync,
    finish: impl Fn(T::Lanes, T::Lanes, T::Lanes) -> T::Lanes + Sync,
) {
    assert_eq!(y.len(), outer * n * inner, "output does not have outer * n * inner elements");
    assert!(g.len() == y.len() && dx.len() == y.len(), "gradients differ in length");
    let group = n * inner;
    parallel::rows(dx, group, COST * group, &|first, dx| {
        let (start, outer) = (first * group, dx.len().checked_div(group).unwrap_or(0));
        backward_part(&y[start..], &g[start..], (outer, n, inner), temperature, dx, &term, &finish);
    });
}

#[inline(always)]
fn backward_part<T: Float>(
    y: &[T],
    g: &[T],
    (outer, n, inner): (usize, usize, usize),
    temperature: T,
    dx: &mut [T],
    term: impl Fn(T::Lanes, T::Lanes) -> T::Lanes,
    finish: impl Fn(T::Lanes, T::Lanes, T::Lanes) -> T::Lanes,
) {
    let factor = T::Lanes::splat(T::ONE / temperature);
    groups(outer, n, inner, T::Lanes::N, |group| {
        let mut sum = T::Lanes::zero();
        for k in 0..group.count {
            sum = sum + term(group.load(y, k, T::ZERO), group.load(g, k, T::ZERO));
        }
        let sum = across(sum, inner == 1, |a, b| a + b);
        for k in 0..group.count {
            let v = finish(group.load(y, k, T::ZERO), group.load(g, k, T::ZERO), sum);
            group.store(v * factor, dx, k);
        }
    });
}
