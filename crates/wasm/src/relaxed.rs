//! Kernels of the second module, which has relaxed vector instructions.

use wasm_bindgen::prelude::*;

/// Uses the kernels that the host has put in the table of functions from `first` on, or the core's own for 0.
#[wasm_bindgen]
pub fn use_relaxed(first: usize) {
    // SAFETY: the host puts the functions there before it calls this, in workers before they take work.
    unsafe { mxgrad_core::use_relaxed(first) }
}
