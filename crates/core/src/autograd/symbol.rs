//! The recorded graph as MXNet's symbol JSON.

use crate::autograd::tape::{Kind, Node};
use crate::error::{Error, ErrorKind, Result};
use crate::ndarray::NDArray;
use rustc_hash::FxHashMap;
use std::fmt::Write;
use std::rc::Rc;

/// The graph that an array came from, as symbol JSON. Marked variables are named `var<k>`, constants `null<k>`,
/// operators `node_<k>`, counted within the graph.
pub fn to_json(x: &NDArray) -> Result<String> {
    let head = x.entry().ok_or_else(|| Error::new(ErrorKind::NoSymbol))?;
    let mut nodes: Vec<Rc<Node>> = Vec::new();
    let mut seen: FxHashMap<*const Node, usize> = FxHashMap::default();
    let mut pending = vec![head.node.clone()];
    while let Some(node) = pending.pop() {
        if seen.insert(Rc::as_ptr(&node), 0).is_none() {
            if let Kind::Op(record) = &*node.kind() {
                pending.extend(record.inputs.iter().map(|(e, _)| e.node.clone()));
            }
            nodes.push(node);
        }
    }
    nodes.sort_unstable_by_key(|n| n.id);
    for (i, node) in nodes.iter().enumerate() {
        seen.insert(Rc::as_ptr(node), i);
    }
    let (mut json, mut args, mut rows) = (String::from("{\n  \"nodes\": [\n"), Vec::new(), vec![0usize]);
    let (mut variables, mut operators) = (0, 0);
    for (i, node) in nodes.iter().enumerate() {
        if i > 0 {
            json.push_str(", \n");
        }
        match &*node.kind() {
            Kind::Op(record) => {
                let inputs: Vec<String> = record
                    .inputs
                    .iter()
                    .map(|(e, _)| format!("[{}, {}, 0]", seen[&Rc::as_ptr(&e.node)], e.output))
                    .collect();
                let _ = write!(
                    json,
                    "    {{\n      \"op\": \"{}\", \n      \"name\": \"node_{operators}\", \n",
                    record.call.op.def().name
                );
                if let Some(given) = &record.call.given {
                    let mut attrs: Vec<String> = Vec::with_capacity(given.len());
                    for (key, value) in given.iter() {
                        let attr = format!("{}: {}", quoted(key), quoted(value));
                        attrs.insert(attrs.partition_point(|before| *before < attr), attr);
                    }
                    let list = match &attrs[..] {
                        [one] => one.clone(),
                        _ => format!("\n        {}\n      ", attrs.join(", \n        ")),
                    };
                    let _ = writeln!(json, "      \"attrs\": {{{list}}}, ");
                }
                let _ = write!(json, "      \"inputs\": [{}]\n    }}", inputs.join(", "));
                operators += 1;
                rows.push(rows[i] + record.outputs.len());
            }
            Kind::Variable(v) => {
                let kind = if v.grad.is_some() { "var" } else { "null" };
                let _ = write!(
                    json,
                    "    {{\n      \"op\": \"null\", \n      \"name\": \"{kind}{variables}\", \n      \"inputs\": []\n    }}"
                );
                variables += 1;
                args.push(i);
                rows.push(rows[i] + 1);
            }
            Kind::FreedLeaf | Kind::FreedOp => return Err(Error::new(ErrorKind::NoSymbol)),
        }
    }
    let list = |values: &[usize]| values.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    let _ = write!(
        json,
        "\n  ], \n  \"arg_nodes\": [{}], \n  \"node_row_ptr\": [{}], \n  \"heads\": [[{}, {}, 0]], \n  \"attrs\": {{\"mxnet_version\": [\"int\", 10901]}}\n}}",
        list(&args),
        list(&rows),
        seen[&Rc::as_ptr(&head.node)],
        head.output
    );
    Ok(json)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
