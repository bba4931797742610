//! Prediction, planned: what can be settled before a run is settled once. Shapes are inferred, memory is assigned (that of
//! values which nobody needs any more is used again), operators that only rename memory are left out, elementwise operators
//! run in the memory of what they change, batch normalisations are folded into the layers before them, and relu is left to
//! convolutions before it. A run then is a list of kernels.

use crate::array::{Array, Spec};
use crate::autograd::state::Flags;
use crate::error::{Error, Result};
use crate::invoke::{check_count, forward, invoke};
use crate::ndarray::NDArray;
use crate::op;
use crate::op::{Compute, Op, Run};
use crate::symbol::fold::{Fold, folds};
use crate::symbol::graph::Node;
use crate::symbol::order::{Ordered, Source};
use crate::symbol::program::{at, hidden};
use crate::symbol::tail::Tail;
use std::rc::Rc;

/// Operators whose first output is their first input under another shape.
const RENAMES: &[&str] = &[
    "BlockGrad",
    "Flatten",
    "IdentityAttachKLSparseReg",
    "MakeLoss",
    "Reshape",
    "_copy",
    "expand_dims",
    "make_loss",
    "squeeze",
];

/// One step of a run.
enum Step {
    /// A call.
    Call(Call),
    /// Elementwise operators in the memory of what came before.
    Tail(Tail),
}

/// One call of a run.
struct Call {
    /// The place of its node, for errors.
    node: usize,
    op: Rc<dyn Op>,
    inputs: Vec<NDArray>,
    arrays: Vec<Array>,
    outputs: Vec<Array>,
    how: How,
}

/// How a call is made.
enum How {
    /// Its kernels work on these types as they are.
    Direct,
    /// Types are converted around it.
    Converted,
    /// It writes to inputs, which must be looked at first.
    Checked,
}

/// Everything that a run does.
pub struct Plan {
    folds: Vec<Fold>,
    steps: Vec<Step>,
    /// What is copied at the end: outputs that are not computed in place.
    copies: Vec<(Array, Array)>,
}

/// What a plan is made for.
pub struct Setting<'a> {
    /// The graph.
    pub graph: &'a Ordered,
    /// The nodes' operators.
    pub ops: &'a [Option<Rc<dyn Op>>],
    /// The array of each variable, by the node's place.
    pub variables: &'a [Option<Array>],
    /// The arrays of the outputs.
    pub outputs: &'a [NDArray],
    /// Whether batch normalisations are folded.
    pub fold: bool,
}

/// A value while memory is being assigned.
#[derive(Clone)]
struct Value {
    array: Array,
    /// The piece of memory that it lies in; none for variables and outputs, whose memory is nobody else's.
    piece: Option<usize>,
}

/// Memory that values lie in one after the other.
struct Piece {
    memory: Array,
    /// How many uses there are still to come of the values in it.
    uses: usize,
}

/// Hands out memory.
#[derive(Default)]
struct Pieces {
    all: Vec<Piece>,
    free: Vec<usize>,
}

impl Pieces {
    /// Memory for a value: the smallest free piece that is large enough, but not more than four times too large.
    fn take(&mut self, spec: &Spec) -> Result<Value> {
        let bytes = |array: &Array| array.size() * array.dtype().size();
        let fitting = |&&i: &&usize| {
            let memory = &self.all[i].memory;
            bytes(memory) <= 4 * spec.shape.size() * spec.dtype.size() && memory.prefix(spec.clone()).is_some()
        };
        let found = self.free.iter().filter(fitting).min_by_key(|&&i| bytes(&self.all[i].memory)).copied();
        if let Some(i) = found
            && let Some(array) = self.all[i].memory.prefix(spec.clone())
        {
            self.free.retain(|&free| free != i);
            return Ok(Value { array, piece: Some(i) });
        }
        let memory = Array::empty(spec.clone())?;
        self.all.push(Piece { memory: memory.clone(), uses: 0 });
        Ok(Value { array: memory, piece: Some(self.all.len() - 1) })
    }

    /// The input whose memory the output of an operator may take: nobody else needs what it holds.
    fn changed(&self, graph: &Ordered, place: usize, op: &dyn Op, inputs: &[Value], outputs: &[Spec]) -> Option<usize> {
        let head = graph.heads.iter().any(|head| head.node == place);
        let [output] = outputs else { return None };
        let arrays: Vec<&Array> = inputs.iter().map(|input| &input.array).collect();
        let last = |value: &Value| value.piece.is_some_and(|i| self.all[i].uses == 1);
        (0..inputs.len()).find(|&i| !head && last(&inputs[i]) && Tail::takes(op, &arrays, i, output))
    }

