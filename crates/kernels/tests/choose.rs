//! Choosing against a naive twin: every remainder, conditions of elements and of rows.

use kernels::choose::choose;
use proptest::prelude::*;

proptest! {
    #[test]
    fn agrees_with_its_twin(condition in prop::collection::vec(prop::sample::select(vec![0.0f32, -0.0, 1.0, 1e-45, f32::NAN]), 1..40), row in 0usize..6) {
        let n = condition.len() * row;
        let (x, y): (Vec<u32>, Vec<u32>) = (0..n as u32).map(|i| (i, 1000 + i)).unzip();
        let mut out = vec![0; n];
        choose(&condition, &x, &y, &mut out);
        for i in 0..n {
            prop_assert_eq!(out[i], if condition[i / row] == 0.0 { y[i] } else { x[i] });
        }
    }
}
