//! Making symbols of symbols.

use crate::error::{Error, Result};
use crate::invoke::check_count;
use crate::op::{Inputs, Op};
use crate::registry;
use crate::symbol::control;
use crate::symbol::facts;
use crate::symbol::graph::{Attrs, Entry, Node, Symbol};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The most inputs or outputs of an operator: nothing that a text says may make memory run out.
pub(super) const MOST: usize = 8192;

/// A variable; bare hidden keys are stored as such.
#[inline(never)]
pub fn variable(name: String, attrs: Attrs) -> Symbol {
    Symbol::of(Rc::new(Node::new(None, name, stored(attrs), Vec::new())))
}

/// The attributes as they are stored.
fn stored(attrs: Attrs) -> Attrs {
    attrs.into_iter().map(|(key, value)| (facts::hidden_key(&key).unwrap_or(key), value)).collect()
}

/// Reads an operator's options among a node's attributes. Operators without options keep what they do not know.
#[inline(never)]
pub(super) fn parse(op: &str, attrs: &[(String, String)]) -> Result<Rc<dyn Op>> {
    let def = registry::find(op)?;
    let pairs = if def.attrs.is_empty() { &[] } else { attrs };
    let op = def.read(pairs)?;
    let most = facts::visible(&*op).max(facts::arity(&*op).unwrap_or(0));
    if most > MOST {
        return Err(Error::value(def.name, format!("an operator has at most {MOST} inputs and outputs, got {most}")));
    }
    Ok(op)
}

/// A symbol of an operator. Inputs come by position or under their names; those that are missing become variables called
/// `NAME_INPUT`.
#[inline(never)]
pub fn atomic(op: &str, attrs: Attrs, name: String, inputs: &[(Option<String>, Symbol)]) -> Result<Symbol> {
    let attrs = stored(attrs);
    if let Some(graphs) = control::graphs(op) {
        let graphs = inputs.get(..graphs).unwrap_or(inputs).iter().map(|(_, graph)| graph.clone()).collect();
        return controlling(op, attrs, name, graphs, inputs);
    }
    let op = parse(op, &attrs)?;
    if facts::arity(&*op).is_none()
        && let Some((Some(unknown), _)) = inputs.iter().find(|(key, _)| key.is_some())
    {
        return Err(unknown_input(unknown, &[]));
    }
    let needed = facts::arity(&*op).unwrap_or(inputs.len()).max(inputs.iter().filter(|(key, _)| key.is_none()).count());
    let names: Vec<String> = (0..needed.max(known_inputs(&*op))).map(|i| input_name(&*op, &attrs, i)).collect();
    let mut given: Vec<Option<Entry>> = vec![None; needed];
    for (i, (key, symbol)) in inputs.iter().enumerate() {
        let place = match key {
            None => i,
            Some(key) => names.iter().position(|name| name == key).ok_or_else(|| unknown_input(key, &names))?,
        };
        if place >= given.len() {
            given.resize(place + 1, None);
        }
        if given[place].replace(symbol.single(&names[place])?).is_some() {
            return Err(Error::value(op.def().name, format!("{} is given twice", names[place])));
        }
    }
    let variable = |input: &str| {
        let name = if name.is_empty() { input.to_string() } else { format!("{name}_{input}") };
        Entry::first(Rc::new(Node::new(None, name, attrs.clone(), Vec::new())))
    };
    let inputs: Vec<Entry> =
        given.into_iter().zip(&names).map(|(entry, input)| entry.unwrap_or_else(|| variable(input))).collect();
    check_count(&*op, inputs.len())?;
    hint(&*op, &attrs, &inputs);
    let mut node = Node::new(Some(op), name, attrs, inputs);
    node.count_versions()?;
    Ok(Symbol::of(Rc::new(node)))
}

/// A symbol of a loop or a branch; the first inputs are its graphs.
fn controlling(
    op: &str,
    attrs: Attrs,
    name: String,
    graphs: Vec<Symbol>,
    inputs: &[(Option<String>, Symbol)],
) -> Result<Symbol> {
    let inputs = inputs[graphs.len()..].iter().enumerate();
    let inputs: Vec<Entry> = inputs.map(|(i, (_, x))| x.single(&format!("data{i}"))).collect::<Result<_>>()?;
    let control = control::parse(op, &attrs, graphs)?;
    check_count(&*control, inputs.len())?;
    let mut node = Node::controlling(control, name, attrs, inputs);
    node.count_versions()?;
    Ok(Symbol::of(Rc::new(node)))
}