    fn used(&mut self, value: &Value) {
        let Some(i) = value.piece else { return };
        self.all[i].uses -= 1;
        if self.all[i].uses == 0 {
            self.free.push(i);
        }
    }
}

/// How often each output of each node is used.
pub fn uses(graph: &Ordered) -> Vec<Vec<usize>> {
    let mut uses: Vec<Vec<usize>> = graph.nodes.iter().map(|node| vec![0; node.total()]).collect();
    for source in graph.inputs.iter().flatten().chain(&graph.heads) {
        if let Some(uses) = uses[source.node].get_mut(source.output) {
            *uses += 1;
        }
    }
    uses
}

impl Plan {
    /// Makes a plan.
    #[inline(never)]
    pub fn new(setting: &Setting) -> Result<Plan> {
        let _flags = Flags::set(false, false);
        let Setting { graph, outputs, .. } = *setting;
        let uses = uses(graph);
        let folds = if setting.fold { folds(setting, &uses)? } else { Vec::new() };
        let mut pieces = Pieces::default();
        let mut values: Vec<Vec<Value>> = vec![Vec::new(); graph.nodes.len()];
        let (mut steps, mut taken) = (Vec::new(), vec![false; outputs.len()]);
        for (place, op) in setting.ops.iter().enumerate() {
            if let Some(array) = &setting.variables[place] {
                values[place].push(Value { array: array.clone(), piece: None });
            }
            let Some(op) = op else { continue };
            if folds.iter().any(|fold| fold.layer == place) {
                continue;
            }
            let fold = folds.iter().find(|fold| fold.norm == place);
            let sources = &graph.inputs[fold.map_or(place, |fold| fold.layer)];
            let read = |source: &Source| values[source.node].get(source.output).cloned();
            let Some(mut inputs) = sources.iter().map(read).collect::<Option<Vec<Value>>>() else {
                return Err(hidden(&graph.nodes[place].name));
            };
            let mut op = op.clone();
            if let Some(fold) = fold {
                op = fold.op.clone();
                inputs.truncate(1);
                inputs.extend([&fold.weight, &fold.bias].map(|x| Value { array: x.clone(), piece: None }));
            }
            check_count(&*op, inputs.len())?;
            let specs: Vec<Spec> = inputs.iter().map(|input| input.array.spec().clone()).collect();
            let inferred = op.infer(&specs).map_err(|error| at(&graph.nodes[place], error))?;
            let all: usize = uses[place].iter().sum();
            // A variable may be written to before a copy of it is read.
            let variable = sources.first().is_some_and(|source| setting.variables[source.node].is_some());
            if !variable && renames(&graph.nodes[place]) && inputs[0].array.dtype() == inferred[0].dtype {
                let value =
                    Value { array: inputs[0].array.reshaped(inferred[0].shape.clone()), piece: inputs[0].piece };
                if let Some(i) = value.piece {
                    pieces.all[i].uses += all;
                }
                values[place] = vec![value];
            } else if let Some(main) = pieces.changed(graph, place, &*op, &inputs, &inferred) {
                let arrays: Vec<&Array> = inputs.iter().map(|input| &input.array).collect();
                let value = inputs[main].clone();
                let joined =
                    op.rectifies() && steps.last_mut().is_some_and(|step: &mut Step| step.rectify(&value.array));
                match steps.last_mut() {
                    _ if joined => {}
                    Some(Step::Tail(tail)) if tail.is_of(&value.array) => tail.push(place, op, &arrays, main),
                    _ => {
                        let mut tail = Tail::new(value.array.clone());
                        tail.push(place, op, &arrays, main);
                        steps.push(Step::Tail(tail));
                    }
                }
                value.piece.into_iter().for_each(|i| pieces.all[i].uses += all);
                values[place] = vec![value];
            } else {
                let mut made = Vec::with_capacity(inferred.len());
                for (output, spec) in inferred.iter().enumerate() {
                    let head = graph.heads.iter().position(|head| *head == Source { node: place, output });
                    made.push(match head.filter(|&head| outputs[head].spec() == spec) {
                        Some(head) => {
                            taken[head] = true;
                            Value { array: outputs[head].array().clone(), piece: None }
                        }
                        None => {
                            let value = pieces.take(spec)?;
                            // One more than there are, until this step is over: hidden outputs have none.
                            value.piece.into_iter().for_each(|i| {
                                pieces.all[i].uses = 1 + uses[place].get(output).copied().unwrap_or(0);
                            });
                            value
                        }
                    });
                }
                let arrays: Vec<Array> = inputs.iter().map(|input| input.array.clone()).collect();
                let types: Vec<_> = arrays.iter().map(Array::dtype).chain(inferred.iter().map(|s| s.dtype)).collect();
                let plain = types.iter().all(|&t| t == types[0] && t.compute() == t && t.is_float());
                steps.push(Step::Call(Call {
                    node: place,
                    how: match () {
                        () if !op.def().mutates.is_empty() => How::Checked,
                        () if plain || op.compute(&arrays) == Compute::Any => How::Direct,
                        () => How::Converted,
                    },
                    inputs: arrays.iter().map(|array| NDArray::new(array.clone())).collect(),
                    outputs: made.iter().map(|value| value.array.clone()).collect(),
                    arrays,
                    op,
                }));
                made.iter().for_each(|value| pieces.used(value));
                values[place] = made;
            }
            // A layer that was folded is read once more, by the normalisation that stands in its place.
            inputs.iter().for_each(|input| pieces.used(input));
        }
        let mut tails: Vec<&mut Tail> = steps.iter_mut().filter_map(Step::tail).collect();
        let between = Tail::between(&tails)?;
        tails.iter_mut().for_each(|tail| tail.cut(&between));
        let mut copies = Vec::new();
        for (i, head) in graph.heads.iter().enumerate().filter(|(i, _)| !taken[*i]) {
            let value = values[head.node].get(head.output);
            let value = value.ok_or_else(|| hidden(&graph.nodes[head.node].name))?;
            if value.array.spec() != outputs[i].spec() {
                return Err(Error::value("Executor", "an output has not the shape that was inferred"));
            }
            copies.push((value.array.clone(), outputs[i].array().clone()));
        }
        Ok(Plan { folds, steps, copies })
    }

