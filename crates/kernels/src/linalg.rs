//! Decompositions of small matrices and what is solved with them, in f64, row major: all inner loops go along rows.

use crate::simd::{F64x2, Lanes, add_scaled, update};

/// The sum of the products of two rows, in four parts, which a processor adds at once.
#[inline(never)]
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = a.remainder().iter().zip(b.remainder()).map(|(a, b)| a * b).sum();
    let mut parts = [0.0; 4];
    for (a, b) in a.zip(b) {
        parts.iter_mut().zip(a.iter().zip(b)).for_each(|(part, (a, b))| *part += a * b);
    }
    (parts[0] + parts[1]) + (parts[2] + parts[3]) + rest
}

/// The places of values in their order. There are few, beside what decomposing them took.
pub(crate) fn ascending(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    for end in 1..order.len() {
        let mut at = end;
        while at > 0 && values[order[at]] < values[order[at - 1]] {
            order.swap(at, at - 1);
            at -= 1;
        }
    }
    order
}

/// Two rows of length `n`, the second to be read.
fn row_pair(a: &mut [f64], n: usize, i: usize, other: usize) -> (&mut [f64], &[f64]) {
    if i > other {
        let (head, tail) = a.split_at_mut(i * n);
        (&mut tail[..n], &head[other * n..][..n])
    } else {
        let (head, tail) = a.split_at_mut(other * n);
        (&mut head[i * n..][..n], &tail[..n])
    }
}

