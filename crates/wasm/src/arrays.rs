//! Arrays without operators: making, reading, views.

use crate::error::{JsResult, throw};
use crate::{scratch, slots};
use mxgrad_core::array::{Array, Spec};
use mxgrad_core::{DType, Error, NDArray, Shape};
use wasm_bindgen::prelude::*;

fn read_shape(ndim: usize) -> Shape {
    (0..ndim).map(|i| scratch::get(i) as usize).collect()
}

/// A new array of the shape in the scratch words, with arbitrary contents.
#[wasm_bindgen]
pub fn array_new(ndim: usize, dtype: u32) -> JsResult<u32> {
    let dtype = DType::from_code(dtype).ok_or_else(|| throw(Error::value("array", "unknown dtype code")))?;
    let array = Array::empty(Spec::new(read_shape(ndim), dtype)).map_err(throw)?;
    Ok(slots::insert(NDArray::new(array)))
}

/// Writes the shape into the scratch words; gives the number of dimensions plus 256 times the dtype's code.
#[wasm_bindgen]
pub fn array_spec(handle: u32) -> JsResult<u32> {
    let x = slots::get(handle).map_err(throw)?;
    for (i, &d) in x.shape().iter().enumerate() {
        scratch::set(i, d as u32);
    }
    Ok(x.shape().len() as u32 + 256 * x.dtype() as u32)
}

/// Where the array's elements begin in memory. Good until the next call.
#[wasm_bindgen]
pub fn array_address(handle: u32) -> JsResult<usize> {
    let x = slots::get(handle).map_err(throw)?;
    let address = x.array().bytes().as_ptr() as usize;
    Ok(address)
}

/// Frees a handle.
#[wasm_bindgen]
pub fn array_free(handle: u32) {
    slots::remove(handle);
}

/// The same memory outside of every graph.
#[wasm_bindgen]
pub fn array_detach(handle: u32) -> JsResult<u32> {
    Ok(slots::insert(slots::get(handle).map_err(throw)?.detach()))
}

/// The same memory under the shape in the scratch words, outside of every graph.
#[wasm_bindgen]
pub fn view_reshaped(handle: u32, ndim: usize) -> JsResult<u32> {
    let (x, shape) = (slots::get(handle).map_err(throw)?, read_shape(ndim));
    if shape.size() != x.shape().size() {
        return Err(throw(Error::shape("reshape", "data", x.shape(), format!("as many elements as {shape}"))));
    }
    Ok(slots::insert(NDArray::new(x.array().reshaped(shape))))
}

/// Rows `begin..end` of the first axis on the same memory, outside of every graph.
#[wasm_bindgen]
pub fn view_rows(handle: u32, begin: usize, end: usize) -> JsResult<u32> {
    let x = slots::get(handle).map_err(throw)?;
    if x.shape().is_empty() || begin > end || end > x.shape()[0] {
        return Err(throw(Error::value("slice", format!("rows {begin} to {end} are not in shape {}", x.shape()))));
    }
    Ok(slots::insert(NDArray::new(x.array().rows(begin, end))))
}

/// The shape that a reshape code (in the scratch words, as signed numbers) makes of this array, written into the
/// scratch words; gives the number of dimensions.
#[wasm_bindgen]
pub fn decode_shape(handle: u32, count: usize, reverse: bool) -> JsResult<usize> {
    let x = slots::get(handle).map_err(throw)?;
    let code: Vec<i64> = (0..count).map(|i| i64::from(scratch::get(i) as i32)).collect();
    let shape = mxgrad_core::ops::movement::reshape::decode(x.shape(), &code, reverse).map_err(throw)?;
    for (i, &d) in shape.iter().enumerate() {
        scratch::set(i, d as u32);
    }
    Ok(shape.len())
}
