//! Running a stored graph on arrays that belong to it.
//!
//! Training records the graph's calls on the tape, and backward is the tape's.

use crate::DType;
use crate::array::Array;
use crate::autograd::state::Flags;
use crate::autograd::{self, BackwardOptions, GradReq};
use crate::error::{Error, Result};
use crate::invoke::invoke;
use crate::ndarray::NDArray;
use crate::op::{Call, Differentiable};
use crate::symbol::graph::Symbol;
use crate::symbol::infer::{Known, infer};
use crate::symbol::order::{Ordered, Role, Source};
use std::cell::{Cell, RefCell};

/// Heads that need no gradient to start from: they are losses, or have no gradient at all.
const LOSSES: &[&str] = &[
    "BlockGrad",
    "LinearRegressionOutput",
    "LogisticRegressionOutput",
    "MAERegressionOutput",
    "MakeLoss",
    "SVMOutput",
    "SoftmaxOutput",
    "make_loss",
];

/// The arrays of an executor.
pub struct Bound {
    /// One for each argument, in the order of `list_arguments`.
    pub args: Vec<NDArray>,
    /// Where the arguments' gradients go, and how.
    pub grads: Vec<Option<(NDArray, GradReq)>>,
    /// One for each state.
    pub states: Vec<NDArray>,
}

/// What is told of every output of every node, by its name.
pub type Monitor = Box<dyn Fn(&str, &NDArray) -> Result<()>>;

/// A graph with arrays.
pub struct Executor {
    graph: Ordered,
    names: Vec<Vec<String>>,
    bound: Bound,
    outputs: Vec<NDArray>,
    /// The heads of the recorded graph of the last forward.
    recorded: RefCell<Vec<NDArray>>,
    /// Whether the last forward was for training.
    training: Cell<bool>,
    monitor: RefCell<Option<Monitor>>,
}

impl Executor {
    /// Binds a symbol to arrays, whose shapes and types must fit.
    pub fn new(symbol: &Symbol, bound: Bound) -> Result<Executor> {
        let graph = symbol.ordered();
        let mut given = vec![Known::default(); graph.nodes.len()];
        for (role, arrays, what) in [(Role::Argument, &bound.args, "args"), (Role::State, &bound.states, "aux_states")]
        {
            let places: Vec<usize> = graph.variables(role).collect();
            if places.len() != arrays.len() {
                let message = format!(
                    "Length of {what} does not match the number of arguments: got {}, expected {}",
                    arrays.len(),
                    places.len()
                );
                return Err(Error::value("bind", message));
            }
            for (place, array) in places.into_iter().zip(arrays) {
                given[place] = Known { shape: Some(array.shape().clone()), dtype: Some(array.dtype()) };
            }
        }
        let inferred = infer(&graph, &given)?;
        let outputs = graph
            .heads
            .iter()
            .map(|&Source { node, output }| {
                let known = &inferred.values[node][output];
                // What depends on values has its shape after the first forward.
                let shape = known.shape.clone().unwrap_or_else(|| [1].into());
                NDArray::zeros(shape, known.dtype.unwrap_or(DType::Float32))
            })
            .collect::<Result<_>>()?;
        let names = (graph.nodes.iter().map(|node| Symbol::of(node.clone()).outputs())).collect();
        for (i, grad) in bound.grads.iter().enumerate() {
            if let Some((grad, req)) = grad {
                autograd::mark(&bound.args[i].detach(), grad, *req)?;
            }
        }
        Ok(Executor {
            graph,
            names,
            bound,
            outputs,
            recorded: RefCell::default(),
            training: Cell::new(false),
            monitor: RefCell::default(),
        })
    }

    /// The outputs: arrays that every forward writes anew.
    pub fn outputs(&self) -> &[NDArray] {
        &self.outputs
    }

    /// Sets what is told of every output.
    pub fn set_monitor(&self, monitor: Option<Monitor>) {
        self.monitor.replace(monitor);
    }

    /// Runs the graph on what its arrays hold.
    pub fn forward(&self, training: bool) -> Result<()> {
        // The last graph's memory is free for this one.
        drop(self.recorded.take());
        self.training.set(training);
        let wants = self.bound.grads.iter().any(Option::is_some);
        let heads = self.run(training && wants, training)?;
        for (output, head) in self.outputs.iter().zip(&heads) {
            if output.spec() != head.spec() {
                let message = format!("an output has shape {}, bound was {}", head.shape(), output.shape());
                return Err(Error::value("Executor.forward", message));
            }
        }
        if training && wants {
            for (output, head) in self.outputs.iter().zip(&heads) {
                output.array().bytes_mut().copy_from_slice(&head.array().bytes());
            }
            self.recorded.replace(heads);
        } else {
            let arrays: Vec<Array> = heads.into_iter().map(|head| head.array().clone()).collect();
            for (output, array) in self.outputs.iter().zip(arrays) {
                output.array().assign(array);
            }
        }
        Ok(())
    }

