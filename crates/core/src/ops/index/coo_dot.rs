//! The product of a sparse and a dense matrix.

use super::float_data;
use super::take::take_rows;
use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_float;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use crate::ops::functional as f;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&COO_DOT];

attrs! {
    /// The size of the sparse matrix.
    pub struct CooDot {
        /// Its number of rows.
        rows: usize,
    }
}

/// What `nd.dot` of a csr matrix is made of; that of the transpose has `to` and `from` change places.
pub static COO_DOT: OpDef = OpDef {
    internal: true,
    ..OpDef::new(
        "_coo_dot",
        "Zeros to which, for each element of a sparse matrix, its product with row `from` of rhs is added in row `to`.",
        Inputs::Fixed(&[
            input("data", "The elements."),
            input("to", "Their rows."),
            input("from", "Their columns."),
            input("rhs", "The dense matrix."),
        ]),
        CooDot::SCHEMA,
        |given| Ok(Rc::new(CooDot::read(given))),
    )
};

impl Op for CooDot {
    fn def(&self) -> &'static OpDef {
        &COO_DOT
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let [data, to, from, rhs] = inputs else { unreachable!("the operator has four inputs") };
        let elements = Shape::from([data.shape.size()]);
        expect_shape(&COO_DOT, 0, data, &elements, &"a list")?;
        expect_shape(&COO_DOT, 1, to, &elements, &"one for each element")?;
        expect_shape(&COO_DOT, 2, from, &elements, &"one for each element")?;
        if rhs.dtype != data.dtype {
            return Err(Error::dtype("_coo_dot", "rhs", rhs.dtype, format!("{}, the dtype of data", data.dtype)));
        }
        if rhs.shape.len() != 2 {
            return Err(Error::shape("_coo_dot", "rhs", &rhs.shape, "a matrix"));
        }
        Ok(vec![Spec::new([self.rows, rhs.shape[1]].into(), data.dtype)])
    }
    fn compute(&self, inputs: &[Array]) -> Compute {
        float_data(&inputs[0])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (to, from) = (x[1].to_i64()?, x[2].to_i64()?);
        for (arg, places, count) in [("to", &to, self.rows), ("from", &from, x[3].shape()[0])] {
            if let Some(wrong) = places.iter().find(|i| !(0..count as i64).contains(i)) {
                return Err(Error::value("_coo_dot", format!("{arg} has {wrong}, expected 0 to below {count}")));
            }
        }
        y[0].bytes_mut().fill(0);
        for_float!(y[0].dtype(), T => {
            let (data, rhs, mut y) = (x[0].read::<T>(), x[3].read::<T>(), y[0].write::<T>());
            kernels::index::coo_dot::<T>(&data, &to, &from, &rhs, x[3].shape()[1], &mut y);
        });
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let (g, to, from) = (grad.head(0)?, grad.input(1), grad.input(2));
        let mut grads = vec![None; 4];
        if grad.needs(0) {
            let products = f::mul(&take_rows(&g, &to)?, &take_rows(&grad.input(3), &from)?)?;
            grads[0] = Some(f::sum(&products, &[1], false)?);
        }
        let weighted = || {
            let data = grad.input(0);
            f::mul(&f::reshape(&data, &Shape::from([data.shape()[0], 1]))?, &take_rows(&g, &to)?)
        };
        if grad.needs(3) && !grad.give_rows(3, &from, weighted)? {
            let op = CooDot { rows: grad.input_spec(3).shape[0] };
            grads[3] = Some(crate::invoke::invoke1(op, &[grad.input(0), from, to, g])?);
        }
        Ok(grads)
    }
}
