//! Sorting against insertion into a sorted line.

use kernels::sort::{Key, topk};
use proptest::prelude::*;

/// Stable insertion sort of the positions; what is unordered (NaN) goes last.
fn naive<T: PartialOrd>(line: &[T], ascending: bool) -> Vec<u32> {
    let is_nan = |v: &T| v.partial_cmp(v).is_none();
    let mut order: Vec<u32> = vec![];
    for (p, v) in line.iter().enumerate() {
        let before = |&q: &u32| {
            let u = &line[q as usize];
            is_nan(v) || !is_nan(u) && if ascending { u <= v } else { u >= v }
        };
        let at = order.iter().rposition(before).map_or(0, |i| i + 1);
        order.insert(at, p as u32);
    }
    order
}

fn check<T: Key + PartialOrd>(x: &[T], (outer, n, inner): (usize, usize, usize), k: usize, ascending: bool) {
    let mut top = vec![u32::MAX; outer * k * inner];
    topk(x, outer, n, inner, k, ascending, &mut top);
    for o in 0..outer {
        for i in 0..inner {
            let line: Vec<T> = (0..n).map(|p| x[(o * n + p) * inner + i]).collect();
            let got: Vec<u32> = (0..k).map(|rank| top[(o * k + rank) * inner + i]).collect();
            assert_eq!(got, naive(&line, ascending)[..k]);
        }
    }
}

/// Few values, so that there are ties, and ones that differ in any byte.
fn element() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => (-4..5i32).prop_map(f64::from),
        3 => any::<f64>(),
        1 => prop::sample::select(vec![f64::NAN, -f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, f64::MIN_POSITIVE]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn agrees_with_insertion((outer, n, inner) in (1..3usize, 1..90usize, 1..4usize),
                             k in any::<prop::sample::Index>(), ascending in any::<bool>(),
                             x in prop::collection::vec(element(), 2 * 89 * 3)) {
        let x = &x[..outer * n * inner];
        let single: Vec<f32> = x.iter().map(|&x| x as f32).collect();
        let whole: Vec<i64> = x.iter().map(|&x| if x.abs() < 5.0 { x as i64 } else { x.to_bits() as i64 }).collect();
        for k in [n, k.index(n) + 1] {
            check(x, (outer, n, inner), k, ascending);
            check(&single, (outer, n, inner), k, ascending);
            check(&whole, (outer, n, inner), k, ascending);
        }
    }
}

/// Positions from MXNet 1.9.1.
#[test]
fn ties_as_mxnet() {
    let x = [1.0f32, 2.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 0.0, 2.0, 0.0, 2.0];
    let mut idx = [0; 12];
    topk(&x, 1, 12, 1, 12, true, &mut idx);
    assert_eq!(idx, [8, 10, 0, 3, 5, 7, 1, 2, 4, 6, 9, 11]);
    topk(&x, 1, 12, 1, 12, false, &mut idx);
    assert_eq!(idx, [1, 2, 4, 6, 9, 11, 0, 3, 5, 7, 8, 10]);
}

/// Nothing to sort.
#[test]
fn lines_of_nothing() {
    topk::<f32>(&[], 1 << 60, 0, 3, 0, true, &mut []);
}
