//! One direction of one recurrent layer over all time steps, with the input part of the gates already computed.
//!
//! Layout: gates (steps, batch, G·hidden), weight (G·hidden, hidden), states (batch, hidden), output (steps, batch,
//! hidden). Gates in MXNet's order: lstm i f g o, gru r z n. `kept` holds [`Cell::kept`] values an element for backward.

use crate::gemm::gemm;
use crate::simd::Float;
use crate::unary::{Unary, apply};

/// The recurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// relu of the sum.
    Relu,
    /// tanh of the sum.
    Tanh,
    /// Long short-term memory.
    Lstm,
    /// Gated recurrent unit.
    Gru,
}

impl Cell {
    /// The number of gates.
    pub fn gates(self) -> usize {
        match self {
            Cell::Relu | Cell::Tanh => 1,
            Cell::Lstm => 4,
            Cell::Gru => 3,
        }
    }

    /// How many values backward needs of each element: the gates, and the cell state or the new gate's hidden part.
    pub fn kept(self) -> usize {
        match self {
            Cell::Relu | Cell::Tanh => 0,
            Cell::Lstm => 5,
            Cell::Gru => 4,
        }
    }
}

/// What a run is about.
pub struct Layer<'a, T> {
    /// The recurrence.
    pub cell: Cell,
    /// The number of steps.
    pub steps: usize,
    /// The number of sequences.
    pub batch: usize,
    /// The size of the state.
    pub hidden: usize,
    /// Whether the steps run from the last to the first.
    pub reverse: bool,
    /// How many steps of each sequence count: at the others the state stays and the output is 0.
    pub lengths: &'a [usize],
    /// The weight of the state.
    pub weight: &'a [T],
}

impl<T> Layer<'_, T> {
    /// The step that is computed in the given place.
    fn step(&self, place: usize) -> usize {
        if self.reverse { self.steps - 1 - place } else { place }
    }
}

/// Runs the layer. `h` and `c` (lstm only, else empty) are the first states and become the last ones; `kept` may be empty
/// where no backward follows.
///
/// # Panics
/// If a slice is too short.
pub fn forward<T: Float>(
    l: &Layer<T>,
    gates: &[T],
    bias: &[T],
    h: &mut [T],
    c: &mut [T],
    output: &mut [T],
    kept: &mut [T],
) {
    let (batch, n) = (l.batch, l.hidden);
    let (wide, k) = (l.cell.gates() * n, l.cell.kept() * n);
    let mut sums = vec![T::ZERO; batch * wide];
    let (mut scratch, mut tanh) = (vec![T::ZERO; k], vec![T::ZERO; n]);
    for place in 0..l.steps {
        let t = l.step(place);
        sums.chunks_exact_mut(wide).for_each(|row| row.copy_from_slice(bias));
        gemm(false, true, batch, wide, n, T::ONE, h, n, l.weight, n, T::ONE, &mut sums, wide);
        for b in 0..batch {
            let at = t * batch + b;
            let y = &mut output[at * n..][..n];
            if t >= l.lengths[b] {
                y.fill(T::ZERO);
                continue;
            }
            let (x, sum) = (&gates[at * wide..][..wide], &mut sums[b * wide..][..wide]);
            let kept = if kept.is_empty() { &mut scratch[..] } else { &mut kept[at * k..][..k] };
            match l.cell {
                Cell::Relu | Cell::Tanh => {
                    add(sum, x);
                    apply(if l.cell == Cell::Relu { Unary::Relu } else { Unary::Tanh }, sum, y);
                }
                Cell::Lstm => {
                    add(sum, x);
                    apply(Unary::Sigmoid, &sum[..2 * n], &mut kept[..2 * n]);
                    apply(Unary::Tanh, &sum[2 * n..3 * n], &mut kept[2 * n..3 * n]);
                    apply(Unary::Sigmoid, &sum[3 * n..], &mut kept[3 * n..4 * n]);
                    let c = &mut c[b * n..][..n];
                    for j in 0..n {
                        c[j] = kept[n + j] * c[j] + kept[j] * kept[2 * n + j];
                    }
                    kept[4 * n..].copy_from_slice(c);
                    apply(Unary::Tanh, c, &mut tanh);
                    for j in 0..n {
                        y[j] = kept[3 * n + j] * tanh[j];
                    }
                }
                Cell::Gru => {
                    kept[3 * n..].copy_from_slice(&sum[2 * n..]);
                    add(&mut sum[..2 * n], x);
                    apply(Unary::Sigmoid, &sum[..2 * n], &mut kept[..2 * n]);
                    for j in 0..n {
                        tanh[j] = x[2 * n + j] + kept[j] * kept[3 * n + j];
                    }
                    apply(Unary::Tanh, &tanh, &mut kept[2 * n..3 * n]);
                    for j in 0..n {
                        y[j] = kept[2 * n + j] + kept[n + j] * (h[b * n + j] - kept[2 * n + j]);
                    }
                }
            }
            h[b * n..][..n].copy_from_slice(y);
        }
    }
}

