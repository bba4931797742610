//! Kernels compiled here, at this crate's optimisation level.
//!
//! Generic functions are normally compiled in the crate that uses them, and that crate is built for size. The WebAssembly
//! build shares instances between crates (`-Zshare-generics`), so that those named here are the ones that run. What is
//! missing here still works, built for size, which keeps small arrays of vectors in memory and is many times slower.
//! Functions without a type parameter are built for size where they are `#[inline]`.
//!
//! Doubles are compiled for speed like singles: so they look alike, and the module packs smaller than with doubles built for
//! size.

use crate::{
    activation, along, binary, choose, conv, convert, gemm, index, movement, norm, optim, pool, reduce, rnn, softmax,
    sort, unary, weighted,
};
use half::f16;

/// The addresses of the instances: for both types of floats, for data movement of elements of 4 and 8 bytes, and others.
/// Taking them is what compiles them.
macro_rules! instances {
    (
        [$($module:ident: $($name:ident)*),* $(,)?]
        [$($mover:ident: $($move:ident)*),* $(,)?]
        $($instance:path),* $(,)?
    ) => {
        &[
            $($($module::$name::<f32> as *const () as usize, $module::$name::<f64> as *const () as usize,)*)*
            $($($mover::$move::<u32> as *const () as usize, $mover::$move::<u64> as *const () as usize,)*)*
            $($instance as *const () as usize),*
        ]
    };
}

/// How many instances there are. Reads every address, so that none is dropped before it is compiled.
#[inline(never)]
pub fn count() -> usize {
    let all: &[usize] = instances! {
        [
            unary: apply clip leaky hard_sigmoid elu selu smooth_l1,
            binary: apply apply_scalar apply_scalar_left broadcast add_assign axpy,
            reduce: reduce dot,
            softmax: softmax log_softmax softmax_backward log_softmax_backward,
            optim: sgd sgd_momentum adam ftrl nag rmsprop rmsprop_centred signsgd signum,
            gemm: gemm batch_gemm,
            conv: forward backward_data backward_weight,
            pool: forward backward lp_backward max_forward max_scatter max_gather,
            norm: batch_stats batch_normalize batch_backward layer_forward layer_backward response_scale,
            activation: backward leaky_backward,
            along: scatter_add,
            index: scatter_add_rows coo_dot,
            rnn: forward backward,
            sort: topk,
            weighted: apply,
        ]
        [
            along: take,
            index: gather_rows,
            movement: gather_strided scatter_strided transpose concat split_piece,
            choose: choose,
        ]
        movement::gather_strided::<u8>, convert::convert::<f32, i32>, convert::convert::<f32, f16>,
        convert::convert::<f16, f32>,
    };
    all.iter().filter(|&&address| core::hint::black_box(address) != 0).count()
}
