//! Kernels compiled here, at this crate's optimisation level.
//!
//! Generic functions are normally compiled in the crate that uses them, and that crate is built for size. The WebAssembly
//! build shares instances between crates (`-Zshare-generics`), so that those named here are the ones that run. What is
//! missing here still works, built for size: the whole of `f64`. Functions without a type parameter are built for size where
//! they are `#[inline]`.

use crate::{
    activation, along, binary, conv, gemm, index, movement, norm, optim, pool, reduce, rnn, softmax, sort, unary,
    weighted,
};

/// The addresses of the instances; taking them is what compiles them.
macro_rules! instances {
    ($($instance:path),* $(,)?) => { &[$($instance as *const () as usize),*] };
}

/// How many instances there are. Reads every address, so that none is dropped before it is compiled.
#[inline(never)]
pub fn count() -> usize {
    let all: &[usize] = instances! {
        unary::apply::<f32>, unary::clip::<f32>, unary::leaky::<f32>, unary::hard_sigmoid::<f32>,
        binary::apply::<f32>, binary::apply_scalar::<f32>, binary::apply_scalar_left::<f32>,
        binary::broadcast::<f32>, binary::add_assign::<f32>, binary::axpy::<f32>,
        reduce::reduce::<f32>, reduce::dot::<f32>, softmax::softmax::<f32>,
        softmax::log_softmax::<f32>, softmax::softmax_backward::<f32>, softmax::log_softmax_backward::<f32>,
        optim::sgd::<f32>, optim::sgd_momentum::<f32>, optim::adam::<f32>, gemm::gemm::<f32>,
        gemm::batch_gemm::<f32>, conv::forward::<f32>, conv::backward_data::<f32>,
        conv::backward_weight::<f32>, pool::forward::<f32>,
        pool::backward::<f32>, pool::max_forward::<f32>, pool::max_scatter::<f32>, pool::max_gather::<f32>,
        norm::batch_stats::<f32>, norm::batch_normalize::<f32>, norm::batch_backward::<f32>,
        norm::layer_forward::<f32>, norm::layer_backward::<f32>, activation::backward::<f32>,
        activation::leaky_backward::<f32>, along::take::<u32>, along::scatter_add::<f32>, index::gather_rows::<u32>,
        index::scatter_add_rows::<f32>, index::coo_dot::<f32>, movement::gather_strided::<u8>, movement::gather_strided::<u32>,
        movement::scatter_strided::<u32>, movement::transpose::<u32>, movement::concat::<u32>,
        movement::split_piece::<u32>, rnn::forward::<f32>, rnn::backward::<f32>, sort::topk::<f32>, weighted::apply::<f32>,
    };
    all.iter().filter(|&&address| core::hint::black_box(address) != 0).count()
}