/// What [`backward`] makes.
pub struct Gradients<'a, T> {
    /// Of the input part of the gates.
    pub gates: &'a mut [T],
    /// Of the weight.
    pub weight: &'a mut [T],
    /// Of the bias.
    pub bias: &'a mut [T],
    /// Of the last state; becomes that of the first.
    pub h: &'a mut [T],
    /// Of the last cell state; becomes that of the first. Empty but for lstm.
    pub c: &'a mut [T],
}

/// The gradients of [`forward`] from the gradient `dy` of its output, and those of the last states in `grads`; `all` is what
/// forward kept.
///
/// # Panics
/// If a slice is too short.
pub fn backward<T: Float>(
    l: &Layer<T>,
    h0: &[T],
    c0: &[T],
    output: &[T],
    all: &[T],
    dy: &[T],
    grads: &mut Gradients<T>,
) {
    let (batch, n) = (l.batch, l.hidden);
    let (wide, k) = (l.cell.gates() * n, l.cell.kept() * n);
    // The gradient of the state's part of the gates differs from that of the input's part in gru only.
    let gru = l.cell == Cell::Gru;
    let mut own = vec![T::ZERO; if gru { l.steps * batch * wide } else { 0 }];
    let mut before = vec![T::ZERO; l.steps * batch * n];
    let mut tanh = vec![T::ZERO; n];
    for place in (0..l.steps).rev() {
        let t = l.step(place);
        let last = place.checked_sub(1).map(|place| l.step(place));
        let rows = t * batch * wide..(t + 1) * batch * wide;
        for b in 0..batch {
            let at = t * batch + b;
            let dx = &mut grads.gates[at * wide..][..wide];
            if t >= l.lengths[b] {
                dx.fill(T::ZERO);
                continue;
            }
            let last = last.filter(|&t| t < l.lengths[b]).map(|t| t * batch + b);
            let h = last.map_or(&h0[b * n..][..n], |row| &output[row * n..][..n]);
            before[at * n..][..n].copy_from_slice(h);
            let (y, dh) = (&output[at * n..][..n], &mut grads.h[b * n..][..n]);
            add(dh, &dy[at * n..][..n]);
            let kept = &all[at * k..][..k];
            match l.cell {
                Cell::Relu => {
                    for j in 0..n {
                        dx[j] = if y[j] > T::ZERO { dh[j] } else { T::ZERO };
                        dh[j] = T::ZERO;
                    }
                }
                Cell::Tanh => {
                    for j in 0..n {
                        dx[j] = dh[j] * (T::ONE - y[j] * y[j]);
                        dh[j] = T::ZERO;
                    }
                }
                Cell::Lstm => {
                    let c = last.map_or(&c0[b * n..][..n], |row| &all[row * k + 4 * n..][..n]);
                    let dc = &mut grads.c[b * n..][..n];
                    apply(Unary::Tanh, &kept[4 * n..], &mut tanh);
                    for j in 0..n {
                        let (i, f, g, o) = (kept[j], kept[n + j], kept[2 * n + j], kept[3 * n + j]);
                        let d = dc[j] + dh[j] * o * (T::ONE - tanh[j] * tanh[j]);
                        dx[j] = d * g * i * (T::ONE - i);
                        dx[n + j] = d * c[j] * f * (T::ONE - f);
                        dx[2 * n + j] = d * i * (T::ONE - g * g);
                        dx[3 * n + j] = dh[j] * tanh[j] * o * (T::ONE - o);
                        dc[j] = d * f;
                        dh[j] = T::ZERO;
                    }
                }
                Cell::Gru => {
                    let own = &mut own[at * wide..][..wide];
                    for j in 0..n {
                        let (r, z, new, part) = (kept[j], kept[n + j], kept[2 * n + j], kept[3 * n + j]);
                        let inner = dh[j] * (T::ONE - z) * (T::ONE - new * new);
                        dx[j] = inner * part * r * (T::ONE - r);
                        dx[n + j] = dh[j] * (h[j] - new) * z * (T::ONE - z);
                        dx[2 * n + j] = inner;
                        (own[j], own[n + j], own[2 * n + j]) = (dx[j], dx[n + j], inner * r);
                        dh[j] = dh[j] * z;
                    }
                }
            }
        }
        let part = if gru { &own[rows] } else { &grads.gates[rows] };
        gemm(false, false, batch, n, wide, T::ONE, part, wide, l.weight, n, T::ONE, grads.h, n);
    }
    let part = if gru { &own[..] } else { &grads.gates[..] };
    let rows = l.steps * batch;
    gemm(true, false, wide, n, rows, T::ONE, part, wide, &before, n, T::ZERO, grads.weight, n);
    grads.bias.fill(T::ZERO);
    part.chunks_exact(wide).for_each(|row| add(grads.bias, row));
}

fn add<T: Float>(sum: &mut [T], x: &[T]) {
    sum.iter_mut().zip(x).for_each(|(s, &x)| *s = *s + x);
}
