//! Tensors, operators, the reverse-mode graph and random streams.
//!
//! An operator is one entry of the [`registry`]; its gradient is written in operators. [`invoke`](invoke::invoke)
//! calls one and records the call; [`autograd`] walks the record backwards.
#![forbid(unsafe_code)]

pub mod array;
pub mod attrs;
pub mod autograd;
mod decimal;
pub mod dtype;
pub mod error;
pub mod invoke;
pub mod ndarray;
pub mod op;
pub mod ops;
pub mod random;
pub mod registry;
pub mod shape;
pub mod storage;
pub mod symbol;
pub mod text;

pub use dtype::DType;
pub use error::{Error, ErrorKind, Result};
pub use kernels::conv::use_plain;
pub use kernels::parallel;
pub use kernels::relaxed::use_relaxed;
pub use ndarray::NDArray;
pub use shape::Shape;
