//! The reverse walk.

use crate::array::{Array, Spec};
use crate::autograd::context::Grad;
use crate::autograd::state::{self, Flags};
use crate::autograd::tape::{Entry, GivenRows, GradReq, Kept, Kind, Node, Record, Rows};
use crate::autograd::{anomaly, mark};
use crate::dtype::DType;
use crate::error::{Error, ErrorKind, Result};
use crate::ndarray::NDArray;
use crate::op::Gradients;
use crate::ops::functional as f;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::rc::Rc;

/// How a reverse walk runs.
#[derive(Clone, Copy, Debug)]
pub struct BackwardOptions {
    /// Keep the graph for another walk.
    pub retain_graph: bool,
    /// Record the gradient's own operators, so that it can be differentiated.
    pub create_graph: bool,
    /// The training flag during the walk.
    pub train_mode: bool,
}

/// Computes the gradients of the heads' weighted sum and stores them as each variable's `grad_req` says.
///
/// `head_grads` are the weights: none at all, or one (or none, meaning ones) for each head.
pub fn backward(heads: &[NDArray], head_grads: &[Option<NDArray>], options: BackwardOptions) -> Result<()> {
    let mut walk = Walk::new(heads, head_grads, "backward")?;
    let wanted: Vec<bool> =
        walk.nodes.iter().map(|n| n.with_variable(|v| v.req != GradReq::Null).unwrap_or(false)).collect();
    if !wanted.contains(&true) {
        return Err(Error::new(ErrorKind::NoVariables));
    }
    let _flags = Flags::set(options.create_graph, options.train_mode);
    walk.rows = Some(GivenRows::default());
    walk.run(&wanted, options)?;
    let mut given = walk.rows.take().unwrap_or_default().into_inner();
    for (i, node) in walk.nodes.iter().enumerate() {
        if wanted[i] {
            let rows = given.extract_if(.., |(of, _)| Rc::ptr_eq(of, node)).map(|(_, rows)| rows).collect();
            store(node, walk.grads[i][0].take(), rows)?;
        }
    }
    Ok(())
}

/// Computes and returns the gradients of the heads' weighted sum with respect to `variables`; no buffer changes.
pub fn grad(
    heads: &[NDArray],
    variables: &[NDArray],
    head_grads: &[Option<NDArray>],
    options: BackwardOptions,
) -> Result<Vec<NDArray>> {
    let mut walk = Walk::new(heads, head_grads, "grad")?;
    let mut places = Vec::with_capacity(variables.len());
    for (i, x) in variables.iter().enumerate() {
        let node = mark::variable_of(x)
            .filter(|n| n.with_variable(|v| v.req != GradReq::Null) == Some(true))
            .ok_or_else(|| Error::new(ErrorKind::Variable { index: i + 1, reason: "does not require gradient" }))?;
        let place = walk.place(&node).ok_or_else(|| {
            Error::new(ErrorKind::Variable { index: i + 1, reason: "is unreachable from the outputs" })
        })?;
        places.push(place);
    }
    let mut wanted = vec![false; walk.nodes.len()];
    places.iter().for_each(|&p| wanted[p] = true);
    {
        let _flags = Flags::set(options.create_graph, options.train_mode);
        walk.run(&wanted, options)?;
    }
    places
        .iter()
        .zip(variables)
        .map(|(&p, x)| {
            let g = walk.grads[p][0].take();
            if options.create_graph {
                return connected(g, x);
            }
            match g {
                // A gradient that is the caller's own array (a head gradient passed through) is given as a copy.
                Some(g) if !is_given(&g, head_grads) => Ok(g),
                Some(g) => Ok(NDArray::new(g.array().copied()?)),
                None => NDArray::zeros(x.shape().clone(), x.dtype()),
            }
        })
        .collect()
}

fn is_given(g: &NDArray, head_grads: &[Option<NDArray>]) -> bool {
    head_grads.iter().flatten().any(|h| h.array().shares_memory(g.array()))
}

