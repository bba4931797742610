//! Loops and branches on arrays: each step is a run of the body, recorded as any program is.

use crate::array::{Array, Spec};
use crate::autograd::state::{Flags, is_training};
use crate::error::{Error, Result};
use crate::invoke::invoke;
use crate::ndarray::NDArray;
use crate::op::{Compute, Keeps, Op, OpDef, Run};
use crate::registry;
use crate::symbol::control::Control;

/// Calls an operator by name.
#[inline(never)]
fn call(op: &str, attrs: &[(&str, usize)], inputs: &[NDArray]) -> Result<Vec<NDArray>> {
    let attrs: Vec<(String, String)> = attrs.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
    invoke(&registry::parse(op, &attrs)?, inputs, &[])
}

/// The output of an operator of many inputs, along the first axis.
#[inline(never)]
fn join(op: &str, axis: &str, inputs: &[NDArray]) -> Result<NDArray> {
    Ok(call(op, &[("num_args", inputs.len()), (axis, 0)], inputs)?.swap_remove(0))
}

impl Control {
    /// The outputs for arrays of all inputs.
    #[inline(never)]
    pub fn run(&self, inputs: &[NDArray]) -> Result<Vec<NDArray>> {
        if self.programs.len() < 3 {
            return self.steps(inputs);
        }
        let branch = if self.holds(self.feed(0, inputs))? { 1 } else { 2 };
        self.programs[branch].run(self.feed(branch, inputs), None)
    }

    /// Whether the condition holds. It has no gradient.
    #[inline(never)]
    fn holds(&self, variables: Vec<NDArray>) -> Result<bool> {
        let _flags = Flags::set(false, is_training());
        let said = self.programs[0].run(variables, None)?.swap_remove(0);
        match said.to_f64()?[..] {
            [value] => Ok(value != 0.0),
            _ => {
                let message = format!("the condition must have one element, got shape {}", said.shape());
                Err(Error::value(self.def.name, message))
            }
        }
    }

    /// The slices of the inputs that are gone through.
    #[inline(never)]
    fn slices(&self, inputs: &[NDArray]) -> Result<Vec<Vec<NDArray>>> {
        let data = &inputs[..self.sliced];
        let count = data.first().and_then(|x| x.shape().first().copied());
        if data.iter().any(|x| x.shape().first().copied() != count || x.shape().size() == 0) {
            let mut message = "data must have the same first dimension, and elements; got".to_string();
            for x in data {
                message.push(' ');
                message += &x.shape().to_string();
            }
            return Err(Error::value(self.def.name, message));
        }
        let attrs = [("num_outputs", count.unwrap_or(0)), ("axis", 0), ("squeeze_axis", 1)];
        data.iter().map(|x| call("SliceChannel", &attrs, std::slice::from_ref(x))).collect()
    }

    fn steps(&self, inputs: &[NDArray]) -> Result<Vec<NDArray>> {
        let slices = self.slices(inputs)?;
        let most = slices.first().map_or(self.most, Vec::len);
        let body = self.programs.len() - 1;
        let feed = &self.feeds[body];
        let (mut variables, mut asked) = (self.feed(body, inputs), self.feed(0, inputs));
        let mut collected: Vec<Vec<NDArray>> = vec![Vec::new(); self.stacked];
        let mut step = 0;
        while step < most && (body == 0 || self.holds(asked.clone())?) {
            for (variable, &input) in variables.iter_mut().zip(feed) {
                if let Some(slices) = slices.get(input) {
                    *variable = slices[step].clone();
                }
            }
            let mut outputs = self.programs[body].run(variables.clone(), None)?.into_iter();
            for (list, output) in collected.iter_mut().zip(&mut outputs) {
                list.push(output);
            }
            for (&place, state) in self.carried.iter().zip(outputs) {
                for (asked, _) in asked.iter_mut().zip(&self.feeds[0]).filter(|(_, input)| **input == feed[place]) {
                    *asked = state.clone();
                }
                variables[place] = state;
            }
            step += 1;
        }
        let mut outputs = if step == 0 {
            let specs: Vec<Spec> = inputs.iter().map(|x| x.spec().clone()).collect();
            let none = self.infer(&specs)?.into_iter().take(self.stacked);
            none.map(|spec| NDArray::zeros(spec.shape, spec.dtype)).collect::<Result<Vec<_>>>()?
        } else {
            collected.iter().map(|list| self.stack(list, most)).collect::<Result<Vec<_>>>()?
        };
        for &place in &self.carried {
            let state = &variables[place];
            outputs.push(if step > 0 {
                state.clone()
            } else {
                call("_copy", &[], &variables[place..=place])?.swap_remove(0)
            });
        }
        Ok(outputs)
    }

    /// What the steps gave, with zeros for those that were not made.
    #[inline(never)]
    fn stack(&self, list: &[NDArray], most: usize) -> Result<NDArray> {
        let made = join("stack", "axis", list)?;
        if list.len() == most {
            return Ok(made);
        }
        let mut shape = made.shape().clone();
        shape[0] = most - list.len();
        let rest = NDArray::zeros(shape, made.dtype())?;
        join("Concat", "dim", &[made, rest])
    }
}

impl Op for Control {
    fn def(&self) -> &'static OpDef {
        self.def
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        self.specs(inputs)
    }
    fn forward(&self, _: &Run, inputs: &[Array], outputs: &[Array]) -> Result<()> {
        let inputs: Vec<NDArray> = inputs.iter().map(|x| NDArray::new(x.clone())).collect();
        for (made, output) in self.run(&inputs)?.iter().zip(outputs) {
            if made.spec() != output.spec() {
                let message = format!("an output has shape {}, inferred was {}", made.shape(), output.shape());
                return Err(Error::value(self.def.name, message));
            }
            output.assign(made.array().clone());
        }
        Ok(())
    }
    fn compute(&self, _: &[Array]) -> Compute {
        Compute::Any
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(self.outputs)
    }
    fn arity(&self) -> Option<usize> {
        Some(self.inputs)
    }
}
