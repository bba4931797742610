//! Choosing by a mask: how many elements are chosen depends on values.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Call, Inputs, Op, OpDef, Run, input};
use crate::ops::index::take::{Take, TakeMode};
use crate::ops::reduce::axes_of;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&BOOLEAN_MASK];

attrs! {
    /// Along which axis.
    pub struct BooleanMask {
        /// The axis; negative ones count from the end.
        axis: i64 = 0,
    }
}

/// `nd.contrib.boolean_mask`
pub static BOOLEAN_MASK: OpDef = OpDef {
    aliases: &["_npi_boolean_mask"],
    ..OpDef::new(
        "_contrib_boolean_mask",
        "The slices of data along an axis where the index is not 0.",
        Inputs::Fixed(&[
            input("data", "The tensor."),
            input("index", "(n,) for an axis of size n, of any dtype: which slices are chosen."),
        ]),
        BooleanMask::SCHEMA,
        |given| Ok(Rc::new(BooleanMask::read(given))),
    )
};

impl Op for BooleanMask {
    fn def(&self) -> &'static OpDef {
        &BOOLEAN_MASK
    }
    fn resolve(&self, x: &[NDArray], _: &[NDArray]) -> Result<Option<(Call, Vec<NDArray>)>> {
        let axis = axes_of("_contrib_boolean_mask", "axis", &[self.axis], x[0].shape())?[0];
        let wanted = Spec::new(Shape::from([x[0].shape()[axis]]), x[1].dtype());
        crate::op::expect_shape(&BOOLEAN_MASK, 1, x[1].spec(), &wanted.shape, &"it is the size of data's axis")?;
        let mask = x[1].to_f64()?;
        let places: Vec<i64> = (0..mask.len()).filter(|&i| mask[i] != 0.0).map(|i| i as i64).collect();
        let places = NDArray::from_slice(Shape::from([places.len()]), &places)?;
        let take = Take { axis: axis as i64, mode: TakeMode::Clip };
        Ok(Some((Call::of(take), vec![x[0].clone(), places])))
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        Err(Error::value("_contrib_boolean_mask", "the shape of the result depends on the values of index"))
    }
    fn forward(&self, _: &Run, _: &[Array], _: &[Array]) -> Result<()> {
        unreachable!("it stands for a take")
    }
}
