//! Weighted sums of rows against their definition, element by element.

use kernels::weighted::{Role, apply};
use proptest::prelude::*;

/// (outer, rows, inner), the entries of each sum, and values without structure.
fn case() -> impl Strategy<Value = ([usize; 3], Vec<Vec<(usize, f64)>>)> {
    let sizes = (0..11usize, 1..6usize, prop_oneof![Just(1usize), 0..6usize]);
    (sizes, 0..7usize).prop_flat_map(|((outer, rows, inner), sums)| {
        let entries = prop::collection::vec((0..rows, -9..10i32), 0..4);
        let of_sums = prop::collection::vec(entries, sums);
        of_sums.prop_map(move |sums| {
            let sum =
                |entries: Vec<(usize, i32)>| entries.into_iter().map(|(row, weight)| (row, weight.into())).collect();
            ([outer, rows, inner], sums.into_iter().map(sum).collect())
        })
    })
}

fn fill(len: usize, seed: usize) -> Vec<f64> {
    (0..len).map(|i| ((i * 7 + seed) % 13) as f64 - 6.0).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn agrees_with_the_definition(([outer, rows, inner], sums) in case()) {
        let places: Vec<i64> = sums.iter().flatten().map(|&(row, _)| row as i64).collect();
        let weights: Vec<f64> = sums.iter().flatten().map(|&(_, weight)| weight).collect();
        let ends: Vec<i64> = sums.iter().scan(0, |end, sum| { *end += sum.len() as i64; Some(*end) }).collect();
        let (x, z) = (fill(outer * rows * inner, 3), fill(outer * sums.len() * inner, 5));
        let mut summed = vec![0.0; z.len()];
        let mut spread = vec![0.0; x.len()];
        let mut products = vec![0.0; weights.len()];
        for (o, i) in (0..outer).flat_map(|o| (0..inner).map(move |i| (o, i))) {
            let mut entry = 0;
            for (s, sum) in sums.iter().enumerate() {
                let of_sum = (o * sums.len() + s) * inner + i;
                for &(row, weight) in sum {
                    let of_row = (o * rows + row) * inner + i;
                    summed[of_sum] += weight * x[of_row];
                    spread[of_row] += weight * z[of_sum];
                    products[entry] += x[of_row] * z[of_sum];
                    entry += 1;
                }
            }
        }
        let run = |role, a: &[f64], b: &[f64], len: usize| {
            let mut y = vec![0.0; len];
            apply(role, [outer, rows, inner], a, b, &places, &ends, &mut y);
            y
        };
        let single = |x: &[f64]| x.iter().map(|&x| x as f32).collect::<Vec<_>>();
        let mut singles = vec![0.0; summed.len()];
        apply(Role::Sum, [outer, rows, inner], &single(&x), &single(&weights), &places, &ends, &mut singles);
        prop_assert_eq!(singles, single(&summed));
        prop_assert_eq!(run(Role::Sum, &x, &weights, summed.len()), summed);
        prop_assert_eq!(run(Role::Spread, &z, &weights, spread.len()), spread);
        prop_assert_eq!(run(Role::Products, &x, &z, products.len()), products);
    }
}
