//! Padding arrays of any rank.

use crate::simd::{Float, copy};
use bytemuck::Pod;

/// What fills the border.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PadMode<E> {
    /// One value.
    Constant(E),
    /// The nearest element.
    Edge,
    /// The elements mirrored about the edge, which is not repeated.
    Reflect,
}

/// For each index along an output axis the input index it reads, `None` for the constant.
fn sources<E>(mode: &PadMode<E>, len: usize, before: usize, after: usize) -> Vec<Option<usize>> {
    let last = len as isize - 1;
    (0..before + len + after)
        .map(|out| {
            let at = out as isize - before as isize;
            match mode {
                PadMode::Constant(_) => usize::try_from(at).ok().filter(|&at| at < len),
                PadMode::Edge => Some(at.clamp(0, last) as usize),
                PadMode::Reflect if last == 0 => Some(0),
                PadMode::Reflect => {
                    let wrapped = at.rem_euclid(2 * last);
                    Some(wrapped.min(2 * last - wrapped) as usize)
                }
            }
        })
        .collect()
}

/// Calls `f(start of an output row, start of the input row it reads)`, and gives the table of the last axis.
fn for_each_row<E>(
    mode: &PadMode<E>,
    shape: &[usize],
    pads: &[(usize, usize)],
    mut f: impl FnMut(usize, Option<usize>, &[Option<usize>]),
) {
    let mut tables: Vec<_> =
        shape.iter().zip(pads).map(|(&n, &(before, after))| sources(mode, n, before, after)).collect();
    let (Some(inner), Some(&len)) = (tables.pop(), shape.last()) else { return };
    let rows: usize = tables.iter().map(Vec::len).product();
    for row in 0..rows {
        let (mut rest, mut stride, mut at) = (row, len, Some(0));
        for (table, &n) in tables.iter().zip(shape).rev() {
            at = at.zip(table[rest % table.len()]).map(|(at, i)| at + i * stride);
            rest /= table.len();
            stride *= n;
        }
        f(row * inner.len(), at, &inner);
    }
}

/// `y` = `x` with `pads[i]` elements before and after axis i.
///
/// # Panics
/// If a slice is too short; `Edge` and `Reflect` need axes that are not empty.
pub fn pad<E: Pod>(x: &[E], shape: &[usize], pads: &[(usize, usize)], mode: PadMode<E>, y: &mut [E]) {
    let &[.., (before, _)] = pads else { return };
    for_each_row(&mode, shape, pads, |out, at, inner| {
        let y = &mut y[out..out + inner.len()];
        match (at, mode) {
            (Some(at), PadMode::Constant(value)) => {
                let len = shape[shape.len() - 1];
                y[..before].fill(value);
                copy(&x[at..at + len], &mut y[before..before + len]);
                y[before + len..].fill(value);
            }
            (None, PadMode::Constant(value)) => y.fill(value),
            (at, _) => {
                for (y, source) in y.iter_mut().zip(inner) {
                    if let Some((at, i)) = at.zip(*source) {
                        *y = x[at + i];
                    }
                }
            }
        }
    });
}

/// Gradient of [`pad`]: adds each element of `dy` to the one it was read from; overwrites `dx`, of `shape`.
///
/// # Panics
/// If a slice is too short.
pub fn pad_scatter_add<T: Float>(dy: &[T], shape: &[usize], pads: &[(usize, usize)], mode: PadMode<T>, dx: &mut [T]) {
    dx[..shape.iter().product()].fill(T::ZERO);
    for_each_row(&mode, shape, pads, |out, at, inner| {
        for (&dy, source) in dy[out..].iter().zip(inner) {
            if let Some((at, i)) = at.zip(*source) {
                dx[at + i] = dx[at + i] + dy;
            }
        }
    });
}
