//! Sorting against insertion into a sorted line.

use kernels::sort::{argsort, sort, topk};
use proptest::prelude::*;

/// Stable insertion sort of the positions; NaN goes last.
fn naive(line: &[f32], ascending: bool) -> Vec<u32> {
    let mut order: Vec<u32> = vec![];
    for (p, &v) in line.iter().enumerate() {
        let before = |&q: &u32| {
            let u = line[q as usize];
            v.is_nan() || !u.is_nan() && if ascending { u <= v } else { u >= v }
        };
        let at = order.iter().rposition(before).map_or(0, |i| i + 1);
        order.insert(at, p as u32);
    }
    order
}

fn element() -> impl Strategy<Value = f32> {
    prop_oneof![(-4..5i32).prop_map(|v| v as f32), Just(f32::NAN), Just(f32::INFINITY), Just(-0.0f32)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn agrees_with_insertion((outer, n, inner) in (1..3usize, 1..40usize, 1..4usize),
                             k in any::<prop::sample::Index>(), ascending in any::<bool>(),
                             x in prop::collection::vec(element(), 2 * 39 * 3)) {
        let x = &x[..outer * n * inner];
        let k = k.index(n) + 1;
        let (mut idx, mut y) = (vec![u32::MAX; x.len()], vec![0.0; x.len()]);
        argsort(x, outer, n, inner, ascending, &mut idx);
        sort(x, outer, n, inner, ascending, &mut y);
        let (mut top, mut top_values) = (vec![u32::MAX; outer * k * inner], vec![0.0; outer * k * inner]);
        topk(x, outer, n, inner, k, ascending, Some(&mut top_values), Some(&mut top));
        for o in 0..outer {
            for i in 0..inner {
                let line: Vec<f32> = (0..n).map(|p| x[(o * n + p) * inner + i]).collect();
                for (rank, &p) in naive(&line, ascending).iter().enumerate() {
                    let at = (o * n + rank) * inner + i;
                    prop_assert_eq!(idx[at], p);
                    prop_assert_eq!(y[at].to_bits(), line[p as usize].to_bits());
                    if rank < k {
                        let at = (o * k + rank) * inner + i;
                        prop_assert_eq!(top[at], p);
                        prop_assert_eq!(top_values[at].to_bits(), line[p as usize].to_bits());
                    }
                }
            }
        }
    }
}

/// Positions from MXNet 1.9.1.
#[test]
fn ties_as_mxnet() {
    let x = [1, 2, 2, 1, 2, 1, 2, 1, 0, 2, 0, 2];
    let mut idx = [0; 12];
    argsort(&x, 1, 12, 1, true, &mut idx);
    assert_eq!(idx, [8, 10, 0, 3, 5, 7, 1, 2, 4, 6, 9, 11]);
    argsort(&x, 1, 12, 1, false, &mut idx);
    assert_eq!(idx, [1, 2, 4, 6, 9, 11, 0, 3, 5, 7, 8, 10]);
}
