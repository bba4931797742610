//! Decompositions of small matrices and what is solved with them, in f64, row major.

use crate::sort::positions_by;

/// The lower Cholesky factor of the matrix (n, n) whose lower triangle is in `a`, in its place; the upper triangle becomes 0.
/// Tells whether the matrix is positive definite.
#[inline]
pub fn cholesky(n: usize, a: &mut [f64]) -> bool {
    for j in 0..n {
        for i in j..n {
            let sum: f64 = (0..j).map(|k| a[i * n + k] * a[j * n + k]).sum();
            let rest = a[i * n + j] - sum;
            if i > j {
                a[i * n + j] = rest / a[j * n + j];
            } else if rest > 0.0 {
                a[j * n + j] = rest.sqrt();
            } else {
                return false;
            }
        }
        a[j * n + j + 1..(j + 1) * n].fill(0.0);
    }
    true
}

/// Solves `op(A) X = B` for the triangle of `a` (n, n), in the place of `b` (n, m).
#[inline]
pub fn solve_triangle(n: usize, m: usize, a: &[f64], lower: bool, transpose: bool, b: &mut [f64]) {
    for place in 0..n {
        // The transpose of a lower triangle is an upper one, solved from the end.
        let i = if lower != transpose { place } else { n - 1 - place };
        for other in 0..place {
            let k = if lower != transpose { other } else { n - 1 - other };
            let factor = if transpose { a[k * n + i] } else { a[i * n + k] };
            for j in 0..m {
                b[i * m + j] -= factor * b[k * m + j];
            }
        }
        b[i * m..][..m].iter_mut().for_each(|x| *x /= a[i * n + i]);
    }
}

/// Decomposes a matrix (n, n) into triangles with partial pivoting, in its place: the unit lower one below the diagonal.
/// Gives the rows that changed places at each step, and the sign of the permutation (0 for a singular matrix).
#[inline]
pub fn lu(n: usize, a: &mut [f64]) -> (Vec<usize>, f64) {
    let (mut rows, mut sign) = (Vec::with_capacity(n), 1.0);
    for k in 0..n {
        let size = |i: &usize| a[i * n + k].abs();
        let pivot = (k..n).max_by(|i, j| size(i).total_cmp(&size(j))).unwrap_or(k);
        rows.push(pivot);
        if pivot != k {
            (0..n).for_each(|j| a.swap(k * n + j, pivot * n + j));
            sign = -sign;
        }
        if a[k * n + k] == 0.0 {
            sign = 0.0;
            continue;
        }
        for i in k + 1..n {
            let factor = a[i * n + k] / a[k * n + k];
            a[i * n + k] = factor;
            for j in k + 1..n {
                a[i * n + j] -= factor * a[k * n + j];
            }
        }
    }
    (rows, sign)
}

/// The inverse of a matrix (n, n), in its place. Tells whether there is one; else the matrix is destroyed.
#[inline]
pub fn inverse(n: usize, a: &mut [f64]) -> bool {
    let mut factors = a.to_vec();
    let (rows, sign) = lu(n, &mut factors);
    if sign == 0.0 {
        return false;
    }
    a.fill(0.0);
    (0..n).for_each(|i| a[i * n + i] = 1.0);
    for (k, &row) in rows.iter().enumerate() {
        (0..n).filter(|_| row != k).for_each(|j| a.swap(k * n + j, row * n + j));
    }
    // The unit diagonal of the lower triangle is not stored.
    for i in 0..n {
        for k in 0..i {
            for j in 0..n {
                a[i * n + j] -= factors[i * n + k] * a[k * n + j];
            }
        }
    }
    solve_triangle(n, n, &factors, false, false, a);
    true
}

