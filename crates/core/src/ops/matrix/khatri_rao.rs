//! The Khatri-Rao product.

use super::composite;
use crate::array::Spec;
use crate::attrs;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Inputs, Op, OpDef, same_dtype};
use crate::ops::functional as f;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&KHATRI_RAO];

attrs! {
    /// How many matrices there are.
    pub struct KhatriRao {
        /// How many matrices there are.
        num_args: Option<usize> = None,
    }
}

/// `nd.khatri_rao`
pub static KHATRI_RAO: OpDef = OpDef::new(
    "khatri_rao",
    "The Kronecker products of the columns of matrices: (rows of the first · rows of the second · …, columns).",
    Inputs::Variadic { count: "num_args", doc: "Matrices of one dtype and number of columns." },
    KhatriRao::SCHEMA,
    |given| Ok(Rc::new(KhatriRao::read(given))),
);

impl KhatriRao {
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        // Of one matrix it is a copy.
        let mut product = f::scale(&x[0], 1.0)?;
        for x in &x[1..] {
            let (rows, more, columns) = (product.shape()[0], x.shape()[0], x.shape()[1]);
            let left = f::reshape(&product, &Shape::from([rows, 1, columns]))?;
            let right = f::reshape(x, &Shape::from([1, more, columns]))?;
            product = f::reshape(&f::mul(&left, &right)?, &Shape::from([rows * more, columns]))?;
        }
        Ok(product)
    }
}

impl Op for KhatriRao {
    composite!(KHATRI_RAO);
    fn arity(&self) -> Option<usize> {
        self.num_args
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&KHATRI_RAO, inputs)?;
        let columns = inputs[0].shape.last().copied().unwrap_or(0);
        let mut rows = 1usize;
        for (i, x) in inputs.iter().enumerate() {
            if x.shape.len() != 2 || x.shape[1] != columns {
                let expected = format!("2 dimensions, (rows, {columns}) like the first");
                return Err(Error::shape(KHATRI_RAO.name, &KHATRI_RAO.input_name(i), &x.shape, expected));
            }
            rows = rows.saturating_mul(x.shape[0]);
        }
        Ok(vec![Spec::new(Shape::from([rows, columns]), dtype)])
    }
}
