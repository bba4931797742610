//! Convolutions by their definition, for doubles: they are asked to be right, not to be fast, and one walk over all
//! products serves the three directions.

use super::Conv;
use crate::simd::Float;

/// Whether this file's way is the one.
pub(super) const fn applies<T>() -> bool {
    size_of::<T>() > 4
}

/// Products of one element of the kernel with a row of outputs: element `i` is of `x[x + i * stride]`, `w[w]`, `y[y + i]`.
struct Row {
    x: usize,
    w: usize,
    y: usize,
    len: usize,
}

/// Calls `f` with every row, images outermost, then output channels.
fn for_each_row(g: &Conv, f: &mut dyn FnMut(Row)) {
    let [depth, height, width] = g.in_size;
    let [kernel_depth, kernel_height, kernel_width] = g.kernel;
    // The outputs of dimension `d` to which an element of the kernel brings something of the image, not of its padding.
    let reach = |d: usize, k: usize| {
        let (at, s) = (k * g.dilate[d], g.stride[d]);
        let end = (g.in_size[d] + g.pad[d]).saturating_sub(at).div_ceil(s).min(g.out_size[d]);
        g.pad[d].saturating_sub(at).div_ceil(s)..end
    };
    let place = |d: usize, out: usize, k: usize| out * g.stride[d] + k * g.dilate[d] - g.pad[d];
    for (image, o) in (0..g.batch).flat_map(|image| (0..g.out_channels).map(move |o| (image, o))) {
        for c in 0..g.group_in() {
            let channel = image * g.in_channels + o / g.group_out() * g.group_in() + c;
            let kernel = (o * g.group_in() + c) * g.kernel_len();
            for k in 0..g.kernel_len() {
                let (kd, kh, kw) =
                    (k / (kernel_height * kernel_width), k / kernel_width % kernel_height, k % kernel_width);
                debug_assert!(kd < kernel_depth);
                let columns = reach(2, kw);
                if columns.is_empty() {
                    continue;
                }
                for (d, h) in reach(0, kd).flat_map(|d| reach(1, kh).map(move |h| (d, h))) {
                    let line = (channel * depth + place(0, d, kd)) * height + place(1, h, kh);
                    let out = (image * g.out_channels + o) * g.out_size[0] + d;
                    f(Row {
                        x: line * width + place(2, columns.start, kw),
                        w: kernel + k,
                        y: (out * g.out_size[1] + h) * g.out_size[2] + columns.start,
                        len: columns.len(),
                    });
                }
            }
        }
    }
}

/// See [`super::forward`].
pub(super) fn forward<T: Float>(g: &Conv, x: &[T], w: &[T], bias: Option<&[T]>, y: &mut [T]) {
    for (channel, y) in y.chunks_exact_mut(g.out_len().max(1)).enumerate() {
        y.fill(bias.map_or(T::ZERO, |bias| bias[channel % g.out_channels]));
    }
    for_each_row(g, &mut |row| {
        let x = x[row.x..].iter().step_by(g.stride[2]);
        y[row.y..][..row.len].iter_mut().zip(x).for_each(|(y, &x)| *y = *y + x * w[row.w]);
    });
}

/// See [`super::backward_data`].
pub(super) fn backward_data<T: Float>(g: &Conv, dy: &[T], w: &[T], dx: &mut [T]) {
    dx.fill(T::ZERO);
    for_each_row(g, &mut |row| {
        let dx = dx[row.x..].iter_mut().step_by(g.stride[2]);
        dy[row.y..][..row.len].iter().zip(dx).for_each(|(&dy, dx)| *dx = *dx + dy * w[row.w]);
    });
}

/// See [`super::backward_weight`].
pub(super) fn backward_weight<T: Float>(g: &Conv, x: &[T], dy: &[T], dw: &mut [T]) {
    dw.fill(T::ZERO);
    for_each_row(g, &mut |row| {
        let x = x[row.x..].iter().step_by(g.stride[2]);
        let products = dy[row.y..][..row.len].iter().zip(x).map(|(&dy, &x)| dy * x);
        dw[row.w] = dw[row.w] + products.fold(T::ZERO, |sum, product| sum + product);
    });
}
