//! Nodes, and symbols as lists of their outputs.

use crate::error::{Error, Result};
use crate::op::Op;
use crate::symbol::control::Control;
use crate::symbol::facts;
use crate::symbol::order::Ordered;
use cells::RefCell;
use std::cell::Cell;
use std::rc::Rc;

/// Names and texts, sorted by name.
pub type Attrs = Vec<(String, String)>;

/// A variable, or an operator with its inputs.
pub struct Node {
    /// The operator; none for a variable.
    pub op: Option<Rc<dyn Op>>,
    /// The same operator, if it has graphs of its own.
    pub control: Option<Rc<Control>>,
    /// The name.
    pub name: String,
    /// Attributes of the operator and hidden ones (`__x__`), exactly as given.
    attrs: RefCell<Attrs>,
    /// Where the inputs come from.
    pub inputs: Vec<Entry>,
    /// Nodes that MXNet would run before this one.
    pub after: Vec<Rc<Node>>,
    /// How many operators write to this variable.
    pub(super) writers: Cell<u32>,
}

/// One output of a node.
#[derive(Clone)]
pub struct Entry {
    /// The node.
    pub node: Rc<Node>,
    /// Which of its outputs.
    pub output: u32,
    /// Which state of it, for variables that operators write to.
    pub version: u32,
}

impl Entry {
    /// The first output of a node.
    pub fn first(node: Rc<Node>) -> Entry {
        Entry { node, output: 0, version: 0 }
    }

    /// The name of this output, as `list_outputs` gives it.
    pub fn name(&self) -> String {
        let name = &self.node.name;
        match &self.node.op {
            None => name.clone(),
            Some(op) => format!("{name}_{}", facts::output_name(&**op, self.output as usize)),
        }
    }
}

impl Node {
    /// A node of its parts; the attributes get sorted.
    #[inline(never)]
    pub fn new(op: Option<Rc<dyn Op>>, name: String, attrs: Attrs, inputs: Vec<Entry>) -> Node {
        let node = Node {
            op,
            control: None,
            name,
            attrs: RefCell::default(),
            inputs,
            after: Vec::new(),
            writers: Cell::new(0),
        };
        attrs.iter().for_each(|(key, value)| node.set_attr(key, value));
        node
    }

    /// A loop or a branch.
    #[inline(never)]
    pub fn controlling(control: Rc<Control>, name: String, attrs: Attrs, inputs: Vec<Entry>) -> Node {
        let mut node = Node::new(Some(control.clone()), name, attrs, inputs);
        node.control = Some(control);
        node
    }

    /// The same node on other inputs.
    #[inline(never)]
    pub(super) fn copied(&self, inputs: Vec<Entry>) -> Node {
        let mut copy = Node::new(self.op.clone(), self.name.clone(), self.attrs(), inputs);
        copy.control = self.control.clone();
        copy.writers.set(self.writers.get());
        copy
    }

    /// The attributes.
    #[inline(never)]
    pub fn attrs(&self) -> Attrs {
        self.attrs.borrow().clone()
    }

    /// The text of an attribute.
    #[inline(never)]
    pub fn attr(&self, key: &str) -> Option<String> {
        self.attrs.borrow().iter().find(|(k, _)| k == key).map(|(_, v)| v.clone())
    }

    /// The attributes as users see them: hidden keys stand for their bare forms, too.
    pub fn listed(&self) -> Attrs {
        let mut attrs = self.attrs();
        let bare = |(key, value): &(String, String)| Some((facts::bare_key(key)?.to_string(), value.clone()));
        let more: Attrs = attrs.iter().filter_map(bare).collect();
        attrs.extend(more);
        attrs
    }

    /// Sets an attribute, for all symbols that hold the node.
    #[inline(never)]
    pub fn set_attr(&self, key: &str, value: &str) {
        let mut attrs = self.attrs.borrow_mut();
        match attrs.binary_search_by(|(k, _)| k.as_str().cmp(key)) {
            Ok(at) => attrs[at].1 = value.to_string(),
            Err(at) => attrs.insert(at, (key.to_string(), value.to_string())),
        }
    }

