//! Moving elements of any size: transposing, slicing, repeating, padding.
//!
//! One core does most of it: a gather from a strided view (strides may be zero or negative) into a contiguous array, and its
//! scatter. Axes that lie together are merged first. Runs with stride 1 are copied whole; where the input is contiguous
//! along another axis than the output (a transposition), the two axes are walked in squares of 64 by 64, so that memory is
//! read and written in runs of several cache lines.

mod pad;

pub use pad::{PadMode, pad, pad_scatter_add};

use crate::gemm::scratch;
use crate::simd::{copy, copy_array};
use bytemuck::Pod;

/// Side of the squares of a transposition: 64 elements of 4 bytes are four cache lines, and a square is half of the
/// first-level cache.
const SIDE: usize = 64;
/// Columns whose squares are done before the next ones: few enough that the processor still knows the pages of their lines
/// when it comes to the next rows of squares.
const BAND: usize = 4 * SIDE;
/// Elements copied at once within a square.
const RUN: usize = 16;

/// Axes of a strided view, merged; the last is the fastest.
#[derive(Clone, Copy)]
struct Axis {
    len: usize,
    stride: isize,
}

/// Row-major strides of `shape`.
fn row_major(shape: &[usize]) -> Vec<isize> {
    let mut strides = vec![1; shape.len()];
    for i in (1..shape.len()).rev() {
        strides[i - 1] = strides[i] * shape[i] as isize;
    }
    strides
}

/// Drops axes of length 1, merges axes that continue each other. Never empty.
fn merge(shape: &[usize], strides: &[isize]) -> Vec<Axis> {
    let mut axes: Vec<Axis> = Vec::with_capacity(shape.len().max(1));
    for (&len, &stride) in shape.iter().zip(strides) {
        match axes.last_mut() {
            _ if len == 1 => {}
            Some(last) if last.stride == stride * len as isize => *last = Axis { len: last.len * len, stride },
            _ => axes.push(Axis { len, stride }),
        }
    }
    if axes.is_empty() {
        axes.push(Axis { len: 1, stride: 1 });
    }
    axes
}

/// Calls `f(offset in the view, position in the contiguous array)` for every index of `outer`, whose positions are `step`
/// elements apart.
fn for_each_outer(outer: &[Axis], steps: &[usize], start: isize, mut f: impl FnMut(isize, usize)) {
    let total: usize = outer.iter().map(|axis| axis.len).product();
    let mut index = vec![0; outer.len()];
    let (mut at, mut position) = (start, 0);
    for _ in 0..total {
        f(at, position);
        for d in (0..outer.len()).rev() {
            index[d] += 1;
            at += outer[d].stride;
            position += steps[d];
            if index[d] < outer[d].len {
                break;
            }
            at -= outer[d].stride * outer[d].len as isize;
            position -= steps[d] * outer[d].len;
            index[d] = 0;
        }
    }
}

/// Contiguous steps of merged axes.
fn steps(axes: &[Axis]) -> Vec<usize> {
    let mut steps = vec![1; axes.len()];
    for i in (1..axes.len()).rev() {
        steps[i - 1] = steps[i] * axes[i].len;
    }
    steps
}

/// `y[index] = x[start + sum of index * stride]` for every index of `shape`, `y` contiguous.
///
/// # Panics
/// If an index leaves a slice.
#[inline(never)]
pub fn gather_strided<E: Pod>(x: &[E], start: usize, shape: &[usize], strides: &[isize], y: &mut [E]) {
    if shape.contains(&0) {
        return;
    }
    let mut axes = merge(shape, strides);
    let mut steps = steps(&axes);
    let inner = axes.pop().expect("merged axes are never empty");
    steps.pop();
    let crossing = axes.iter().position(|axis| axis.stride == 1).filter(|_| inner.stride > 1);
    if let Some(d) = crossing {
        let (rows, step) = (axes.remove(d).len, steps.remove(d));
        return scratch::with(SIDE * SIDE, |square: &mut [E]| {
            for_each_outer(&axes, &steps, start as isize, |at, position| {
                let x = &x[at as usize..];
                transpose_plane(x, inner.stride as usize, (rows, inner.len), &mut y[position..], step, square);
            });
        });
    }
    for_each_outer(&axes, &steps, start as isize, |at, position| {
        let y = &mut y[position..position + inner.len];
        match inner.stride {
            1 => copy(&x[at as usize..][..inner.len], y),
            0 => y.fill(x[at as usize]),
            stride => {
                for (i, y) in y.iter_mut().enumerate() {
                    *y = x[(at + i as isize * stride) as usize];
                }
            }
        }
    });
}

