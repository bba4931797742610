//! Operators that MXNet keeps apart as contributed: small ones, each used by some model.

pub mod amp;
pub mod attention;
pub mod elementwise;
pub mod index;
pub mod like;
pub mod mask;
pub mod regular;
