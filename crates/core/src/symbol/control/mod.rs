//! Loops and branches as nodes, whose bodies are graphs of their own: `_foreach`, `_while_loop`, `_cond`.

mod cut;
mod infer;
mod run;

pub use cut::cut;

use crate::attrs;
use crate::attrs::{Given, Tuple};
use crate::error::{Error, Result};
use crate::op::{Inputs, OpDef};
use crate::symbol::compose::MOST;
use crate::symbol::graph::Symbol;
use crate::symbol::program::Program;
use std::rc::Rc;

/// Graphs in graphs beyond this are refused: what walks them calls itself.
const DEEPEST: usize = 8;

attrs! {
    /// The attributes of all three; each has some of them.
    pub struct Options {
        /// How many inputs there are, graphs too.
        num_args: usize,
        /// How many outputs there are.
        num_outputs: usize,
        /// How many of them are stacked.
        num_out_data: usize = 0,
        /// The most steps.
        max_iterations: i32 = 0,
        /// Which variables of a loop over slices the slices are.
        in_data_locs: Tuple = Tuple::default(),
        /// Which of them the states are.
        in_state_locs: Tuple = Tuple::default(),
        /// Which of them the other inputs are.
        remain_locs: Tuple = Tuple::default(),
        /// The inputs that the variables of a condition are.
        cond_input_locs: Tuple = Tuple::default(),
        /// The inputs that the variables of a loop's body are.
        func_input_locs: Tuple = Tuple::default(),
        /// Which of these variables the loop variables are.
        func_var_locs: Tuple = Tuple::default(),
        /// The inputs that the variables of the first branch are.
        then_input_locs: Tuple = Tuple::default(),
        /// The inputs that the variables of the second branch are.
        else_input_locs: Tuple = Tuple::default(),
    }
}

const fn def(name: &'static str, doc: &'static str) -> OpDef {
    let inputs = Inputs::Variadic { count: "num_args", doc: "Graphs, then arrays." };
    let parse = |given: &mut Given| Err(Error::value(given.op, "the graphs are missing"));
    OpDef { internal: true, ..OpDef::new(name, doc, inputs, Options::SCHEMA, parse) }
}

static DEFS: [OpDef; 3] = [
    def("_foreach", "A graph for each slice of its inputs."),
    def("_while_loop", "A graph as long as another says so."),
    def("_cond", "One of two graphs, as a third says."),
];

/// How many graphs an operator has; nothing if it is no control flow.
pub fn graphs(op: &str) -> Option<usize> {
    DEFS.iter().position(|def| def.name == op).map(|place| place + 1)
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
    fn new(def: &'static OpDef, attrs: &[(String, String)], graphs: Vec<Symbol>) -> Result<Control> {
        let read = Options::read(&mut Given::new(def.name, def.attrs, true, attrs)?);
        let programs: Vec<Program> = graphs.iter().map(Program::new).collect();
        let mut made = Control {
            def,
            programs,
            feeds: Vec::new(),
            inputs: read.num_args.saturating_sub(graphs.len()),
            sliced: 0,
            outputs: read.num_outputs,
            stacked: read.num_out_data,
            carried: Vec::new(),
            most: read.max_iterations.max(0) as usize,
            depth: 1,
            graphs,
        };
        for node in made.programs.iter().flat_map(|program| &program.graph.nodes) {
            made.depth = made.depth.max(1 + node.control.as_ref().map_or(0, |control| control.depth));
        }
        made.expect("the depth of graphs", made.depth, 1, DEEPEST)?;
        made.expect("num_args", made.inputs, 1, MOST)?;
        made.expect("num_outputs", made.outputs, 1, MOST)?;
        match made.programs.len() {
            1 => {
                made.carried = made.places(&read.in_state_locs)?;
                let mut order = made.places(&read.in_data_locs)?;
                made.sliced = order.len();
                order.extend(&made.carried);
                order.append(&mut made.places(&read.remain_locs)?);
                made.equal("the number of places", order.len(), made.inputs)?;
                // Which input each variable is, from which variable each input is.
                let feed = (0..order.len()).filter_map(|place| order.iter().position(|&at| at == place)).collect();
                made.feeds.push(feed);
                made.equal("the number of different places", made.feeds[0].len(), made.inputs)?;
            }
            2 => {
                made.carried = made.places(&read.func_var_locs)?;
                made.feeds = vec![made.places(&read.cond_input_locs)?, made.places(&read.func_input_locs)?];
            }
            _ => {
                for places in [&read.cond_input_locs, &read.then_input_locs, &read.else_input_locs] {
                    made.feeds.push(made.places(places)?);
                }
            }
        }
        made.check()?;
        Ok(made)
    }

    /// Whether the numbers that the attributes tell fit each other and the graphs.
    #[inline(never)]
    fn check(&self) -> Result<()> {
        let body = self.programs.len() - 1;
        for (i, (program, feed)) in self.programs.iter().zip(&self.feeds).enumerate() {
            let variables = program.graph.nodes.iter().filter(|node| node.op.is_none()).count();
            self.equal("the number of a graph's places", feed.len(), variables)?;
            for &input in feed {
                self.expect("a place", input + 1, 1, self.inputs)?;
            }
            let heads = if i == 0 && body > 0 { 1 } else { self.outputs };
            self.equal("the number of a graph's outputs", program.graph.heads.len(), heads)?;
        }
        match body {
            0 => self.expect("the number of slices", self.sliced, 1, self.inputs)?,
            1 => self.expect("max_iterations", self.most, 1, i32::MAX as usize)?,
            _ => return Ok(()),
        }
        self.equal("the number of outputs and states", self.stacked.saturating_add(self.carried.len()), self.outputs)?;
        for (i, &place) in self.carried.iter().enumerate() {
            self.expect("a place", place + 1, 1, self.feeds[body].len())?;
            self.equal("how often a place is given", 1 + usize::from(self.carried[..i].contains(&place)), 1)?;
        }
        Ok(())
    }

    /// Checks that a number is between two others.
    #[inline(never)]
    fn expect(&self, what: &str, got: usize, least: usize, most: usize) -> Result<()> {
        if (least..=most).contains(&got) {
            return Ok(());
        }
        Err(Error::value(self.def.name, format!("{what} is {got}, expected {least} to {most}")))
    }

    #[inline(never)]
    fn equal(&self, what: &str, got: usize, expected: usize) -> Result<()> {
        self.expect(what, got, expected, expected)
    }

    /// A list of places.
    #[inline(never)]
    fn places(&self, list: &Tuple) -> Result<Vec<usize>> {
        let places = list.sizes().filter(|places| places.iter().all(|&place| place < MOST));
        places.ok_or_else(|| Error::value(self.def.name, "a place is negative or too large"))
    }

    /// What the variables of a graph get.
    fn feed<T: Clone>(&self, graph: usize, inputs: &[T]) -> Vec<T> {
        self.feeds[graph].iter().map(|&input| inputs[input].clone()).collect()
    }
}

/// The operator of a node with graphs.
#[inline(never)]
pub fn parse(op: &str, attrs: &[(String, String)], graphs: Vec<Symbol>) -> Result<Rc<Control>> {
    match DEFS.iter().zip(1..).find(|(def, count)| def.name == op && *count == graphs.len()) {
        Some((def, _)) => Control::new(def, attrs, graphs).map(Rc::new),
        None => Err(Error::value("Symbol", format!("the operator {op} does not have {} graphs", graphs.len()))),
    }
}