/// A gradient that can be differentiated again: one that does not depend on its variable (that of a linear function) is
/// connected to it, so that the next derivative is zero instead of an error.
fn connected(g: Option<NDArray>, x: &NDArray) -> Result<NDArray> {
    let _flags = Flags::set(true, state::is_training());
    match g {
        Some(g) if reaches(&g, x) => Ok(g),
        Some(g) => f::add(&g, &f::zeros_like(x)?),
        None => f::zeros_like(x),
    }
}

fn reaches(head: &NDArray, x: &NDArray) -> bool {
    let (Some(from), Some(to)) = (head.entry(), x.entry()) else { return false };
    let mut seen: FxHashMap<*const Node, ()> = FxHashMap::default();
    let mut pending = vec![from.node];
    while let Some(node) = pending.pop() {
        if Rc::ptr_eq(&node, &to.node) {
            return true;
        }
        // Numbers grow along the graph: what is older than x cannot come from it.
        if node.id < to.node.id || seen.insert(Rc::as_ptr(&node), ()).is_some() {
            continue;
        }
        if let Kind::Op(record) = &*node.kind() {
            pending.extend(record.inputs.iter().map(|(e, _)| e.node.clone()));
        }
    }
    false
}

/// The nodes that the heads reach, and the gradients gathered so far.
pub(super) struct Walk {
    /// In the order they were recorded.
    pub(super) nodes: Vec<Rc<Node>>,
    places: FxHashMap<*const Node, usize>,
    /// For each node, the gradient with respect to each of its outputs.
    pub(super) grads: Vec<SmallVec<[Option<NDArray>; 1]>>,
    /// Where variables may be given their gradients as rows: what they were given.
    rows: Option<GivenRows>,
}

impl Walk {
    pub(super) fn new(heads: &[NDArray], head_grads: &[Option<NDArray>], op: &'static str) -> Result<Walk> {
        if !head_grads.is_empty() && head_grads.len() != heads.len() {
            let message = format!(
                "heads and head_grads must be lists of the same length, got {} and {}",
                heads.len(),
                head_grads.len()
            );
            return Err(Error::value(op, message));
        }
        let entries: Vec<Entry> =
            heads.iter().map(|h| h.entry().ok_or_else(|| Error::new(ErrorKind::NotInGraph))).collect::<Result<_>>()?;
        for (i, (head, grad)) in heads.iter().zip(head_grads).enumerate() {
            let Some(grad) = grad else { continue };
            if grad.shape() != head.shape() {
                return Err(Error::shape(
                    op,
                    &format!("head gradient {i}"),
                    grad.shape(),
                    format!("{}, the head's shape", head.shape()),
                ));
            }
            if grad.dtype() != head.dtype() {
                return Err(Error::dtype(
                    op,
                    &format!("head gradient {i}"),
                    grad.dtype(),
                    format!("{}, the head's dtype", head.dtype()),
                ));
            }
        }
        let mut walk = Walk { nodes: Vec::new(), places: FxHashMap::default(), grads: Vec::new(), rows: None };
        walk.collect(&entries)?;
        for (i, (entry, head)) in entries.iter().zip(heads).enumerate() {
            let seed = match head_grads.get(i).cloned().flatten() {
                Some(grad) => grad,
                None => f::full(head.spec(), 1.0)?,
            };
            walk.add(walk.places[&Rc::as_ptr(&entry.node)], entry.output, seed)?;
        }
        Ok(walk)
    }

