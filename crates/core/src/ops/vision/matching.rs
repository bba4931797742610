//! Matching of rows and columns by scores.

use super::{floats, ranked, store};
use crate::array::{Array, Spec};
use crate::attrs;
use crate::error::{Error, Result};
use crate::op::{Differentiable, Inputs, Op, OpDef, Run, input};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&BIPARTITE_MATCHING];

attrs! {
    /// Which pairs match.
    pub struct BipartiteMatching {
        /// Whether small scores are the good ones.
        is_ascend: bool = false,
        /// Pairs match whose score is above this (below it with is_ascend).
        threshold: f32,
        /// If above 0, no pairs are added once there are more than these: MXNet matches one more.
        topk: i32 = -1,
    }
}

/// `nd.contrib.bipartiteMatching`
pub static BIPARTITE_MATCHING: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    outputs: &["rows", "columns"],
    ..OpDef::new(
        "_contrib_bipartite_matching",
        "Pairs of rows and columns, the best score first, each in one pair at most: for every row its column and for every \
         column its row, -1 where there is none.",
        Inputs::Fixed(&[input("data", "Scores, (…, rows, columns).")]),
        BipartiteMatching::SCHEMA,
        |given| Ok(Rc::new(BipartiteMatching::read(given))),
    )
};

impl Op for BipartiteMatching {
    fn def(&self) -> &'static OpDef {
        &BIPARTITE_MATCHING
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = floats(&BIPARTITE_MATCHING, inputs)?;
        let shape = &inputs[0].shape;
        let n = shape.len();
        if n < 2 {
            return Err(Error::shape(BIPARTITE_MATCHING.name, "data", shape, "(…, rows, columns)"));
        }
        let without = |axis: usize| (0..n).filter(|&d| d != axis).map(|d| shape[d]).collect();
        Ok(vec![Spec::new(without(n - 1), dtype), Spec::new(without(n - 2), dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let n = x[0].shape().len();
        let (rows, columns) = (x[0].shape()[n - 2], x[0].shape()[n - 1]);
        let (mut of_row, mut of_column) = (vec![-1.0; y[0].size()], vec![-1.0; y[1].size()]);
        let threshold = f64::from(self.threshold);
        for (b, scores) in x[0].to_f64()?.chunks_exact((rows * columns).max(1)).enumerate() {
            let mut count = 0;
            for place in ranked(scores, self.is_ascend) {
                let (row, column) = (place / columns, place % columns);
                let (mine, yours) = (&mut of_row[b * rows + row], &mut of_column[b * columns + column]);
                if *mine != -1.0 || *yours != -1.0 {
                    continue;
                }
                let score = scores[place];
                if !(if self.is_ascend { score < threshold } else { score > threshold }) {
                    break;
                }
                (*mine, *yours) = (column as f64, row as f64);
                count += 1;
                if self.topk > 0 && count > self.topk {
                    break;
                }
            }
        }
        store(&y[0], &of_row)?;
        store(&y[1], &of_column)
    }
}
