//! Operators that are composed of others: their gradient is found by walking back through the parts.

use crate::array::Array;
use crate::autograd::Grad;
use crate::autograd::backward::{BackwardOptions, Walk};
use crate::autograd::state::{self, Flags};
use crate::autograd::tape::{Entry, GradReq, Node};
use crate::error::Result;
use crate::ndarray::NDArray;
use crate::op::Gradients;

/// The gradient of an operator whose visible outputs are `parts` of its inputs, all of which it must keep.
///
/// The parts are computed again on leaves that stand for the inputs, and walked back. Where the gradient is recorded, the
/// leaves then become copies of the inputs, so that the result is connected to the graph and can be differentiated again.
/// `parts` must use nothing of a graph but the tensors that it is given.
pub fn composed_gradient(grad: &Grad, parts: &dyn Fn(&[NDArray]) -> Result<Vec<NDArray>>) -> Gradients {
    let recording = state::is_recording();
    let inputs: Vec<NDArray> = (0..grad.num_inputs()).map(|i| grad.input(i)).collect();
    let leaves: Vec<NDArray> = inputs
        .iter()
        .enumerate()
        .map(|(i, x)| {
            let leaf = x.detach();
            if recording || grad.needs(i) {
                leaf.set_entry(Some(Entry { node: Node::variable(None, GradReq::Write), output: 0 }));
            }
            leaf
        })
        .collect();
    let outputs = {
        let _flags = Flags::set(true, state::is_training());
        parts(&leaves)?
    };
    let (mut ends, mut heads) = (Vec::new(), Vec::new());
    for (i, y) in outputs.iter().enumerate() {
        if grad.has_head(i) && y.in_graph() {
            ends.push(y.clone());
            heads.push(Some(grad.head(i)?));
        }
    }
    let mut grads = vec![None; leaves.len()];
    if !ends.is_empty() {
        let mut walk = Walk::new(&ends, &heads, grad.record.call.op.def().name)?;
        let places: Vec<Option<usize>> = leaves
            .iter()
            .enumerate()
            .map(|(i, leaf)| leaf.entry().filter(|_| grad.needs(i)).and_then(|e| walk.place(&e.node)))
            .collect();
        let mut wanted = vec![false; walk.nodes.len()];
        places.iter().flatten().for_each(|&place| wanted[place] = true);
        let options =
            BackwardOptions { retain_graph: recording, create_graph: recording, train_mode: state::is_training() };
        walk.run(&wanted, options)?;
        for (grad, place) in grads.iter_mut().zip(places) {
            *grad = place.and_then(|place| walk.grads[place][0].take());
        }
    }
    if recording {
        for (leaf, input) in leaves.iter().zip(&inputs) {
            if let (Some(entry), Some(input)) = (leaf.entry(), input.entry()) {
                entry.node.become_copy(input, leaf.spec());
            }
        }
    }
    Ok(grads)
}

/// Computes the outputs of an operator from its parts, without a record of them.
pub fn composed_forward(
    inputs: &[Array],
    outputs: &[Array],
    parts: &dyn Fn(&[NDArray]) -> Result<Vec<NDArray>>,
) -> Result<()> {
    let _flags = Flags::set(false, state::is_training());
    let inputs: Vec<NDArray> = inputs.iter().cloned().map(NDArray::new).collect();
    for (y, part) in outputs.iter().zip(parts(&inputs)?) {
        y.assign(part.array().clone());
    }
    Ok(())
}