    /// Computes the outputs from what the variables hold.
    #[inline(never)]
    pub fn run(&self, nodes: &[Rc<Node>]) -> Result<()> {
        let _flags = Flags::set(false, false);
        self.folds.iter().try_for_each(Fold::refresh)?;
        for step in &self.steps {
            match step {
                Step::Call(call) => call.run().map_err(|error| (call.node, error)),
                Step::Tail(tail) => tail.run(),
            }
            .map_err(|(node, error)| at(&nodes[node], error))?;
        }
        self.copies.iter().for_each(|(from, to)| to.bytes_mut().copy_from_slice(&from.bytes()));
        Ok(())
    }
}

impl Step {
    fn tail(&mut self) -> Option<&mut Tail> {
        match self {
            Step::Tail(tail) => Some(tail),
            Step::Call(_) => None,
        }
    }

    /// Makes relu of what was computed last part of the step, and tells whether that can be.
    fn rectify(&mut self, output: &Array) -> bool {
        let Step::Call(call) = self else { return false };
        let makes = call.outputs.iter().any(|y| y.shares_memory(output) && y.spec() == output.spec());
        if !makes || !matches!(call.how, How::Direct) {
            return false;
        }
        let rectified = call.op.rectified();
        rectified.map(|op| call.op = op).is_some()
    }
}

impl Call {
    fn run(&self) -> Result<()> {
        let arrays = |outputs: Vec<NDArray>| outputs.iter().map(|y| y.array().clone()).collect();
        let made: Vec<Array> = if let Some((call, inputs)) = self.op.resolve(&self.inputs, &[])? {
            arrays(invoke(&call, &inputs, &[])?)
        } else {
            match self.how {
                How::Direct => return self.op.forward(&Run { training: false }, &self.arrays, &self.outputs),
                How::Converted => {
                    let specs = self.outputs.iter().map(|y| y.spec().clone()).collect();
                    forward(&*self.op, &self.arrays, specs)?.into_vec()
                }
                How::Checked => arrays(invoke(&op::Call { op: self.op.clone(), given: None }, &self.inputs, &[])?),
            }
        };
        for (made, output) in made.into_iter().zip(&self.outputs) {
            if made.spec() != output.spec() {
                let message = format!("it gave shape {}, planned was {}", made.shape(), output.shape());
                return Err(Error::value(self.op.def().name, message));
            }
            output.assign(made);
        }
        Ok(())
    }
}

/// Whether a node only gives its input another shape.
fn renames(node: &Node) -> bool {
    let name = node.op.as_ref().map_or("", |op| op.def().name);
    RENAMES.contains(&name) || (name == "Dropout" && node.attr("mode").is_none_or(|mode| mode == "training"))
}
