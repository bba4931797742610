//! Row orders of the shuffle operator, from the global engine.

use super::{Mt19937, Streams};

/// A uniform integer in `[0, n)`: division with rejection, as in libstdc++ before GCC 11.
fn below(engine: &mut Mt19937, n: u32) -> usize {
    let scaling = u32::MAX / n;
    let past = n * scaling;
    loop {
        let word = engine.next_u32();
        if word < past {
            return (word / scaling) as usize;
        }
    }
}

impl Streams {
    /// The order in which a vector of `n` elements is shuffled: `out[i] = data[order[i]]`. `n` is below 2^32.
    pub fn shuffle_elements(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for i in 1..n {
            order.swap(i, below(&mut self.global, i as u32 + 1));
        }
        order
    }

    /// The order in which the `n` rows of an array of two or more dimensions are shuffled: `out[i] = data[order[i]]`.
    /// MXNet walks them in the opposite direction from a vector's elements. `n` is below 2^32.
    pub fn shuffle_rows(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            order.swap(i, below(&mut self.global, i as u32 + 1));
        }
        order
    }
}