    /// Finds all nodes reachable from the entries. Numbers grow along the graph, so sorting by them orders it.
    fn collect(&mut self, entries: &[Entry]) -> Result<()> {
        let mut pending: Vec<Rc<Node>> = entries.iter().map(|e| e.node.clone()).collect();
        while let Some(node) = pending.pop() {
            if self.places.insert(Rc::as_ptr(&node), 0).is_some() {
                continue;
            }
            match &*node.kind() {
                Kind::Op(record) => {
                    let inputs = record.inputs.iter().map(|(e, _)| &e.node);
                    pending.extend(inputs.filter(|n| !self.places.contains_key(&Rc::as_ptr(n))).cloned());
                }
                // What is below was freed by an earlier backward: going on would give wrong numbers.
                Kind::FreedOp => return Err(Error::new(ErrorKind::NotInGraph)),
                Kind::Variable(_) | Kind::FreedLeaf => {}
            }
            self.nodes.push(node);
        }
        self.nodes.sort_unstable_by_key(|n| n.id);
        for (i, node) in self.nodes.iter().enumerate() {
            self.places.insert(Rc::as_ptr(node), i);
            let outputs = match &*node.kind() {
                Kind::Op(record) => record.outputs.len(),
                _ => 1,
            };
            self.grads.push(SmallVec::from_elem(None, outputs));
        }
        Ok(())
    }

    pub(super) fn place(&self, node: &Rc<Node>) -> Option<usize> {
        self.places.get(&Rc::as_ptr(node)).copied()
    }

    /// Adds to the gradient of an output.
    fn add(&mut self, place: usize, output: u32, grad: NDArray) -> Result<()> {
        let slot = &mut self.grads[place][output as usize];
        *slot = Some(match slot.take() {
            None => grad,
            Some(sum) => f::accumulate(sum, grad)?,
        });
        Ok(())
    }

    /// Walks from the last node to the first; `wanted` are the variables whose gradients are asked for.
    pub(super) fn run(&mut self, wanted: &[bool], options: BackwardOptions) -> Result<()> {
        let needed = self.needed(wanted);
        for place in (0..self.nodes.len()).rev() {
            let node = self.nodes[place].clone();
            if !matches!(&*node.kind(), Kind::Op(_)) {
                continue;
            }
            let heads = std::mem::take(&mut self.grads[place]);
            if needed[place] && heads.iter().any(Option::is_some) {
                self.step(&node, &heads, &needed)?;
            }
            drop(heads);
            if !options.retain_graph {
                node.free();
            }
        }
        if !options.retain_graph {
            self.nodes.iter().for_each(|node| node.free());
        }
        Ok(())
    }

    /// For each node whether a wanted variable is below it.
    fn needed(&self, wanted: &[bool]) -> Vec<bool> {
        let mut needed = wanted.to_vec();
        for (i, node) in self.nodes.iter().enumerate() {
            if let Kind::Op(record) = &*node.kind() {
                needed[i] = record.inputs.iter().any(|(e, _)| self.place(&e.node).is_some_and(|p| needed[p]));
            }
        }
        needed
    }

    /// Passes the gradients of a call's outputs on to its inputs.
    fn step(&mut self, node: &Rc<Node>, heads: &[Option<NDArray>], needed: &[bool]) -> Result<()> {
        // Held apart from the node: the rule may run host code that frees this very node.
        let record = match &*node.kind() {
            Kind::Op(record) => record.clone(),
            _ => return Ok(()),
        };
        let targets: SmallVec<[Option<(usize, u32)>; 3]> = record
            .inputs
            .iter()
            .map(|(e, _)| self.place(&e.node).filter(|&p| needed[p]).map(|p| (p, e.output)))
            .collect();
        let needs: SmallVec<[bool; 3]> = targets.iter().map(Option::is_some).collect();
        let grads = gradient(node, &record, heads, &needs, self.rows.as_ref())?;
        let op = record.call.op.def().name;
        check_grads(op, &grads, record.inputs.iter().map(|(_, k)| k.spec()), &needs)?;
        for (target, grad) in targets.into_iter().zip(grads) {
            let (Some((place, output)), Some(grad)) = (target, grad) else { continue };
            if anomaly::watching() {
                anomaly::check(op, "backward", std::slice::from_ref(grad.array()))?;
            }
            self.add(place, output, grad)?;
        }
        Ok(())
    }
}

