//! Recurrent layers against their formulas, one element at a time in numbers that carry their derivative along.

use core::ops::{Add, Mul};
use kernels::rnn::{Cell, Gradients, Layer, backward, forward};
use kernels::simd::Float;
use proptest::prelude::*;

/// A number and its derivative by one chosen input: exact, where differences would need a loose tolerance.
#[derive(Clone, Copy, PartialEq)]
struct Dual(f64, f64);

impl Add for Dual {
    type Output = Dual;
    fn add(self, o: Dual) -> Dual {
        Dual(self.0 + o.0, self.1 + o.1)
    }
}

impl Mul for Dual {
    type Output = Dual;
    fn mul(self, o: Dual) -> Dual {
        Dual(self.0 * o.0, self.0 * o.1 + self.1 * o.0)
    }
}

fn relu(x: Dual) -> Dual {
    if x.0 > 0.0 { x } else { Dual(0.0, 0.0) }
}

fn tanh(x: Dual) -> Dual {
    let y = libm::tanh(x.0);
    Dual(y, x.1 * (1.0 - y * y))
}

fn sigmoid(x: Dual) -> Dual {
    let y = 1.0 / (1.0 + libm::exp(-x.0));
    Dual(y, x.1 * y * (1.0 - y))
}

/// The gates' input part, the weight, the bias, the first state and the first cell state.
type Inputs<N> = [Vec<N>; 5];

/// The output, the last state and the last cell state.
fn naive(l: &Layer<f64>, [gates, weight, bias, h, c]: &Inputs<Dual>) -> [Vec<Dual>; 3] {
    let (n, wide) = (l.hidden, l.cell.gates() * l.hidden);
    let (mut h, mut c, mut y) = (h.clone(), c.clone(), vec![Dual(0.0, 0.0); l.steps * l.batch * n]);
    let times: Vec<usize> = if l.reverse { (0..l.steps).rev().collect() } else { (0..l.steps).collect() };
    for (b, t) in (0..l.batch).flat_map(|b| times.iter().map(move |&t| (b, t))) {
        if t >= l.lengths[b] {
            continue;
        }
        let at = t * l.batch + b;
        let before = h[b * n..][..n].to_vec();
        for j in 0..n {
            let x = |gate: usize| gates[at * wide + gate * n + j];
            let own = |gate: usize| {
                let row = &weight[(gate * n + j) * n..][..n];
                row.iter().zip(&before).fold(bias[gate * n + j], |sum, (&w, &h)| sum + w * h)
            };
            let all = |gate: usize| x(gate) + own(gate);
            let new = match l.cell {
                Cell::Relu => relu(all(0)),
                Cell::Tanh => tanh(all(0)),
                Cell::Lstm => {
                    let c = &mut c[b * n + j];
                    *c = sigmoid(all(1)) * *c + sigmoid(all(0)) * tanh(all(2));
                    sigmoid(all(3)) * tanh(*c)
                }
                Cell::Gru => {
                    let (r, z) = (sigmoid(all(0)), sigmoid(all(1)));
                    let rest = Dual(1.0, 0.0) + Dual(-1.0, 0.0) * z;
                    rest * tanh(x(2) + r * own(2)) + z * before[j]
                }
            };
            (h[b * n + j], y[at * n + j]) = (new, new);
        }
    }
    [y, h, c]
}

/// Quarters from -1 to 1. Of those, singles have the same sums as doubles, so that relu bends at the same elements.
fn fill(len: usize, seed: u64) -> Vec<f64> {
    let mut state = seed | 1;
    (0..len)
        .map(|_| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            ((state >> 33) % 9) as f64 * 0.25 - 1.0
        })
        .collect()
}

fn convert<T: Float>(x: &[f64]) -> Vec<T> {
    x.iter().map(|&x| T::from_f64(x)).collect()
}

