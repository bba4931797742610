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
    /// Left, top, right, bottom and the area.
    fn numbers(&self) -> [f64; 5] {
        [self.left, self.top, self.right, self.bottom, self.area()]
    }
}

/// [`Corners::common`] of two boxes of each, given by their left, top, right and bottom.
#[inline(always)]
fn common_of_two([left, top, right, bottom]: [F64x2; 4], [l, t, r, b]: [F64x2; 4]) -> F64x2 {
    // NaN is passed over.
    let choose = |better: F64x2, a: F64x2, b: F64x2| better.or(b.ne(b)).select(a, b);
    let w = choose(right.lt(r), right, r) - choose(left.gt(l), left, l);
    let h = choose(bottom.lt(b), bottom, b) - choose(top.gt(t), top, t);
    let zero = F64x2::zero();
    w.gt(zero).and(w) * h.gt(zero).and(h)
}

/// The overlap of every box of `lhs` with every box of `rhs`; 0 where they have nothing in common.
pub fn overlaps(lhs: &[Corners], rhs: &[Corners], y: &mut [f64]) {
    // Number by number, so that they come in vectors.
    let of = |number: fn(&Corners) -> f64| rhs.iter().map(number).collect::<Vec<_>>();
    let numbers = [of(|b| b.left), of(|b| b.top), of(|b| b.right), of(|b| b.bottom), of(Corners::area)];
    let numbers = numbers.each_ref().map(Vec::as_slice);
    for (a, y) in lhs.iter().zip(y.chunks_exact_mut(rhs.len().max(1))) {
        let [left, top, right, bottom, area] = a.numbers().map(F64x2::splat);
        map(numbers, y, move |[l, t, r, b, other]: [F64x2; 5]| {
            let common = common_of_two([left, top, right, bottom], [l, t, r, b]);
            common.gt(F64x2::zero()).and(common / (area + other - common))
        });
    }
}

/// Those of the boxes in `order` that do not overlap a box of their class that was kept before by more than the threshold,
/// with which overlaps are compared as f32 if `single`.
pub fn kept(boxes: &[Corners], classes: &[i64], order: &[usize], threshold: f64, single: bool) -> Vec<usize> {
    let most = F64x2::splat(if single { most_as_single(threshold) } else { threshold });
    let mut kept: Vec<usize> = Vec::new();
    // The numbers and the class of two kept boxes at a time; none is of the class of a missing one.
    let mut pairs: Vec<[[f64; 2]; 6]> = Vec::new();
    for &i in order {
        let [left, top, right, bottom, area] = boxes[i].numbers();
        let numbers = [left, top, right, bottom, area, classes[i] as f64];
        let [left, top, right, bottom, area, class] = numbers.map(F64x2::splat);
        let hides = |pair: &[[f64; 2]; 6]| {
            let [l, t, r, b, other, of] = pair.map(F64x2::from_array);
            let common = common_of_two([l, t, r, b], [left, top, right, bottom]);
            of.eq(class).and((common / (other + area - common)).gt(most)).any()
        };
        if pairs.iter().any(hides) {
            continue;
        }
        if kept.len().is_multiple_of(2) {
            pairs.push([[f64::NAN; 2]; 6]);
        }
        let pair = pairs.last_mut().expect("one was pushed for the first of two");
        pair.iter_mut().zip(numbers).for_each(|(pair, number)| pair[kept.len() % 2] = number);
        kept.push(i);
    }
    kept
}

/// The greatest f64 that is no greater than the threshold once it is rounded to f32.
fn most_as_single(threshold: f64) -> f64 {
    let nearest = threshold as f32;
    let below = if f64::from(nearest) > threshold { nearest.next_down() } else { nearest };
    // In the middle of two neighbours rounding turns from one to the other.
    let middle = (f64::from(below) + f64::from(below.next_up())) / 2.0;
    if f64::from(middle as f32) > threshold { middle.next_down() } else { middle }
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

#[cfg(test)]
mod tests {
    use super::most_as_single;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_limit_stands_for_rounding(bits in any::<u32>(), doubles in any::<bool>(), offset in -3i64..4) {
            let single = f64::from(f32::from_bits((bits % 0x7f00_0000) | (bits & (1 << 31))));
            let threshold = if doubles { single * 1.000_000_01 } else { single };
            let most = most_as_single(threshold);
            for near in [most, threshold] {
                let x = f64::from_bits((near.to_bits() as i64 + offset) as u64);
                prop_assert_eq!(f64::from(x as f32) > threshold, x > most, "{} {}", x, threshold);
            }
        }
    }
}
