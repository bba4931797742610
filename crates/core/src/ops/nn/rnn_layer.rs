//! One direction of one recurrent layer, from the input part of its gates: what RNN is composed of.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::{Grad, composed_forward, composed_gradient, state};
use crate::choice;
use crate::error::Result;
use crate::for_float;
use crate::ndarray::NDArray;
use crate::op::{Gradients, Inputs, Keeps, Op, OpDef, Run, input, optional};
use crate::ops::functional as f;
use crate::ops::movement::choose;
use crate::ops::movement::join::concat;
use crate::ops::movement::slice::{View, view};
use crate::ops::nn::dot::matmul;
use crate::ops::nn::support::{is_plain, like};
use crate::ops::unary;
use crate::shape::Shape;
use kernels::rnn::{self, Cell, Gradients as Parts, Layer};
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&RNN_LAYER];

choice! {
    /// The recurrence.
    pub enum Mode {
        /// relu of the sum.
        Relu = "rnn_relu",
        /// tanh of the sum.
        Tanh = "rnn_tanh",
        /// Long short-term memory.
        Lstm = "lstm",
        /// Gated recurrent unit.
        Gru = "gru",
    }
}

impl Mode {
    /// The recurrence for the kernels.
    pub fn cell(self) -> Cell {
        [Cell::Relu, Cell::Tanh, Cell::Lstm, Cell::Gru][self as usize]
    }
    /// The number of gates.
    pub fn gates(self) -> usize {
        self.cell().gates()
    }
}

attrs! {
    /// What the layer does.
    pub struct RnnLayer {
        /// The recurrence.
        mode: Mode,
        /// Whether the steps run from the last to the first.
        reverse: bool = false,
        /// Whether the state is multiplied by one more weight.
        projected: bool = false,
        /// The least value of the cell state.
        clip_min: Option<f64> = None,
        /// The greatest value of the cell state.
        clip_max: Option<f64> = None,
        /// Whether lengths are given.
        use_sequence_length: bool = false,
    }
}

/// One direction of a layer.
pub static RNN_LAYER: OpDef = OpDef {
    internal: true,
    outputs: &["output", "state", "cell"],
    ..OpDef::new(
        "_rnn_layer",
        "One direction of one recurrent layer over all steps, from the input part of its gates.",
        Inputs::Fixed(&[
            input("gates", "The input part of the gates, (steps, batch, gates · hidden)."),
            input("weight", "The weight of the state, (gates · hidden, state)."),
            input("bias", "The bias of the state's part, (gates · hidden,)."),
            input("state", "The first state, (batch, state)."),
            optional("cell", "The first cell state of lstm, (batch, hidden)."),
            optional("projection", "The weight that the state is multiplied by, (state, hidden)."),
            optional("sequence_length", "How many steps of each sequence count, (batch,)."),
        ]),
        RnnLayer::SCHEMA,
        |given| Ok(Rc::new(RnnLayer::read(given))),
    )
};

impl RnnLayer {
    fn lstm(&self) -> bool {
        self.mode == Mode::Lstm
    }
    /// Whether there is a kernel for it.
    fn has_kernel(&self) -> bool {
        !self.projected && self.clip_min.is_none() && self.clip_max.is_none()
    }
    /// The place of the lengths among the inputs, if there are any.
    fn length_place(&self) -> Option<usize> {
        self.use_sequence_length.then_some(4 + usize::from(self.lstm()) + usize::from(self.projected))
    }
    fn lengths(&self, lengths: Option<&Array>, gates: &Shape) -> Result<Vec<usize>> {
        let Some(lengths) = lengths else { return Ok(vec![gates[0]; gates[1]]) };
        Ok(lengths.to_i64()?.iter().map(|&n| n.clamp(0, gates[0] as i64) as usize).collect())
    }
    fn hidden(&self, gates: &Shape) -> usize {
        gates[2] / self.mode.gates()
    }

