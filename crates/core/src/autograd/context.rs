//! What a gradient rule sees of the call that it differentiates.

use crate::array::{Array, Spec};
use crate::autograd::state;
use crate::autograd::tape::{Entry, GivenRows, Kept, Node, Record, Rows};
use crate::error::Result;
use crate::ndarray::NDArray;
use std::rc::Rc;

/// The recorded call and the gradients with respect to its outputs.
pub struct Grad<'a> {
    pub(crate) node: &'a Rc<Node>,
    pub(crate) record: &'a Record,
    pub(crate) heads: &'a [Option<NDArray>],
    pub(crate) needs: &'a [bool],
    pub(crate) rows: Option<&'a GivenRows>,
}

impl Grad<'_> {
    /// The gradient with respect to output `i`; zeros when the output was not used.
    pub fn head(&self, i: usize) -> Result<NDArray> {
        match self.heads.get(i).cloned().flatten() {
            Some(head) => Ok(head),
            None => Ok(NDArray::new(Array::zeros(self.output_spec(i).clone())?)),
        }
    }

    /// Whether output `i` was used.
    pub fn has_head(&self, i: usize) -> bool {
        self.heads.get(i).is_some_and(Option::is_some)
    }

    /// The number of inputs of the call.
    pub fn num_inputs(&self) -> usize {
        self.record.inputs.len()
    }

    /// The number of outputs of the call, hidden ones included.
    pub fn num_outputs(&self) -> usize {
        self.record.outputs.len()
    }

    /// Whether the gradient of input `i` is asked for.
    pub fn needs(&self, i: usize) -> bool {
        self.needs.get(i).copied().unwrap_or(false)
    }

    /// Input `i`, with its place in the graph. The operator's `keeps` must name it.
    pub fn input(&self, i: usize) -> NDArray {
        let (entry, kept) = &self.record.inputs[i];
        NDArray::with_entry(kept_array(kept), Some(entry.clone()))
    }

    /// Output `i`, with its place in the graph. The operator's `keeps` must name it.
    pub fn output(&self, i: usize) -> NDArray {
        let entry = Entry { node: self.node.clone(), output: i as u32 };
        NDArray::with_entry(kept_array(&self.record.outputs[i]), Some(entry))
    }

    /// Shape and type of input `i`.
    pub fn input_spec(&self, i: usize) -> &Spec {
        self.record.inputs[i].1.spec()
    }

    /// Shape and type of output `i`.
    pub fn output_spec(&self, i: usize) -> &Spec {
        self.record.outputs[i].spec()
    }

    /// Whether a fused kernel may be used: nothing records the gradient.
    pub fn fused(&self) -> bool {
        !state::is_recording() && !state::is_composed()
    }

    /// Gives the gradient of input `i` as rows to add to zeros, if that is a variable with a row-sparse gradient; else
    /// the caller gives it as a whole.
    pub fn give_rows(&self, i: usize, indices: &NDArray, rows: impl FnOnce() -> Result<NDArray>) -> Result<bool> {
        let node = &self.record.inputs[i].0.node;
        let Some(given) = self.rows.filter(|_| self.fused()) else { return Ok(false) };
        if node.with_variable(|v| v.rows.is_some()) != Some(true) {
            return Ok(false);
        }
        // Copies: the gradient must not change when its user writes into what it was made of.
        let rows = Rows { indices: indices.array().copied()?, rows: rows()?.array().copied()? };
        given.borrow_mut().push((node.clone(), rows));
        Ok(true)
    }

    /// Whether backward runs in training mode.
    pub fn training(&self) -> bool {
        state::is_training()
    }
}

fn kept_array(kept: &Kept) -> Array {
    match kept {
        Kept::Array(array) => array.clone(),
        Kept::Spec(_) => unreachable!("the gradient reads a value that `keeps` does not name"),
    }
}
