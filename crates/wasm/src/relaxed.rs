//! Kernels of the second module, which has relaxed vector instructions.

use wasm_bindgen::prelude::*;

/// Uses the kernels that the host has put in the table of functions from `first` on, or the core's own for 0.
#[wasm_bindgen]
pub fn use_relaxed(first: usize) {
    // SAFETY: the host puts the functions there before it calls this, in workers before they take work.
    unsafe { mxgrad_core::use_relaxed(first) }
}

/// Has convolutions take every product as it stands, or takes that back.
#[wasm_bindgen]
pub fn use_plain(on: bool) {
    mxgrad_core::use_plain(on);
}
