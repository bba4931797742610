//! Softmax and its logarithm over the middle axis of `(outer, n, inner)`, and their gradients.
//!
//! The loops are over whole vectors: along a row, or down neighbouring columns; see [`walk`].

mod walk;

use self::walk::{At, Walk, each};
use crate::math::Math;
use crate::math::relaxed::Relaxed;
use crate::parallel;
use crate::simd::{Float, Lanes};

/// `y = exp(x / temperature) / Σ exp(x / temperature)`, with the greatest `x` of each group subtracted first.
///
/// # Panics
/// If a length does not fit.
pub fn softmax<T: Float>(x: &[T], outer: usize, n: usize, inner: usize, temperature: T, y: &mut [T]) {
    let exp = Exp::<T>::chosen();
    forward(x, (outer, n, inner), temperature, y, &|walk| forward_group::<T, false>(walk, temperature, &exp));
}

/// `y = x / temperature - log Σ exp(x / temperature)`, with the greatest `x` of each group subtracted first.
///
/// # Panics
/// If a length does not fit.
pub fn log_softmax<T: Float>(x: &[T], outer: usize, n: usize, inner: usize, temperature: T, y: &mut [T]) {
    let exp = Exp::<T>::chosen();
    forward(x, (outer, n, inner), temperature, y, &|walk| forward_group::<T, true>(walk, temperature, &exp));
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
    backward(y, g, (outer, n, inner), dx, &|walk| {
        backward_group(walk, temperature, |y, g| y * g, |y, g, s| y * (g - s));
    });
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
    backward(y, g, (outer, n, inner), dx, &|walk| {
        backward_group(walk, temperature, |_, g| g, |y, g, s| g - y.exp() * s);
    });
}

/// What exp is computed with.
#[derive(Clone, Copy)]
struct Exp<T: Float> {
    constants: <T::Lanes as Math>::Exp,
    relaxed: Option<Relaxed>,
}

impl<T: Float> Exp<T> {
    fn chosen() -> Self {
        Exp { constants: T::Lanes::exp_constants(), relaxed: Relaxed::chosen::<T>() }
    }
}

/// Operations an element.
const COST: usize = 64;

/// What is done to the vectors of one group.
type OnGroup<'a, T, const K: usize> = &'a (dyn Fn(Walk<T, K>) + Sync);

fn forward<T: Float>(
    x: &[T],
    (outer, n, inner): (usize, usize, usize),
    temperature: T,
    y: &mut [T],
    job: OnGroup<'_, T, 2>,
) {
    assert_eq!(x.len(), outer * n * inner, "input does not have outer * n * inner elements");
    assert_eq!(y.len(), x.len(), "input and output differ in length");
    let group = n * inner;
    // The least, after the sign of the temperature.
    let outside = if temperature < T::ZERO { T::INFINITY } else { T::NEG_INFINITY };
    parallel::rows(y, group, COST * group, &|first, y| {
        let x = &x[first * group..first * group + y.len()];
        each([x], y, (n, inner), outside, job);
    });
}

fn backward<T: Float>(
    y: &[T],
    g: &[T],
    (outer, n, inner): (usize, usize, usize),
    dx: &mut [T],
    job: OnGroup<'_, T, 3>,
) {
    assert_eq!(y.len(), outer * n * inner, "output does not have outer * n * inner elements");
    assert!(g.len() == y.len() && dx.len() == y.len(), "gradients differ in length");
    let group = n * inner;
    parallel::rows(dx, group, COST * group, &|first, dx| {
        let part = first * group..first * group + dx.len();
        each([&y[part.clone()], &g[part]], dx, (n, inner), T::ZERO, job);
    });
}

/// Joins the lanes of `v` and puts the result in all of them, when they belong to one group.
#[inline(always)]
fn across<L: Lanes>(v: L, together: bool, join: impl Fn(L::Elem, L::Elem) -> L::Elem) -> L {
    if together { L::splat(v.fold(join)) } else { v }
}

#[inline(always)]
fn forward_group<T: Float, const LOG: bool>(walk: Walk<T, 2>, temperature: T, exp: &Exp<T>) {
    const X: usize = 0;
    const Y: usize = 1;
    let warm = temperature != T::ONE;
    let mut from = X;
    if warm && temperature < T::ZERO {
        // Then the least element is the one to subtract.
        walk.map(|[x, _]| -x);
        from = Y;
    }
    let mut top = across(walk.greatest(from), walk.together, T::max);
    if warm {
        let t = T::Lanes::splat(temperature.abs());
        if from == X {
            walk.map(|[x, _]| (x - top) / t);
        } else {
            walk.map(|[_, y]| (y - top) / t);
        }
        (from, top) = (Y, T::Lanes::zero());
    }
    let keep = |at: &At<T, 2>, e: T::Lanes| {
        if !LOG {
            walk.store(at, e);
        }
        e
    };
    let full = |at: &At<T, 2>| keep(at, (walk.load(at, from) - top).exp());
    let (mut sum, least) = (T::Lanes::zero(), T::Lanes::c(-T::Lanes::EXP_NEAR));
    let mut good = sum.eq(sum);
    if from == X {
        // What lies far below the top, or is no number, is found afterwards: the input is still there.
        if let Some(exps) = exp.relaxed.as_ref().and_then(|relaxed| walk.exps(-top, least, relaxed)) {
            sum = exps;
            walk.visit_but_last(|at| good = good.and((walk.load(at, X) - top).ge(least)));
        } else {
            walk.visit_but_last(|at| {
                let x = walk.load(at, X) - top;
                good = good.and(x.ge(least));
                sum = sum + keep(at, x.exp_rough(&exp.constants));
            });
            sum = sum + full(&walk.last());
        }
    } else {
        good = T::Lanes::zero();
    }
    if !good.all() {
        sum = T::Lanes::zero();
        walk.visit(|at| sum = sum + full(at));
    }
    if LOG {
        let last = across(sum, walk.together, |a, b| a + b).log();
        let finish = |x: T::Lanes| (x - top) - last;
        // Which array it is must be known where the loop is compiled.
        return if from == X { walk.map(|[x, _]| finish(x)) } else { walk.map(|[_, y]| finish(y)) };
    }
    let factor = T::Lanes::splat(T::ONE) / across(sum, walk.together, |a, b| a + b);
    walk.map(|[_, y]| y * factor);
}

#[inline(always)]
fn backward_group<T: Float>(
    walk: Walk<T, 3>,
    temperature: T,
    term: impl Fn(T::Lanes, T::Lanes) -> T::Lanes,
    finish: impl Fn(T::Lanes, T::Lanes, T::Lanes) -> T::Lanes,
) {
    let mut sum = T::Lanes::zero();
    walk.visit(|at| sum = sum + term(walk.load(at, 0), walk.load(at, 1)));
    let (sum, factor) = (across(sum, walk.together, |a, b| a + b), T::Lanes::splat(T::ONE / temperature));
    walk.map(|[y, g, _]| finish(y, g, sum) * factor);
}