/// Apart by some last bits of the largest element, of which the others are made.
fn close<T: Float>(name: &str, got: &[T], truth: &[f64]) -> Result<(), TestCaseError> {
    prop_assert_eq!(got.len(), truth.len());
    let scale = truth.iter().fold(1.0, |scale: f64, x| scale.max(x.abs()));
    for (got, truth) in got.iter().zip(truth) {
        let error = (got.to_f64() - truth).abs();
        prop_assert!(error <= 32.0 * T::EPSILON.to_f64() * scale, "{name}: {got:?} not {truth}");
    }
    Ok(())
}

fn check<T: Float>(
    l: &Layer<f64>,
    inputs: &Inputs<f64>,
    results: &[Vec<f64>; 3],
    seeds: &[Vec<f64>; 3],
    gradients: &Inputs<f64>,
) -> Result<(), TestCaseError> {
    let [gates, weight, bias, h0, c0] = &inputs.each_ref().map(|x| convert::<T>(x));
    let Layer { cell, steps, batch, hidden, reverse, lengths, .. } = *l;
    let l = Layer { cell, steps, batch, hidden, reverse, lengths, weight };
    let run = |kept: &mut [T]| {
        let (mut h, mut c, mut y) = (h0.clone(), c0.clone(), vec![T::NAN; results[0].len()]);
        forward(&l, gates, bias, &mut h, &mut c, &mut y, kept);
        [y, h, c]
    };
    let mut kept = vec![T::NAN; results[0].len() * cell.kept()];
    let got = run(&mut kept);
    prop_assert_eq!(&run(&mut []), &got);
    for (name, (got, truth)) in ["output", "h", "c"].iter().zip(got.iter().zip(results)) {
        close(name, got, truth)?;
    }
    let [dy, mut dh, mut dc] = seeds.each_ref().map(|x| convert::<T>(x));
    let [mut dgates, mut dweight, mut dbias] = [gates, weight, bias].map(|x| vec![T::NAN; x.len()]);
    let mut grads = Gradients { gates: &mut dgates, weight: &mut dweight, bias: &mut dbias, h: &mut dh, c: &mut dc };
    backward(&l, h0, c0, &got[0], &kept, &dy, &mut grads);
    let names = ["gates", "weight", "bias", "h0", "c0"];
    for (name, (got, truth)) in names.iter().zip([dgates, dweight, dbias, dh, dc].iter().zip(gradients)) {
        close(name, got, truth)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn agrees_with_the_formulas(
        cell in prop::sample::select(vec![Cell::Relu, Cell::Tanh, Cell::Lstm, Cell::Gru]),
        (steps, lengths) in (0..5usize).prop_flat_map(|n| (Just(n), prop::collection::vec(0..=n, 0..4))),
        hidden in 1..10usize,
        reverse in any::<bool>(),
        seed in any::<u64>(),
    ) {
        let (batch, wide) = (lengths.len(), cell.gates() * hidden);
        let states = batch * hidden;
        let cells = if cell == Cell::Lstm { states } else { 0 };
        let inputs = [(steps * batch * wide, 1), (wide * hidden, 2), (wide, 4), (states, 8), (cells, 16)]
            .map(|(len, k)| fill(len, seed ^ (k << 40)));
        let seeds = [(steps * states, 32), (states, 64), (cells, 128)].map(|(len, k)| fill(len, seed ^ (k << 40)));
        let l = Layer { cell, steps, batch, hidden, reverse, lengths: &lengths, weight: &inputs[1] };
        let mut duals = inputs.each_ref().map(|x| x.iter().map(|&x| Dual(x, 0.0)).collect::<Vec<_>>());
        let results = naive(&l, &duals).map(|y| y.iter().map(|y| y.0).collect::<Vec<_>>());
        let mut gradients = inputs.clone();
        for (part, i) in (0..5).flat_map(|part| (0..inputs[part].len()).map(move |i| (part, i))) {
            duals[part][i].1 = 1.0;
            let slopes = naive(&l, &duals);
            duals[part][i].1 = 0.0;
            gradients[part][i] = slopes.iter().flatten().zip(seeds.iter().flatten()).map(|(y, d)| y.1 * d).sum();
        }
        check::<f64>(&l, &inputs, &results, &seeds, &gradients)?;
        check::<f32>(&l, &inputs, &results, &seeds, &gradients)?;
    }
}