/// How many inputs have names.
fn known_inputs(op: &dyn Op) -> usize {
    if let Some(signature) = op.signature() {
        return signature.inputs.len();
    }
    match op.def().inputs {
        Inputs::Fixed(list) => op.arity().unwrap_or(list.len()),
        Inputs::Variadic { .. } => 0,
    }
}

/// The name of an input, for variables made for it.
#[inline(never)]
pub(super) fn input_name(op: &dyn Op, attrs: &[(String, String)], i: usize) -> String {
    if let Some(name) = op.signature().and_then(|signature| signature.inputs.get(i)) {
        return name.clone();
    }
    // Only an LSTM has a cell before the lengths of the sequences.
    if op.def().name == "RNN" && i == 3 && !attrs.iter().any(|(key, value)| key == "mode" && value == "lstm") {
        return "sequence_length".into();
    }
    op.def().input_name(i)
}

/// Notes the initializers of variables that become inputs.
#[inline(never)]
pub(super) fn hint(op: &dyn Op, attrs: &[(String, String)], inputs: &[Entry]) {
    for (i, entry) in inputs.iter().enumerate().filter(|(_, entry)| entry.node.op.is_none()) {
        if let Some(init) = facts::initializer(op, &input_name(op, attrs, i), attrs)
            && entry.node.attr("__init__").is_none()
        {
            entry.node.set_attr("__init__", init);
        }
    }
}

fn unknown_input(key: &str, names: &[String]) -> Error {
    unknown_name("Symbol.Compose", key, names)
}

/// MXNet's message for names that there are not.
#[inline(never)]
pub(super) fn unknown_name(function: &str, key: &str, names: &[String]) -> Error {
    let mut message = format!("{function}Keyword argument name {key} not found.\nCandidate arguments:");
    for (i, name) in names.iter().enumerate() {
        message += &format!("\n\t[{i}]{name}");
    }
    Error::value("Symbol", message)
}

/// The outputs of several symbols as one symbol.
#[inline(never)]
pub fn group(symbols: &[Symbol]) -> Symbol {
    Symbol { heads: symbols.iter().flat_map(|symbol| symbol.heads.iter().cloned()).collect() }
}

/// A copy of the graph in which variables are replaced by symbols, and whose head has another name.
#[inline(never)]
pub fn compose(symbol: &Symbol, name: Option<String>, by: &[(String, Symbol)]) -> Result<Symbol> {
    let graph = symbol.ordered();
    let variables: Vec<String> =
        graph.nodes.iter().filter(|node| node.op.is_none()).map(|node| node.name.clone()).collect();
    let mut replacements: FxHashMap<&str, Entry> = FxHashMap::default();
    for (key, by) in by {
        if !variables.contains(key) {
            return Err(unknown_input(key, &variables));
        }
        replacements.insert(key, by.single(key)?);
    }
    let mut made: Vec<Entry> = Vec::with_capacity(graph.nodes.len());
    let head = symbol.head().map(|node| graph.place(node));
    for (place, node) in graph.nodes.iter().enumerate() {
        if node.op.is_none()
            && let Some(by) = replacements.get(node.name.as_str())
        {
            made.push(by.clone());
            continue;
        }
        let inputs = graph.inputs[place]
            .iter()
            .zip(&node.inputs)
            .map(|(source, old)| {
                let new = &made[source.node];
                // Of a variable that was replaced, the output that it was replaced by.
                let output = if old.node.op.is_none() { new.output } else { old.output };
                Entry { node: new.node.clone(), output, version: old.version }
            })
            .collect();
        let renamed = name.clone().filter(|_| head == Some(place) && node.op.is_some());
        let mut copy = node.copied(inputs);
        if let Some(name) = renamed {
            copy.name = name;
        }
        copy.after = node.after.iter().map(|after| made[graph.place(after)].node.clone()).collect();
        if let Some(op) = &copy.op {
            hint(&**op, &copy.attrs(), &copy.inputs);
        }
        made.push(Entry::first(Rc::new(copy)));
    }
    let heads = graph.heads.iter().zip(&symbol.heads);
    let heads = heads.map(|(source, old)| {
        let new = &made[source.node];
        let output = if old.node.op.is_none() { new.output } else { old.output };
        Entry { node: new.node.clone(), output, version: old.version }
    });
    Ok(Symbol { heads: heads.collect() })
}