/// `A = L Q` of a matrix (m, n), m ≤ n, by Householder's reflections as LAPACK does it: `q` holds A and becomes Q (m, n)
/// with orthonormal rows, `l` (m, m) becomes the lower triangle.
#[inline]
pub fn lq(m: usize, n: usize, q: &mut [f64], l: &mut [f64]) {
    let mut taus = vec![0.0; m];
    l.fill(0.0);
    for i in 0..m {
        let (head, rest) = q.split_at_mut((i + 1) * n);
        let row = &mut head[i * n + i..];
        let tail: f64 = row[1..].iter().map(|x| x * x).sum();
        if tail > 0.0 {
            let norm = (row[0] * row[0] + tail).sqrt();
            let beta = if row[0] > 0.0 { -norm } else { norm };
            taus[i] = (beta - row[0]) / beta;
            let scale = 1.0 / (row[0] - beta);
            row[1..].iter_mut().for_each(|x| *x *= scale);
            row[0] = beta;
        }
        for other in rest.chunks_exact_mut(n) {
            reflect(taus[i], &row[1..], &mut other[i..]);
        }
        (0..=i).for_each(|j| l[i * m + j] = q[i * n + j]);
    }
    // Q is the product of the reflections, applied from the last to rows of the unit matrix.
    let vectors = q.to_vec();
    q.fill(0.0);
    (0..m).for_each(|i| q[i * n + i] = 1.0);
    for i in (0..m).rev() {
        for row in q.chunks_exact_mut(n) {
            reflect(taus[i], &vectors[i * n + i + 1..(i + 1) * n], &mut row[i..]);
        }
    }
}

/// Applies `I - tau v vᵀ`, v = (1, tail), to x.
#[inline]
fn reflect(tau: f64, tail: &[f64], x: &mut [f64]) {
    if tau == 0.0 {
        return;
    }
    let along = tau * (x[0] + tail.iter().zip(&x[1..]).map(|(v, x)| v * x).sum::<f64>());
    x[0] -= along;
    x[1..].iter_mut().zip(tail).for_each(|(x, v)| *x -= along * v);
}

/// Sweeps before giving up; convergence is quadratic, ten are many.
const SWEEPS: usize = 60;

/// `A = Uᵀ diag(values) U` of the symmetric matrix (n, n) whose lower triangle is in `a`, by Jacobi's rotations. `a` becomes
/// U, whose rows are the eigenvectors, the element of greatest magnitude of each positive; the eigenvalues rise.
#[inline]
pub fn symmetric_eigen(n: usize, a: &mut [f64], values: &mut [f64]) {
    for i in 0..n {
        (0..i).for_each(|j| a[j * n + i] = a[i * n + j]);
    }
    let mut u = vec![0.0; n * n];
    (0..n).for_each(|i| u[i * n + i] = 1.0);
    let total: f64 = a.iter().map(|x| x * x).sum();
    for _ in 0..SWEEPS {
        let off: f64 = (0..n * n).filter(|i| i / n != i % n).map(|i| a[i] * a[i]).sum();
        if off <= total * f64::EPSILON * f64::EPSILON * 1e-4 {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                if a[p * n + q] == 0.0 {
                    continue;
                }
                let theta = (a[q * n + q] - a[p * n + p]) / (2.0 * a[p * n + q]);
                let t = (if theta < 0.0 { -1.0 } else { 1.0 }) / (theta.abs() + (1.0 + theta * theta).sqrt());
                let c = 1.0 / (1.0 + t * t).sqrt();
                let s = t * c;
                for k in 0..n {
                    let (x, y) = (a[k * n + p], a[k * n + q]);
                    (a[k * n + p], a[k * n + q]) = (c * x - s * y, s * x + c * y);
                }
                for rows in [&mut *a, &mut u] {
                    for k in 0..n {
                        let (x, y) = (rows[p * n + k], rows[q * n + k]);
                        (rows[p * n + k], rows[q * n + k]) = (c * x - s * y, s * x + c * y);
                    }
                }
            }
        }
    }
    let mut order: Vec<u32> = (0..n as u32).collect();
    let value = |i: u32| a[i as usize * n + i as usize];
    positions_by(&mut order, &|i, j| value(i).total_cmp(&value(j)));
    for (place, &i) in order.iter().enumerate() {
        values[place] = value(i);
    }
    for (place, &i) in order.iter().enumerate() {
        let row = &u[i as usize * n..][..n];
        let largest = row.iter().copied().max_by(|x, y| x.abs().total_cmp(&y.abs())).unwrap_or(1.0);
        let sign = if largest < 0.0 { -1.0 } else { 1.0 };
        a[place * n..][..n].iter_mut().zip(row).for_each(|(a, x)| *a = sign * x);
    }
}
