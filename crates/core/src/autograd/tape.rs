//! The recorded graph: variables, and operators with what their gradients need.

use crate::array::{Array, Spec};
use crate::dtype::DType;
use crate::error::Result;
use crate::ndarray::NDArray;
use crate::op::Call;
use crate::ops::create::{COPY, Copy};
use cells::{Ref, RefCell};
use smallvec::SmallVec;
use std::cell::Cell;
use std::rc::Rc;

/// What backward does with a variable's gradient.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GradReq {
    /// Nothing.
    Null,
    /// Replaces the buffer.
    Write,
    /// Adds to the buffer.
    Add,
}

/// One output of a node.
#[derive(Clone)]
pub struct Entry {
    /// The node.
    pub node: Rc<Node>,
    /// Which of its outputs.
    pub output: u32,
}

/// A variable or an operator call.
pub struct Node {
    /// Counts up as nodes are made: inputs always have smaller numbers than what uses them.
    pub id: u64,
    kind: RefCell<Kind>,
}

pub(crate) enum Kind {
    Variable(Variable),
    /// Shared so that a gradient rule can go on reading it while the host frees the node.
    Op(Rc<Record>),
    /// Backward was here: a constant that the graph no longer needs.
    FreedLeaf,
    /// Backward was here: an operator whose inputs are gone.
    FreedOp,
}

/// A leaf of the graph. Constants become leaves without a gradient when they are first used.
pub(crate) struct Variable {
    /// The buffer. That of a row-sparse gradient is made when something gives a dense part.
    pub grad: Option<Array>,
    /// Of a variable with a row-sparse gradient: what is to be added to zeros, besides the buffer.
    pub rows: Option<Vec<Rows>>,
    pub req: GradReq,
    /// Whether backward has written the gradient since the flag was last cleared.
    pub fresh: bool,
}

/// A part of a row-sparse gradient: rows, and where each belongs; a place may occur more than once.
#[derive(Clone)]
pub struct Rows {
    /// The places: whole numbers of any type, clipped to the variable's first axis.
    pub indices: Array,
    /// The rows: as many as there are indices.
    pub rows: Array,
}

/// What a walk gave to variables with row-sparse gradients.
pub(crate) type GivenRows = RefCell<Vec<(Rc<Node>, Rows)>>;

/// A recorded call.
pub(crate) struct Record {
    pub call: Call,
    pub inputs: SmallVec<[(Entry, Kept); 2]>,
    pub outputs: SmallVec<[Kept; 1]>,
}

/// An input or output of a recorded call: its value only if the gradient needs it.
#[derive(Clone)]
pub(crate) enum Kept {
    Spec(Spec),
    Array(Array),
}

impl Kept {
    fn new(array: &Array, keep: bool) -> Kept {
        if keep { Kept::Array(array.clone()) } else { Kept::Spec(array.spec().clone()) }
    }

    /// The same in another type, if it has type `from`.
    pub fn cast(&self, from: DType, to: DType) -> Result<Kept> {
        Ok(match self {
            _ if self.spec().dtype != from => self.clone(),
            Kept::Spec(spec) => Kept::Spec(Spec::new(spec.shape.clone(), to)),
            Kept::Array(array) => Kept::Array(array.cast(to)?),
        })
    }

    pub fn spec(&self) -> &Spec {
        match self {
            Kept::Spec(spec) => spec,
            Kept::Array(array) => array.spec(),
        }
    }
}

thread_local! {
    static NEXT: Cell<u64> = const { Cell::new(0) };
}

impl Node {
    fn new(kind: Kind) -> Rc<Node> {
        let id = NEXT.get();
        NEXT.set(id + 1);
        Rc::new(Node { id, kind: RefCell::new(kind) })
    }

    /// A leaf.
    pub(crate) fn variable(grad: Option<Array>, req: GradReq) -> Rc<Node> {
        Node::new(Kind::Variable(Variable { grad, rows: None, req, fresh: false }))
    }

    /// Whether the node is still part of a graph.
    pub fn is_live(&self) -> bool {
        !matches!(*self.kind.borrow(), Kind::FreedLeaf | Kind::FreedOp)
    }

    pub(crate) fn kind(&self) -> Ref<'_, Kind> {
        self.kind.borrow()
    }

    /// Runs `f` on the variable that this node is, if it is one.
    pub(crate) fn with_variable<R>(&self, f: impl FnOnce(&mut Variable) -> R) -> Option<R> {
        match &mut *self.kind.borrow_mut() {
            Kind::Variable(v) => Some(f(v)),
            _ => None,
        }
    }

    /// Makes a leaf the copy of an older output with the same spec.
    pub(crate) fn become_copy(&self, of: Entry, spec: &Spec) {
        let kept = Kept::Spec(spec.clone());
        let call = Call::of(Copy(&COPY));
        let record =
            Record { call, inputs: SmallVec::from_elem((of, kept.clone()), 1), outputs: SmallVec::from_elem(kept, 1) };
        let _old = self.kind.replace(Kind::Op(Rc::new(record)));
    }

    /// Moves the nodes below out of a node that is being dropped.
    fn release_inputs(&mut self, into: &mut Vec<Rc<Node>>) {
        if let Kind::Op(record) = std::mem::replace(self.kind.get_mut(), Kind::FreedOp)
            && let Some(record) = Rc::into_inner(record)
        {
            into.extend(record.inputs.into_iter().map(|(entry, _)| entry.node));
        }
    }

    /// Takes the node out of the graph: an operator, or a leaf that wants no gradient.
    pub(crate) fn free(&self) {
        let freed = match &*self.kind.borrow() {
            Kind::Variable(v) if v.req == GradReq::Null => Kind::FreedLeaf,
            Kind::Op(_) => Kind::FreedOp,
            _ => return,
        };
        // Dropped only after the borrow has ended.
        let _old = self.kind.replace(freed);
    }
}

/// Long chains must not be dropped by recursion: the stack would not hold them.
impl Drop for Node {
    fn drop(&mut self) {
        let mut pending: Vec<Rc<Node>> = Vec::new();
        self.release_inputs(&mut pending);
        while let Some(node) = pending.pop() {
            if let Some(mut node) = Rc::into_inner(node) {
                node.release_inputs(&mut pending);
            }
        }
    }
}

/// Appends a call to the graph. `kept` are all outputs, `outputs` the handles of the visible ones.
pub fn record(call: Call, inputs: &[NDArray], kept: &[Array], outputs: &[NDArray]) {
    let keeps = call.op.keeps();
    let bit = |mask: u32, i: usize| mask >> i.min(31) & 1 == 1;
    let inputs =
        inputs.iter().enumerate().map(|(i, x)| (entry_of(x), Kept::new(x.array(), bit(keeps.inputs, i)))).collect();
    let saved = kept.iter().enumerate().map(|(i, y)| Kept::new(y, bit(keeps.outputs, i))).collect();
    let node = Node::new(Kind::Op(Rc::new(Record { call, inputs, outputs: saved })));
    for (i, y) in outputs.iter().enumerate() {
        y.set_entry(Some(Entry { node: node.clone(), output: i as u32 }));
    }
}

/// The place in the graph of an input; one that has none becomes a leaf without a gradient.
fn entry_of(x: &NDArray) -> Entry {
    if let Some(entry) = x.entry() {
        return entry;
    }
    let entry = Entry { node: Node::variable(None, GradReq::Null), output: 0 };
    x.set_entry(Some(entry.clone()));
    entry
}