    /// The layer in operators, step by step.
    fn parts(&self, x: &[NDArray]) -> Result<Vec<NDArray>> {
        let (gates, weight, bias) = (&x[0], &x[1], &x[2]);
        let (mut h, mut c) = (x[3].clone(), self.lstm().then(|| x[4].clone()));
        let projection = self.projected.then(|| &x[4 + usize::from(self.lstm())]);
        let shape = gates.shape();
        let (steps, batch, hidden) = (shape[0], shape[1], self.hidden(shape));
        let lengths = self.lengths(self.length_place().map(|i| x[i].array()), shape)?;
        let mut outputs = vec![None; steps];
        for place in 0..steps {
            let t = if self.reverse { steps - 1 - place } else { place };
            let part = view(gates, &View::along(shape, 0, t, 1))?;
            let part = f::reshape(&part, &Shape::from([batch, shape[2]]))?;
            let own = f::add(&matmul(&h, weight, false, true)?, &f::reshape(bias, &Shape::from([1, shape[2]]))?)?;
            let (mut new, cell) = self.cell(&part, &own, &h, c.as_ref(), hidden)?;
            if let Some(projection) = projection {
                new = matmul(&new, projection, false, true)?;
            }
            let counts: Vec<f32> = lengths.iter().map(|&n| if t < n { 1.0 } else { 0.0 }).collect();
            if counts.contains(&0.0) {
                let counts = NDArray::from_slice(Shape::from([batch]), &counts)?;
                let zeros = NDArray::zeros(new.shape().clone(), new.dtype())?;
                outputs[t] = Some(choose::call(&counts, &new, &zeros)?);
                h = choose::call(&counts, &new, &h)?;
                c = cell.zip(c).map(|(cell, c)| choose::call(&counts, &cell, &c)).transpose()?;
            } else {
                outputs[t] = Some(new.clone());
                (h, c) = (new, cell);
            }
        }
        let rows = |y: &NDArray| f::reshape(y, &Shape::from([1, batch, y.shape()[1]]));
        let outputs: Vec<NDArray> = outputs.iter().flatten().map(rows).collect::<Result<_>>()?;
        Ok([concat(&outputs, 0)?, h].into_iter().chain(c).collect())
    }

    /// One step: the new state and the new cell state.
    fn cell(
        &self,
        part: &NDArray,
        own: &NDArray,
        h: &NDArray,
        c: Option<&NDArray>,
        hidden: usize,
    ) -> Result<(NDArray, Option<NDArray>)> {
        let gate = |x: &NDArray, i: usize| view(x, &View::along(x.shape(), 1, i * hidden, hidden));
        let (sigmoid, tanh) = (|x: &NDArray| f::apply(&unary::SIGMOID, x), |x: &NDArray| f::apply(&unary::TANH, x));
        if self.mode == Mode::Gru {
            let r = sigmoid(&f::add(&gate(part, 0)?, &gate(own, 0)?)?)?;
            let z = sigmoid(&f::add(&gate(part, 1)?, &gate(own, 1)?)?)?;
            let new = tanh(&f::add(&gate(part, 2)?, &f::mul(&r, &gate(own, 2)?)?)?)?;
            return Ok((f::add(&new, &f::mul(&z, &f::sub(h, &new)?)?)?, None));
        }
        let sum = f::add(part, own)?;
        let Some(c) = c else {
            let new = if self.mode == Mode::Relu { f::apply(&unary::RELU, &sum)? } else { tanh(&sum)? };
            return Ok((new, None));
        };
        let (i, forget) = (sigmoid(&gate(&sum, 0)?)?, sigmoid(&gate(&sum, 1)?)?);
        let (g, o) = (tanh(&gate(&sum, 2)?)?, sigmoid(&gate(&sum, 3)?)?);
        let mut c = f::add(&f::mul(&forget, c)?, &f::mul(&i, &g)?)?;
        if self.clip_min.is_some() || self.clip_max.is_some() {
            let a_min = self.clip_min.unwrap_or(f64::MIN) as f32;
            let a_max = self.clip_max.unwrap_or(f64::MAX) as f32;
            let clip = crate::registry::parse(
                "clip",
                &[("a_min".into(), a_min.to_string()), ("a_max".into(), a_max.to_string())],
            )?;
            c = crate::invoke::invoke(&clip, &[c], &[])?.swap_remove(0);
        }
        Ok((f::mul(&o, &tanh(&c)?)?, Some(c)))
    }
}

