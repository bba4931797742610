//! Weighted sums of rows of (outer, rows, inner), their transpose, and the products that are the gradient of the weights.
//!
//! Sum s is that of the entries from `ends[s - 1]` to `ends[s]`; an entry is a place, which names a row, and a weight. Rows are
//! worked on whole. Rows of one element come four at a time, from as many lines, for which an entry is then read once; sums of
//! a few elements, as of the colours of a pixel, are a vector each.

use crate::simd::{Float, Lanes, add_scaled};

/// Which of the three maps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Rows and weights to sums.
    Sum,
    /// Sums and weights to rows.
    Spread,
    /// Rows and sums to weights.
    Products,
}

/// The lines of single elements that are worked on at once.
const LINES: usize = 4;

/// Adds one of the maps to `y`, which holds zeros. `a` are the rows, for the transpose the sums; `b` the weights, or the sums.
///
/// # Panics
/// If a slice is too short, or an entry names no row.
pub fn apply<T: Float>(
    role: Role,
    [outer, rows, inner]: [usize; 3],
    a: &[T],
    b: &[T],
    places: &[i64],
    ends: &[i64],
    y: &mut [T],
) {
    let sums = ends.len();
    if role == Role::Sum && (2..=T::Lanes::N).contains(&inner) {
        return short_sums([outer, rows, inner], a, b, places, ends, y);
    }
    let mut o = 0;
    while o < outer {
        let lines = if inner == 1 && role != Role::Products && o + LINES <= outer { LINES } else { 1 };
        let mut entries = 0..0;
        for (sum, &end) in ends.iter().enumerate() {
            entries = entries.end..end as usize;
            let of_sum = (o * sums + sum) * inner;
            for entry in entries.clone() {
                let of_row = (o * rows + places[entry] as usize) * inner;
                let (to, to_step, from, from_step) =
                    if role == Role::Sum { (of_sum, sums, of_row, rows) } else { (of_row, rows, of_sum, sums) };
                if role == Role::Products {
                    let (a, b) = (&a[of_row..of_row + inner], &b[of_sum..of_sum + inner]);
                    y[entry] = a.iter().zip(b).fold(y[entry], |y, (&a, &b)| y + a * b);
                } else if lines == 1 {
                    add_scaled(&mut y[to..to + inner], b[entry], &a[from..from + inner]);
                } else {
                    for line in 0..LINES {
                        let y = &mut y[to + line * to_step];
                        *y = *y + b[entry] * a[from + line * from_step];
                    }
                }
            }
        }
        o += lines;
    }
}

/// Sums of rows that are no longer than a vector. What lies behind a row is added up too, and then overwritten by the next sum.
fn short_sums<T: Float>(
    [outer, rows, inner]: [usize; 3],
    a: &[T],
    weights: &[T],
    places: &[i64],
    ends: &[i64],
    y: &mut [T],
) {
    let mut to = 0;
    for o in 0..outer {
        let mut entry = 0;
        for &end in ends {
            let mut sum = T::Lanes::zero();
            for (&place, &weight) in places[entry..end as usize].iter().zip(&weights[entry..end as usize]) {
                let row = &a[(o * rows + place as usize) * inner..];
                let row = match row.first_chunk::<4>() {
                    // SAFETY: four elements are there; a vector holds no more.
                    Some(row) => unsafe { T::Lanes::load(row.as_ptr()) },
                    None => T::Lanes::load_part(row, T::ZERO),
                };
                sum = sum + T::Lanes::splat(weight) * row;
            }
            entry = end as usize;
            let y = &mut y[to..];
            match y.first_chunk_mut::<4>() {
                // SAFETY: as above.
                Some(y) => unsafe { sum.store(y.as_mut_ptr()) },
                None => sum.store_part(y),
            }
            to += inner;
        }
    }
}
