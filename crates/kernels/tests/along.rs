//! Reading and writing along an axis against index arithmetic.

use kernels::along::{scatter_add, take};
use kernels::index::Mode;
use proptest::prelude::*;

proptest! {
    #[test]
    fn reads_and_adds((outer, n, k, inner) in (0..4usize, 1..5usize, 0..5usize, 1..4usize), seed in prop::collection::vec(-7..12i64, 64), wrap in any::<bool>()) {
        let mode = if wrap { Mode::Wrap } else { Mode::Clip };
        let idx: Vec<i64> = seed.iter().cycle().take(outer * k * inner).copied().collect();
        let x: Vec<f64> = (0..outer * n * inner).map(|i| i as f64 + 1.0).collect();
        let mut y = vec![0.0; idx.len()];
        take(&x, n, k, inner, &idx, mode, &mut y);
        let mut dx = vec![0.5; x.len()];
        let mut expected = dx.clone();
        scatter_add(&y, n, k, inner, &idx, mode, &mut dx);
        for o in 0..outer {
            for j in 0..k {
                for i in 0..inner {
                    let part = (o * k + j) * inner + i;
                    let line = n as i64;
                    let place = if wrap { ((idx[part] % line) + line) % line } else { idx[part].max(0).min(line - 1) };
                    let whole = (o * n + place as usize) * inner + i;
                    prop_assert_eq!(y[part], x[whole]);
                    expected[whole] += y[part];
                }
            }
        }
        prop_assert_eq!(dx, expected);
    }
}