impl Op for RnnLayer {
    fn def(&self) -> &'static OpDef {
        &RNN_LAYER
    }
    fn arity(&self) -> Option<usize> {
        let count = [self.lstm(), self.projected, self.use_sequence_length].iter().filter(|&&given| given).count();
        Some(4 + count)
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(if self.lstm() { 3 } else { 2 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let (gates, state) = (&inputs[0].shape, &inputs[3].shape);
        let spec = |shape: Shape| Spec::new(shape, inputs[0].dtype);
        let mut specs = vec![spec(Shape::from([gates[0], gates[1], state[1]])), spec(state.clone())];
        if self.lstm() {
            specs.push(spec(inputs[4].shape.clone()));
        }
        // Kept for backward only where one may follow.
        let kept = self.mode.cell().kept() * self.hidden(gates);
        let keep = state::is_recording() && self.has_kernel() && kept > 0;
        specs.push(spec(if keep { Shape::from([gates[0], gates[1], kept]) } else { Shape::from([0]) }));
        Ok(specs)
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        if !self.has_kernel() {
            return composed_forward(x, y, &|x| self.parts(x));
        }
        let shape = x[0].shape();
        let lengths = self.lengths(self.length_place().map(|i| &x[i]), shape)?;
        let (hidden, lstm) = (self.hidden(shape), self.lstm());
        y[1].bytes_mut().copy_from_slice(&x[3].bytes());
        if lstm {
            y[2].bytes_mut().copy_from_slice(&x[4].bytes());
        }
        for_float!(x[0].dtype(), T => {
            let weight = x[1].read::<T>();
            let layer = Layer {
                cell: self.mode.cell(), steps: shape[0], batch: shape[1], hidden, reverse: self.reverse,
                lengths: &lengths, weight: &weight,
            };
            let (mut h, mut out) = (y[1].write::<T>(), y[0].write::<T>());
            let mut kept = y[if lstm { 3 } else { 2 }].write::<T>();
            let mut c = lstm.then(|| y[2].write::<T>());
            let c = c.as_deref_mut().unwrap_or_default();
            rnn::forward::<T>(&layer, &x[0].read(), &x[2].read(), &mut h, c, &mut out, &mut kept);
        });
        Ok(())
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        if self.has_kernel() { Ok(None) } else { self.parts(x).map(Some) }
    }
    fn keeps(&self) -> Keeps {
        Keeps::BOTH
    }
    fn gradient(&self, grad: &Grad) -> Gradients {
        let gates = grad.input(0).array().clone();
        if !grad.fused() || !self.has_kernel() || !is_plain(gates.dtype()) {
            return composed_gradient(grad, &|x| self.parts(x));
        }
        let (shape, lstm) = (gates.shape(), self.lstm());
        let arrays: Vec<Array> = (0..grad.num_inputs()).map(|i| grad.input(i).array().clone()).collect();
        let lengths = self.lengths(self.length_place().map(|i| &arrays[i]), shape)?;
        let (output, kept) = (grad.output(0), grad.output(if lstm { 3 } else { 2 }));
        let mut made = vec![like(&gates)?, like(&arrays[1])?, like(&arrays[2])?, grad.head(1)?.array().copied()?];
        if lstm {
            made.push(grad.head(2)?.array().copied()?);
        }
        for_float!(gates.dtype(), T => {
            let (weight, dy, h0) = (arrays[1].read::<T>(), grad.head(0)?, arrays[3].read::<T>());
            let layer = Layer {
                cell: self.mode.cell(), steps: shape[0], batch: shape[1], hidden: self.hidden(shape),
                reverse: self.reverse, lengths: &lengths, weight: &weight,
            };
            let c0 = lstm.then(|| arrays[4].read::<T>());
            let mut dc = lstm.then(|| made[4].write::<T>());
            let mut parts = Parts {
                gates: &mut made[0].write(), weight: &mut made[1].write(), bias: &mut made[2].write(),
                h: &mut made[3].write(), c: dc.as_deref_mut().unwrap_or_default(),
            };
            let (y, kept) = (output.array().read::<T>(), kept.array().read::<T>());
            rnn::backward::<T>(&layer, &h0, c0.as_deref().unwrap_or_default(), &y, &kept, &dy.array().read(), &mut parts);
        });
        let mut grads: Vec<Option<NDArray>> = made.into_iter().map(|array| Some(NDArray::new(array))).collect();
        grads.resize(grad.num_inputs(), None);
        Ok(grads)
    }
}
