//! Loops over slices and nothing else: the numerical kernels of mxgrad.
//!
//! No tensors, no allocation policy, no operators. The only crate of the workspace with `unsafe`; each block says
//! why it is sound. Every float function is either vectorised here (the same source for lanes and scalars) or
//! `libm`'s by name, so that native tests prove the bits that ship in WebAssembly.

#![cfg_attr(target_arch = "wasm32", feature(stdarch_wasm_atomic_wait))]

pub mod activation;
pub mod along;
pub mod binary;
pub mod boxes;
pub mod choose;
pub mod conv;
pub mod convert;
pub mod ctc;
pub mod gemm;
pub mod index;
pub mod instances;
pub mod integer;
pub mod linalg;
pub mod math;
pub mod movement;
pub mod norm;
pub mod optim;
pub mod parallel;
pub mod pool;
pub mod random;
pub mod reduce;
pub mod relaxed;
pub mod rnn;
pub mod simd;
pub mod softmax;
pub mod sort;
pub mod svd;
pub mod unary;
pub mod weighted;
