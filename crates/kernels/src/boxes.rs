//! Rectangles: how much they overlap, which of them are kept, and the largest element inside. In f64.

use crate::simd::{F64x2, Lanes, map};
use core::ops::Range;

/// A box by its corners.
#[derive(Clone, Copy, Debug)]
pub struct Corners {
    /// The least x.
    pub left: f64,
    /// The least y.
    pub top: f64,
    /// The greatest x.
    pub right: f64,
    /// The greatest y.
    pub bottom: f64,
}

/// The greater number; NaN is passed over, as by `f64::max`, which is a call in WebAssembly.
#[inline(always)]
fn max(a: f64, b: f64) -> f64 {
    if (a > b) | b.is_nan() { a } else { b }
}

impl Corners {
    /// From the left to the right.
    #[inline(always)]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }
    /// From the top to the bottom.
    #[inline(always)]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
    /// The area; 0 for a box that is turned inside out.
    #[inline(always)]
    fn area(&self) -> f64 {
        // Without branches, which could not be predicted.
        if (self.width() < 0.0) | (self.height() < 0.0) { 0.0 } else { self.width() * self.height() }
    }
    /// The area in common.
    #[inline(always)]
    pub fn common(&self, other: &Corners) -> f64 {
        let w = -max(-self.right, -other.right) - max(self.left, other.left);
        let h = -max(-self.bottom, -other.bottom) - max(self.top, other.top);
        max(w, 0.0) * max(h, 0.0)
    }
    /// The area in common as a part of the area of both; NaN for boxes without an area.
    #[inline(always)]
    fn overlap(&self, other: &Corners, common: f64) -> f64 {
        common / (self.area() + other.area() - common)
    }
}

/// The overlap of every box of `lhs` with every box of `rhs`; 0 where they have nothing in common.
pub fn overlaps(lhs: &[Corners], rhs: &[Corners], y: &mut [f64]) {
    // Number by number, so that they come in vectors.
    let of = |number: fn(&Corners) -> f64| rhs.iter().map(number).collect::<Vec<_>>();
    let numbers = [of(|b| b.left), of(|b| b.top), of(|b| b.right), of(|b| b.bottom), of(Corners::area)];
    let numbers = numbers.each_ref().map(Vec::as_slice);
    let zero = F64x2::zero();
    for (a, y) in lhs.iter().zip(y.chunks_exact_mut(rhs.len().max(1))) {
        let [left, top, right, bottom, area] = [a.left, a.top, a.right, a.bottom, a.area()].map(F64x2::splat);
        // As `common`: NaN is passed over.
        let choose = |better: F64x2, a: F64x2, b: F64x2| better.or(b.ne(b)).select(a, b);
        map(numbers, y, move |[l, t, r, b, other]: [F64x2; 5]| {
            let w = choose(right.lt(r), right, r) - choose(left.gt(l), left, l);
            let h = choose(bottom.lt(b), bottom, b) - choose(top.gt(t), top, t);
            let common = w.gt(zero).and(w) * h.gt(zero).and(h);
            common.gt(zero).and(common / (area + other - common))
        });
    }
}

/// Those of the boxes in `order` that do not overlap a box of their class that was kept before by more than the threshold,
/// with which overlaps are compared as f32 if `single`.
pub fn kept(boxes: &[Corners], classes: &[i64], order: &[usize], threshold: f64, single: bool) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for &i in order {
        let hides = |&j: &usize| {
            if classes[j] != classes[i] {
                return false;
            }
            let common = boxes[j].common(&boxes[i]);
            if common == 0.0 && threshold >= 0.0 {
                return false;
            }
            let overlap = boxes[j].overlap(&boxes[i], common);
            (if single { f64::from(overlap as f32) } else { overlap }) > threshold
        };
        if !kept.iter().any(hides) {
            kept.push(i);
        }
    }
    kept
}

/// The place of the first largest element of a rectangle of an image of this width; none in an empty one.
pub fn largest(image: &[f64], width: usize, rows: Range<usize>, columns: Range<usize>) -> Option<usize> {
    let mut best = rows.start * width + columns.start;
    if rows.is_empty() || columns.is_empty() {
        return None;
    }
    for row in rows {
        let start = row * width + columns.start;
        for (place, &value) in (start..).zip(&image[start..start + columns.len()]) {
            if value > image[best] {
                best = place;
            }
        }
    }
    Some(best)
}
