//! Recurrent layers over whole sequences.

use crate::array::{Array, Spec};
use crate::attrs;
use crate::autograd::composed_forward;
use crate::error::{Error, Result};
use crate::invoke::{invoke, invoke1};
use crate::ndarray::NDArray;
use crate::op::{Call, Inputs, Keeps, Op, OpDef, Run, expect_shape, input, optional};
use crate::ops::functional as f;
use crate::ops::movement::join::concat;
use crate::ops::movement::slice::{View, view};
use crate::ops::nn::dropout::{self, Dropout};
use crate::ops::nn::fully_connected::FullyConnected;
use crate::ops::nn::rnn_layer::{Mode, RnnLayer};
use crate::shape::Shape;
use crate::text::shown32;
use std::rc::Rc;

/// All operators of this file.
pub static DEFS: &[&OpDef] = &[&RNN];

attrs! {
    /// Sizes and options of recurrent layers.
    pub struct Rnn {
        /// The size of the state.
        state_size: usize,
        /// The number of layers.
        num_layers: usize,
        /// Whether each layer runs in both directions.
        bidirectional: bool = false,
        /// The recurrence. lstm has the gates i, f, g, o; gru r, z, n.
        mode: Mode,
        /// The probability of dropping an output between layers while training.
        p: f32 = 0.0,
        /// Whether the last states are outputs as well.
        state_outputs: bool = false,
        /// The size that the state of lstm is projected to; None for no projection.
        projection_size: Option<usize> = None,
        /// The least value of lstm's cell state.
        lstm_state_clip_min: Option<f64> = None,
        /// The greatest value of lstm's cell state.
        lstm_state_clip_max: Option<f64> = None,
        /// Accepted for MXNet's sake: NaN passes through clipping.
        lstm_state_clip_nan: bool = false,
        /// Whether sequence_length is given: what is behind the end of a sequence is not read, and the output is 0 there.
        use_sequence_length: bool = false,
    }
}

/// `nd.RNN`
pub static RNN: OpDef = OpDef {
    aliases: &["_npx_rnn"],
    outputs: &["output", "state", "state_cell"],
    ..OpDef::new(
        "RNN",
        "Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.",
        Inputs::Fixed(&[
            input("data", "The sequences, (steps, batch, inputs)."),
            input(
                "parameters",
                "All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · \
                 state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, \
                 state_size); the bias of the input, the bias of the state.",
            ),
            input("state", "The first states, (num_layers · directions, batch, state_size or projection_size)."),
            optional("state_cell", "The first cell states of lstm, (num_layers · directions, batch, state_size)."),
            optional("sequence_length", "The lengths of the sequences, (batch,); only with use_sequence_length."),
        ]),
        Rnn::SCHEMA,
        |given| Rnn::checked(Rnn::read(given)),
    )
};

/// Takes parts of the flat parameters, one after the other.
struct Parameters<'a> {
    all: &'a NDArray,
    at: usize,
}

impl Parameters<'_> {
    fn next(&mut self, shape: Shape) -> Result<NDArray> {
        let part = view(self.all, &View::along(self.all.shape(), 0, self.at, shape.size()))?;
        self.at += shape.size();
        f::reshape(&part, &shape)
    }
}

impl Rnn {
    fn checked(self) -> Result<Rc<dyn Op>> {
        const OP: &str = "RNN";
        if self.state_size == 0 || self.num_layers == 0 {
            let (name, value) =
                if self.state_size == 0 { ("state_size", self.state_size) } else { ("num_layers", self.num_layers) };
            return Err(Error::attr(OP, name, value, "a positive integer"));
        }
        if !(0.0..=1.0).contains(&self.p) {
            return Err(Error::attr(OP, "p", shown32(self.p), "a probability (0 to 1)"));
        }
        if self.mode != Mode::Lstm {
            for (name, given) in [
                ("projection_size", self.projection_size.is_some()),
                ("lstm_state_clip_min", self.lstm_state_clip_min.is_some()),
                ("lstm_state_clip_max", self.lstm_state_clip_max.is_some()),
            ] {
                if given {
                    return Err(Error::attr(OP, name, "given", "None: only mode lstm knows it"));
                }
            }
        }
        if self.projection_size == Some(0) {
            return Err(Error::attr(OP, "projection_size", 0, "a positive integer or None"));
        }
        Ok(Rc::new(self))
    }

