//! Shapes: lists of dimensions, printed as Python prints tuples.

use smallvec::SmallVec;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

/// The dimensions of an array, outermost first (row-major). One pointer, shared until written to, because most code passes
/// shapes on.
#[derive(Clone, PartialEq, Eq, Debug, Default, Hash)]
pub struct Shape(Rc<SmallVec<[usize; 4]>>);

impl Shape {
    /// The shape with these dimensions.
    pub fn new(dims: &[usize]) -> Shape {
        Shape(Rc::new(SmallVec::from_slice(dims)))
    }

    /// The number of elements; 1 for no dimensions.
    pub fn size(&self) -> usize {
        self.iter().product()
    }

    /// The number of elements, or nothing when it does not fit.
    pub fn checked_size(&self) -> Option<usize> {
        self.iter().try_fold(1usize, |n, &d| n.checked_mul(d))
    }

    /// Row-major strides in elements.
    pub fn strides(&self) -> SmallVec<[usize; 4]> {
        let mut strides = SmallVec::from_elem(1, self.len());
        for i in (0..self.len().saturating_sub(1)).rev() {
            strides[i] = strides[i + 1] * self[i + 1];
        }
        strides
    }

    /// `(outer, n, inner)`: the array seen as three dimensions with `axis` in the middle.
    pub fn around(&self, axis: usize) -> (usize, usize, usize) {
        (self[..axis].iter().product(), self[axis], self[axis + 1..].iter().product())
    }

    /// The index of an axis that may be negative (counted from the end), if it is in range.
    pub fn axis(&self, axis: i64) -> Option<usize> {
        let n = self.len() as i64;
        let i = if axis < 0 { axis + n } else { axis };
        (0..n).contains(&i).then_some(i as usize)
    }

    /// The common shape of two by NumPy's broadcasting rule, if there is one.
    pub fn broadcast(&self, other: &Shape) -> Option<Shape> {
        let n = self.len().max(other.len());
        let at = |s: &Shape, i: usize| if i + s.len() < n { 1 } else { s[i + s.len() - n] };
        (0..n)
            .map(|i| match (at(self, i), at(other, i)) {
                (a, b) if a == b => Some(a),
                (1, b) => Some(b),
                (a, 1) => Some(a),
                _ => None,
            })
            .collect()
    }

    /// Strides for reading an array of this shape as if it had the (broadcast) shape `target`: 0 where it repeats.
    pub fn broadcast_strides(&self, target: &Shape) -> SmallVec<[usize; 4]> {
        let own = self.strides();
        let lead = target.len() - self.len();
        (0..target.len())
            .map(|i| if i < lead || (self[i - lead] == 1 && target[i] != 1) { 0 } else { own[i - lead] })
            .collect()
    }
}

impl Deref for Shape {
    type Target = SmallVec<[usize; 4]>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Shape {
    fn deref_mut(&mut self) -> &mut Self::Target {
        Rc::make_mut(&mut self.0)
    }
}

impl FromIterator<usize> for Shape {
    fn from_iter<I: IntoIterator<Item = usize>>(iter: I) -> Shape {
        Shape(Rc::new(iter.into_iter().collect()))
    }
}

impl<const N: usize> From<[usize; N]> for Shape {
    fn from(dims: [usize; N]) -> Shape {
        Shape::new(&dims)
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(")?;
        for (i, d) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            write!(f, "{d}")?;
        }
        f.write_str(if self.len() == 1 { ",)" } else { ")" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broadcasting() {
        assert_eq!(Shape::from([2, 3]).broadcast(&Shape::from([3])), Some(Shape::from([2, 3])));
        assert_eq!(Shape::from([2, 1]).broadcast(&Shape::from([1, 4])), Some(Shape::from([2, 4])));
        assert_eq!(Shape::from([2]).broadcast(&Shape::from([3])), None);
        assert_eq!(Shape::from([3]).broadcast_strides(&Shape::from([2, 3])).as_slice(), &[0, 1]);
        assert_eq!(Shape::from([2, 1]).broadcast_strides(&Shape::from([2, 3])).as_slice(), &[1, 0]);
    }

    #[test]
    fn printing() {
        assert_eq!(Shape::from([2]).to_string(), "(2,)");
        assert_eq!(Shape::from([2, 3]).to_string(), "(2,3)");
    }
}
