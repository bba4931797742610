//! The operators, a file a family. [`FAMILIES`] is the one list that names them all.

pub mod argmax;
pub mod binary;
pub mod contrib;
pub mod create;
pub mod cumsum;
pub mod functional;
pub mod graph;
pub mod histogram;
pub mod image;
pub mod index;
pub mod linalg;
pub mod matrix;
pub mod movement;
pub mod nn;
pub mod norm;
pub mod optimizer;
pub mod order;
pub mod random;
pub mod reduce;
pub mod scalar;
pub mod special;
pub mod unary;
pub mod vision;

use crate::op::OpDef;

/// Every family's operators.
pub static FAMILIES: &[&[&OpDef]] = &[
    unary::DEFS,
    binary::DEFS,
    scalar::DEFS,
    reduce::DEFS,
    create::DEFS,
    special::DEFS,
    movement::reshape::DEFS,
    movement::transpose::DEFS,
    movement::broadcast::DEFS,
    movement::choose::DEFS,
    nn::dot::DEFS,
    nn::fully_connected::DEFS,
    nn::conv_parts::DEFS,
    nn::convolution::DEFS,
    nn::pool_parts::DEFS,
    nn::pooling::DEFS,
    nn::embedding::DEFS,
    nn::dropout::DEFS,
    nn::softmax::DEFS,
    nn::activation::DEFS,
    nn::leaky_relu::DEFS,
    nn::batch_norm::DEFS,
    nn::batch_norm_kinds::DEFS,
    nn::layer_norm::DEFS,
    nn::group_norm::DEFS,
    nn::normalization::DEFS,
    nn::softmax_output::DEFS,
    nn::losses::DEFS,
    nn::upsampling::DEFS,
    nn::sequence::DEFS,
    nn::rnn_layer::DEFS,
    nn::rnn::DEFS,
    nn::ctc::DEFS,
    movement::slice::DEFS,
    movement::assign::DEFS,
    movement::join::DEFS,
    movement::split::DEFS,
    movement::repeat::DEFS,
    movement::pad::DEFS,
    movement::diag::DEFS,
    movement::depth::DEFS,
    index::take::DEFS,
    index::along::DEFS,
    index::coo_dot::DEFS,
    index::nd::DEFS,
    index::one_hot::DEFS,
    order::DEFS,
    argmax::DEFS,
    cumsum::DEFS,
    histogram::DEFS,
    norm::DEFS,
    graph::DEFS,
    linalg::DEFS,
    matrix::product::DEFS,
    matrix::solve::DEFS,
    matrix::factor::DEFS,
    matrix::pack::DEFS,
    vision::boxes::DEFS,
    vision::matching::DEFS,
    vision::multibox::DEFS,
    vision::nms::DEFS,
    vision::target::DEFS,
    vision::weighted::DEFS,
    vision::columns::DEFS,
    vision::regions::DEFS,
    vision::roi_align::DEFS,
    vision::resize::DEFS,
    vision::sampler::DEFS,
    vision::deformable::DEFS,
    vision::proposal::DEFS,
    matrix::khatri_rao::DEFS,
    optimizer::DEFS,
    optimizer::adaptive::DEFS,
    optimizer::mixed::DEFS,
    optimizer::multi::DEFS,
    contrib::elementwise::DEFS,
    contrib::attention::DEFS,
    contrib::like::DEFS,
    contrib::mask::DEFS,
    contrib::index::DEFS,
    contrib::amp::DEFS,
    contrib::regular::DEFS,
    image::tensor::DEFS,
    image::geometry::DEFS,
    image::resize::DEFS,
    image::color::DEFS,
    random::scalar::DEFS,
    random::sample::DEFS,
    random::multinomial::DEFS,
    random::permute::DEFS,
    random::pdf::DEFS,
];
