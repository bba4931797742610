//! Thin singular value decomposition by one-sided Jacobi rotations, in f64.
//!
//! Working layout: the columns of the taller side, each contiguous (the transpose of a tall matrix), because a rotation
//! touches two whole columns. Rotations sweep over all pairs until every pair is orthogonal to rounding; the norms are
//! then the singular values. Slower than bidiagonalisation but accurate for small values too.

use crate::linalg::ascending;
use crate::simd::Float;

/// Two columns count as orthogonal below this cosine.
const TOLERANCE: f64 = 1e-15;
/// Sweeps before giving up; convergence is quadratic, ten are many.
const SWEEPS: usize = 60;

/// `A = U diag(S) Vt` with r = min(m, n): `a` (m, n), `u` (m, r), `s` (r) descending, `vt` (r, n), all row major.
/// Columns of U (rows of Vt) of singular value zero are completed to an orthonormal set.
///
/// # Panics
/// If a slice is too short.
pub fn svd<T: Float>(m: usize, n: usize, a: &[T], u: &mut [T], s: &mut [T], vt: &mut [T]) {
    let (long, r) = (m.max(n), m.min(n));
    let tall = m >= n;
    // Column j of the tall side is row j of `work`.
    let mut work = vec![0.0; r * long];
    for i in 0..m {
        for j in 0..n {
            let (column, at) = if tall { (j, i) } else { (i, j) };
            work[column * long + at] = a[i * n + j].to_f64();
        }
    }
    let mut right = vec![0.0; r * r];
    for i in 0..r {
        right[i * r + i] = 1.0;
    }
    orthogonalize(&mut work, &mut right, long, r);
    let norms: Vec<f64> = work.chunks_exact(long.max(1)).map(|column| dot(column, column).sqrt()).collect();
    let order = ascending(&norms.iter().map(|norm| -norm).collect::<Vec<f64>>());
    let largest = order.first().map_or(0.0, |&i| norms[i]);
    let mut left: Vec<f64> = Vec::with_capacity(r * long);
    for (rank, &column) in order.iter().enumerate() {
        s[rank] = T::from_f64(norms[column]);
        let vector = &work[column * long..][..long];
        if norms[column] > largest * f64::EPSILON * long as f64 {
            left.extend(vector.iter().map(|x| x / norms[column]));
        } else {
            let vector = complete(&left, long);
            left.extend(vector);
        }
    }
    for rank in 0..r {
        for at in 0..long {
            let x = T::from_f64(left[rank * long + at]);
            if tall {
                u[at * r + rank] = x;
            } else {
                vt[rank * n + at] = x;
            }
        }
        for at in 0..r {
            let x = T::from_f64(right[order[rank] as usize * r + at]);
            if tall {
                vt[rank * n + at] = x;
            } else {
                u[at * r + rank] = x;
            }
        }
    }
}

#[inline]
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut parts = [0.0; 4];
    let (a4, b4) = (a.as_chunks::<4>(), b.as_chunks::<4>());
    for (a, b) in a4.0.iter().zip(b4.0) {
        for i in 0..4 {
            parts[i] += a[i] * b[i];
        }
    }
    let rest: f64 = a4.1.iter().zip(b4.1).map(|(a, b)| a * b).sum();
    (parts[0] + parts[2]) + (parts[1] + parts[3]) + rest
}

/// Rotates pairs of rows of `work` (and of `right` with them) until all are orthogonal.
#[inline]
fn orthogonalize(work: &mut [f64], right: &mut [f64], long: usize, r: usize) {
    for _ in 0..SWEEPS {
        let mut rotated = false;
        for i in 0..r {
            for j in i + 1..r {
                let (x, y) = pair(work, long, i, j);
                let (xx, yy, xy) = (dot(x, x), dot(y, y), dot(x, y));
                if xy.abs() <= TOLERANCE * (xx * yy).sqrt() {
                    continue;
                }
                rotated = true;
                // Rutishauser's formulas: the smaller root of t^2 + 2 zeta t - 1.
                let zeta = (yy - xx) / (2.0 * xy);
                let t = zeta.signum() / (zeta.abs() + (1.0 + zeta * zeta).sqrt());
                let c = 1.0 / (1.0 + t * t).sqrt();
                rotate(x, y, c, c * t);
                let (x, y) = pair(right, r, i, j);
                rotate(x, y, c, c * t);
            }
        }
        if !rotated {
            return;
        }
    }
}

/// Rows i < j of a matrix with rows of `len`.
#[inline]
fn pair(rows: &mut [f64], len: usize, i: usize, j: usize) -> (&mut [f64], &mut [f64]) {
    let (head, tail) = rows.split_at_mut(j * len);
    (&mut head[i * len..][..len], &mut tail[..len])
}

#[inline]
fn rotate(x: &mut [f64], y: &mut [f64], c: f64, s: f64) {
    for (x, y) in x.iter_mut().zip(y) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
}

/// A unit vector orthogonal to the rows of `basis`.
#[inline]
fn complete(basis: &[f64], long: usize) -> Vec<f64> {
    for axis in 0..long {
        let mut vector = vec![0.0; long];
        vector[axis] = 1.0;
        // Twice is enough (Kahan and Parlett).
        for _ in 0..2 {
            for row in basis.chunks_exact(long) {
                let along = dot(row, &vector);
                vector.iter_mut().zip(row).for_each(|(v, b)| *v -= along * b);
            }
        }
        let norm = dot(&vector, &vector).sqrt();
        if norm > 0.5 / (long as f64).sqrt() {
            vector.iter_mut().for_each(|v| *v /= norm);
            return vector;
        }
    }
    unreachable!("fewer than {long} vectors always leave room for another")
}
