//! The WebAssembly binding: handles, calls, errors and callbacks, and nothing that the core could do.
//!
//! Arrays are known to the host by handles (a slot and a generation). Lists of handles and sizes pass through the
//! scratch words, a fixed piece of memory that the host reads and writes directly. No borrow is ever held across a
//! call into the host.

mod arrays;
mod autograd;
mod calls;
mod custom;
mod error;
mod executors;
mod handles;
#[cfg(target_arch = "wasm32")]
mod heap;
mod host;
mod memory;
mod random;
mod recover;
mod relaxed;
mod scratch;
mod slots;
mod symbols;
mod threads;
