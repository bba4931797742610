//! Attention of many heads, whose queries, keys and values lie side by side in one tensor: for each head in turn.

use crate::array::Spec;
use crate::attrs;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Inputs, Op, OpDef, Run, expect_shape, input, same_dtype};
use crate::ops::functional as f;
use crate::ops::movement::slice::{View, view};
use crate::ops::nn::dot::batch_matmul;
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SELF_SCORES, &SELF_VALUES, &CROSS_SCORES, &CROSS_VALUES];

attrs! {
    /// How many heads.
    pub struct Heads {
        /// The number of heads.
        heads: usize,
    }
}

/// One of the four operators.
struct Attention {
    def: &'static OpDef,
    heads: usize,
    /// How many projections lie side by side in the first tensor that holds keys and values.
    packed: usize,
    /// Whether the scores are computed; else they weigh the values.
    scores: bool,
}

fn read(def: &'static OpDef, given: &mut crate::attrs::Given, packed: usize, scores: bool) -> Result<Rc<dyn Op>> {
    match Heads::read(given).heads {
        0 => Err(Error::attr(def.name, "heads", 0, "at least 1")),
        heads => Ok(Rc::new(Attention { def, heads, packed, scores })),
    }
}

const QUERIES_KEYS_VALUES: &str = "(length, batch, heads·3·size): for each head its query, key and value.";
const KEYS_VALUES: &str = "(length, batch, heads·2·size): for each head its key and value.";
const SCORES: &str = "(batch·heads, queries, keys), the weights of the values.";

/// `nd.contrib.interleaved_matmul_selfatt_qk`
pub static SELF_SCORES: OpDef = OpDef::new(
    "_contrib_interleaved_matmul_selfatt_qk",
    "The scores of self-attention, (batch·heads, length, length): queries/√size times keys.",
    Inputs::Fixed(&[input("queries_keys_values", QUERIES_KEYS_VALUES)]),
    Heads::SCHEMA,
    |given| read(&SELF_SCORES, given, 3, true),
);

/// `nd.contrib.interleaved_matmul_selfatt_valatt`
pub static SELF_VALUES: OpDef = OpDef::new(
    "_contrib_interleaved_matmul_selfatt_valatt",
    "The values of self-attention, weighed: (length, batch, heads·size).",
    Inputs::Fixed(&[input("queries_keys_values", QUERIES_KEYS_VALUES), input("attention", SCORES)]),
    Heads::SCHEMA,
    |given| read(&SELF_VALUES, given, 3, false),
);

/// `nd.contrib.interleaved_matmul_encdec_qk`
pub static CROSS_SCORES: OpDef = OpDef::new(
    "_contrib_interleaved_matmul_encdec_qk",
    "The scores of attention to another sequence, (batch·heads, queries, keys): queries/√size times keys.",
    Inputs::Fixed(&[input("queries", "(queries, batch, heads·size)."), input("keys_values", KEYS_VALUES)]),
    Heads::SCHEMA,
    |given| read(&CROSS_SCORES, given, 2, true),
);

/// `nd.contrib.interleaved_matmul_encdec_valatt`
pub static CROSS_VALUES: OpDef = OpDef::new(
    "_contrib_interleaved_matmul_encdec_valatt",
    "The values of another sequence, weighed: (queries, batch, heads·size).",
    Inputs::Fixed(&[input("keys_values", KEYS_VALUES), input("attention", SCORES)]),
    Heads::SCHEMA,
    |given| read(&CROSS_VALUES, given, 2, false),
);

impl Attention {
    /// Length, batch and size of a head of a tensor with so many projections side by side.
    fn sizes(&self, i: usize, spec: &Spec, packed: usize) -> Result<(usize, usize, usize)> {
        let each = self.heads.saturating_mul(packed);
        match *spec.shape.as_slice() {
            [length, batch, width] if width > 0 && width.is_multiple_of(each) => Ok((length, batch, width / each)),
            _ => {
                let expected = format!("(length, batch, a multiple of {each}) with heads = {}", self.heads);
                Err(Error::shape(self.def.name, &self.def.input_name(i), &spec.shape, expected))
            }
        }
    }
    /// One projection of `packed`, as matrices (batch·heads, length, size).
    fn projection(&self, x: &NDArray, packed: usize, which: usize) -> Result<NDArray> {
        let (length, batch, size) = self.sizes(0, x.spec(), packed)?;
        let apart = Shape::from([length, batch * self.heads, packed, size]);
        let chosen = view(&f::reshape(x, &apart)?, &View::along(&apart, 2, which, 1))?;
        f::transpose(&f::reshape(&chosen, &Shape::from([length, batch * self.heads, size]))?, &[1, 0, 2])
    }
    fn parts(&self, x: &[NDArray]) -> Result<NDArray> {
        if self.scores {
            let keys = &x[x.len() - 1];
            let own = if x.len() == 1 { self.packed } else { 1 };
            let queries = self.projection(&x[0], own, 0)?;
            let size = queries.shape()[2];
            let keys = self.projection(keys, self.packed, self.packed - 2)?;
            return batch_matmul(&f::scale(&queries, 1.0 / libm::sqrt(size as f64))?, &keys, false, true);
        }
        let weighed = batch_matmul(&x[1], &self.projection(&x[0], self.packed, self.packed - 1)?, false, false)?;
        let (rows, queries, size) = (weighed.shape()[0], weighed.shape()[1], weighed.shape()[2]);
        let batch = rows / self.heads;
        f::reshape(&f::transpose(&weighed, &[1, 0, 2])?, &Shape::from([queries, batch, self.heads * size]))
    }
}

impl Op for Attention {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let dtype = same_dtype(self.def, inputs)?;
        let shape = if self.scores {
            let last = inputs.len() - 1;
            let (keys, batch, size) = self.sizes(last, &inputs[last], self.packed)?;
            let queries = inputs[0].shape.first().copied().unwrap_or(0);
            if last == 1 {
                let expected = Shape::from([queries, batch, self.heads * size]);
                expect_shape(self.def, 0, &inputs[0], &expected, &"keys_values has this batch and width")?;
            }
            Shape::from([batch.saturating_mul(self.heads), queries, keys])
        } else {
            let (keys, batch, size) = self.sizes(0, &inputs[0], self.packed)?;
            let queries = inputs[1].shape.get(1).copied().unwrap_or(0);
            let expected = Shape::from([batch.saturating_mul(self.heads), queries, keys]);
            expect_shape(self.def, 1, &inputs[1], &expected, &"the first tensor has this batch and length")?;
            Shape::from([queries, batch, self.heads * size])
        };
        Ok(vec![Spec::new(shape, dtype)])
    }
    fn forward(&self, _: &Run, x: &[crate::array::Array], y: &[crate::array::Array]) -> Result<()> {
        crate::autograd::composed_forward(x, y, &|x| Ok(vec![self.parts(x)?]))
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        Ok(Some(vec![self.parts(x)?]))
    }
    fn keeps(&self) -> crate::op::Keeps {
        crate::op::Keeps::NONE
    }
}
