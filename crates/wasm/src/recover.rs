//! What makes the library work on after a trap, which is what a panic or a full stack is here: nothing is unwound.

use mxgrad_core::autograd::state;
use mxgrad_core::parallel;
use wasm_bindgen::prelude::*;

/// Called by the host after a trap, when the stack is what it was before the call that trapped; again, if the engine's stack
/// was too full for it. Arrays that were made in the call are lost.
#[wasm_bindgen]
pub fn recover() {
    // First, because all else may allocate, and other threads may wait for it.
    #[cfg(target_arch = "wasm32")]
    crate::heap::recover();
    // SAFETY: the frames that borrowed are no more, and those below a callback of the host borrow nothing: see `lib.rs`.
    unsafe { cells::forget_borrows() };
    state::recover();
    parallel::recover();
}
