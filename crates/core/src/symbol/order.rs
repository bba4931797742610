//! A graph's nodes in the order that they run in, known by their places.

use crate::symbol::facts;
use crate::symbol::graph::{Entry, Node};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Where a value comes from: a node's place, and which of its outputs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Source {
    /// The place of the node.
    pub node: usize,
    /// The output.
    pub output: usize,
}

/// What a variable is to those who run the graph.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// An argument.
    Argument,
    /// A state that operators write to and that has no gradient.
    State,
    /// No variable.
    Operator,
}

/// The nodes that some outputs need: inputs before what uses them.
pub struct Ordered {
    /// The nodes.
    pub nodes: Vec<Rc<Node>>,
    /// For each node the sources of its inputs.
    pub inputs: Vec<Vec<Source>>,
    /// The sources of the outputs.
    pub heads: Vec<Source>,
    /// What each node is.
    pub roles: Vec<Role>,
    places: FxHashMap<*const Node, usize>,
}

/// Whether a node has not been seen; from now on it has, and its place is still to come.
fn first_visit(places: &mut FxHashMap<*const Node, usize>, node: &Rc<Node>) -> bool {
    let mut first = false;
    places.entry(Rc::as_ptr(node)).or_insert_with(|| {
        first = true;
        usize::MAX
    });
    first
}

impl Ordered {
    /// Orders the graph below some outputs: depth first, inputs from left to right.
    #[inline(never)]
    pub fn of(heads: &[Entry]) -> Ordered {
        let mut nodes: Vec<Rc<Node>> = Vec::new();
        let mut places: FxHashMap<*const Node, usize> = FxHashMap::default();
        // A node, and how many of its inputs have been looked at.
        let mut stack: Vec<(Rc<Node>, usize)> = Vec::new();
        for head in heads {
            if first_visit(&mut places, &head.node) {
                stack.push((head.node.clone(), 0));
            }
            while let Some((node, at)) = stack.last_mut() {
                let next = match node.inputs.get(*at) {
                    Some(entry) => Some(&entry.node),
                    None => node.after.get(*at - node.inputs.len()),
                };
                *at += 1;
                match next.cloned() {
                    Some(next) => {
                        if first_visit(&mut places, &next) {
                            stack.push((next, 0));
                        }
                    }
                    None => {
                        places.insert(Rc::as_ptr(node), nodes.len());
                        nodes.extend(stack.pop().map(|(node, _)| node));
                    }
                }
            }
        }
        let source = |entry: &Entry| Source { node: places[&Rc::as_ptr(&entry.node)], output: entry.output as usize };
        let inputs: Vec<Vec<Source>> = nodes.iter().map(|node| node.inputs.iter().map(source).collect()).collect();
        let mut roles: Vec<Role> =
            nodes.iter().map(|n| if n.op.is_some() { Role::Operator } else { Role::Argument }).collect();
        for (node, sources) in nodes.iter().zip(&inputs) {
            let Some(op) = &node.op else { continue };
            for (i, source) in sources.iter().enumerate() {
                if facts::is_state(&**op, i) && roles[source.node] == Role::Argument {
                    roles[source.node] = Role::State;
                }
            }
        }
        let heads = heads.iter().map(source).collect();
        Ordered { nodes, inputs, heads, roles, places }
    }

    /// The place of a node.
    pub fn place(&self, node: &Rc<Node>) -> usize {
        self.places[&Rc::as_ptr(node)]
    }

    /// The places of the variables that are arguments, or of those that are states.
    pub fn variables(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.roles.iter().enumerate().filter(move |(_, r)| **r == role).map(|(place, _)| place)
    }

    /// The names of the variables that are arguments, or of those that are states.
    #[inline(never)]
    pub fn names(&self, role: Role) -> Vec<String> {
        self.variables(role).map(|place| self.nodes[place].name.clone()).collect()
    }
}