/// `y[r * y_stride + c] = x[r + c * x_stride]`, in squares. A whole square passes through a buffer of [`SIDE`] lines of as
/// many elements, so that its cache lines are read and written at once even where a power of two as stride puts them all
/// in one set.
fn transpose_plane<E: Pod>(
    x: &[E],
    x_stride: usize,
    (rows, cols): (usize, usize),
    y: &mut [E],
    y_stride: usize,
    square: &mut [E],
) {
    let square = square.as_chunks_mut::<SIDE>().0;
    let side = if size_of::<E>() > 4 { SIDE / 2 } else { SIDE };
    let squares = (0..cols).step_by(BAND).flat_map(|band| {
        let columns = band..cols.min(band + BAND);
        (0..rows).step_by(side).flat_map(move |r0| columns.clone().step_by(side).map(move |c0| (r0, c0)))
    });
    for (r0, c0) in squares {
        let (height, width) = (side.min(rows - r0), side.min(cols - c0));
        for (c, line) in square.iter_mut().enumerate().take(width) {
            let (x, x_rest) = x[(c0 + c) * x_stride + r0..][..height].as_chunks::<RUN>();
            let (line, line_rest) = line[..height].as_chunks_mut();
            line.iter_mut().zip(x).for_each(|(line, x)| copy_array(x, line));
            copy(x_rest, line_rest);
        }
        let (runs, single) = square[..width].as_chunks::<RUN>();
        for r in 0..height {
            let (y, y_rest) = y[(r0 + r) * y_stride + c0..][..width].as_chunks_mut::<RUN>();
            y.iter_mut().zip(runs).for_each(|(y, lines)| *y = core::array::from_fn(|c| lines[c][r]));
            y_rest.iter_mut().zip(single).for_each(|(y, line)| *y = line[r]);
        }
    }
}

/// `y[start + sum of index * stride] = x[index]` for every index of `shape`, `x` contiguous: transpose of [`gather_strided`].
///
/// # Panics
/// If an index leaves a slice.
#[inline(never)]
pub fn scatter_strided<E: Pod>(x: &[E], start: usize, shape: &[usize], strides: &[isize], y: &mut [E]) {
    if shape.contains(&0) {
        return;
    }
    let mut axes = merge(shape, strides);
    let mut steps = steps(&axes);
    let inner = axes.pop().expect("merged axes are never empty");
    steps.pop();
    for_each_outer(&axes, &steps, start as isize, |at, position| {
        let x = &x[position..position + inner.len];
        if inner.stride == 1 {
            copy(x, &mut y[at as usize..][..inner.len]);
        } else {
            for (i, &x) in x.iter().enumerate() {
                y[(at + i as isize * inner.stride) as usize] = x;
            }
        }
    });
}

/// `y` = `x` with its axes permuted: axis i of `y` is axis `axes[i]` of `x`.
///
/// # Panics
/// If a slice is too short or `axes` is no permutation.
pub fn transpose<E: Pod>(x: &[E], shape: &[usize], axes: &[usize], y: &mut [E]) {
    let strides = row_major(shape);
    let (out_shape, strides): (Vec<usize>, Vec<isize>) = axes.iter().map(|&a| (shape[a], strides[a])).unzip();
    gather_strided(x, 0, &out_shape, &strides, y);
}

/// Start and strides of the view `begin + index * step` of an array of `shape`.
fn view(shape: &[usize], begin: &[usize], step: &[isize]) -> (usize, Vec<isize>) {
    let strides = row_major(shape);
    let start = begin.iter().zip(&strides).map(|(&b, &s)| b * s as usize).sum();
    (start, strides.iter().zip(step).map(|(&s, &step)| s * step).collect())
}

/// `y[index] = x[begin + index * step]` for every index of `out_shape`.
///
/// # Panics
/// If an index leaves a slice.
pub fn slice_strided<E: Pod>(
    x: &[E],
    in_shape: &[usize],
    begin: &[usize],
    step: &[isize],
    out_shape: &[usize],
    y: &mut [E],
) {
    let (start, strides) = view(in_shape, begin, step);
    gather_strided(x, start, out_shape, &strides, y);
}

/// `y[begin + index * step] = x[index]` for every index of `part_shape`, the shape of `x`; the rest of `y` stays.
///
/// # Panics
/// If an index leaves a slice.
pub fn assign_strided<E: Pod>(
    x: &[E],
    part_shape: &[usize],
    begin: &[usize],
    step: &[isize],
    shape: &[usize],
    y: &mut [E],
) {
    let (start, strides) = view(shape, begin, step);
    scatter_strided(x, start, part_shape, &strides, y);
}

/// Joins `pieces`, piece i being (outer, `runs[i]`), into `y` of (outer, sum of `runs`).
///
/// # Panics
/// If a slice is too short.
pub fn concat<E: Pod>(pieces: &[&[E]], runs: &[usize], outer: usize, y: &mut [E]) {
    let total: usize = runs.iter().sum();
    let mut start = 0;
    for (x, &run) in pieces.iter().zip(runs) {
        if run == 1 {
            y.iter_mut().skip(start).step_by(total).zip(&x[..outer]).for_each(|(y, &x)| *y = x);
        } else {
            for o in 0..outer {
                copy(&x[o * run..][..run], &mut y[o * total + start..][..run]);
            }
        }
        start += run;
    }
}

/// Transpose of [`concat`] for one piece: `y` (outer, run) = the columns `start .. start + run` of `x` (outer, total).
///
/// # Panics
/// If a slice is too short.
pub fn split_piece<E: Pod>(x: &[E], outer: usize, total: usize, start: usize, run: usize, y: &mut [E]) {
    for o in 0..outer {
        copy(&x[o * total + start..][..run], &mut y[o * run..][..run]);
    }
}
