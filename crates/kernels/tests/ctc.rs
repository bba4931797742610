//! The loss of connectionist temporal classification against the sum over every alignment.

use kernels::ctc::Sequence;
use proptest::prelude::*;

/// What an alignment says: repeats count once, blanks not at all.
fn read(path: &[usize], blank: usize) -> Vec<usize> {
    let mut said = path.to_vec();
    said.dedup();
    said.retain(|&class| class != blank);
    said
}

/// The loss, and its gradient with respect to the logits: of ln Σ Π p over the paths that say `labels`, p their softmax.
fn naive(p: &[Vec<f64>], labels: &[usize], blank: usize) -> (f64, Vec<Vec<f64>>) {
    let classes = p[0].len();
    let (mut total, mut through) = (0.0, vec![vec![0.0; classes]; p.len()]);
    for code in 0..classes.pow(p.len() as u32) {
        let path: Vec<usize> = (0..p.len()).map(|t| code / classes.pow(t as u32) % classes).collect();
        if read(&path, blank) != labels {
            continue;
        }
        let chance: f64 = path.iter().zip(p).map(|(&class, p)| p[class]).product();
        total += chance;
        path.iter().zip(&mut through).for_each(|(&class, through)| through[class] += chance);
    }
    // A path of probability q that is in class c at a step has the slope q (1 - p) by the logit of c there, others -q p.
    let slope = |(p, through): (&Vec<f64>, &Vec<f64>)| p.iter().zip(through).map(|(p, q)| p - q / total).collect();
    (-libm::log(total), p.iter().zip(&through).map(slope).collect())
}

/// Softmax of random logits; without the classes of the `never`.
fn probabilities(logits: &[i32], never: &[bool]) -> Vec<f64> {
    let powers = logits.iter().zip(never).map(|(&x, &never)| if never { 0.0 } else { libm::exp(f64::from(x) * 0.25) });
    let sum: f64 = powers.clone().sum();
    powers.map(|x| x / sum).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn sums_every_alignment(
        ((batch, classes), steps, item) in ((1..4usize, 1..5usize), 1..6usize, any::<prop::sample::Index>()),
        logits in prop::collection::vec(-12..13i32, 60),
        never in prop::collection::vec(prop::bool::weighted(0.03), 60),
        (blank, picks) in (any::<prop::sample::Index>(), prop::collection::vec(any::<prop::sample::Index>(), 0..4)),
    ) {
        let (item, blank) = (item.index(batch), blank.index(classes));
        let rows: Vec<Vec<f64>> = (0..steps * batch)
            .map(|row| probabilities(&logits[row * classes..][..classes], &never[row * classes..][..classes]))
            .collect();
        prop_assume!(rows.iter().flatten().all(|p| p.is_finite()));
        let others: Vec<usize> = (0..classes).filter(|&class| class != blank).collect();
        let labels: Vec<usize> = picks.iter().filter(|_| classes > 1).map(|pick| *pick.get(&others)).collect();
        let of_item: Vec<Vec<f64>> = (0..steps).map(|t| rows[t * batch + item].clone()).collect();
        let (loss, slopes) = naive(&of_item, &labels, blank);

        let log_p: Vec<f64> = rows.iter().flatten().map(|&p| libm::log(p)).collect();
        let states: Vec<usize> = labels.iter().flat_map(|&label| [blank, label]).chain([blank]).collect();
        let skips: Vec<bool> =
            (0..states.len()).map(|s| s > 1 && states[s] != blank && states[s] != states[s - 2]).collect();
        let start = item * classes;
        let stride = batch * classes;
        let sequence = Sequence { log_p: &log_p[start..], stride, steps, labels: &states, skips: &skips };
        let mut grad = vec![7.0; log_p.len()];
        let got = sequence.loss(classes, Some(&mut grad[start..]));
        prop_assert_eq!(got, sequence.loss(classes, None));
        if loss == f64::INFINITY {
            prop_assert_eq!(got, loss);
            return Ok(());
        }
        // Some dozens of roundings, of terms that are all positive.
        prop_assert!((got - loss).abs() <= 1e-14 * loss.max(1.0), "{got} not {loss}");
        for (row, grad) in grad.chunks_exact(classes).enumerate() {
            if row % batch != item {
                prop_assert!(grad.iter().all(|&g| g == 7.0), "another sequence's gradient is written");
                continue;
            }
            for (g, slope) in grad.iter().zip(&slopes[row / batch]) {
                prop_assert!((g - slope).abs() <= 3e-14, "{g} not {slope}");
            }
        }
    }
}
