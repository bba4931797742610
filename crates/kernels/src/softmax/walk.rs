//! The groups of an array of (outer, n, inner) along its middle axis, as whole vectors.
//!
//! Long rows are walked as they lie, and so are columns, a vector of neighbours at a time. What makes no whole vectors
//! (short rows, the columns that are left) is turned round into working memory, so many groups at once as there are lanes.

use crate::gemm::scratch;
use crate::math::Math;
use crate::math::relaxed::Relaxed;
use crate::simd::{Float, Lanes};

/// The vectors of one group, or of as many as there are lanes, in `K` arrays; the last one is written.
#[derive(Clone, Copy)]
pub struct Walk<T, const K: usize> {
    arrays: [*mut T; K],
    /// Where the last vector is.
    last: [*mut T; K],
    /// Elements between vectors.
    step: usize,
    /// How many vectors there are, at least one.
    count: usize,
    /// Whether all lanes are of one group.
    pub together: bool,
}

/// A place in a walk, inside the arrays.
pub struct At<T, const K: usize>([*mut T; K]);

impl<T: Float, const K: usize> Walk<T, K> {
    /// Calls `f` at every vector in turn.
    #[inline(always)]
    pub fn visit(&self, mut f: impl FnMut(&At<T, K>)) {
        self.visit_but_last(&mut f);
        f(&self.last());
    }
    /// Calls `f` at every vector before the last one.
    #[inline(always)]
    pub fn visit_but_last(&self, mut f: impl FnMut(&At<T, K>)) {
        for k in 0..self.count - 1 {
            f(&At(self.arrays.map(|p| p.wrapping_add(k * self.step))));
        }
    }
    /// The last place, which may lie elsewhere.
    #[inline(always)]
    pub fn last(&self) -> At<T, K> {
        At(self.last)
    }
    /// The vector of array `k`.
    #[inline(always)]
    pub fn load(&self, at: &At<T, K>, k: usize) -> T::Lanes {
        // SAFETY: every place of a walk has a whole vector in every array; see `each`.
        unsafe { T::Lanes::load(at.0[k]) }
    }
    /// Writes to the last array.
    #[inline(always)]
    pub fn store(&self, at: &At<T, K>, v: T::Lanes) {
        // SAFETY: as above, and nobody else has what is written.
        unsafe { v.store(at.0[K - 1]) }
    }
    /// Writes `f` of all vectors of a place there.
    #[inline(always)]
    pub fn map(&self, f: impl Fn([T::Lanes; K]) -> T::Lanes) {
        self.visit(|at| self.store(at, f(core::array::from_fn(|k| self.load(at, k)))));
    }
    /// The greatest elements of array `k`, lane by lane; what a NaN does to it is left open.
    #[inline(always)]
    pub fn greatest(&self, k: usize) -> T::Lanes {
        let mut tops = [T::Lanes::splat(T::NEG_INFINITY); 4];
        let fours = (self.count - 1) / 4;
        for four in 0..fours {
            for (i, top) in tops.iter_mut().enumerate() {
                // SAFETY: places before the last one.
                *top = top.at_least(unsafe { T::Lanes::load(self.arrays[k].add((four * 4 + i) * self.step)) });
            }
        }
        for i in fours * 4..self.count - 1 {
            // SAFETY: as above.
            tops[0] = tops[0].at_least(unsafe { T::Lanes::load(self.arrays[k].add(i * self.step)) });
        }
        tops[0] = tops[0].at_least(self.load(&self.last(), k));
        (tops[0].at_least(tops[1])).at_least(tops[2].at_least(tops[3]))
    }
}

impl<T: Float> Walk<T, 2> {
    /// Writes exp(x + shift) to the last array and gives the sums, where vectors follow each other; x + shift not below
    /// `least`, but in the last vector.
    #[inline(always)]
    pub fn exps(&self, shift: T::Lanes, least: T::Lanes, relaxed: &Relaxed) -> Option<T::Lanes> {
        if self.step != T::Lanes::N {
            return None;
        }
        let x = self.load(&self.last(), 0) + shift;
        let mut last = x.at_least(least).to_array();
        let at = last.as_mut().as_mut_ptr();
        // SAFETY: every place of a walk has a whole vector in every array, and so has the copy.
        unsafe {
            let sum = relaxed.sum(self.arrays[0], self.arrays[1], self.count - 1, shift);
            relaxed.sum(at, at, 1, T::Lanes::zero());
            let e = x.ge(least).select(T::Lanes::from_array(last), x.exp());
            self.store(&self.last(), e);
            Some(sum + e)
        }
    }
}