    fn directions(&self) -> usize {
        1 + usize::from(self.bidirectional)
    }
    fn lstm(&self) -> bool {
        self.mode == Mode::Lstm
    }
    /// The size of what a layer gives in one direction.
    fn state(&self) -> usize {
        self.projection_size.unwrap_or(self.state_size)
    }
    /// The number of inputs of a layer.
    fn inputs(&self, layer: usize, data: &Shape) -> usize {
        if layer == 0 { data[2] } else { self.directions() * self.state() }
    }
    fn parameter_count(&self, data: &Shape) -> usize {
        let wide = self.mode.gates() * self.state_size;
        let projection = self.projection_size.map_or(0, |p| p * self.state_size);
        let layer = |l| self.directions() * (wide * (self.inputs(l, data) + self.state() + 2) + projection);
        (0..self.num_layers).map(layer).sum()
    }
    fn state_shape(&self, data: &Shape, size: usize) -> Shape {
        Shape::from([self.num_layers * self.directions(), data[1], size])
    }

    /// The layers in operators.
    fn parts(&self, x: &[NDArray]) -> Result<Vec<NDArray>> {
        let shape = x[0].shape();
        let (steps, batch, wide) = (shape[0], shape[1], self.mode.gates() * self.state_size);
        let lengths = self.use_sequence_length.then(|| &x[3 + usize::from(self.lstm())]);
        let mut parameters = Parameters { all: &x[1], at: 0 };
        let mut weights = Vec::new();
        for layer in 0..self.num_layers {
            for _ in 0..self.directions() {
                let input = parameters.next(Shape::from([wide, self.inputs(layer, shape)]))?;
                let state = parameters.next(Shape::from([wide, self.state()]))?;
                let projection = self.projection_size.map(|p| parameters.next(Shape::from([p, self.state_size])));
                weights.push((input, state, projection.transpose()?));
            }
        }
        let (mut data, mut states, mut cells) = (x[0].clone(), Vec::new(), Vec::new());
        let mut weights = weights.into_iter();
        for layer in 0..self.num_layers {
            if layer > 0 && self.p > 0.0 {
                let dropped = Dropout { p: self.p, ..dropout::TRAINING };
                data = invoke1(dropped, &[data])?;
            }
            let rows = f::reshape(&data, &Shape::from([steps * batch, data.shape()[2]]))?;
            let mut outputs = Vec::new();
            for direction in 0..self.directions() {
                let (input, state, projection) = weights.next().expect("one for each layer and direction");
                let (input_bias, bias) = (parameters.next([wide].into())?, parameters.next([wide].into())?);
                let connected = FullyConnected { num_hidden: wide, no_bias: false, flatten: true };
                let gates = invoke1(connected, &[rows.clone(), input, input_bias])?;
                let place = layer * self.directions() + direction;
                let first = |x: &NDArray| {
                    let part = view(x, &View::along(x.shape(), 0, place, 1))?;
                    f::reshape(&part, &Shape::new(&x.shape()[1..]))
                };
                let mut inputs =
                    vec![f::reshape(&gates, &Shape::from([steps, batch, wide]))?, state, bias, first(&x[2])?];
                if self.lstm() {
                    inputs.push(first(&x[3])?);
                }
                inputs.extend(projection);
                inputs.extend(lengths.cloned());
                let op = RnnLayer {
                    mode: self.mode,
                    reverse: direction == 1,
                    projected: self.projection_size.is_some(),
                    clip_min: self.lstm_state_clip_min,
                    clip_max: self.lstm_state_clip_max,
                    use_sequence_length: self.use_sequence_length,
                };
                let mut made = invoke(&Call::of(op), &inputs, &[])?.into_iter();
                outputs.extend(made.next());
                states.extend(made.next());
                cells.extend(made.next());
            }
            data = if outputs.len() == 1 { outputs.swap_remove(0) } else { concat(&outputs, 2)? };
        }
        let mut made = vec![data];
        if self.state_outputs {
            for last in [states, cells].into_iter().filter(|last| !last.is_empty()) {
                let size = last[0].shape()[1];
                made.push(f::reshape(&concat(&last, 0)?, &self.state_shape(shape, size))?);
            }
        }
        Ok(made)
    }
}

