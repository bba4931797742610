//! What several layers share: element types, spatial attributes, composed normalisation.

use crate::array::{Array, Spec};
use crate::attrs::{AttrValue, Tuple};
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::OpDef;
use crate::ops::functional as f;
use crate::ops::unary;
use crate::shape::Shape;

/// The array in the type that float kernels compute it in.
pub fn wide(x: &Array) -> Result<Array> {
    x.cast(x.dtype().compute())
}

/// An array to compute `y` in, if kernels do not work on `y` itself.
pub fn scratch_for(y: &Array, dtype: DType) -> Result<Array> {
    if y.dtype() == dtype { Ok(y.clone()) } else { Array::empty(Spec::new(y.shape().clone(), dtype)) }
}

/// Brings what was computed in [`scratch_for`] into `y`.
pub fn finish(y: &Array, computed: Array) -> Result<()> {
    if !y.shares_memory(&computed) {
        y.assign(computed.cast(y.dtype())?);
    }
    Ok(())
}

/// Whether float kernels work on the type directly.
pub fn is_plain(dtype: DType) -> bool {
    matches!(dtype, DType::Float32 | DType::Float64)
}

/// A new array of the same shape and type.
pub fn like(x: &Array) -> Result<Array> {
    Array::empty(x.spec().clone())
}

/// Sizes along the spatial dimensions, for kernels that take three: `default` where the attribute is empty, and filled
/// up on the left with `fill`. Every size must be at least `least`.
pub fn spatial(
    op: &'static str,
    name: &str,
    value: &Tuple,
    rank: usize,
    default: usize,
    fill: usize,
    least: usize,
) -> Result<[usize; 3]> {
    let wrong = || {
        Error::attr(op, name, value.text(), format!("{rank} sizes of at least {least}, one for each spatial dimension"))
    };
    let sizes = match value.0.len() {
        0 => vec![default; rank],
        n if n == rank => value.sizes().filter(|s| s.iter().all(|&v| v >= least)).ok_or_else(wrong)?,
        _ => return Err(wrong()),
    };
    Ok(left_filled(&sizes, fill))
}

/// Up to three sizes, filled up on the left.
pub fn left_filled(sizes: &[usize], fill: usize) -> [usize; 3] {
    let mut full = [fill; 3];
    full[3 - sizes.len()..].copy_from_slice(sizes);
    full
}

/// Checks that a layout attribute is the one that kernels work in, channels first.
pub fn channels_first(op: &'static str, layout: Option<&str>, rank: usize) -> Result<()> {
    let expected = ["NCW", "NCHW", "NCDHW"][rank - 1];
    match layout {
        Some(given) if given != expected => Err(Error::attr(
            op,
            "layout",
            given,
            format!("{expected} or None: a kernel of {rank} dimensions on the CPU works in this layout only"),
        )),
        _ => Ok(()),
    }
}

/// Checks that data has (batch, channels) and `rank` spatial dimensions.
pub fn expect_rank(op: &'static OpDef, data: &Shape, rank: usize) -> Result<()> {
    if data.len() == rank + 2 {
        return Ok(());
    }
    let expected = format!("{} dimensions (batch, channels and {rank} spatial ones like the kernel)", rank + 2);
    Err(Error::shape(op.name, &op.input_name(0), data, expected))
}

/// A vector over the channels, shaped so that it broadcasts to data of `rank` dimensions with channels at `axis`.
pub fn per_channel(x: &NDArray, rank: usize, axis: usize) -> Result<NDArray> {
    let mut shape = Shape::new(&vec![1; rank]);
    shape[axis] = x.shape().size();
    f::reshape(x, &shape)
}

/// All axes but one.
pub fn all_but(axis: usize, rank: usize) -> Vec<usize> {
    (0..rank).filter(|&a| a != axis).collect()
}

/// `(x - mean) / sqrt(var + eps)` over axes, and the reciprocal standard deviation, in operators.
pub fn normalize(x: &NDArray, axes: &[usize], eps: f64) -> Result<(NDArray, NDArray)> {
    let centred = f::sub(x, &f::mean(x, axes, true)?)?;
    let var = f::mean(&f::apply(&unary::SQUARE, &centred)?, axes, true)?;
    let inv = f::apply(&unary::RSQRT, &f::shift(&var, eps)?)?;
    Ok((f::mul(&centred, &inv)?, inv))
}

/// The gradient of [`normalize`]'s first result with respect to x, from the gradient `g` of that.
pub fn normalize_gradient(normal: &NDArray, inv: &NDArray, g: &NDArray, axes: &[usize]) -> Result<NDArray> {
    let shift = f::mean(g, axes, true)?;
    let slope = f::mean(&f::mul(g, normal)?, axes, true)?;
    f::mul(inv, &f::sub(&f::sub(g, &shift)?, &f::mul(normal, &slope)?)?)
}
