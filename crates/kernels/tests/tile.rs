//! The tiles of matrix products against nested loops, over random steps, panels and starts: those of the second module, too,
//! which has no native build of its own.

use kernels::simd::{F32x4, F64x2, Lanes};
use proptest::prelude::*;
use tile::Vector;
use tile::product::{GROUP, PANEL_ROWS, PANEL_VECTORS, Walk, tiles};

/// Small integers, so that every sum is exact.
fn number(i: usize) -> f64 {
    ((i * 7919 + 13) % 17) as f64 - 8.0
}

/// Runs a tile of `R` rows and `V` vectors, `across` of them side by side, down some panels.
fn check<
    T: Vector<Elem = E> + Lanes<Elem = E>,
    E: Copy + PartialEq + std::fmt::Debug,
    const R: usize,
    const V: usize,
>(
    (depth, panels, across): (usize, usize, usize),
    add: bool,
    of: impl Fn(f64) -> E,
) {
    let lanes = <T as Vector>::LANES;
    let across = across.min(PANEL_VECTORS / V);
    let (nr, padded) = (PANEL_VECTORS * lanes, depth.next_multiple_of(GROUP));
    let (row, start_row) = (nr + 3, nr + 1);
    let a_at = |r: usize, p: usize| {
        (r / PANEL_ROWS * padded + p / GROUP * GROUP) * PANEL_ROWS + r % PANEL_ROWS * GROUP + p % GROUP
    };
    let a: Vec<E> = (0..panels * PANEL_ROWS * padded).map(|i| of(number(i))).collect();
    let b: Vec<E> = (0..depth * nr).map(|i| of(number(i + 5))).collect();
    let start: Vec<E> = (0..panels * PANEL_ROWS * start_row).map(|i| of(number(i + 9))).collect();
    let untouched = of(99.0);
    let mut c = vec![untouched; panels * PANEL_ROWS * row];
    let mut walk = Walk {
        count: panels,
        across,
        a: a.as_ptr(),
        b: b.as_ptr(),
        c: c.as_mut_ptr(),
        start: if add { start.as_ptr() } else { std::ptr::null() },
        panel: PANEL_ROWS * padded,
        row,
        start_row,
        steps: [(depth / GROUP) as isize, (depth % GROUP) as isize],
    };
    // SAFETY: the slices have what the walk names.
    unsafe { tiles::<T, R, V>(&mut walk) };
    for i in 0..panels * PANEL_ROWS {
        for j in 0..row {
            let expected = if i % PANEL_ROWS < R && j < across * V * lanes {
                let at = |p: usize| number(a_at(i, p)) * number(p * nr + j + 5);
                let sum: f64 = (0..depth).map(at).sum();
                of(sum + if add { number(i * start_row + j + 9) } else { 0.0 })
            } else {
                untouched
            };
            assert_eq!(c[i * row + j], expected, "({i}, {j})");
        }
    }
}

proptest! {
    #[test]
    fn agree_with_the_definition(depth in 0..70usize, panels in 1..4usize, across in 1..7usize, add: bool) {
        let size = (depth, panels, across);
        let single = |x: f64| x as f32;
        check::<F32x4, f32, 3, 1>(size, add, single);
        check::<F32x4, f32, 3, 2>(size, add, single);
        check::<F32x4, f32, 3, 3>(size, add, single);
        check::<F32x4, f32, 6, 1>(size, add, single);
        check::<F32x4, f32, 6, 2>(size, add, single);
        check::<F64x2, f64, 3, 3>(size, add, |x| x);
        check::<F64x2, f64, 6, 2>(size, add, |x| x);
    }
}
