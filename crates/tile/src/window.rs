//! Kernels of 3x3 with one channel in and one out, over a plane: nine weights stay in registers, and so do the nine sums of
//! the weight's gradient. With stride 1 two rows of outputs are made at once, since they share two rows of inputs; that
//! the inputs of a tap are at a constant distance matters as much, for sums of addresses cost as much as the products.

use crate::Vector;

/// Elements of the kernel.
pub const TAPS: usize = 9;

/// How a plane is walked with stride 1 or 2, the same in both directions. Rows of inputs are `line` apart. With stride 2 their
/// even columns come first, the odd ones `half` behind.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Walk {
    /// Rows of outputs.
    pub rows: usize,
    /// Outputs of a row, at least as many as a vector has lanes.
    pub width: usize,
    /// From one row of inputs to the next.
    pub line: usize,
    /// From the even columns to the odd ones.
    pub half: usize,
}

impl Walk {
    /// Calls `f(r, the taps of row r)` for the rows of inputs of `R` rows of outputs; `x` is where the first one begins.
    #[inline(always)]
    unsafe fn taps<T: Vector, const STRIDE: usize, const R: usize>(
        self,
        x: *const T::Elem,
        mut f: impl FnMut(usize, [T; 3]),
    ) {
        let mut row = x;
        for r in 0..(R - 1) * STRIDE + 3 {
            let (middle, last) = if STRIDE == 1 { (1, 2) } else { (self.half, 1) };
            // SAFETY: the caller's promise.
            unsafe { f(r, [T::read(row), T::read(row.wrapping_add(middle)), T::read(row.wrapping_add(last))]) };
            row = row.wrapping_add(self.line);
        }
    }
}

/// Calls `f(row of the kernel, o)` for the outputs o of `R` rows that row r of the inputs belongs to.
#[inline(always)]
fn for_each_output<const STRIDE: usize, const R: usize>(r: usize, mut f: impl FnMut(usize, usize)) {
    for o in 0..R {
        if r >= o * STRIDE && r < o * STRIDE + 3 {
            f(r - o * STRIDE, o);
        }
    }
}

/// `y[i][j] = bias + sum over (r, c) of w[r][c] * x[STRIDE * i + r][STRIDE * j + c]`, rows of `walk.width`. The last vector
/// of a row may overlap the one before.
///
/// # Safety
/// All taps must be valid for reading, as must nine weights, and `y` for writing.
#[inline(always)]
pub unsafe fn sums<T: Vector, const STRIDE: usize>(
    x: *const T::Elem,
    w: *const T::Elem,
    bias: T::Elem,
    y: *mut T::Elem,
    walk: Walk,
) {
    // SAFETY: the caller's promise.
    let w: [[T; 3]; 3] = core::array::from_fn(|r| core::array::from_fn(|c| T::splat(unsafe { *w.add(3 * r + c) })));
    let bias = T::splat(bias);
    let (mut x, mut y, mut left) = (x, y, walk.rows);
    // SAFETY: the caller's promise, row by row.
    unsafe {
        while STRIDE == 1 && left >= 2 {
            sums_of_rows::<T, STRIDE, 2>(x, &w, bias, y, walk);
            (x, y) = (x.wrapping_add(2 * walk.line), y.wrapping_add(2 * walk.width));
            left -= 2;
        }
        while left > 0 {
            sums_of_rows::<T, STRIDE, 1>(x, &w, bias, y, walk);
            (x, y) = (x.wrapping_add(STRIDE * walk.line), y.wrapping_add(walk.width));
            left -= 1;
        }
    }
}

/// `R` rows of outputs.
#[inline(always)]
unsafe fn sums_of_rows<T: Vector, const STRIDE: usize, const R: usize>(
    x: *const T::Elem,
    w: &[[T; 3]; 3],
    bias: T,
    y: *mut T::Elem,
    walk: Walk,
) {
    let mut j = 0;
    loop {
        let mut sums = [bias; R];
        // SAFETY: j + LANES <= width, and the caller's promise.
        unsafe {
            walk.taps::<T, STRIDE, R>(x.wrapping_add(j), |r, taps| {
                for_each_output::<STRIDE, R>(r, |r, o| {
                    for c in 0..3 {
                        sums[o] = T::multiply_add(w[r][c], taps[c], sums[o]);
                    }
                });
            });
            for (o, sum) in sums.into_iter().enumerate() {
                sum.write(y.wrapping_add(o * walk.width + j));
            }
        }
        if j + T::LANES >= walk.width {
            return;
        }
        j = (j + T::LANES).min(walk.width - T::LANES);
    }
}

/// `sums[r][c] = sum over (i, j) of dy[i][j] * x[STRIDE * i + r][STRIDE * j + c]` over the whole vectors of each row, a
/// partial sum a lane.
///
/// # Safety
/// All taps and all of `dy` must be valid for reading.
#[inline(always)]
pub unsafe fn gradient<T: Vector, const STRIDE: usize>(
    x: *const T::Elem,
    dy: *const T::Elem,
    walk: Walk,
) -> [[T; 3]; 3] {
    let mut sums = [[T::zeros(); 3]; 3];
    let (mut x, mut dy, mut left) = (x, dy, walk.rows);
    // SAFETY: the caller's promise, row by row.
    unsafe {
        while STRIDE == 1 && left >= 2 {
            gradient_of_rows::<T, STRIDE, 2>(x, dy, &mut sums, walk);
            (x, dy) = (x.wrapping_add(2 * walk.line), dy.wrapping_add(2 * walk.width));
            left -= 2;
        }
        while left > 0 {
            gradient_of_rows::<T, STRIDE, 1>(x, dy, &mut sums, walk);
            (x, dy) = (x.wrapping_add(STRIDE * walk.line), dy.wrapping_add(walk.width));
            left -= 1;
        }
    }
    sums
}

/// Adds what `R` rows of outputs give.
#[inline(always)]
unsafe fn gradient_of_rows<T: Vector, const STRIDE: usize, const R: usize>(
    x: *const T::Elem,
    dy: *const T::Elem,
    sums: &mut [[T; 3]; 3],
    walk: Walk,
) {
    let mut j = 0;
    while j + T::LANES <= walk.width {
        // SAFETY: the caller's promise.
        unsafe {
            let dy: [T; R] = core::array::from_fn(|o| T::read(dy.wrapping_add(o * walk.width + j)));
            walk.taps::<T, STRIDE, R>(x.wrapping_add(j), |r, taps| {
                for_each_output::<STRIDE, R>(r, |r, o| {
                    for c in 0..3 {
                        sums[r][c] = T::multiply_add(dy[o], taps[c], sums[r][c]);
                    }
                });
            });
        }
        j += T::LANES;
    }
}
