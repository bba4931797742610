//! Sorting along the middle axis of (outer, n, inner).
//!
//! Each line is sorted by its positions with a stable merge sort. NaN goes last in both directions (MXNet compares with
//! `<` alone, so that a NaN leaves an order nobody can rely on). Ties keep their positions, as in MXNet.

use core::cmp::Ordering;

/// Ascending or descending order with what is unordered (NaN) last.
#[inline(always)]
fn order<T: PartialOrd>(a: &T, b: &T, ascending: bool) -> Ordering {
    match a.partial_cmp(b) {
        Some(order) if ascending => order,
        Some(order) => order.reverse(),
        None => (a.partial_cmp(a).is_none()).cmp(&b.partial_cmp(b).is_none()),
    }
}

/// Sorts positions; equal ones keep their order. All orders share one sort, which is worth the call for each comparison.
pub fn positions_by(positions: &mut [u32], order: &dyn Fn(u32, u32) -> Ordering) {
    positions.sort_by(|&a, &b| order(a, b));
}

/// Calls `f(first output position, line, sorted positions)` line by line.
fn for_each_line<T: PartialOrd + Copy>(
    x: &[T],
    (outer, n, inner): (usize, usize, usize),
    ascending: bool,
    mut f: impl FnMut(usize, usize, &[T], &[u32]),
) {
    let (mut line, mut positions) = (Vec::with_capacity(n), Vec::with_capacity(n));
    for o in 0..outer {
        for i in 0..inner {
            line.clear();
            line.extend((0..n).map(|p| x[(o * n + p) * inner + i]));
            positions.clear();
            positions.extend(0..n as u32);
            positions_by(&mut positions, &|a, b| order(&line[a as usize], &line[b as usize], ascending));
            f(o, i, &line, &positions);
        }
    }
}

/// Positions along the middle axis in sorted order.
///
/// # Panics
/// If a slice is too short.
pub fn argsort<T: PartialOrd + Copy>(x: &[T], outer: usize, n: usize, inner: usize, ascending: bool, idx: &mut [u32]) {
    topk(x, outer, n, inner, n, ascending, None, Some(idx));
}

/// Sorted values along the middle axis.
///
/// # Panics
/// If a slice is too short.
pub fn sort<T: PartialOrd + Copy>(x: &[T], outer: usize, n: usize, inner: usize, ascending: bool, y: &mut [T]) {
    topk(x, outer, n, inner, n, ascending, Some(y), None);
}

/// The first `k` of the sorted order: values and positions, (outer, k, inner).
///
/// # Panics
/// If a slice is too short or `k > n`.
#[allow(clippy::too_many_arguments)] // sizes and two optional outputs
pub fn topk<T: PartialOrd + Copy>(
    x: &[T],
    outer: usize,
    n: usize,
    inner: usize,
    k: usize,
    ascending: bool,
    mut values: Option<&mut [T]>,
    mut idx: Option<&mut [u32]>,
) {
    for_each_line(x, (outer, n, inner), ascending, |o, i, line, positions| {
        for (rank, &p) in positions[..k].iter().enumerate() {
            let at = (o * k + rank) * inner + i;
            if let Some(values) = &mut values {
                values[at] = line[p as usize];
            }
            if let Some(idx) = &mut idx {
                idx[at] = p;
            }
        }
    });
}
