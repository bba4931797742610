//! Threads: further instances of this module, on the same memory.
//!
//! The host starts a worker, instantiates the module there, gives it a stack and thread locals in memory that
//! [`threads_memory`] finds, and calls [`worker_run`].

use mxgrad_core::parallel::{self, POOL};
use wasm_bindgen::prelude::*;

/// At least this many bytes for a worker, aligned to 16, for good: the host uses them again for its next worker.
#[wasm_bindgen]
pub fn threads_memory(bytes: usize) -> usize {
    Box::leak(vec![0u128; bytes.div_ceil(size_of::<u128>())].into_boxed_slice()).as_ptr() as usize
}

/// Shares work with this many workers from now on.
#[wasm_bindgen]
pub fn threads_open(workers: u32) {
    POOL.open(workers);
    parallel::install(Some(&POOL));
}

/// Shares no more work, and lets the workers leave.
#[wasm_bindgen]
pub fn threads_close() {
    parallel::install(None);
    POOL.close();
}

/// What a worker does; returns after [`threads_close`].
#[wasm_bindgen]
pub fn worker_run() {
    POOL.work();
}

/// Called in a worker that trapped in a block, so that nobody waits for it or for the allocator. It may run on.
#[wasm_bindgen]
pub fn worker_failed() {
    #[cfg(target_arch = "wasm32")]
    crate::heap::recover();
    POOL.bury();
}
