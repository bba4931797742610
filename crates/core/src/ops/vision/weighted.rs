//! Weighted sums of rows, which samplers, resizers and pooling of regions are made of: sums, their transpose, and the
//! products that are the gradient of the weights. All three come from one trilinear form, so that each one's gradient is
//! made of the other two and can be differentiated to any order.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, ErrorKind, Result};
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, input};
use crate::ops::functional as f;
use crate::ops::nn::support::{finish, scratch_for, wide};
use crate::shape::Shape;
use kernels::weighted::Role;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SUM, &SPREAD, &PRODUCTS];

/// Which rows are summed up to which, and with which weights.
#[derive(Default)]
pub struct Table {
    places: Vec<i64>,
    weights: Vec<f64>,
    ends: Vec<i64>,
}

impl Table {
    /// Makes room for as many more sums and entries, which the rest relies on not to run out of memory.
    pub fn reserve(&mut self, sums: usize, entries: usize) -> Result<()> {
        let places = self.places.try_reserve(entries).is_ok() && self.weights.try_reserve(entries).is_ok();
        let bytes = entries.saturating_mul(16).saturating_add(sums.saturating_mul(8));
        if places && self.ends.try_reserve(sums).is_ok() {
            Ok(())
        } else {
            Err(Error::new(ErrorKind::OutOfMemory { bytes }))
        }
    }
    /// Adds a row to the sum that is being described.
    pub fn add(&mut self, place: usize, weight: f64) {
        self.places.push(place as i64);
        self.weights.push(weight);
    }
    /// Begins with the next sum.
    pub fn end(&mut self) {
        self.ends.push(self.places.len() as i64);
    }
    /// The sums of rows along an axis.
    pub fn sum(&self, x: &NDArray, axis: usize) -> Result<NDArray> {
        let (outer, n, inner) = x.shape().around(axis);
        let lines = f::reshape(x, &Shape::from([outer, n, inner]))?;
        let weights = f::cast(&NDArray::from_slice([self.weights.len()], &self.weights)?, x.dtype())?;
        let places = NDArray::from_slice([self.places.len()], &self.places)?;
        let ends = NDArray::from_slice([self.ends.len()], &self.ends)?;
        f::reshape(&sum(&lines, &weights, &places, &ends)?, &replaced(x.shape(), axis, self.ends.len()))
    }
}

fn replaced(shape: &Shape, axis: usize, size: usize) -> Shape {
    let mut shape = shape.clone();
    shape[axis] = size;
    shape
}

/// Weighted sums of the rows of (outer, rows, inner): sum r is that of the entries from `ends[r - 1]` to `ends[r]`.
pub fn sum(x: &NDArray, weights: &NDArray, places: &NDArray, ends: &NDArray) -> Result<NDArray> {
    call(Role::Sum, 0, [x, weights, places, ends])
}

fn call(role: Role, rows: usize, inputs: [&NDArray; 4]) -> Result<NDArray> {
    crate::invoke::invoke1(Weighted(role, Rows { rows }), &inputs.map(NDArray::clone))
}

attrs! {
    /// The number of rows that sums are spread to.
    pub struct Rows {
        /// How many rows there are; only for the transpose.
        rows: usize = 0,
    }
}

struct Weighted(Role, Rows);

const ROWS: (&str, &str) = ("data", "Rows, (outer, rows, inner).");
const SUMS: (&str, &str) = ("sums", "Sums, (outer, sums, inner).");
const WEIGHTS: (&str, &str) = ("weights", "A weight for each entry.");
const PLACES: (&str, &str) = ("places", "The row of each entry.");
const ENDS: (&str, &str) = ("ends", "Where the entries of each sum end.");

/// Rows and weights to sums.
pub static SUM: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_weighted_sum",
        "Weighted sums of rows.",
        Inputs::Fixed(&[
            input(ROWS.0, ROWS.1),
            input(WEIGHTS.0, WEIGHTS.1),
            input(PLACES.0, PLACES.1),
            input(ENDS.0, ENDS.1),
        ]),
        Rows::SCHEMA,
        |given| Ok(Rc::new(Weighted(Role::Sum, Rows::read(given)))),
    )
};

