//! Connectionist temporal classification: the negative log-likelihood of a label sequence by the forward-backward algorithm,
//! in f64.

/// ln(eᵃ + eᵇ) of numbers that may be minus infinity.
#[inline]
fn log_add(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY { high } else { high + libm::log1p(libm::exp(low - high)) }
}

/// One sequence of a batch.
pub struct Sequence<'a> {
    /// Logarithms of probabilities, (steps, batch, classes) from this sequence's first one on.
    pub log_p: &'a [f64],
    /// The distance between steps.
    pub stride: usize,
    /// The number of steps.
    pub steps: usize,
    /// The labels, blanks between and around them.
    pub labels: &'a [usize],
    /// Whether a state may be reached from two before.
    pub skips: &'a [bool],
}

impl Sequence<'_> {
    #[inline]
    fn at(&self, t: usize, s: usize) -> f64 {
        self.log_p[t * self.stride + self.labels[s]]
    }

    /// For each step, the log-likelihood of the labels up to each state.
    #[inline]
    fn forward(&self) -> Vec<f64> {
        let n = self.labels.len();
        let mut alpha = vec![f64::NEG_INFINITY; self.steps * n];
        alpha.iter_mut().take(n.min(2)).enumerate().for_each(|(s, alpha)| *alpha = self.at(0, s));
        for t in 1..self.steps {
            let (before, now) = alpha[(t - 1) * n..].split_at_mut(n);
            for s in 0..n {
                let mut sum = before[s];
                if s > 0 {
                    sum = log_add(sum, before[s - 1]);
                }
                if self.skips[s] {
                    sum = log_add(sum, before[s - 2]);
                }
                now[s] = sum + self.at(t, s);
            }
        }
        alpha
    }

    /// The loss. `grad`, which has the layout of `log_p`, becomes its gradient with respect to what the probabilities are the
    /// softmax of.
    ///
    /// # Panics
    /// If a slice is too short, or there are no steps.
    #[inline]
    pub fn loss(&self, classes: usize, grad: Option<&mut [f64]>) -> f64 {
        let n = self.labels.len();
        let alpha = self.forward();
        let ends = &alpha[(self.steps - 1) * n..];
        let total = log_add(ends[n - 1], if n > 1 { ends[n - 2] } else { f64::NEG_INFINITY });
        let Some(grad) = grad else { return -total };
        let mut beta = vec![f64::NEG_INFINITY; n];
        beta[n.saturating_sub(2)..].fill(0.0);
        for t in (0..self.steps).rev() {
            if t + 1 < self.steps {
                let after: Vec<f64> = (0..n).map(|s| beta[s] + self.at(t + 1, s)).collect();
                for s in 0..n {
                    let mut sum = after[s];
                    if s + 1 < n {
                        sum = log_add(sum, after[s + 1]);
                    }
                    if s + 2 < n && self.skips[s + 2] {
                        sum = log_add(sum, after[s + 2]);
                    }
                    beta[s] = sum;
                }
            }
            let row = t * self.stride..t * self.stride + classes;
            grad[row.clone()].iter_mut().zip(&self.log_p[row]).for_each(|(g, &p)| *g = libm::exp(p));
            for s in 0..n {
                grad[t * self.stride + self.labels[s]] -= libm::exp(alpha[t * n + s] + beta[s] - total);
            }
        }
        -total
    }
}
