//! Cuts the walk over two broadcast operands into long runs, so that kernels do no index arithmetic per element.

use core::ops::Range;

/// One side of a run.
#[derive(Clone, Copy, Debug)]
pub enum Operand<'a, T> {
    /// As many elements as the output has.
    Array(&'a [T]),
    /// The same element all along.
    Scalar(T),
}

impl<T: Copy> Operand<'_, T> {
    /// A range of the `len` elements.
    pub fn part(self, len: usize, range: Range<usize>) -> Self {
        match self {
            Self::Array(x) => {
                assert_eq!(x.len(), len, "operand and output differ in length");
                Self::Array(&x[range])
            }
            scalar => scalar,
        }
    }
    /// The element at index `i`.
    #[inline(always)]
    pub fn at(&self, i: usize) -> T {
        match self {
            Self::Array(x) => x[i],
            Self::Scalar(s) => *s,
        }
    }
}

/// An axis after joining: its length and the strides of both operands.
#[derive(Clone, Copy)]
struct Axis {
    len: usize,
    a: usize,
    b: usize,
}

/// Shorter runs are gathered into chunks of this many elements.
const CHUNK: usize = 256;
/// Runs at least this long are passed on as they lie.
const LONG: usize = 32;
/// A row that repeats is copied until there are at most this many elements: they stay in the nearest cache.
const COPIES: usize = 2048;

/// An operand and its strides in elements.
type Strided<'a, T> = (&'a [T], &'a [usize]);

/// Calls `f(a, b, y)` for consecutive pieces of `y`, which is contiguous of `shape`; longer ones where a row repeats if
/// `COPY_ROWS`, which is worth its code where calls of `f` are cheap.
///
/// # Panics
/// If ranks differ, if `y` is not as long as `shape` says, or if strides lead outside an operand.
pub fn runs<const COPY_ROWS: bool, T: Copy + Default>(
    (a, a_strides): Strided<T>,
    (b, b_strides): Strided<T>,
    shape: &[usize],
    y: &mut [T],
    mut f: impl FnMut(Operand<T>, Operand<T>, &mut [T]),
) {
    assert!(a_strides.len() == shape.len() && b_strides.len() == shape.len(), "ranks differ");
    assert_eq!(y.len(), shape.iter().product::<usize>(), "output differs in length");
    if y.is_empty() {
        return;
    }
    let axes = join(shape, a_strides, b_strides);
    if COPY_ROWS && repeat_row(a, b, &axes, y, &mut f) {
        return;
    }
    let (inner, outer) = axes.split_last().expect("at least one axis");
    let mut walk = Walk::new(outer);
    if inner.len >= LONG && inner.a <= 1 && inner.b <= 1 {
        for y in y.chunks_exact_mut(inner.len) {
            f(run(&a[walk.a..], inner.a, y.len()), run(&b[walk.b..], inner.b, y.len()), y);
            walk.step();
        }
        return;
    }
    let (mut chunk_a, mut chunk_b) = ([T::default(); CHUNK], [T::default(); CHUNK]);
    let mut k = 0;
    for y in y.chunks_mut(CHUNK) {
        for (to_a, to_b) in chunk_a.iter_mut().zip(&mut chunk_b).take(y.len()) {
            (*to_a, *to_b) = (a[walk.a + k * inner.a], b[walk.b + k * inner.b]);
            k += 1;
            if k == inner.len {
                k = 0;
                walk.step();
            }
        }
        f(Operand::Array(&chunk_a[..y.len()]), Operand::Array(&chunk_b[..y.len()]), y);
    }
}

/// [`runs`] where the innermost row of one operand repeats along the next axis and the other one is contiguous (a bias of
/// the last axis): several copies of the row make longer runs. Gives whether that was so.
fn repeat_row<T: Copy + Default>(
    a: &[T],
    b: &[T],
    axes: &[Axis],
    y: &mut [T],
    f: &mut impl FnMut(Operand<T>, Operand<T>, &mut [T]),
) -> bool {
    let [outer @ .., rows, inner] = axes else { return false };
    let b_repeats = (rows.a, rows.b) == (inner.len, 0);
    let repeats = b_repeats || (rows.a, rows.b) == (0, inner.len);
    let times = rows.len.min(COPIES / inner.len);
    if !repeats || (inner.a, inner.b) != (1, 1) || times < 2 {
        return false;
    }
    let mut copies = vec![T::default(); times * inner.len];
    let mut walk = Walk::new(outer);
    for y in y.chunks_exact_mut(rows.len * inner.len) {
        let (a, b) = (&a[walk.a..], &b[walk.b..]);
        let (row, other) = if b_repeats { (b, a) } else { (a, b) };
        copies.chunks_exact_mut(inner.len).for_each(|copy| copy.copy_from_slice(&row[..inner.len]));
        for (y, other) in y.chunks_mut(copies.len()).zip(other.chunks(copies.len())) {
            let (row, other) = (Operand::Array(&copies[..y.len()]), Operand::Array(&other[..y.len()]));
            if b_repeats { f(other, row, y) } else { f(row, other, y) }
        }
        walk.step();
    }
    true
}

fn run<T: Copy>(x: &[T], stride: usize, len: usize) -> Operand<'_, T> {
    if stride == 0 { Operand::Scalar(x[0]) } else { Operand::Array(&x[..len]) }
}

/// Drops axes of length 1 and joins neighbours that both operands walk as one.
fn join(shape: &[usize], a: &[usize], b: &[usize]) -> Vec<Axis> {
    let mut axes: Vec<Axis> = Vec::with_capacity(shape.len().max(1));
    for (i, &len) in shape.iter().enumerate().filter(|(_, len)| **len != 1) {
        let axis = Axis { len, a: a[i], b: b[i] };
        match axes.last_mut() {
            Some(o) if o.a == axis.a * len && o.b == axis.b * len => *o = Axis { len: o.len * len, ..axis },
            _ => axes.push(axis),
        }
    }
    if axes.is_empty() {
        axes.push(Axis { len: 1, a: 0, b: 0 });
    }
    axes
}

/// A position in the outer axes, and the offsets of both operands there.
struct Walk<'a> {
    axes: &'a [Axis],
    index: Vec<usize>,
    a: usize,
    b: usize,
}

impl<'a> Walk<'a> {
    fn new(axes: &'a [Axis]) -> Self {
        Walk { axes, index: vec![0; axes.len()], a: 0, b: 0 }
    }
    /// On to the next position; from the last one back to the first.
    fn step(&mut self) {
        for (axis, i) in self.axes.iter().zip(&mut self.index).rev() {
            *i += 1;
            self.a += axis.a;
            self.b += axis.b;
            if *i < axis.len {
                return;
            }
            *i = 0;
            self.a -= axis.a * axis.len;
            self.b -= axis.b * axis.len;
        }
    }
}
