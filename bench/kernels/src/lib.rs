//! Kernels one by one, on data of their own: timed natively by this package's program, in WebAssembly by
//! `bench/kernels.ts` through the functions of [`exports`].

mod cases;
#[cfg(target_arch = "wasm32")]
pub mod exports;

pub use cases::{Case, cases};
