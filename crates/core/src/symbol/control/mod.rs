//! Loops and branches as nodes, whose bodies are graphs of their own: `_foreach`, `_while_loop`, `_cond`.

mod cut;
mod infer;
mod run;

pub use cut::cut;

use crate::attrs;
use crate::attrs::{AttrDef, Given, Tuple};
use crate::error::{Error, Result};
use crate::op::{Inputs, OpDef};
use crate::symbol::compose::MOST;
use crate::symbol::graph::Symbol;
use crate::symbol::program::Program;
use std::rc::Rc;

/// Graphs in graphs beyond this are refused: what walks them calls itself.
const DEEPEST: usize = 8;

attrs! {
    /// A loop over slices.
    pub struct Foreach {
        /// How many inputs there are, graphs too.
        num_args: usize,
        /// How many outputs there are.
        num_outputs: usize,
        /// How many of them are stacked.
        num_out_data: usize,
        /// Which variables of the graph the states are.
        in_state_locs: Tuple,
        /// Which variables of the graph the slices are.
        in_data_locs: Tuple,
        /// Which variables of the graph the other inputs are.
        remain_locs: Tuple,
    }
}

attrs! {
    /// A loop as long as something holds.
    pub struct WhileLoop {
        /// How many inputs there are, graphs too.
        num_args: usize,
        /// How many outputs there are.
        num_outputs: usize,
        /// How many of them are stacked.
        num_out_data: usize,
        /// The most steps.
        max_iterations: i32,
        /// The inputs that the condition's variables are.
        cond_input_locs: Tuple,
        /// The inputs that the body's variables are.
        func_input_locs: Tuple,
        /// Which variables of the body the loop variables are.
        func_var_locs: Tuple,
    }
}

attrs! {
    /// A branch.
    pub struct Cond {
        /// How many inputs there are, graphs too.
        num_args: usize,
        /// How many outputs there are.
        num_outputs: usize,
        /// The inputs that the condition's variables are.
        cond_input_locs: Tuple,
        /// The inputs that the first branch's variables are.
        then_input_locs: Tuple,
        /// The inputs that the second branch's variables are.
        else_input_locs: Tuple,
    }
}

const fn def(name: &'static str, doc: &'static str, attrs: &'static [AttrDef]) -> OpDef {
    let inputs = Inputs::Variadic { count: "num_args", doc: "Graphs, then arrays." };
    OpDef { internal: true, ..OpDef::new(name, doc, inputs, attrs, |given| Err(no_graphs(given.op))) }
}

fn no_graphs(op: &'static str) -> Error {
    Error::value(op, "the graphs are missing")
}

static FOREACH: OpDef = def("_foreach", "A graph for each slice of its inputs.", Foreach::SCHEMA);
static WHILE_LOOP: OpDef = def("_while_loop", "A graph as long as another says so.", WhileLoop::SCHEMA);
static COND: OpDef = def("_cond", "One of two graphs, as a third says.", Cond::SCHEMA);

/// How many graphs an operator has; nothing if it is no control flow.
pub fn graphs(op: &str) -> Option<usize> {
    ["_foreach", "_while_loop", "_cond"].iter().position(|name| *name == op).map(|place| place + 1)
}

/// A loop or a branch with its graphs.
pub struct Control {
    def: &'static OpDef,
    /// The graphs: a condition, if there is one, then bodies.
    pub graphs: Vec<Symbol>,
    programs: Vec<Program>,
    /// For each graph the inputs that its variables are.
    feeds: Vec<Vec<usize>>,
    /// How many inputs there are; the first `sliced` of them are gone through slice by slice.
    inputs: usize,
    sliced: usize,
    /// How many outputs there are; the first `stacked` of them are collected from the steps.
    outputs: usize,
    stacked: usize,
    /// Which variables of the body get the other outputs in the next step.
    carried: Vec<usize>,
    /// The most steps.
    most: usize,
    /// How many graphs are around the innermost node.
    depth: usize,
}

