//! Running a stored graph on arrays that belong to it.
//!
//! Training records the graph's calls on the tape, and backward is the tape's.

use crate::DType;
use crate::array::Array;
use crate::autograd::state::Flags;
use crate::autograd::{self, BackwardOptions, GradReq, anomaly};
use crate::error::{Error, Result};
use crate::ndarray::NDArray;
use crate::op::{Differentiable, Op};
use crate::symbol::compose::parse;
use crate::symbol::graph::{Node, Symbol};
use crate::symbol::infer::{Known, infer, is_full};
use crate::symbol::order::{Role, Source};
use crate::symbol::plan::{Plan, Setting};
use crate::symbol::program::{Monitor, Program};
use cells::RefCell;
use std::cell::Cell;
use std::rc::Rc;

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

/// A graph with arrays.
pub struct Executor {
    program: Program,
    bound: Bound,
    outputs: Vec<NDArray>,
    /// The heads of the recorded graph of the last forward.
    recorded: RefCell<Vec<NDArray>>,
    /// Whether the last forward was for training.
    training: Cell<bool>,
    /// How prediction runs, once it has run.
    plan: RefCell<Option<Plan>>,
    fold: Cell<bool>,
    /// Whether prediction can be planned.
    planned: Cell<bool>,
    monitor: RefCell<Option<Monitor>>,
}

impl Executor {
    /// Binds a symbol to arrays, whose shapes and types must fit.
    #[inline(never)]
    pub fn new(symbol: &Symbol, bound: Bound) -> Result<Executor> {
        let mut program = Program::new(symbol);
        let graph = &program.graph;
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
        let inferred = infer(graph, &given)?;
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
        let op = |(place, node): (usize, &Rc<Node>)| constant(node, &inferred.values[place]).transpose();
        program.ops = graph.nodes.iter().enumerate().map(op).collect::<Result<_>>()?;
        for (i, grad) in bound.grads.iter().enumerate() {
            if let Some((grad, req)) = grad {
                autograd::mark(&bound.args[i].detach(), grad, *req)?;
            }
        }
        Ok(Executor {
            program,
            bound,
            outputs,
            recorded: RefCell::default(),
            training: Cell::new(false),
            plan: RefCell::default(),
            fold: Cell::new(true),
            planned: Cell::new(true),
            monitor: RefCell::default(),
        })
    }

    /// The outputs: arrays that every forward writes anew.
    pub fn outputs(&self) -> &[NDArray] {
        &self.outputs
    }

    /// Sets what is told of every output.
    #[inline(never)]
    pub fn set_monitor(&self, monitor: Option<Monitor>) {
        self.monitor.replace(monitor);
    }

    /// Whether prediction folds batch normalisations into the layers before them. It does unless told otherwise.
    #[inline(never)]
    pub fn set_fold(&self, fold: bool) {
        self.fold.set(fold);
        self.plan.take();
    }

    /// Predicts by the plan, which is made if there is none. What the plan cannot foresee (shapes that depend on values)
    /// and what somebody watches is left to `run`.
    #[inline(never)]
    fn predict(&self) -> Result<bool> {
        if !self.planned.get() || self.monitor.borrow().is_some() || anomaly::watching() {
            return Ok(false);
        }
        // Nothing is borrowed while operators of the host run.
        let plan = match self.plan.take() {
            Some(plan) => plan,
            None => {
                let mut variables: Vec<Option<Array>> = vec![None; self.program.graph.nodes.len()];
                for (role, arrays) in [(Role::Argument, &self.bound.args), (Role::State, &self.bound.states)] {
                    for (place, array) in self.program.graph.variables(role).zip(arrays) {
                        variables[place] = Some(array.array().clone());
                    }
                }
                let (graph, ops, outputs, fold) =
                    (&self.program.graph, &self.program.ops, &self.outputs, self.fold.get());
                match Plan::new(&Setting { graph, ops, variables: &variables, outputs, fold }) {
                    Ok(plan) => plan,
                    Err(_) => {
                        self.planned.set(false);
                        return Ok(false);
                    }
                }
            }
        };
        let result = plan.run(&self.program.graph.nodes);
        self.plan.replace(Some(plan));
        result.map(|()| true)
    }

    /// Runs the graph on what its arrays hold.
    #[inline(never)]
    pub fn forward(&self, training: bool) -> Result<()> {
        // The last graph's memory is free for this one.
        drop(self.recorded.take());
        self.training.set(training);
        if !training && self.predict()? {
            return Ok(());
        }
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

    /// Runs the program on the arguments and states; recorded on the tape if asked for.
    fn run(&self, record: bool, training: bool) -> Result<Vec<NDArray>> {
        let _flags = Flags::set(record, training);
        let (mut args, mut states) = (self.bound.args.iter().zip(&self.bound.grads), self.bound.states.iter());
        let mut variables = Vec::with_capacity(self.bound.args.len() + self.bound.states.len());
        for role in &self.program.graph.roles {
            match role {
                Role::Argument => {
                    let Some((arg, grad)) = args.next() else { break };
                    let x = arg.detach();
                    if let Some((grad, req)) = grad.as_ref().filter(|_| record) {
                        autograd::mark(&x, grad, *req)?;
                    }
                    variables.push(x);
                }
                Role::State => variables.extend(states.next().map(NDArray::detach)),
                Role::Operator => {}
            }
        }
        // Not borrowed while the host runs: it may set another.
        let monitor = self.monitor.borrow().clone();
        self.program.run(variables, monitor.as_ref())
    }

    /// Computes the gradients of the arguments from those of the outputs. Losses need none.
    #[inline(never)]
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

    /// Lets go of an executor. Here, so that what frees its parts is compiled for size.
    #[inline(never)]
    pub fn release(executor: Rc<Executor>) {
        drop(executor);
    }

    fn is_loss(&self, output: usize) -> bool {
        let op = &self.program.graph.nodes[self.program.graph.heads[output].node].op;
        let says = |op: &Rc<dyn Op>| op.signature().is_some_and(|signature| signature.loss);
        op.as_ref().is_some_and(|op| {
            says(op) || LOSSES.contains(&op.def().name) || op.def().differentiable == Differentiable::Zero
        })
    }
}

/// The operator of a node. What has no inputs and a shape with unknown sizes gets the shape that the rest of the graph
/// wants.
fn constant(node: &Node, values: &[Known]) -> Option<Result<Rc<dyn Op>>> {
    let op = node.op.as_ref()?;
    let shape = values.first().and_then(|known| known.shape.as_ref()).filter(|shape| is_full(shape));
    let (true, Some(shape), Some(_)) = (node.inputs.is_empty(), shape, node.attr("shape")) else {
        return Some(Ok(op.clone()));
    };
    let mut attrs = node.attrs();
    for (key, value) in &mut attrs {
        if key == "shape" {
            *value = shape.to_string();
        }
    }
    Some(parse(op.def().name, &attrs))
}
