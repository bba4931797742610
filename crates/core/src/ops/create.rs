//! Operators that make arrays: constants, ranges, copies, casts.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::attrs::Tuple;
use crate::autograd::Grad;
use crate::dtype::DType;
use crate::error::{Error, Result};
use crate::for_int;
use crate::op::{Compute, DATA, Differentiable, Gradients, Inputs, Keeps, Op, OpDef, Run};
use crate::ops::functional as f;
use crate::shape::Shape;
use crate::text::shown;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[
    &ZEROS,
    &ZEROS_WITHOUT_DTYPE,
    &ONES,
    &FULL,
    &ARANGE,
    &LINSPACE,
    &EYE,
    &ZEROS_LIKE,
    &ONES_LIKE,
    &SET_VALUE,
    &CAST,
    &COPY,
    &COPYTO,
];

/// Fills an array with a number, cast to its dtype.
pub fn fill(y: &Array, value: f64) {
    match y.dtype() {
        DType::Float32 => y.write::<f32>().fill(value as f32),
        DType::Float64 => y.write::<f64>().fill(value),
        DType::Float16 => y.write::<half::f16>().fill(half::f16::from_f64(value)),
        int => for_int!(int, T => y.write::<T>().fill(value as i64 as T)),
    }
}

/// Stores `value(i)` at each place, cast to the dtype.
pub fn fill_with(y: &Array, value: impl Fn(usize) -> f64) {
    match y.dtype() {
        DType::Float32 => y.write::<f32>().iter_mut().enumerate().for_each(|(i, v)| *v = value(i) as f32),
        DType::Float64 => y.write::<f64>().iter_mut().enumerate().for_each(|(i, v)| *v = value(i)),
        DType::Float16 => {
            y.write::<half::f16>().iter_mut().enumerate().for_each(|(i, v)| *v = half::f16::from_f64(value(i)))
        }
        int => for_int!(int, T => y.write::<T>().iter_mut().enumerate().for_each(|(i, v)| *v = value(i) as i64 as T)),
    }
}

/// A shape attribute as a shape.
pub fn shape_attr(op: &'static str, shape: &Tuple) -> Result<Shape> {
    match shape.sizes() {
        Some(sizes) if !sizes.is_empty() => Ok(Shape::new(&sizes)),
        _ => Err(Error::attr(op, "shape", crate::attrs::AttrValue::text(shape), "at least one non-negative size")),
    }
}

attrs! {
    /// Shape and type of a constant.
    pub struct Constant {
        /// The shape of the result.
        shape: Tuple,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// The element type of the result.
        dtype: DType = DType::Float32,
    }
}

