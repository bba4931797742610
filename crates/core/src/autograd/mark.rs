//! Variables: arrays that gradients are collected for.

use crate::array::Array;
use crate::autograd::tape::{Entry, GradReq, Kind, Node, Rows};
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use std::rc::Rc;

/// Makes an array a variable with a gradient buffer of zeros; its history is cut.
pub fn attach_grad(x: &NDArray, req: GradReq) -> Result<()> {
    attach(x, req, false)
}

/// The same with a row-sparse gradient, which has no buffer yet.
pub fn attach_rows(x: &NDArray, req: GradReq) -> Result<()> {
    attach(x, req, true)
}

fn attach(x: &NDArray, req: GradReq, row_sparse: bool) -> Result<()> {
    if x.array().size() == 0 {
        return Err(Error::value("attachGrad", format!("an array of shape {} has no gradient", x.shape())));
    }
    let grad = if row_sparse { None } else { Some(Array::zeros(x.spec().clone())?) };
    let node = Node::variable(grad, req);
    node.with_variable(|v| v.rows = row_sparse.then(Vec::new));
    x.set_entry(Some(Entry { node, output: 0 }));
    Ok(())
}

/// Part `i` of a variable's row-sparse gradient.
pub fn rows_of(x: &NDArray, i: usize) -> Option<Rows> {
    variable_of(x)?.with_variable(|v| v.rows.as_ref()?.get(i).cloned())?
}

/// Replaces a variable's row-sparse gradient.
pub fn set_rows(x: &NDArray, rows: Rows) {
    if let Some(node) = variable_of(x) {
        node.with_variable(|v| {
            v.grad = None;
            v.rows = Some(vec![rows]);
        });
    }
}

/// Makes an array a variable with this gradient buffer.
pub fn mark(x: &NDArray, grad: &NDArray, req: GradReq) -> Result<()> {
    if grad.shape() != x.shape() {
        return Err(Error::shape(
            "markVariables",
            "gradient",
            grad.shape(),
            format!("{}, the variable's shape", x.shape()),
        ));
    }
    if grad.dtype() != x.dtype() {
        return Err(Error::dtype(
            "markVariables",
            "gradient",
            grad.dtype(),
            format!("{}, the variable's dtype", x.dtype()),
        ));
    }
    x.set_entry(Some(Entry { node: Node::variable(Some(grad.array().clone()), req), output: 0 }));
    Ok(())
}

/// The node of a variable, whatever its `grad_req`; none for results of operators and plain arrays.
pub fn variable_of(x: &NDArray) -> Option<Rc<Node>> {
    let entry = x.entry_ref();
    let node = &entry.as_ref()?.node;
    matches!(&*node.kind(), Kind::Variable(v) if v.grad.is_some() || v.rows.is_some()).then(|| node.clone())
}

/// The gradient buffer of a variable.
pub fn grad_of(x: &NDArray) -> Option<NDArray> {
    variable_of(x)?.with_variable(|v| v.grad.clone())?.map(NDArray::new)
}

/// What backward does with a variable's gradient.
pub fn grad_req(x: &NDArray) -> Option<GradReq> {
    variable_of(x)?.with_variable(|v| v.req)
}

/// Whether backward has reached the variable since the flag was cleared.
pub fn fresh_grad(x: &NDArray) -> bool {
    variable_of(x).and_then(|node| node.with_variable(|v| v.fresh)).unwrap_or(false)
}

/// Sets the flag that [`fresh_grad`] reads.
pub fn set_fresh_grad(x: &NDArray, fresh: bool) {
    if let Some(node) = variable_of(x) {
        node.with_variable(|v| v.fresh = fresh);
    }
}

/// Makes an array the variable again that it was before its memory moved out.
pub fn restore(x: &NDArray, grad: Array, req: GradReq, fresh: bool) {
    let node = Node::variable(Some(grad), req);
    node.with_variable(|v| v.fresh = fresh);
    x.set_entry(Some(Entry { node, output: 0 }));
}

/// Whether a variable's node and gradient are held by this array alone, so that both can move out together.
pub fn only_variable(x: &NDArray) -> bool {
    let entry = x.entry_ref();
    let Some(entry) = entry.as_ref().filter(|e| Rc::strong_count(&e.node) == 1) else { return false };
    matches!(&*entry.node.kind(), Kind::Variable(v) if v.rows.is_none() && v.grad.as_ref().is_some_and(Array::sole_owner))
}

/// Whether the array's place in the graph is a leaf without gradient that nothing uses any more.
pub fn only_constant(x: &NDArray) -> bool {
    let entry = x.entry_ref();
    let Some(entry) = entry.as_ref().filter(|e| Rc::strong_count(&e.node) == 1) else { return false };
    matches!(&*entry.node.kind(), Kind::Variable(v) if v.grad.is_none() && v.rows.is_none())
}
