//! Operators of neural networks: layers, normalisations, losses.

pub mod activation;
pub mod batch_norm;
pub mod batch_norm_kinds;
pub mod conv_parts;
pub mod convolution;
pub mod ctc;
pub mod dot;
pub mod dropout;
pub mod embedding;
pub mod fully_connected;
pub mod group_norm;
pub mod layer_norm;
pub mod leaky_relu;
pub mod losses;
pub mod normalization;
pub mod pool_last;
pub mod pool_parts;
pub mod pooling;
pub mod rnn;
pub mod rnn_layer;
pub mod sequence;
pub mod softmax;
pub mod softmax_output;
pub mod support;
pub mod upsampling;