/// The lower Cholesky factor of the matrix (n, n) whose lower triangle is in `a`, in its place; the upper triangle becomes 0.
/// Tells whether the matrix is positive definite.
pub fn cholesky(n: usize, a: &mut [f64]) -> bool {
    for j in 0..n {
        for i in j..n {
            let rest = a[i * n + j] - dot(&a[i * n..][..j], &a[j * n..][..j]);
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
pub fn solve_triangle(n: usize, m: usize, a: &[f64], lower: bool, transpose: bool, b: &mut [f64]) {
    // The transpose of a lower triangle is an upper one, solved from the end.
    let at = |place: usize| if lower != transpose { place } else { n - 1 - place };
    let element = |i: usize, k: usize| if transpose { a[k * n + i] } else { a[i * n + k] };
    for place in 0..n {
        let i = at(place);
        let mut others = 0;
        // Rows by fours, for which the row is read and written once.
        while others + 4 <= place {
            let places = [0, 1, 2, 3].map(|k| at(others + k));
            subtract_four(b, m, i, places, places.map(|k| element(i, k)));
            others += 4;
        }
        for k in (others..place).map(at) {
            let (row, solved) = row_pair(b, m, i, k);
            add_scaled(row, -element(i, k), solved);
        }
        b[i * m..][..m].iter_mut().for_each(|x| *x /= a[i * n + i]);
    }
}

/// Subtracts multiples of four rows of length `n` from row i, one after the other.
#[inline(never)]
fn subtract_four(rows: &mut [f64], n: usize, i: usize, others: [usize; 4], factors: [f64; 4]) {
    // The others lie on one side of the row.
    let (head, tail) = rows.split_at_mut(if others[0] < i { i * n } else { (i + 1) * n });
    let (row, solved, first) =
        if others[0] < i { (&mut tail[..n], &*head, 0) } else { (&mut head[i * n..][..n], &*tail, i + 1) };
    let solved = others.map(|k| &solved[(k - first) * n..][..n]);
    let factors = factors.map(F64x2::splat);
    update(solved, [row], move |x: [F64x2; 4], [y]| {
        [x.into_iter().zip(factors).fold(y, |y, (x, factor)| y - factor * x)]
    });
}

#[inline(never)]
fn swap_rows(a: &mut [f64], n: usize, i: usize, j: usize) {
    (0..n).for_each(|at| a.swap(i * n + at, j * n + at));
}

/// Decomposes a matrix (n, n) into triangles with partial pivoting, in its place: the unit lower one below the diagonal.
/// Gives the rows that changed places at each step, and the sign of the permutation (0 for a singular matrix).
pub fn lu(n: usize, a: &mut [f64]) -> (Vec<usize>, f64) {
    let (mut rows, mut sign) = (Vec::with_capacity(n), 1.0);
    for k in 0..n {
        let size = |i: &usize| a[i * n + k].abs();
        let pivot = (k..n).max_by(|i, j| size(i).total_cmp(&size(j))).unwrap_or(k);
        rows.push(pivot);
        if pivot != k {
            swap_rows(a, n, k, pivot);
            sign = -sign;
        }
        if a[k * n + k] == 0.0 {
            sign = 0.0;
            continue;
        }
        for i in k + 1..n {
            let factor = a[i * n + k] / a[k * n + k];
            a[i * n + k] = factor;
            let (row, upper) = row_pair(a, n, i, k);
            add_scaled(&mut row[k + 1..], -factor, &upper[k + 1..]);
        }
    }
    (rows, sign)
}

/// The inverse of a matrix (n, n), in its place. Tells whether there is one; else the matrix is destroyed.
pub fn inverse(n: usize, a: &mut [f64]) -> bool {
    let mut factors = a.to_vec();
    let (rows, sign) = lu(n, &mut factors);
    if sign == 0.0 {
        return false;
    }
    a.fill(0.0);
    (0..n).for_each(|i| a[i * n + i] = 1.0);
    for (k, &row) in rows.iter().enumerate() {
        swap_rows(a, n, k, row);
    }
    // The unit diagonal of the lower triangle is not stored.
    for i in 0..n {
        for k in 0..i {
            let (row, solved) = row_pair(a, n, i, k);
            add_scaled(row, -factors[i * n + k], solved);
        }
    }
    solve_triangle(n, n, &factors, false, false, a);
    true
}

/// `A = L Q` of a matrix (m, n), m ≤ n, by Householder's reflections as LAPACK does it: `q` holds A and becomes Q (m, n)
/// with orthonormal rows, `l` (m, m) becomes the lower triangle.
pub fn lq(m: usize, n: usize, q: &mut [f64], l: &mut [f64]) {
    let mut taus = vec![0.0; m];
    l.fill(0.0);
    for i in 0..m {
        let (head, rest) = q.split_at_mut((i + 1) * n);
        let row = &mut head[i * n + i..];
        taus[i] = reflection(row);
        for other in rest.chunks_exact_mut(n) {
            reflect(taus[i], &row[1..], &mut other[i..]);
        }
        (0..=i).for_each(|j| l[i * m + j] = q[i * n + j]);
    }
    reflections(m, n, 0, &taus, q);
}

/// Householder's reflection `I - tau v vᵀ`, v = (1, tail), that leaves only the first element of `x`: gives tau, and the
/// element and the tail in the place of `x`.
fn reflection(x: &mut [f64]) -> f64 {
    let tail = dot(&x[1..], &x[1..]);
    if tail == 0.0 {
        return 0.0;
    }
    let norm = (x[0] * x[0] + tail).sqrt();
    let beta = if x[0] > 0.0 { -norm } else { norm };
    let (tau, scale) = ((beta - x[0]) / beta, 1.0 / (x[0] - beta));
    x[1..].iter_mut().for_each(|x| *x *= scale);
    x[0] = beta;
    tau
}

/// Applies `I - tau v vᵀ`, v = (1, tail), to x.
fn reflect(tau: f64, tail: &[f64], x: &mut [f64]) {
    let along = tau * (x[0] + dot(tail, &x[1..]));
    x[0] -= along;
    add_scaled(&mut x[1..], -along, tail);
}

/// The product of reflections as a matrix (m, n), in the place of their tails: that of row i begins `skip` after the
/// diagonal.
fn reflections(m: usize, n: usize, skip: usize, taus: &[f64], q: &mut [f64]) {
    let vectors = q.to_vec();
    q.fill(0.0);
    (0..m).for_each(|i| q[i * n + i] = 1.0);
    // From the last one to rows of the unit matrix; those above are not touched yet.
    for (i, tau) in taus.iter().enumerate().rev() {
        let start = i + skip;
        for row in q[start * n..].chunks_exact_mut(n) {
            reflect(*tau, &vectors[i * n + start + 1..(i + 1) * n], &mut row[start..]);
        }
    }
}

/// Steps for an eigenvalue before giving up; two are usual.
const STEPS: usize = 60;

/// `A = Uᵀ diag(values) U` of the symmetric matrix (n, n) whose lower triangle is in `a`. `a` becomes U, whose rows are the
/// eigenvectors, the element of greatest magnitude of each positive; the eigenvalues rise.
///
/// Reflections make the matrix tridiagonal, and rotations of neighbouring rows diagonal (the implicit QL method).
pub fn symmetric_eigen(n: usize, a: &mut [f64], values: &mut [f64]) {
    for i in 0..n {
        (0..i).for_each(|j| a[j * n + i] = a[i * n + j]);
    }
    // The second diagonal, and a 0 behind it.
    let (mut diagonal, mut beside, mut taus) = (vec![0.0; n], vec![0.0; n], vec![0.0; n.saturating_sub(1)]);
    let mut along = vec![0.0; n];
    for k in 0..taus.len() {
        let (head, rest) = a.split_at_mut((k + 1) * n);
        let v = &mut head[k * n + k + 1..];
        let tau = reflection(v);
        (taus[k], beside[k]) = (tau, v[0]);
        // The rest becomes (I - tau v vᵀ) rest (I - tau v vᵀ) = rest - v wᵀ - w vᵀ.
        v[0] = 1.0;
        let w = &mut along[k + 1..];
        w.fill(0.0);
        for (row, v) in rest.chunks_exact(n).zip(&*v) {
            add_scaled(w, tau * v, &row[k + 1..]);
        }
        let half = 0.5 * tau * dot(w, v);
        add_scaled(w, -half, v);
        for ((row, &x), &y) in rest.chunks_exact_mut(n).zip(&*v).zip(&*w) {
            add_scaled(&mut row[k + 1..], -x, w);
            add_scaled(&mut row[k + 1..], -y, v);
        }
    }
    (0..n).for_each(|i| diagonal[i] = a[i * n + i]);
    reflections(n, n, 1, &taus, a);
    tridiagonal(n, &mut diagonal, &mut beside, a);
    let order = ascending(&diagonal);
    let u = a.to_vec();
    for ((&i, value), row) in order.iter().zip(values).zip(a.chunks_exact_mut(n)) {
        *value = diagonal[i];
        row.copy_from_slice(&u[i * n..][..n]);
        let largest = row.iter().copied().max_by(|x, y| x.abs().total_cmp(&y.abs())).unwrap_or(1.0);
        if largest < 0.0 {
            row.iter_mut().for_each(|x| *x = -*x);
        }
    }
}

/// Makes a tridiagonal symmetric matrix diagonal by rotations, which are applied to rows of `u` too.
fn tridiagonal(n: usize, diagonal: &mut [f64], beside: &mut [f64], u: &mut [f64]) {
    for first in 0..n {
        for _ in 0..STEPS {
            // NaN never becomes smaller.
            let is_small = |i: &usize| {
                let size = diagonal[*i].abs() + diagonal[*i + 1].abs();
                beside[*i].abs() <= f64::EPSILON * size || beside[*i].is_nan() || size.is_nan()
            };
            let last = (first..n - 1).find(is_small).unwrap_or(n - 1);
            if last == first {
                break;
            }
            // The shift is the eigenvalue of the first two rows that is nearer to the first element.
            let half = (diagonal[first + 1] - diagonal[first]) / (2.0 * beside[first]);
            let root = (half * half + 1.0).sqrt();
            let shift = beside[first] / (half + if half < 0.0 { -root } else { root });
            let (mut g, mut sine, mut cosine, mut moved) = (diagonal[last] - diagonal[first] + shift, 1.0, 1.0, 0.0);
            beside[last] = 0.0;
            for i in (first..last).rev() {
                let (f, b) = (sine * beside[i], cosine * beside[i]);
                let root = (f * f + g * g).sqrt();
                beside[i + 1] = if i + 1 < last { root } else { 0.0 };
                if root == 0.0 {
                    diagonal[i + 1] -= moved;
                    (g, moved) = (beside[first], 0.0);
                    break;
                }
                (sine, cosine) = (f / root, g / root);
                g = diagonal[i + 1] - moved;
                let r = (diagonal[i] - g) * sine + 2.0 * cosine * b;
                moved = sine * r;
                diagonal[i + 1] = g + moved;
                g = cosine * r - b;
                let (head, tail) = u.split_at_mut((i + 1) * n);
                for (x, y) in head[i * n..].iter_mut().zip(&mut tail[..n]) {
                    (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
                }
            }
            diagonal[first] -= moved;
            beside[first] = g;
        }
    }
}
