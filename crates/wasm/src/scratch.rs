//! The words through which lists pass between the host and the core.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use wasm_bindgen::prelude::*;

/// How many words there are: the longest list of tensors that a call can take.
const WORDS: usize = 8192;

/// Atomics, because the host writes here behind the compiler's back; on one thread they cost nothing.
static SCRATCH: [AtomicU32; WORDS] = [const { AtomicU32::new(0) }; WORDS];

/// Where the scratch words begin in memory.
#[wasm_bindgen]
pub fn scratch_address() -> usize {
    SCRATCH.as_ptr() as usize
}

/// How many scratch words there are.
#[wasm_bindgen]
pub fn scratch_length() -> usize {
    WORDS
}

/// Reads a word.
pub fn get(i: usize) -> u32 {
    SCRATCH[i].load(Relaxed)
}

/// Writes a word.
pub fn set(i: usize, value: u32) {
    SCRATCH[i].store(value, Relaxed);
}

/// The memory, for views of the host.
#[wasm_bindgen]
pub fn wasm_memory() -> JsValue {
    wasm_bindgen::memory()
}
