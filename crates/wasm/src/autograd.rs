//! Recording, marking, backward.

use crate::calls::{read_arrays, read_optional};
use crate::error::{JsResult, throw};
use crate::{scratch, slots};
use mxgrad_core::NDArray;
use mxgrad_core::autograd::{self, BackwardOptions, GradReq, Rows, anomaly, state};
use wasm_bindgen::prelude::*;

/// Whether operators are recorded.
#[wasm_bindgen]
pub fn is_recording() -> bool {
    state::is_recording()
}

/// Whether operators behave as in training.
#[wasm_bindgen]
pub fn is_training() -> bool {
    state::is_training()
}

/// Sets the recording flag; gives the previous one.
#[wasm_bindgen]
pub fn set_recording(on: bool) -> bool {
    state::set_recording(on)
}

/// Sets the training flag; gives the previous one.
#[wasm_bindgen]
pub fn set_training(on: bool) -> bool {
    state::set_training(on)
}

/// Turns fused backward kernels off or on; gives the previous setting.
#[wasm_bindgen]
pub fn set_composed(on: bool) -> bool {
    state::set_composed(on)
}

/// Turns the checks for values that are not finite on or off; gives the previous setting.
#[wasm_bindgen]
pub fn watch_anomalies(on: bool) -> bool {
    anomaly::watch(on)
}

/// The `grad_req` of a code: 0 null, 1 write, 2 add.
pub fn grad_req(code: u32) -> Option<GradReq> {
    [GradReq::Null, GradReq::Write, GradReq::Add].into_iter().find(|&req| req as u32 == code)
}

fn req(code: u32) -> GradReq {
    grad_req(code).unwrap_or(GradReq::Write)
}

/// Makes an array a variable with a gradient of zeros, row-sparse if told so.
#[wasm_bindgen]
pub fn attach_grad(handle: u32, code: u32, row_sparse: bool) -> JsResult<()> {
    let attach = if row_sparse { autograd::attach_rows } else { autograd::attach_grad };
    slots::get(handle).and_then(|x| attach(&x, req(code))).map_err(throw)
}

/// Puts part `i` of a row-sparse gradient into the scratch words, indices and rows; tells whether there is one.
#[wasm_bindgen]
pub fn grad_rows(handle: u32, i: usize) -> JsResult<bool> {
    let part = autograd::rows_of(&slots::get(handle).map_err(throw)?, i);
    for (word, array) in part.iter().flat_map(|part| [&part.indices, &part.rows]).enumerate() {
        scratch::set(word, slots::insert(NDArray::new(array.clone())));
    }
    Ok(part.is_some())
}

/// Replaces a row-sparse gradient by these rows.
#[wasm_bindgen]
pub fn set_grad_rows(handle: u32, indices: u32, rows: u32) -> JsResult<()> {
    let set = || {
        let array = |handle| Ok(slots::get(handle)?.array().clone());
        autograd::set_rows(&slots::get(handle)?, Rows { indices: array(indices)?, rows: array(rows)? });
        Ok(())
    };
    set().map_err(throw)
}

/// Makes an array a variable with this gradient buffer.
#[wasm_bindgen]
pub fn mark_variable(handle: u32, grad: u32, code: u32) -> JsResult<()> {
    let mark = || autograd::mark(&slots::get(handle)?, &slots::get(grad)?, req(code));
    mark().map_err(throw)
}

/// Whether an array has a gradient buffer.
#[wasm_bindgen]
pub fn has_grad(handle: u32) -> JsResult<bool> {
    Ok(autograd::variable_of(&slots::get(handle).map_err(throw)?).is_some())
}

/// The gradient buffer of a variable, or 0.
#[wasm_bindgen]
pub fn grad_of(handle: u32) -> JsResult<u32> {
    let x = slots::get(handle).map_err(throw)?;
    Ok(autograd::grad_of(&x).map_or(slots::NONE, slots::insert))
}

/// Whether backward has reached a variable since the flag was cleared.
#[wasm_bindgen]
pub fn fresh_grad(handle: u32) -> JsResult<bool> {
    Ok(autograd::fresh_grad(&slots::get(handle).map_err(throw)?))
}

/// Sets the flag that `fresh_grad` reads.
#[wasm_bindgen]
pub fn set_fresh_grad(handle: u32, fresh: bool) -> JsResult<()> {
    autograd::set_fresh_grad(&slots::get(handle).map_err(throw)?, fresh);
    Ok(())
}

/// Whether an array is part of a graph.
#[wasm_bindgen]
pub fn in_graph(handle: u32) -> JsResult<bool> {
    Ok(slots::get(handle).map_err(throw)?.in_graph())
}

fn options(retain_graph: bool, create_graph: bool, train_mode: bool) -> BackwardOptions {
    BackwardOptions { retain_graph, create_graph, train_mode }
}

/// Backward from the heads in the scratch words; after them come `grads` head gradients (0 for ones).
#[wasm_bindgen]
pub fn backward(heads: usize, grads: usize, retain_graph: bool, train_mode: bool) -> JsResult<()> {
    let run = || {
        autograd::backward(
            &read_arrays(0, heads)?,
            &read_optional(heads, grads)?,
            options(retain_graph, false, train_mode),
        )
    };
    run().map_err(throw)
}

/// Gradients with respect to variables: the scratch words hold heads, head gradients and variables. Writes the
/// gradients' handles there.
#[wasm_bindgen]
pub fn grad(
    heads: usize,
    grads: usize,
    variables: usize,
    retain_graph: bool,
    create_graph: bool,
    train_mode: bool,
) -> JsResult<()> {
    let run = || {
        autograd::grad(
            &read_arrays(0, heads)?,
            &read_arrays(heads + grads, variables)?,
            &read_optional(heads, grads)?,
            options(retain_graph, create_graph, train_mode),
        )
    };
    for (i, g) in run().map_err(throw)?.into_iter().enumerate() {
        scratch::set(i, slots::insert(g));
    }
    Ok(())
}