/// Rows up to this length are turned round.
const SHORT: usize = 24;

/// Calls `f` for all groups of inputs and an output of (outer, n, inner), all of one length. Beyond the end of a row, inputs hold
/// `fill`.
#[inline(never)]
pub fn each<T: Float, const J: usize, const K: usize>(
    xs: [&[T]; J],
    y: &mut [T],
    (n, inner): (usize, usize),
    fill: T,
    f: &dyn Fn(Walk<T, K>),
) {
    const { assert!(J + 1 == K) };
    assert!(xs.iter().all(|x| x.len() == y.len()), "arrays differ in length");
    let lanes = T::Lanes::N;
    let Some(outer) = y.len().checked_div(n * inner) else { return };
    let out = y.as_mut_ptr();
    // Inputs are only read.
    let arrays: [*mut T; K] = core::array::from_fn(|k| xs.get(k).map_or(out, |x| x.as_ptr().cast_mut()));
    if inner == 1 && n > SHORT {
        for o in 0..outer {
            long_row(arrays.map(|p| p.wrapping_add(o * n)), n, fill, f);
        }
        return;
    }
    let whole = if inner == 1 { 0 } else { inner / lanes * lanes };
    for o in 0..outer {
        for j in (0..whole).step_by(lanes) {
            let arrays = arrays.map(|p| p.wrapping_add(o * n * inner + j));
            let last = arrays.map(|p| p.wrapping_add((n - 1) * inner));
            f(Walk { arrays, last, step: inner, count: n, together: false });
        }
    }
    let rest = inner - whole;
    let groups = outer * rest;
    if groups == 0 {
        return;
    }
    let start = |group: usize| group / rest * n * inner + whole + group % rest;
    scratch::with(K * n * lanes, |turned: &mut [T]| {
        turned.fill(T::ZERO);
        for first in (0..groups).step_by(lanes) {
            let some = (groups - first).min(lanes);
            for (x, to) in xs.iter().zip(turned.chunks_exact_mut(n * lanes)) {
                for lane in 0..some {
                    let from = &x[start(first + lane)..][..(n - 1) * inner + 1];
                    for k in 0..n {
                        // SAFETY: n elements lie in the group, and n vectors in its part of the memory.
                        unsafe { *to.get_unchecked_mut(k * lanes + lane) = *from.get_unchecked(k * inner) };
                    }
                }
            }
            let all = turned.as_mut_ptr();
            let arrays = core::array::from_fn(|k| all.wrapping_add(k * n * lanes));
            let last = arrays.map(|p| p.wrapping_add((n - 1) * lanes));
            f(Walk { arrays, last, step: lanes, count: n, together: false });
            let from = &turned[J * n * lanes..];
            for lane in 0..some {
                let to = &mut y[start(first + lane)..][..(n - 1) * inner + 1];
                for k in 0..n {
                    // SAFETY: as above.
                    unsafe { *to.get_unchecked_mut(k * inner) = *from.get_unchecked(k * lanes + lane) };
                }
            }
        }
    });
}

/// A row of `n` elements in each of the arrays; its last vector is a copy when it is partial, `fill` beyond the end.
fn long_row<T: Float, const K: usize>(arrays: [*mut T; K], n: usize, fill: T, f: &dyn Fn(Walk<T, K>)) {
    let lanes = T::Lanes::N;
    let (count, whole) = (n.div_ceil(lanes), n / lanes * lanes);
    let mut copies = [[fill; 4]; K];
    let rest = arrays.map(|p| p.wrapping_add(whole));
    let mut last = arrays.map(|p| p.wrapping_add((count - 1) * lanes));
    if whole < n {
        for (copy, from) in copies.iter_mut().zip(rest) {
            // SAFETY: the row has `n` elements in every array.
            unsafe { from.copy_to_nonoverlapping(copy.as_mut_ptr(), n - whole) };
        }
        last = copies.each_mut().map(|copy| copy.as_mut_ptr());
    }
    f(Walk { arrays, last, step: lanes, count, together: true });
    if whole < n {
        // SAFETY: as above; the output is ours to write.
        unsafe { last[K - 1].copy_to_nonoverlapping(rest[K - 1], n - whole) };
    }
}
