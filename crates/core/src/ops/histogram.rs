//! Counting values.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::{AttrValue, FloatTuple};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::op::{Differentiable, Inputs, Keeps, Op, OpDef, Run, input, optional, same_dtype};
use crate::ops::create::fill_with;
use crate::ops::movement::moves;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&HISTOGRAM];

attrs! {
    /// The bins.
    pub struct Histogram {
        /// The number of equal bins, with `range`; None where the edges are given as a tensor.
        bin_cnt: Option<i32> = None,
        /// The lower edge of the first bin and the upper edge of the last one.
        range: Option<FloatTuple> = None,
    }
}

/// `nd.histogram`
pub static HISTOGRAM: OpDef = OpDef {
    aliases: &["_npi_histogram"],
    differentiable: Differentiable::No("it didn't register FGradient attribute."),
    outputs: &["count", "edges"],
    ..OpDef::new(
        "_histogram",
        "How many elements lie in each bin (int64), and the edges of the bins. An edge belongs to the bin above it, the last \
         one to the last bin; what lies outside is not counted.",
        Inputs::Fixed(&[
            input("data", "The tensor."),
            optional("bins", "(n + 1,): the edges of n bins, in rising order; without bin_cnt."),
        ]),
        Histogram::SCHEMA,
        |given| {
            let op = Histogram::read(given);
            if op.bin_cnt.is_some_and(|count| count < 1) {
                return Err(Error::attr(given.op, "bin_cnt", op.bin_cnt.text(), "at least 1"));
            }
            match (&op.bin_cnt, &op.range) {
                (None, None) => Ok(Rc::new(op)),
                (Some(_), Some(FloatTuple(range))) if range.len() == 2 && range[0] <= range[1] => Ok(Rc::new(op)),
                _ => Err(Error::attr(given.op, "range", op.range.text(), "(lower, upper) with binCnt, else None")),
            }
        },
    )
};

impl Op for Histogram {
    moves!(HISTOGRAM);
    fn arity(&self) -> Option<usize> {
        Some(if self.bin_cnt.is_some() { 1 } else { 2 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(&HISTOGRAM, inputs)?;
        let edges = match (self.bin_cnt, inputs.get(1)) {
            (Some(count), _) => count as usize + 1,
            (None, Some(bins)) if bins.shape.len() == 1 && bins.shape[0] > 1 => bins.shape[0],
            (None, bins) => {
                let got = bins.map_or(Shape::default(), |bins| bins.shape.clone());
                return Err(Error::shape(HISTOGRAM.name, "bins", &got, "1 dimension and at least 2 edges"));
            }
        };
        Ok(vec![Spec::new([edges - 1].into(), DType::Int64), Spec::new([edges].into(), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        match (self.bin_cnt, &self.range) {
            (Some(count), Some(FloatTuple(range))) => {
                let [mut low, mut high] = [range[0], range[1]].map(f64::from);
                if low == high {
                    (low, high) = (low - 0.5, high + 0.5);
                }
                fill_with(&y[1], |i| low + i as f64 * (high - low) / f64::from(count));
            }
            _ => y[1].bytes_mut().copy_from_slice(&x[1].bytes()),
        }
        let (edges, mut counts) = (y[1].to_f64()?, y[0].write::<i64>());
        counts.fill(0);
        let bins = counts.len();
        for value in x[0].to_f64()? {
            if value >= edges[0] && value <= edges[bins] {
                let above = edges.partition_point(|&edge| edge <= value);
                counts[above.clamp(1, bins) - 1] += 1;
            }
        }
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
