//! Tensors, operators, the reverse-mode graph and random streams.
#![forbid(unsafe_code)]
