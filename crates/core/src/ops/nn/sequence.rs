//! Sequences of different lengths in one tensor: masking, the last elements, reversing.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::Grad;
use crate::error::{Error, Result};
use crate::for_width;
use crate::invoke::invoke1;
use crate::ndarray::NDArray;
use crate::op::{Compute, Gradients, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, optional};
use crate::ops::create::fill;
use crate::ops::functional as f;
use crate::ops::index::take::read_slices;
use crate::ops::index::take::{Take, TakeGrad, TakeMode};
use crate::shape::Shape;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&SEQUENCE_MASK, &SEQUENCE_LAST, &SEQUENCE_REVERSE];

const INPUTS: Inputs = Inputs::Fixed(&[
    input("data", "Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...)."),
    optional("sequence_length", "The length of each sequence, (batch,); only with use_sequence_length."),
]);

attrs! {
    /// What is masked.
    pub struct SequenceMask {
        /// Whether sequence_length is given; without it nothing is masked.
        use_sequence_length: bool = false,
        /// What the elements behind the end become.
        value: f32 = 0.0,
        /// The axis of the steps: 0 or 1.
        axis: i32 = 0,
    }
}

attrs! {
    /// Where the last elements are.
    pub struct SequenceLast {
        /// Whether sequence_length is given; without it all sequences are full.
        use_sequence_length: bool = false,
        /// The axis of the steps: 0 or 1.
        axis: i32 = 0,
    }
}

attrs! {
    /// What is reversed.
    pub struct SequenceReverse {
        /// Whether sequence_length is given; without it all sequences are full.
        use_sequence_length: bool = false,
        /// The axis of the steps: only 0.
        axis: i32 = 0,
    }
}

/// `nd.SequenceMask`
pub static SEQUENCE_MASK: OpDef = OpDef {
    aliases: &["_npx_sequence_mask"],
    ..OpDef::new(
        "SequenceMask",
        "Sets the elements behind the end of each sequence to a value.",
        INPUTS,
        SequenceMask::SCHEMA,
        |given| Ok(Rc::new(SequenceMask::read(given))),
    )
};

/// `nd.SequenceLast`
pub static SEQUENCE_LAST: OpDef = OpDef {
    aliases: &["_npx_sequence_last"],
    ..OpDef::new(
        "SequenceLast",
        "The last element of each sequence: data without the axis of the steps.",
        INPUTS,
        SequenceLast::SCHEMA,
        |given| Ok(Rc::new(SequenceLast::read(given))),
    )
};

/// `nd.SequenceReverse`
pub static SEQUENCE_REVERSE: OpDef = OpDef {
    aliases: &["_npx_sequence_reverse"],
    ..OpDef::new(
        "SequenceReverse",
        "Each sequence reversed; what is behind its end stays.",
        INPUTS,
        SequenceReverse::SCHEMA,
        |given| Ok(Rc::new(SequenceReverse::read(given))),
    )
};

/// Steps, batch and elements of a step.
struct Sizes {
    steps: usize,
    batch: usize,
    step: usize,
    /// Whether a sequence's steps are next to each other.
    batch_first: bool,
}

impl Sizes {
    fn of(data: &Shape, axis: i32) -> Sizes {
        let a = axis as usize;
        Sizes { steps: data[a], batch: data[1 - a], step: data[2..].iter().product(), batch_first: a == 1 }
    }
    /// The place of a step among all steps.
    fn row(&self, t: usize, b: usize) -> usize {
        if self.batch_first { b * self.steps + t } else { t * self.batch + b }
    }
    /// Data as rows, one a step of a sequence.
    fn rows(&self) -> Shape {
        Shape::from([self.steps * self.batch, self.step])
    }
    /// The lengths, at least `least`.
    fn lengths(&self, lengths: Option<&Array>, least: usize) -> Result<Vec<usize>> {
        let Some(lengths) = lengths else { return Ok(vec![self.steps; self.batch]) };
        Ok(lengths.to_i64()?.iter().map(|&n| n.clamp(least as i64, self.steps as i64) as usize).collect())
    }
}

/// Checks the inputs, which all three operators take.
fn check(op: &'static OpDef, inputs: &[Spec], axis: i32, axes: &str) -> Result<()> {
    let data = &inputs[0].shape;
    if !(0..axes.len() as i32).contains(&axis) {
        let expected = if axes.len() == 1 { "0" } else { "0 or 1" };
        return Err(Error::attr(op.name, "axis", axis, expected));
    }
    if data.len() < 2 {
        return Err(Error::shape(op.name, "data", data, "at least 2 dimensions (steps, batch, ...)"));
    }
    if let Some(lengths) = inputs.get(1) {
        expect_shape(op, 1, lengths, &[data[1 - axis as usize]].into(), &format_args!("data has shape {data}"))?;
    }
    Ok(())
}

/// The common part of the three operators.
macro_rules! sequence_op {
    ($DEF:ident) => {
        fn def(&self) -> &'static OpDef {
            &$DEF
        }
        fn arity(&self) -> Option<usize> {
            Some(if self.use_sequence_length { 2 } else { 1 })
        }
        fn compute(&self, _: &[Array]) -> Compute {
            Compute::Any
        }
        fn keeps(&self) -> Keeps {
            Keeps::inputs(0b10)
        }
    };
}