    /// Calls the nodes one after the other, and lets go of values that nobody needs any more.
    fn run(&self, record: bool, training: bool) -> Result<Vec<NDArray>> {
        let _flags = Flags::set(record, training);
        let graph = &self.graph;
        let mut uses: Vec<Vec<usize>> = self.names.iter().map(|names| vec![0; names.len()]).collect();
        for source in graph.inputs.iter().flatten().chain(&graph.heads) {
            if let Some(uses) = uses[source.node].get_mut(source.output) {
                *uses += 1;
            }
        }
        let mut values: Vec<Vec<Option<NDArray>>> = vec![Vec::new(); graph.nodes.len()];
        for (i, place) in graph.variables(Role::Argument).enumerate() {
            let x = self.bound.args[i].detach();
            if let Some((grad, req)) = self.bound.grads[i].as_ref().filter(|_| record) {
                autograd::mark(&x, grad, *req)?;
            }
            values[place].push(Some(x));
        }
        for (i, place) in graph.variables(Role::State).enumerate() {
            values[place].push(Some(self.bound.states[i].detach()));
        }
        for (place, node) in graph.nodes.iter().enumerate() {
            if let Some(op) = &node.op {
                let inputs = graph.inputs[place]
                    .iter()
                    .map(|source| {
                        let slot = values[source.node].get_mut(source.output);
                        let left = uses[source.node].get_mut(source.output);
                        let (Some(slot), Some(left)) = (slot, left) else {
                            return Err(hidden(&graph.nodes[source.node].name));
                        };
                        *left -= 1;
                        let value = if *left == 0 { slot.take() } else { slot.clone() };
                        value.ok_or_else(|| hidden(&graph.nodes[source.node].name))
                    })
                    .collect::<Result<Vec<NDArray>>>()?;
                let call = Call { op: op.clone(), given: None };
                let outputs = invoke(&call, &inputs, &[]).map_err(|error| match error.kind() {
                    crate::ErrorKind::Host => error,
                    _ => Error::value("Executor", format!("Error in operator {}: {error}", node.name)),
                })?;
                values[place] = outputs.into_iter().map(Some).collect();
            }
            let monitor = self.monitor.borrow();
            if let Some(monitor) = monitor.as_ref().filter(|_| node.op.is_some()) {
                for (name, value) in self.names[place].iter().zip(&values[place]) {
                    value.iter().try_for_each(|value| monitor(name, &value.detach()))?;
                }
            }
            for (value, uses) in values[place].iter_mut().zip(&uses[place]) {
                if *uses == 0 {
                    *value = None;
                }
            }
        }
        graph
            .heads
            .iter()
            .map(|head| {
                let value = values[head.node].get(head.output).cloned().flatten();
                value.ok_or_else(|| hidden(&graph.nodes[head.node].name))
            })
            .collect()
    }

    /// Computes the gradients of the arguments from those of the outputs. Losses need none.
    pub fn backward(&self, head_grads: &[Option<NDArray>], training: bool) -> Result<()> {
        if self.bound.grads.iter().all(Option::is_none) {
            return Ok(());
        }
        if self.recorded.borrow().is_empty() {
            // Prediction records nothing: it is done again, on the same arrays and in the same mode.
            let heads = self.run(true, self.training.get())?;
            self.recorded.replace(heads);
        }
        let (mut heads, mut grads) = (Vec::new(), Vec::new());
        for (i, head) in self.recorded.borrow().iter().enumerate() {
            if !head.in_graph() {
                continue;
            }
            let grad = head_grads.get(i).cloned().flatten();
            if grad.is_none() && !self.is_loss(i) {
                return Err(Error::value(
                    "Executor.backward",
                    "Because the last operator is not Loss function, head_gradient is required when calling backward. If you are attempting to minimize the output as an objective, please modify your network and pass it through the make_loss symbol.",
                ));
            }
            heads.push(head.clone());
            grads.push(grad.map(|grad| grad.detach()));
        }
        if heads.is_empty() {
            return Ok(());
        }
        let options = BackwardOptions { retain_graph: true, create_graph: false, train_mode: training };
        autograd::backward(&heads, &grads, options)
    }

    fn is_loss(&self, output: usize) -> bool {
        let op = &self.graph.nodes[self.graph.heads[output].node].op;
        op.as_ref().is_some_and(|op| LOSSES.contains(&op.def().name) || op.def().differentiable == Differentiable::Zero)
    }
}

fn hidden(name: &str) -> Error {
    Error::value("Executor", format!("{name} has no such output: MXNet keeps it to itself"))
}
