//! Loops over arrays, vector by vector.

use super::{Float, Lanes, copy};
use crate::math::rare;

/// The last vector of a slice when it is partial: copied into a whole one, 0 beyond the end.
#[inline(always)]
fn tail<T: Float>(x: &[T]) -> [T; 4] {
    let mut t = [T::ZERO; 4];
    let rest = &x[x.len() - x.len() % T::Lanes::N..];
    copy(rest, &mut t[..rest.len()]);
    t
}

/// Calls `f` with the vectors of `K` inputs of one length and writes what it returns; the last vector may be partial
/// (its missing lanes hold 0 and are not written).
#[inline(always)]
pub fn map<T: Float, const K: usize>(xs: [&[T]; K], y: &mut [T], f: impl Fn([T::Lanes; K]) -> T::Lanes + Copy) {
    update(xs, [y], move |x, [_]| [f(x)]);
}

/// As [`map`] for arrays changed in place: `f` gets the vectors of the inputs and of the states and returns the new
/// states. What is compiled for every `f` is its loop; numbers that it captures by value stay in registers there.
#[inline(always)]
pub fn update<T: Float, const K: usize, const M: usize>(
    xs: [&[T]; K],
    states: [&mut [T]; M],
    f: impl Fn([T::Lanes; K], [T::Lanes; M]) -> [T::Lanes; M] + Copy,
) {
    in_vectors(xs, states, &move |from: [*const T; K], to: [*mut T; M], vectors| {
        let f = f;
        for i in 0..vectors {
            let at = i * T::Lanes::N;
            // SAFETY: `in_vectors` gives pointers at this many vectors.
            unsafe {
                let new = f(from.map(|p| T::Lanes::load(p.add(at))), to.map(|p| T::Lanes::load(p.add(at))));
                for (p, v) in to.into_iter().zip(new) {
                    v.store(p.add(at));
                }
            }
        }
    });
}

/// `y += factor x`, rounded twice: for short rows, on one thread. Compiled once for each type.
#[inline(never)]
pub(crate) fn add_scaled<T: Float>(y: &mut [T], factor: T, x: &[T]) {
    y.iter_mut().zip(x).for_each(|(y, &x)| *y = *y + factor * x);
}

/// Vectors that [`map_near`] looks at together.
const NEAR_BLOCK: usize = 64;

/// As [`map`] for a function that is `near` where a mask `fits` is set: what leaves the ordinary range is found once a
/// block, which is then done again with `full`. Vectors come in pairs, so that one can wait while the other computes.
#[inline(always)]
pub fn map_near<T: Float>(
    x: &[T],
    y: &mut [T],
    fits: impl Fn(T::Lanes) -> T::Lanes + Copy,
    near: impl Fn(T::Lanes) -> T::Lanes + Copy,
    full: impl Fn(T::Lanes) -> T::Lanes + Copy,
) {
    in_vectors([x], [y], &move |[from]: [*const T; 1], [to]: [*mut T; 1], vectors| {
        let (fits, near, full) = (fits, near, full);
        // SAFETY: `in_vectors` gives pointers at this many vectors.
        let (load, store) = unsafe {
            (
                |i: usize| T::Lanes::load(from.add(i * T::Lanes::N)),
                |i: usize, v: T::Lanes| v.store(to.add(i * T::Lanes::N)),
            )
        };
        for start in (0..vectors).step_by(NEAR_BLOCK) {
            let end = vectors.min(start + NEAR_BLOCK);
            let pairs = start + (end - start) / 2 * 2;
            let mut good = T::Lanes::zero().eq(T::Lanes::zero());
            for i in (start..pairs).step_by(2) {
                let (a, b) = (load(i), load(i + 1));
                good = good.and(fits(a)).and(fits(b));
                store(i, near(a));
                store(i + 1, near(b));
            }
            if pairs < end {
                good = good.and(fits(load(pairs)));
                store(pairs, near(load(pairs)));
            }
            if !good.all() {
                rare();
                for i in start..end {
                    store(i, full(load(i)));
                }
            }
        }
    });
}

/// A loop over vectors: where each input and each state begins, and how many vectors there are.
type VectorLoop<'a, T, const K: usize, const M: usize> = &'a dyn Fn([*const T; K], [*mut T; M], usize);

/// Calls `run` for the whole vectors of the arrays, then for a copy of the partial last one. Not inlined: the loop of a
/// function is then compiled once, and by itself.
#[inline(never)]
fn in_vectors<T: Float, const K: usize, const M: usize>(
    xs: [&[T]; K],
    mut states: [&mut [T]; M],
    run: VectorLoop<'_, T, K, M>,
) {
    let len = states[0].len();
    assert!(xs.iter().all(|x| x.len() == len), "arrays differ in length");
    assert!(states.iter().all(|s| s.len() == len), "arrays differ in length");
    let vectors = len / T::Lanes::N;
    run(xs.map(|x| x.as_ptr()), states.each_mut().map(|s| s.as_mut_ptr()), vectors);
    let whole = vectors * T::Lanes::N;
    if whole == len {
        return;
    }
    let x_tails = xs.map(tail);
    let mut tails: [[T; 4]; M] = states.each_ref().map(|s| tail(s));
    run(x_tails.each_ref().map(|t| t.as_ptr()), tails.each_mut().map(|t| t.as_mut_ptr()), 1);
    for (s, t) in states.iter_mut().zip(&tails) {
        copy(&t[..len - whole], &mut s[whole..]);
    }
}
