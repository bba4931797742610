//! Operators of neural networks: layers, normalisations, losses.

pub mod conv_parts;
pub mod convolution;
pub mod dot;
pub mod dropout;
pub mod embedding;
pub mod fully_connected;
pub mod pool_parts;
pub mod pooling;
pub mod softmax;
pub mod support;
