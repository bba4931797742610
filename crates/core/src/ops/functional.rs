//! Operators as functions: what gradient rules are written in.

use crate::array::{Array, Spec};
use crate::autograd::state;
use crate::dtype::DType;
use crate::error::Result;
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::ops::{binary, create, movement, reduce, scalar, unary};
use crate::shape::Shape;

/// An elementwise function of one tensor.
pub fn apply(row: &'static unary::Row, x: &NDArray) -> Result<NDArray> {
    invoke1(unary::UnaryOp(row), std::slice::from_ref(x))
}

/// -x
pub fn neg(x: &NDArray) -> Result<NDArray> {
    apply(&unary::NEGATIVE, x)
}

/// a + b, broadcast.
pub fn add(a: &NDArray, b: &NDArray) -> Result<NDArray> {
    binary::call(&binary::ADD, a, b)
}

/// a - b, broadcast.
pub fn sub(a: &NDArray, b: &NDArray) -> Result<NDArray> {
    binary::call(&binary::SUB, a, b)
}

/// a·b, broadcast.
pub fn mul(a: &NDArray, b: &NDArray) -> Result<NDArray> {
    binary::call(&binary::MUL, a, b)
}

/// a/b, broadcast.
pub fn div(a: &NDArray, b: &NDArray) -> Result<NDArray> {
    binary::call(&binary::DIV, a, b)
}

/// a to the b, broadcast.
pub fn pow(a: &NDArray, b: &NDArray) -> Result<NDArray> {
    binary::call(&binary::POWER, a, b)
}

/// 1 where a = b, else 0, broadcast.
pub fn equal(a: &NDArray, b: &NDArray) -> Result<NDArray> {
    binary::call(&binary::EQUAL, a, b)
}

/// s·x
pub fn scale(x: &NDArray, s: f64) -> Result<NDArray> {
    scalar::call(&scalar::MUL, x, s)
}

/// x + s
pub fn shift(x: &NDArray, s: f64) -> Result<NDArray> {
    scalar::call(&scalar::PLUS, x, s)
}

/// 1 - x
pub fn one_minus(x: &NDArray) -> Result<NDArray> {
    scalar::call(&scalar::RMINUS, x, 1.0)
}

/// 1 - x²
pub fn one_minus_square(x: &NDArray) -> Result<NDArray> {
    one_minus(&apply(&unary::SQUARE, x)?)
}

/// x to the s
pub fn pow_scalar(x: &NDArray, s: f64) -> Result<NDArray> {
    scalar::call(&scalar::POWER, x, s)
}

/// 1 where x > s, else 0.
pub fn greater_scalar(x: &NDArray, s: f64) -> Result<NDArray> {
    scalar::call(&scalar::GREATER, x, s)
}

/// An array of one value.
pub fn full(spec: &Spec, value: f64) -> Result<NDArray> {
    let array = Array::empty(spec.clone())?;
    create::fill(&array, value);
    Ok(NDArray::new(array))
}

/// Zeros of x's shape and type, connected to x in the graph.
pub fn zeros_like(x: &NDArray) -> Result<NDArray> {
    invoke1(create::Like(&create::ZEROS_LIKE, 0.0), std::slice::from_ref(x))
}

/// The sum over these axes (all when there are none).
pub fn sum(x: &NDArray, axes: &[usize], keepdims: bool) -> Result<NDArray> {
    reduce::call(&reduce::SUM, x, axes, keepdims)
}

/// The mean over these axes (all when there are none).
pub fn mean(x: &NDArray, axes: &[usize], keepdims: bool) -> Result<NDArray> {
    reduce::call(&reduce::MEAN, x, axes, keepdims)
}

/// The sum over what broadcasting to x's shape repeated: the transpose of [`broadcast_to`].
pub fn sum_to(x: &NDArray, shape: &Shape) -> Result<NDArray> {
    if x.shape() == shape {
        return Ok(x.clone());
    }
    invoke1(reduce::SumTo { shape: tuple(shape) }, std::slice::from_ref(x))
}

/// x repeated to a larger shape.
pub fn broadcast_to(x: &NDArray, shape: &Shape) -> Result<NDArray> {
    if x.shape() == shape {
        return Ok(x.clone());
    }
    // Missing leading axes are added first: the operator itself keeps the number of axes.
    let lead = shape.len() - x.shape().len();
    let full: Shape = std::iter::repeat_n(1, lead).chain(x.shape().iter().copied()).collect();
    let x = reshape(x, &full)?;
    invoke1(movement::broadcast::BroadcastTo { shape: tuple(shape) }, &[x])
}

/// The same elements under another shape.
pub fn reshape(x: &NDArray, shape: &Shape) -> Result<NDArray> {
    if x.shape() == shape {
        return Ok(x.clone());
    }
    invoke1(movement::reshape::SetShape { shape: tuple(shape) }, std::slice::from_ref(x))
}

/// The axes in another order.
pub fn transpose(x: &NDArray, axes: &[usize]) -> Result<NDArray> {
    invoke1(movement::transpose::Transpose { axes: tuple(&Shape::new(axes)) }, std::slice::from_ref(x))
}

/// Another element type.
pub fn cast(x: &NDArray, dtype: DType) -> Result<NDArray> {
    if x.dtype() == dtype {
        return Ok(x.clone());
    }
    invoke1(create::Cast { dtype }, std::slice::from_ref(x))
}

/// A shape as an attribute.
pub fn tuple(shape: &Shape) -> crate::attrs::Tuple {
    crate::attrs::Tuple(shape.iter().map(|&d| d as i64).collect())
}

/// a + b, into a's memory where nobody else sees it and nothing is recorded.
pub fn accumulate(a: NDArray, b: NDArray) -> Result<NDArray> {
    if !state::is_recording() && a.sole_owner() && a.shape() == b.shape() && a.dtype() == b.dtype() {
        add_into(a.array(), b.array())?;
        return Ok(a);
    }
    add(&a, &b)
}

/// a += b
pub fn add_into(a: &Array, b: &Array) -> Result<()> {
    match a.dtype() {
        _ if a.shares_memory(b) => {}
        DType::Float32 => {
            kernels::binary::add_assign::<f32>(&mut a.write(), &b.read());
            return Ok(());
        }
        DType::Float64 => {
            kernels::binary::add_assign::<f64>(&mut a.write(), &b.read());
            return Ok(());
        }
        _ => {}
    }
    let call = crate::registry::parse("elemwise_add", &[])?;
    let sum = crate::invoke::forward(&*call.op, &[a.clone(), b.clone()], vec![a.spec().clone()])?;
    a.assign(sum.into_iter().next().expect("one output"));
    Ok(())
}