/// The lengths that a gradient reads.
fn lengths(grad: &Grad) -> Option<Array> {
    (grad.num_inputs() > 1).then(|| grad.input(1).array().clone())
}

/// One gradient for data, none for the lengths.
fn of_data(grad: &Grad, data: NDArray) -> Gradients {
    let mut grads = vec![Some(data)];
    grads.resize(grad.num_inputs(), None);
    Ok(grads)
}

impl Op for SequenceMask {
    sequence_op!(SEQUENCE_MASK);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        check(&SEQUENCE_MASK, inputs, self.axis, "01")?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let sizes = Sizes::of(x[0].shape(), self.axis);
        y[0].bytes_mut().copy_from_slice(&x[0].bytes());
        let value = Array::empty(Spec::new(Shape::from([1]), x[0].dtype()))?;
        fill(&value, f64::from(self.value));
        let lengths = sizes.lengths(x.get(1), 0)?;
        for_width!(x[0].dtype(), E => {
            let (value, mut y) = (value.read::<E>()[0], y[0].write::<E>());
            for (b, &length) in lengths.iter().enumerate() {
                for t in length..sizes.steps {
                    y[sizes.row(t, b) * sizes.step..][..sizes.step].fill(value);
                }
            }
        });
        Ok(())
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let mut inputs = vec![grad.head(0)?];
        if grad.num_inputs() > 1 {
            inputs.push(grad.input(1));
        }
        of_data(grad, invoke1(SequenceMask { value: 0.0, ..self.clone() }, &inputs)?)
    }
}

impl SequenceLast {
    fn places(&self, data: &Shape, lengths: Option<&Array>) -> Result<NDArray> {
        let sizes = Sizes::of(data, self.axis);
        let lengths = sizes.lengths(lengths, 1)?;
        let places: Vec<i64> = lengths.iter().enumerate().map(|(b, n)| sizes.row(n - 1, b) as i64).collect();
        NDArray::from_slice(Shape::from([places.len()]), &places)
    }
}

impl Op for SequenceLast {
    sequence_op!(SEQUENCE_LAST);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        check(&SEQUENCE_LAST, inputs, self.axis, "01")?;
        let data = &inputs[0].shape;
        if data[self.axis as usize] == 0 {
            return Err(Error::shape(SEQUENCE_LAST.name, "data", data, "at least one step"));
        }
        let shape = std::iter::once(data[1 - self.axis as usize]).chain(data[2..].iter().copied()).collect();
        Ok(vec![Spec::new(shape, inputs[0].dtype)])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let places = self.places(x[0].shape(), x.get(1))?;
        gather(&x[0], &Sizes::of(x[0].shape(), self.axis), &places, &y[0]);
        Ok(())
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let data = &grad.input_spec(0).shape;
        let places = self.places(data, lengths(grad).as_ref())?;
        let sizes = Sizes::of(data, self.axis);
        let rows = f::reshape(&grad.head(0)?, &Shape::from([sizes.batch, sizes.step]))?;
        let op = TakeGrad { axis: 0, mode: TakeMode::Clip, shape: f::tuple(&sizes.rows()) };
        of_data(grad, f::reshape(&invoke1(op, &[rows, places])?, data)?)
    }
}

impl SequenceReverse {
    fn places(&self, data: &Shape, lengths: Option<&Array>) -> Result<NDArray> {
        let sizes = Sizes::of(data, self.axis);
        let lengths = sizes.lengths(lengths, 0)?;
        let mut places = vec![0i64; sizes.steps * sizes.batch];
        for t in 0..sizes.steps {
            for (b, &length) in lengths.iter().enumerate() {
                let from = if t < length { length - 1 - t } else { t };
                places[sizes.row(t, b)] = sizes.row(from, b) as i64;
            }
        }
        NDArray::from_slice(Shape::from([places.len()]), &places)
    }
}

impl Op for SequenceReverse {
    sequence_op!(SEQUENCE_REVERSE);
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        check(&SEQUENCE_REVERSE, inputs, self.axis, "0")?;
        Ok(vec![inputs[0].clone()])
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let places = self.places(x[0].shape(), x.get(1))?;
        gather(&x[0], &Sizes::of(x[0].shape(), self.axis), &places, &y[0]);
        Ok(())
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        // Reversing is its own transpose.
        let data = &grad.input_spec(0).shape;
        let places = self.places(data, lengths(grad).as_ref())?;
        let rows = f::reshape(&grad.head(0)?, &Sizes::of(data, self.axis).rows())?;
        let reversed = invoke1(Take { axis: 0, mode: TakeMode::Clip }, &[rows, places])?;
        of_data(grad, f::reshape(&reversed, data)?)
    }
}

/// Copies the steps at these places.
fn gather(x: &Array, sizes: &Sizes, places: &NDArray, y: &Array) {
    let places = places.array().read::<i64>();
    let (n, step) = (sizes.steps * sizes.batch, sizes.step);
    read_slices(x, (1, n, step), &places, kernels::index::Mode::Clip, y);
}
