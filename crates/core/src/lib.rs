//! Tensors, operators, the reverse-mode graph and random streams.
#![forbid(unsafe_code)]
pub mod random;
pub mod text;
