//! Indexed reads and writes against index arithmetic.

use kernels::index::{
    Mode, gather_nd, gather_rows, nd_offsets, one_hot, pick, pick_scatter_add, scatter_add, scatter_add_rows,
    scatter_nd,
};
use proptest::prelude::*;

/// What the modes mean, step by step.
fn row(mode: Mode, index: i64, rows: usize) -> usize {
    let (mut i, rows) = (index, rows as i64);
    while !(0..rows).contains(&i) {
        let step = if mode == Mode::Clip { 1 } else { rows };
        i -= i.signum() * step;
    }
    i as usize
}

fn modes() -> impl Strategy<Value = Mode> {
    prop_oneof![Just(Mode::Clip), Just(Mode::Wrap)]
}

fn iota(len: usize) -> Vec<f64> {
    (1..=len).map(|i| i as f64).collect()
}

proptest! {
    #[test]
    fn rows((rows, row_len) in (1..6usize, 0..5usize), idx in prop::collection::vec(-9..15i64, 0..12), mode in modes()) {
        let x = iota(rows * row_len);
        let mut y = vec![0.0; idx.len() * row_len];
        gather_rows(&x, rows, row_len, &idx, mode, &mut y);
        let mut dx = vec![0.5; x.len()];
        let mut expected = dx.clone();
        for (i, &index) in idx.iter().enumerate() {
            let from = row(mode, index, rows);
            for c in 0..row_len {
                prop_assert_eq!(y[i * row_len + c], x[from * row_len + c]);
                expected[from * row_len + c] += (i * row_len + c + 1) as f64;
            }
        }
        scatter_add_rows(&iota(y.len()), &idx, rows, row_len, mode, &mut dx);
        prop_assert_eq!(dx, expected);
    }

    #[test]
    fn picks((outer, n, inner) in (1..4usize, 1..5usize, 1..4usize), seed in prop::collection::vec(-9..12i64, 16), mode in modes()) {
        let idx = &seed[..outer * inner];
        let x = iota(outer * n * inner);
        let (mut y, mut dx, mut expected) = (vec![0.0; idx.len()], vec![0.0; x.len()], vec![0.0; x.len()]);
        pick(&x, n, inner, idx, mode, &mut y);
        pick_scatter_add(&iota(idx.len()), n, inner, idx, mode, &mut dx);
        for o in 0..outer {
            for i in 0..inner {
                let at = (o * n + row(mode, idx[o * inner + i], n)) * inner + i;
                prop_assert_eq!(y[o * inner + i], x[at]);
                expected[at] += (o * inner + i + 1) as f64;
            }
        }
        prop_assert_eq!(dx, expected);
    }

    #[test]
    fn one_hots(idx in prop::collection::vec(-3..9i64, 0..9), depth in 1..6usize) {
        let mut y = vec![7u8; idx.len() * depth];
        one_hot(&idx, depth, 3, 1, &mut y);
        for (at, &v) in y.iter().enumerate() {
            prop_assert_eq!(v, if idx[at / depth] == (at % depth) as i64 { 3 } else { 1 });
        }
    }

    #[test]
    fn by_coordinates(dims in prop::collection::vec(1..5usize, 1..4), row_len in 1..4usize, seed in prop::collection::vec(0..60usize, 0..8)) {
        let count = seed.len();
        let rows: usize = dims.iter().product();
        let mut indices = vec![0; dims.len() * count];
        for (i, &flat) in seed.iter().enumerate() {
            let mut rest = flat % rows;
            for (d, &dim) in dims.iter().enumerate().rev() {
                // Every other one counted from the end.
                indices[d * count + i] = (rest % dim) as i64 - if i % 2 == 1 { dim as i64 } else { 0 };
                rest /= dim;
            }
        }
        let mut offsets = vec![99; count];
        nd_offsets(&indices, &dims, &mut offsets);
        prop_assert_eq!(&offsets, &seed.iter().map(|s| s % rows).collect::<Vec<_>>());

        let x = iota(rows * row_len);
        let mut y = vec![0.0; count * row_len];
        gather_nd(&x, &offsets, row_len, &mut y);
        let (mut last, mut sums) = (vec![0.0; x.len()], vec![0.0; x.len()]);
        let (mut expected_last, mut expected_sums) = (last.clone(), sums.clone());
        let values = iota(y.len());
        for (i, &o) in offsets.iter().enumerate() {
            for c in 0..row_len {
                prop_assert_eq!(y[i * row_len + c], x[o * row_len + c]);
                expected_last[o * row_len + c] = values[i * row_len + c];
                expected_sums[o * row_len + c] += values[i * row_len + c];
            }
        }
        scatter_nd(&values, &offsets, row_len, &mut last);
        scatter_add(&values, &offsets, row_len, &mut sums);
        prop_assert_eq!(last, expected_last);
        prop_assert_eq!(sums, expected_sums);
    }
}

/// `mx.nd.take` of [-1, 5] from three rows: clip gives 0 and 2, wrap 2 and 2.
#[test]
fn modes_as_mxnet() {
    assert_eq!([-1, 5].map(|i| Mode::Clip.resolve(i, 3)), [0, 2]);
    assert_eq!([-1, 5].map(|i| Mode::Wrap.resolve(i, 3)), [2, 2]);
}