impl Control {
    /// An operator of its attributes and graphs, which must fit.
    #[inline(never)]
    pub fn new(op: &str, attrs: &[(String, String)], graphs: Vec<Symbol>) -> Result<Control> {
        let def = match op {
            "_foreach" => &FOREACH,
            "_while_loop" => &WHILE_LOOP,
            _ => &COND,
        };
        let given = Given { op: def.name, pairs: attrs };
        let locs = |list: &Tuple| list.sizes().ok_or_else(|| wrong(def, "a place is negative".into()));
        let (mut sliced, mut stacked, mut most, mut carried) = (0, 0, 0, Vec::new());
        let (args, outputs, feeds) = match graphs.len() {
            1 => {
                let read = Foreach::read(&given)?;
                let data = locs(&read.in_data_locs)?;
                carried = locs(&read.in_state_locs)?;
                (sliced, stacked) = (data.len(), read.num_out_data);
                let places = [data, carried.clone(), locs(&read.remain_locs)?].concat();
                let mut feed = vec![usize::MAX; places.len()];
                for (input, &place) in places.iter().enumerate() {
                    match feed.get_mut(place) {
                        Some(free) if *free == usize::MAX => *free = input,
                        _ => {
                            return Err(wrong(
                                def,
                                format!("place {place} is none of {}, or given twice", places.len()),
                            ));
                        }
                    }
                }
                if sliced == 0 || places.len().checked_add(1) != Some(read.num_args) {
                    let message = format!("{sliced} data and {} inputs for num_args {}", places.len(), read.num_args);
                    return Err(wrong(def, message));
                }
                (read.num_args, read.num_outputs, vec![feed])
            }
            2 => {
                let read = WhileLoop::read(&given)?;
                carried = locs(&read.func_var_locs)?;
                (stacked, most) = (read.num_out_data, read.max_iterations.max(0) as usize);
                if most == 0 {
                    return Err(Error::attr(def.name, "max_iterations", read.max_iterations, "at least 1"));
                }
                (read.num_args, read.num_outputs, vec![locs(&read.cond_input_locs)?, locs(&read.func_input_locs)?])
            }
            _ => {
                let read = Cond::read(&given)?;
                let feeds = [&read.cond_input_locs, &read.then_input_locs, &read.else_input_locs];
                (read.num_args, read.num_outputs, feeds.into_iter().map(locs).collect::<Result<_>>()?)
            }
        };
        let programs: Vec<Program> = graphs.iter().map(Program::new).collect();
        let nodes = || programs.iter().flat_map(|program| &program.graph.nodes);
        let depth = 1 + nodes().filter_map(|node| Some(node.control.as_ref()?.depth)).max().unwrap_or(0);
        let inputs = args.wrapping_sub(graphs.len());
        let made = Control { def, graphs, programs, feeds, inputs, sliced, outputs, stacked, carried, most, depth };
        made.check()?;
        Ok(made)
    }

    /// Whether the numbers that the attributes tell fit each other and the graphs.
    fn check(&self) -> Result<()> {
        let wrong = |message| Err(wrong(self.def, message));
        if self.depth > DEEPEST {
            return wrong(format!("graphs are nested more than {DEEPEST} deep"));
        }
        if self.inputs > MOST || self.outputs > MOST || self.outputs == 0 {
            return wrong(format!("num_args or num_outputs is not between 1 and {MOST}"));
        }
        let loops = self.graphs.len() < 3;
        if loops && Some(self.carried.len()) != self.outputs.checked_sub(self.stacked) {
            let expected = format!("num_outputs is {}, num_out_data {}", self.outputs, self.stacked);
            return wrong(format!("{} states are handed on, but {expected}", self.carried.len()));
        }
        for (i, (program, feed)) in self.programs.iter().zip(&self.feeds).enumerate() {
            let variables = program.graph.nodes.iter().filter(|node| node.op.is_none()).count();
            if variables != feed.len() {
                return wrong(format!("graph {i} has {variables} variables, but {} inputs", feed.len()));
            }
            if let Some(place) = feed.iter().find(|place| **place >= self.inputs) {
                return wrong(format!("graph {i} takes input {place}, but there are {}", self.inputs));
            }
            let heads = if i == 0 && self.programs.len() > 1 { 1 } else { self.outputs };
            if program.graph.heads.len() != heads {
                return wrong(format!("graph {i} has {} outputs, expected {heads}", program.graph.heads.len()));
            }
        }
        let body = &self.feeds[self.feeds.len() - 1];
        match self.carried.iter().enumerate().find(|(i, c)| **c >= body.len() || self.carried[..*i].contains(c)) {
            Some((_, place)) => wrong(format!("place {place} is none of {}, or given twice", body.len())),
            None => Ok(()),
        }
    }

    /// What the variables of a graph get.
    fn feed<T: Clone>(&self, graph: usize, inputs: &[T]) -> Vec<T> {
        self.feeds[graph].iter().map(|&input| inputs[input].clone()).collect()
    }
}

fn wrong(def: &'static OpDef, message: String) -> Error {
    Error::value(def.name, message)
}

/// The operator of a node with graphs.
pub fn parse(op: &str, attrs: &[(String, String)], subgraphs: Vec<Symbol>) -> Result<Rc<Control>> {
    let count = graphs(op).unwrap_or(0);
    if count != subgraphs.len() {
        return Err(Error::value("Symbol", format!("{op} has {count} graphs, got {}", subgraphs.len())));
    }
    Control::new(op, attrs, subgraphs).map(Rc::new)
}