    /// How many outputs others can use.
    pub fn visible(&self) -> usize {
        self.op.as_ref().map_or(1, |op| facts::visible(&**op))
    }

    /// How many outputs MXNet counts.
    pub fn total(&self) -> usize {
        self.op.as_ref().map_or(1, |op| facts::total(&**op, self))
    }

    /// Gives the inputs that the operator writes to their versions; these must be variables.
    #[inline(never)]
    pub(super) fn count_versions(&mut self) -> Result<()> {
        let Some(op) = &self.op else { return Ok(()) };
        let states: Vec<bool> = (0..self.inputs.len()).map(|i| facts::is_state(&**op, i)).collect();
        for (input, state) in self.inputs.iter_mut().zip(states) {
            if state {
                if input.node.op.is_some() {
                    let message = format!("{}: Mutation target can only be Variable, got {}", self.name, input.name());
                    return Err(Error::value("Symbol", message));
                }
                input.node.writers.set(input.node.writers.get().saturating_add(1));
            }
            if input.node.op.is_none() {
                input.version = input.node.writers.get();
            }
        }
        Ok(())
    }
}

/// Long chains must not be dropped by recursion: the stack would not hold them.
impl Drop for Node {
    fn drop(&mut self) {
        let take = |node: &mut Node, pending: &mut Vec<Rc<Node>>| {
            pending.extend(node.inputs.drain(..).map(|entry| entry.node));
            pending.append(&mut node.after);
        };
        let mut pending = Vec::new();
        take(self, &mut pending);
        while let Some(node) = pending.pop() {
            if let Some(mut node) = Rc::into_inner(node) {
                take(&mut node, &mut pending);
            }
        }
    }
}

/// A list of outputs of a graph.
#[derive(Clone)]
pub struct Symbol {
    /// The outputs.
    pub heads: Vec<Entry>,
}

impl Symbol {
    /// All visible outputs of a node.
    pub fn of(node: Rc<Node>) -> Symbol {
        let count = node.visible() as u32;
        Symbol { heads: (0..count).map(|output| Entry { node: node.clone(), output, version: 0 }).collect() }
    }

    /// The one output of the symbol; an error for symbols with several.
    pub fn single(&self, argument: &str) -> Result<Entry> {
        match &self.heads[..] {
            [one] => Ok(one.clone()),
            _ => Err(Error::value("Symbol", format!("Argument {argument} is a tuple, single value is required"))),
        }
    }

    /// The node that all outputs belong to, if it is one.
    pub fn head(&self) -> Option<&Rc<Node>> {
        let first = &self.heads.first()?.node;
        self.heads.iter().all(|entry| Rc::ptr_eq(&entry.node, first)).then_some(first)
    }

    /// The nodes in order, by their places.
    pub fn ordered(&self) -> Ordered {
        Ordered::of(&self.heads)
    }

    /// All visible outputs of all nodes.
    #[inline(never)]
    pub fn internals(&self) -> Symbol {
        let mut heads = Vec::new();
        for node in self.ordered().nodes {
            heads.extend(Symbol::of(node).heads);
        }
        Symbol { heads }
    }

    /// The inputs of the symbol's nodes; none for variables.
    #[inline(never)]
    pub fn children(&self) -> Option<Symbol> {
        let mut heads: Vec<Entry> = Vec::new();
        let mut seen: Vec<*const Node> = Vec::new();
        for entry in &self.heads {
            if !seen.contains(&Rc::as_ptr(&entry.node)) {
                seen.push(Rc::as_ptr(&entry.node));
                heads.extend(entry.node.inputs.iter().cloned());
            }
        }
        (!heads.is_empty()).then_some(Symbol { heads })
    }

    /// The names of the outputs.
    #[inline(never)]
    pub fn outputs(&self) -> Vec<String> {
        self.heads.iter().map(Entry::name).collect()
    }
}
