//! What the host needs to keep memory flat: figures, pressure, and which arrays may move out.

use crate::error::{JsResult, throw};
use crate::slots;
use mxgrad_core::{Error, NDArray, autograd, storage};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// Bytes of live arrays at which memory presses.
    static BYTES: Cell<usize> = const { Cell::new(usize::MAX) };
    /// Number of live arrays at which memory presses.
    static COUNT: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Whether the host should sweep before the next call.
pub fn presses() -> bool {
    storage::usage().bytes > BYTES.get() || slots::live() > COUNT.get()
}

/// Sets when memory presses.
#[wasm_bindgen]
pub fn memory_limits(bytes: usize, count: usize) {
    BYTES.set(bytes);
    COUNT.set(count);
}

/// Whether memory presses.
#[wasm_bindgen]
pub fn memory_presses() -> bool {
    presses()
}

/// Bytes that live arrays hold.
#[wasm_bindgen]
pub fn memory_bytes() -> usize {
    storage::usage().bytes
}

/// The most bytes that live arrays ever held.
#[wasm_bindgen]
pub fn memory_peak() -> usize {
    storage::usage().peak
}

/// The number of arrays that the host holds.
#[wasm_bindgen]
pub fn memory_live() -> usize {
    slots::live()
}

/// Gives pooled buffers back to the allocator.
#[wasm_bindgen]
pub fn memory_trim() {
    storage::trim();
}

/// Handles that were not used since the last sweep.
#[wasm_bindgen]
pub fn sweep_cold() -> Vec<u32> {
    slots::cold()
}

/// How an array may move out: 0 not at all (it shares memory, or a graph or an executor needs it), 1 as plain data, 2 as a
/// variable with its gradient.
#[wasm_bindgen]
pub fn sweep_kind(handle: u32) -> JsResult<u32> {
    let x = slots::get(handle).map_err(throw)?;
    // The table holds the handle, and so do we; an executor that is bound to it is a third.
    Ok(match x.array().sole_owner() && x.holders() == 2 {
        true if autograd::only_variable(&x) => 2,
        true if plain(&x) => 1,
        _ => 0,
    })
}

/// Whether no graph needs an array to be what it is.
fn plain(x: &NDArray) -> bool {
    !x.in_graph() || autograd::only_constant(x)
}

/// Whether an array on another's memory may be let go, to be derived again.
#[wasm_bindgen]
pub fn sweep_plain(handle: u32) -> JsResult<bool> {
    Ok(plain(&slots::get(handle).map_err(throw)?))
}

/// Leaves an array that cannot move out to the host's collector.
#[wasm_bindgen]
pub fn sweep_weaken(handle: u32) {
    slots::weaken(handle);
}

/// `grad_req` (0 null, 1 write, 2 add) plus 4 if the gradient is fresh, of a variable that moves out.
#[wasm_bindgen]
pub fn variable_state(handle: u32) -> JsResult<u32> {
    let x = slots::get(handle).map_err(throw)?;
    let req = autograd::grad_req(&x).map_or(0, |req| req as u32);
    Ok(req + 4 * autograd::fresh_grad(&x) as u32)
}

/// Makes an array that moved in again the variable that it was; the gradient's handle is freed.
#[wasm_bindgen]
pub fn variable_restore(handle: u32, grad: u32, state: u32) -> JsResult<()> {
    let (x, buffer) = (slots::get(handle).map_err(throw)?, slots::get(grad).map_err(throw)?);
    slots::remove(grad);
    let req = crate::autograd::grad_req(state & 3).ok_or_else(|| throw(Error::value("restore", "unknown state")))?;
    autograd::restore(&x, buffer.array().clone(), req, state & 4 != 0);
    Ok(())
}