struct Filled(&'static OpDef, Constant, f64);

impl Op for Filled {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(shape_attr(self.0.name, &self.1.shape)?, self.1.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        fill(&y[0], self.2);
        Ok(())
    }
}

/// `nd.zeros`
pub static ZEROS: OpDef = OpDef::new("_zeros", "An array of zeros.", Inputs::Fixed(&[]), Constant::SCHEMA, |given| {
    Ok(Rc::new(Filled(&ZEROS, Constant::read(given), 0.0)))
});

attrs! {
    /// Shape and type code of zeros.
    pub struct Untyped {
        /// The shape of the result.
        shape: Tuple,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// MXNet's code of the element type; -1 for float32.
        dtype: i32 = -1,
    }
}

/// Zeros in graphs that MXNet wrote.
pub static ZEROS_WITHOUT_DTYPE: OpDef =
    OpDef::new("_zeros_without_dtype", "An array of zeros.", Inputs::Fixed(&[]), Untyped::SCHEMA, |given| {
        let Untyped { shape, ctx, dtype } = Untyped::read(given);
        let known =
            if dtype == -1 { Some(DType::Float32) } else { u32::try_from(dtype).ok().and_then(DType::from_code) };
        let refused = || Error::attr("_zeros_without_dtype", "dtype", dtype, "a code of an element type or -1");
        Ok(Rc::new(Filled(&ZEROS_WITHOUT_DTYPE, Constant { shape, ctx, dtype: known.ok_or_else(refused)? }, 0.0)))
    });

/// `nd.ones`
pub static ONES: OpDef = OpDef::new("_ones", "An array of ones.", Inputs::Fixed(&[]), Constant::SCHEMA, |given| {
    Ok(Rc::new(Filled(&ONES, Constant::read(given), 1.0)))
});

attrs! {
    /// Shape, type and value of a constant.
    pub struct Full {
        /// The shape of the result.
        shape: Tuple,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// The element type of the result.
        dtype: DType = DType::Float32,
        /// The value of every element, cast to the dtype.
        value: f64,
    }
}

/// `nd.full`
pub static FULL: OpDef = OpDef {
    aliases: &["_npi_full"],
    ..OpDef::new("_full", "An array of one value.", Inputs::Fixed(&[]), Full::SCHEMA, |given| {
        Ok(Rc::new(Full::read(given)))
    })
};

impl Op for Full {
    fn def(&self) -> &'static OpDef {
        &FULL
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(shape_attr("_full", &self.shape)?, self.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        fill(&y[0], self.value);
        Ok(())
    }
}

attrs! {
    /// The numbers of a range.
    pub struct Arange {
        /// The first number; the end when `stop` is None (then the range starts at 0).
        start: f64,
        /// The end, not included.
        stop: Option<f64> = None,
        /// The distance between numbers.
        step: f64 = 1.0,
        /// How often each number is repeated.
        repeat: usize = 1,
        /// Accepted for MXNet's sake.
        infer_range: bool = false,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// The element type of the result.
        dtype: DType = DType::Float32,
    }
}

/// `nd.arange`
pub static ARANGE: OpDef = OpDef::new(
    "_arange",
    "The numbers start, start + step, … below stop, each repeated `repeat` times.",
    Inputs::Fixed(&[]),
    Arange::SCHEMA,
    |given| Ok(Rc::new(Arange::read(given))),
);

impl Arange {
    fn bounds(&self) -> (f64, f64) {
        self.stop.map_or((0.0, self.start), |stop| (self.start, stop))
    }
}

impl Op for Arange {
    fn def(&self) -> &'static OpDef {
        &ARANGE
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        let (start, stop) = self.bounds();
        let count = libm::ceil((stop - start) / self.step);
        if !(count > 0.0 && count.is_finite()) || self.repeat == 0 {
            let [start, stop, step] = [start, stop, self.step].map(shown);
            let message = format!("no numbers from {start} to {stop} by {step} (repeat {})", self.repeat);
            return Err(Error::value("_arange", message));
        }
        Ok(vec![Spec::new(Shape::from([count as usize * self.repeat]), self.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        let start = self.bounds().0;
        fill_with(&y[0], |i| start + (i / self.repeat) as f64 * self.step);
        Ok(())
    }
}

attrs! {
    /// Evenly spaced numbers.
    pub struct Linspace {
        /// The first number.
        start: f64,
        /// The last number (or the one after it, without `endpoint`).
        stop: f64,
        /// How many numbers.
        num: usize = 50,
        /// Whether `stop` is included.
        endpoint: bool = true,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// The element type of the result.
        dtype: DType = DType::Float32,
    }
}

/// `nd.linspace`
pub static LINSPACE: OpDef = OpDef {
    aliases: &["_npi_linspace"],
    ..OpDef::new(
        "_linspace",
        "`num` evenly spaced numbers from start to stop.",
        Inputs::Fixed(&[]),
        Linspace::SCHEMA,
        |given| Ok(Rc::new(Linspace::read(given))),
    )
};

impl Op for Linspace {
    fn def(&self) -> &'static OpDef {
        &LINSPACE
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(Shape::from([self.num]), self.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        let parts = if self.endpoint { self.num.saturating_sub(1) } else { self.num };
        let step = if parts > 0 { (self.stop - self.start) / parts as f64 } else { 0.0 };
        fill_with(&y[0], |i| self.start + i as f64 * step);
        Ok(())
    }
}

attrs! {
    /// The size of an identity matrix.
    #[allow(non_snake_case)]
    pub struct Eye {
        /// The number of rows.
        N: usize,
        /// The number of columns; 0 for as many as rows.
        M: usize = 0,
        /// Which diagonal is ones: 0 the main one, positive ones above it.
        k: i64 = 0,
        /// Accepted for MXNet's sake; there is one device.
        ctx: String = String::new(),
        /// The element type of the result.
        dtype: DType = DType::Float32,
    }
}

/// `nd.eye`
pub static EYE: OpDef =
    OpDef::new("_eye", "Ones on a diagonal, zeros elsewhere.", Inputs::Fixed(&[]), Eye::SCHEMA, |given| {
        Ok(Rc::new(Eye::read(given)))
    });

impl Op for Eye {
    fn def(&self) -> &'static OpDef {
        &EYE
    }
    fn infer(&self, _: &[Spec]) -> Result<Vec<Spec>> {
        let columns = if self.M == 0 { self.N } else { self.M };
        Ok(vec![Spec::new(Shape::from([self.N, columns]), self.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        let columns = y[0].shape()[1];
        fill_with(&y[0], |i| ((i % columns) as i64 - (i / columns) as i64 == self.k) as u8 as f64);
        Ok(())
    }
}

/// A constant of the input's shape and type.
pub struct Like(pub &'static OpDef, pub f64);

impl Op for Like {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, _: &[Array], y: &[Array]) -> Result<()> {
        fill(&y[0], self.1);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}

const LIKE: Inputs = DATA;

/// `nd.zeros_like`
pub static ZEROS_LIKE: OpDef = OpDef {
    aliases: &["_sparse_zeros_like"],
    differentiable: Differentiable::Zero,
    ..OpDef::new("zeros_like", "Zeros of the input's shape and dtype.", LIKE, &[], |_| {
        Ok(Rc::new(Like(&ZEROS_LIKE, 0.0)))
    })
};

/// `nd.ones_like`
pub static ONES_LIKE: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new("ones_like", "Ones of the input's shape and dtype.", LIKE, &[], |_| Ok(Rc::new(Like(&ONES_LIKE, 1.0))))
};

attrs! {
    /// The value to set.
    pub struct SetValue {
        /// The value of every element, cast to the dtype.
        src: f64 = 0.0,
    }
}

/// `x[:] = number`
pub static SET_VALUE: OpDef = OpDef {
    differentiable: Differentiable::Zero,
    ..OpDef::new(
        "_set_value",
        "One value in the shape and dtype of the input; with `out`, how arrays are filled.",
        LIKE,
        SetValue::SCHEMA,
        |given| {
            let attrs = SetValue::read(given);
            Ok(Rc::new(Like(&SET_VALUE, attrs.src)))
        },
    )
};

attrs! {
    /// Changes the element type.
    pub struct Cast {
        /// The element type of the result.
        dtype: DType,
    }
}

/// `nd.cast`
pub static CAST: OpDef = OpDef {
    aliases: &["cast", "_npi_cast", "_npx_cast"],
    ..OpDef::new(
        "Cast",
        "The elements in another type. Floats are truncated to integers; the gradient passes through, cast back.",
        DATA,
        Cast::SCHEMA,
        |given| Ok(Rc::new(Cast::read(given))),
    )
};

impl Op for Cast {
    fn def(&self) -> &'static OpDef {
        &CAST
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![Spec::new(inputs[0].shape.clone(), self.dtype)])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        x[0].cast_into(&y[0]);
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(f::cast(&grad.head(0)?, grad.input_spec(0).dtype)?)])
    }
}

/// A copy.
pub struct Copy(pub &'static OpDef);

impl Op for Copy {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        Ok(vec![inputs[0].clone()])
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        Ok(())
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        Ok(vec![Some(grad.head(0)?)])
    }
}

/// `nd.identity`
pub static COPY: OpDef = OpDef {
    aliases: &["identity"],
    ..OpDef::new("_copy", "A copy of the input.", DATA, &[], |_| Ok(Rc::new(Copy(&COPY))))
};

/// `x.copyto(y)`
pub static COPYTO: OpDef = OpDef {
    aliases: &["_npi_copyto"],
    ..OpDef::new("_copyto", "A copy of the input, usually into `out`.", DATA, &[], |_| Ok(Rc::new(Copy(&COPYTO))))
};
