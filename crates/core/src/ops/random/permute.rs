//! Random orders, and draws without repetition.

use super::draw;
use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, Tuple};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Compute, DATA, Differentiable, Inputs, Keeps, Op, OpDef, Run};
use crate::ops::index::take::read_slices;
use crate::random::with_streams;
use crate::shape::Shape;
use kernels::index::Mode;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SHUFFLE, &UNIQUE_ZIPFIAN];

/// The operator `_shuffle`.
struct Shuffle;

/// `nd.shuffle`
pub static SHUFFLE: OpDef = OpDef {
    aliases: &["_npi_shuffle", "shuffle"],
    differentiable: Differentiable::No("it didn't register FGradient attribute."),
    ..OpDef::new("_shuffle", "The data with its first axis in random order.", DATA, &[], |_| Ok(Rc::new(Shuffle)))
};

impl Op for Shuffle {
    fn def(&self) -> &'static OpDef {
        &SHUFFLE
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        if inputs[0].shape.is_empty() || u32::try_from(inputs[0].shape[0]).is_err() {
            return Err(Error::shape("_shuffle", "data", &inputs[0].shape, "less than 2³² elements along axis 0"));
        }
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let (rows, row) = (x[0].shape()[0], x[0].shape()[1..].iter().product());
        let flat = x[0].shape().len() == 1;
        let order = with_streams(|s| if flat { s.shuffle_elements(rows) } else { s.shuffle_rows(rows) });
        let order: Vec<i64> = order.into_iter().map(|i| i as i64).collect();
        read_slices(&x[0], (1, rows, row), &order, Mode::Clip, &y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

attrs! {
    /// Range and shape of draws.
    pub struct UniqueZipfian {
        /// The end of the range of integers, which starts at 0.
        range_max: i64,
        /// (rows, draws in a row).
        shape: Option<Tuple> = None,
    }
}

/// Integers that differ within a row.
pub static UNIQUE_ZIPFIAN: OpDef = OpDef {
    outputs: &["samples", "tries"],
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_sample_unique_zipfian",
        "Integers below `range_max`, about log-uniform and different within a row, and how many draws each row took.",
        Inputs::Fixed(&[]),
        UniqueZipfian::SCHEMA,
        |given| Ok(Rc::new(UniqueZipfian::read(given))),
    )
};

impl Op for UniqueZipfian {
    fn def(&self) -> &'static OpDef {
        &UNIQUE_ZIPFIAN
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        match self.shape.as_ref().and_then(Tuple::sizes).as_deref() {
            Some(&[rows, draws]) => Ok(vec![
                Spec::new(Shape::from([rows, draws]), DType::Int64),
                Spec::new(Shape::from([rows]), DType::Int64),
            ]),
            _ => Err(Error::attr("_sample_unique_zipfian", "shape", self.shape.text(), "two sizes: rows and draws")),
        }
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        let (mut samples, mut tries) = (y[0].write::<i64>(), y[1].write::<i64>());
        draw("_sample_unique_zipfian", |streams| streams.unique_zipfian(self.range_max, &mut samples, &mut tries))
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