/// Sums and weights to rows.
pub static SPREAD: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_weighted_spread",
        "The transpose of weighted sums: their gradient with respect to the rows.",
        Inputs::Fixed(&[
            input(SUMS.0, SUMS.1),
            input(WEIGHTS.0, WEIGHTS.1),
            input(PLACES.0, PLACES.1),
            input(ENDS.0, ENDS.1),
        ]),
        Rows::SCHEMA,
        |given| Ok(Rc::new(Weighted(Role::Spread, Rows::read(given)))),
    )
};

/// Rows and sums to weights.
pub static PRODUCTS: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_weighted_products",
        "The gradient of weighted sums with respect to the weights.",
        Inputs::Fixed(&[
            input(ROWS.0, ROWS.1),
            input(SUMS.0, SUMS.1),
            input(PLACES.0, PLACES.1),
            input(ENDS.0, ENDS.1),
        ]),
        Rows::SCHEMA,
        |given| Ok(Rc::new(Weighted(Role::Products, Rows::read(given)))),
    )
};

impl Weighted {
    /// Checks where the entries of each sum end, and the row of each, so that loops need not.
    fn check(&self, places: &[i64], ends: &[i64], rows: usize) -> Result<()> {
        let is_sorted = ends.is_sorted() && ends.last().copied().unwrap_or(0) == places.len() as i64;
        if ends.first().is_some_and(|&end| end < 0) || !is_sorted || places.iter().any(|&place| place as usize >= rows)
        {
            return Err(Error::value(self.def().name, "an entry is out of range"));
        }
        Ok(())
    }
}

impl Op for Weighted {
    fn def(&self) -> &'static OpDef {
        match self.0 {
            Role::Sum => &SUM,
            Role::Spread => &SPREAD,
            Role::Products => &PRODUCTS,
        }
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = super::floats(self.def(), &inputs[..2])?;
        let [a, b, places, ends] = [0, 1, 2, 3].map(|i| &inputs[i].shape);
        let wrong = |i: usize, expected: &str| {
            Err(Error::shape(self.def().name, &self.def().input_name(i), &inputs[i].shape, expected))
        };
        if a.len() != 3 {
            return wrong(0, "(outer, rows, inner)");
        }
        if places.len() != 1 || ends.len() != 1 {
            return wrong(2, "that of a list, like ends");
        }
        let rank = if self.0 == Role::Products { 3 } else { 1 };
        if b.len() != rank || rank == 1 && b != places || rank == 3 && (b[0], b[1], b[2]) != (a[0], ends[0], a[2]) {
            return wrong(1, "as many entries as places, or sums as ends");
        }
        let shape = match self.0 {
            Role::Sum => replaced(a, 1, ends[0]),
            Role::Spread if a[1] != ends[0] => return wrong(0, "as many sums as ends"),
            Role::Spread => replaced(a, 1, self.1.rows),
            Role::Products => places.clone(),
        };
        Ok(vec![Spec::new(shape, dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (a, b) = (wide(&x[0])?, wide(&x[1])?);
        let out = scratch_for(&y[0], a.dtype())?;
        let rows = if self.0 == Role::Spread { out.shape()[1] } else { a.shape()[1] };
        let (places, ends) = (x[2].cast(DType::Int64)?, x[3].cast(DType::Int64)?);
        let (places, ends) = (places.read::<i64>(), ends.read::<i64>());
        self.check(&places, &ends, rows)?;
        let sizes = [a.shape()[0], rows, a.shape()[2]];
        out.bytes_mut().fill(0);
        for_float!(a.dtype(), T => {
            let (a, b) = (a.read::<T>(), b.read::<T>());
            kernels::weighted::apply::<T>(self.0, sizes, &a, &b, &places, &ends, &mut out.write());
        });
        finish(&y[0], out)
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let [a, b, places, ends] = [0, 1, 2, 3].map(|i| grad.input(i));
        let h = grad.head(0)?;
        let rows = grad.input_spec(0).shape[1];
        let part = |role, x: &NDArray, y: &NDArray| call(role, rows, [x, y, &places, &ends]);
        let first = || match self.0 {
            Role::Sum => part(Role::Spread, &h, &b),
            Role::Spread => part(Role::Sum, &h, &b),
            Role::Products => part(Role::Spread, &b, &h),
        };
        let second = || match self.0 {
            Role::Sum => part(Role::Products, &a, &h),
            Role::Spread => part(Role::Products, &h, &a),
            Role::Products => part(Role::Sum, &a, &h),
        };
        let (first, second) = (grad.needs(0).then(first).transpose()?, grad.needs(1).then(second).transpose()?);
        Ok(vec![first, second, None, None])
    }
}