/// Applies the call's rule. float16 calls are differentiated in float32 and rounded once at the end, as
/// MXNet's backward kernels do; a gradient that is recorded stays in the recorded type.
fn gradient(
    node: &Rc<Node>,
    record: &Record,
    heads: &[Option<NDArray>],
    needs: &[bool],
    rows: Option<&GivenRows>,
) -> Gradients {
    let specs = record.inputs.iter().map(|(_, kept)| kept.spec());
    let half = || specs.clone().any(|s| s.dtype == DType::Float16);
    if state::is_recording() || !half() || !record.call.op.widens_gradient() {
        return record.call.op.gradient(&Grad { node, record, heads, needs, rows });
    }
    let wide = |kept: &Kept| kept.cast(DType::Float16, DType::Float32);
    let inputs = record.inputs.iter().map(|(e, k)| Ok((e.clone(), wide(k)?))).collect::<Result<_>>()?;
    let outputs = record.outputs.iter().map(wide).collect::<Result<_>>()?;
    let widened = Record { call: record.call.clone(), inputs, outputs };
    let heads: Vec<Option<NDArray>> = heads
        .iter()
        .map(|h| h.as_ref().map(|h| widen(h, DType::Float16, DType::Float32)).transpose())
        .collect::<Result<_>>()?;
    let grads = record.call.op.gradient(&Grad { node, record: &widened, heads: &heads, needs, rows })?;
    grads.into_iter().zip(specs).map(|(g, s)| g.map(|g| f::cast(&g, s.dtype)).transpose()).collect()
}

fn widen(x: &NDArray, from: DType, to: DType) -> Result<NDArray> {
    if x.dtype() == from { Ok(NDArray::new(x.array().cast(to)?)) } else { Ok(x.clone()) }
}

/// Every gradient must have its input's shape and type.
fn check_grads<'a>(
    op: &'static str,
    grads: &[Option<NDArray>],
    specs: impl Iterator<Item = &'a Spec>,
    needs: &[bool],
) -> Result<()> {
    for (i, (grad, spec)) in grads.iter().zip(specs).enumerate() {
        let Some(grad) = grad.as_ref().filter(|_| needs[i]) else { continue };
        if grad.shape() != &spec.shape {
            return Err(Error::shape(
                op,
                &format!("the gradient of input {i}"),
                grad.shape(),
                format!("{}, the input's shape", spec.shape),
            ));
        }
        if grad.dtype() != spec.dtype {
            return Err(Error::dtype(
                op,
                &format!("the gradient of input {i}"),
                grad.dtype(),
                format!("{}, the input's dtype", spec.dtype),
            ));
        }
    }
    Ok(())
}

/// Stores a gradient in a variable's buffer; `rows` are what a row-sparse one got besides.
fn store(node: &Node, grad: Option<NDArray>, rows: Vec<Rows>) -> Result<()> {
    let Some((mut buffer, req)) = node.with_variable(|v| (v.grad.clone(), v.req)) else { return Ok(()) };
    // A row-sparse gradient has a buffer only where there is a dense part.
    let sparse = node.with_variable(|v| {
        let kept = v.rows.as_mut()?;
        if req == GradReq::Write {
            kept.clear();
            v.grad = None;
        }
        kept.extend(rows);
        v.fresh = true;
        Some(v.grad.is_none())
    });
    if let (Some(Some(true)), Some(grad)) = (sparse, &grad) {
        buffer = Some(Array::zeros(grad.spec().clone())?);
        node.with_variable(|v| v.grad = buffer.clone());
    }
    let Some(buffer) = buffer else { return Ok(()) };
    match (grad, req) {
        (Some(grad), GradReq::Write) => {
            // Held here alone, the gradient's memory moves into the buffer instead of being copied.
            let array: Array = grad.array().clone();
            drop(grad);
            buffer.assign(array);
        }
        (None, GradReq::Write) => buffer.bytes_mut().fill(0),
        (Some(grad), GradReq::Add) => f::add_into(&buffer, grad.array())?,
        _ => {}
    }
    node.with_variable(|v| v.fresh = true);
    Ok(())
}