impl Op for Rnn {
    fn def(&self) -> &'static OpDef {
        &RNN
    }
    fn arity(&self) -> Option<usize> {
        Some(3 + usize::from(self.lstm()) + usize::from(self.use_sequence_length))
    }
    fn visible_outputs(&self) -> Option<usize> {
        Some(if self.state_outputs { 2 + usize::from(self.lstm()) } else { 1 })
    }
    fn infer(&self, inputs: &[Spec]) -> Result<Vec<Spec>> {
        let data = &inputs[0].shape;
        if data.len() != 3 || data.contains(&0) {
            return Err(Error::shape("RNN", "data", data, "3 dimensions (steps, batch, inputs), none of them 0"));
        }
        let float_inputs = if self.use_sequence_length { inputs.len() - 1 } else { inputs.len() };
        crate::op::same_dtype(&RNN, &inputs[..float_inputs])?;
        let because = format_args!("data has shape {data} and the sizes are these");
        expect_shape(&RNN, 1, &inputs[1], &[self.parameter_count(data)].into(), &because)?;
        let state = self.state_shape(data, self.state());
        expect_shape(&RNN, 2, &inputs[2], &state, &because)?;
        let cell = self.state_shape(data, self.state_size);
        if self.lstm() {
            expect_shape(&RNN, 3, &inputs[3], &cell, &because)?;
        }
        if self.use_sequence_length {
            let lengths = &inputs[float_inputs];
            if lengths.shape.as_slice() != [data[1]] {
                let expected = format!("({},) because data has shape {data}", data[1]);
                return Err(Error::shape("RNN", "sequence_length", &lengths.shape, expected));
            }
        }
        let spec = |shape| Spec::new(shape, inputs[0].dtype);
        let mut specs = vec![spec(Shape::from([data[0], data[1], self.directions() * self.state()]))];
        if self.state_outputs {
            specs.push(spec(state));
            if self.lstm() {
                specs.push(spec(cell));
            }
        }
        Ok(specs)
    }
    fn complete(&self, inputs: &mut [Option<Shape>]) {
        let Some(data) = inputs[0].clone().filter(|d| d.len() == 3) else { return };
        inputs[1].get_or_insert([self.parameter_count(&data)].into());
        inputs[2].get_or_insert(self.state_shape(&data, self.state()));
        if let Some(cell) = inputs.get_mut(3).filter(|_| self.lstm()) {
            cell.get_or_insert(self.state_shape(&data, self.state_size));
        }
        if let Some(lengths) = inputs.last_mut().filter(|_| self.use_sequence_length) {
            lengths.get_or_insert([data[1]].into());
        }
    }
    fn forward(&self, _: &Run, x: &[Array], y: &[Array]) -> Result<()> {
        composed_forward(x, y, &|x| self.parts(x))
    }
    fn expand(&self, x: &[NDArray]) -> Result<Option<Vec<NDArray>>> {
        self.parts(x).map(Some)
    }
    fn keeps(&self) -> Keeps {
        Keeps::NONE
    }
}
