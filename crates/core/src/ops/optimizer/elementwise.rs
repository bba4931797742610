//! Updates element by element, in double precision: for those that few use, where speed does not matter.

use crate::array::{Array, Spec};
use crate::attrs::{AttrDef, Given};
use crate::error::{Error, Result};
use crate::op::{Compute, Differentiable, Input, Inputs, Keeps, Op, OpDef, Run, expect_shape, input};
use std::rc::Rc;

/// A definition: `states` are the places of the tensors that the update changes.
pub(super) const fn update(
    name: &'static str,
    doc: &'static str,
    inputs: &'static [Input],
    attrs: &'static [AttrDef],
    states: &'static [usize],
    parse: fn(&mut Given) -> Result<Rc<dyn Op>>,
) -> OpDef {
    OpDef {
        differentiable: Differentiable::No("it didn't register FGradient attribute."),
        mutates: states,
        ..OpDef::new(name, doc, Inputs::Fixed(inputs), attrs, parse)
    }
}

pub(super) const WEIGHT: Input = input("weight", "The parameter; pass it as `out`, too, to update it in place.");
pub(super) const GRAD: Input = input("grad", "Its gradient.");
pub(super) const MEAN: Input = input("mean", "The running mean of gradients.");
pub(super) const VAR: Input = input("var", "The running mean of their squares.");
pub(super) const RESCALE: Input =
    input("rescale_grad", "(1,): the factor on the gradient; nothing is updated where it is 0 or not finite.");
pub(super) const DIRECTION: Input = input("g", "What the first phase gave.");
pub(super) const R1: Input = input("r1", "(1,): the norm of the weight.");
pub(super) const R2: Input = input("r2", "(1,): the norm of g.");

/// Which inputs are one number instead of a tensor of the weight's shape.
fn is_number(op: &'static OpDef, i: usize) -> bool {
    matches!(op.input_name(i).as_str(), "rescale_grad" | "r1" | "r2")
}

/// Checks an input's shape: the weight's, or one number.
pub(super) fn check_shape(op: &'static OpDef, i: usize, inputs: &[Spec]) -> Result<()> {
    if is_number(op, i) {
        return match inputs[i].shape.size() {
            1 => Ok(()),
            _ => Err(Error::shape(op.name, &op.input_name(i), &inputs[i].shape, "one number")),
        };
    }
    expect_shape(op, i, &inputs[i], &inputs[0].shape, &"weight has this shape")
}

/// A step of one element: changes the row of its inputs' values, and gives the new weight.
pub(super) type Step<'a> = &'a dyn Fn(&mut [f64]) -> f64;

/// How an update goes.
pub(super) trait Rule {
    /// Calls `run` with the step; `numbers` are the inputs that are one number, in order.
    fn with_step(&self, numbers: &[f64], run: &mut dyn FnMut(Step) -> Result<()>) -> Result<()>;
}

fn check(op: &'static OpDef, inputs: &[Spec]) -> Result<Vec<Spec>> {
    let number = |i: &usize| is_number(op, *i);
    let same: Vec<Spec> = (0..inputs.len()).filter(|i| !number(i)).map(|i| inputs[i].clone()).collect();
    if !inputs[0].dtype.is_float() {
        return Err(Error::dtype(op.name, &op.input_name(0), inputs[0].dtype, "a floating point type"));
    }
    crate::op::same_dtype(op, &same)?;
    (1..inputs.len()).try_for_each(|i| check_shape(op, i, inputs))?;
    Ok(vec![inputs[0].clone()])
}

/// Runs a step for every element, and writes the new weight and the changed states.
fn each(op: &'static OpDef, x: &[Array], y: &Array, step: Step) -> Result<()> {
    let all = (0..x.len()).filter(|&i| !is_number(op, i));
    let mut values: Vec<Vec<f64>> = all.map(|i| x[i].to_f64()).collect::<Result<_>>()?;
    let mut row = vec![0.0; values.len()];
    let mut new = vec![0.0; y.size()];
    for (i, new) in new.iter_mut().enumerate() {
        row.iter_mut().zip(&values).for_each(|(r, v)| *r = v[i]);
        *new = step(&mut row);
        op.mutates.iter().for_each(|&state| values[state][i] = row[state]);
    }
    let store = |y: &Array, values: &[f64]| -> Result<()> {
        y.assign(Array::from_slice(y.shape().clone(), values)?.cast(y.dtype())?);
        Ok(())
    };
    op.mutates.iter().try_for_each(|&state| store(&x[state], &values[state]))?;
    store(y, &new)
}

/// What these updates have in common: checks, and the loop over elements.
pub(super) struct Update(pub &'static OpDef, pub Box<dyn Rule>);

impl Op for Update {
    fn def(&self) -> &'static OpDef {
        self.0
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        check(self.0, inputs)
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        let numbers = (0..x.len()).filter(|&i| is_number(self.0, i));
        let numbers: Vec<f64> = numbers.map(|i| Ok(x[i].to_f64()?[0])).collect::<Result<_>>()?;
        self.1.with_step(&numbers, &mut |step| each(self.0, x, &y[0], step))
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
