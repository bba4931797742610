//! `docs/operators.md`: MXNet's operators and ours, side by side.

use crate::names;
use crate::notes::{self, Notes, Theirs};
use mxgrad_core::op::{Differentiable, Inputs, OpDef};
use mxgrad_core::registry;
use std::fmt::Write;

const INTRO: &str = "<!-- Written by crates/codegen from the registry, mxnet-operators.txt and operator-notes.txt. Do not edit. -->

# Operators: MXNet 1.9.1 and mxgrad

Every operator of MXNet 1.9.1 has a row; search for any of its names. `nd.invoke` takes each name and each other name of an operator,
`nd.describeOp` tells its inputs and attributes, and `describeOp` of `mxgrad/docs` what they mean.

- *in JavaScript*: its first function; `nd.invoke` where it is called by name.
- *gradient*: yes; zero (wherever it exists); no (asking for it is an error); – (no inputs).
- *second order*: whether the gradient can be differentiated again. Here that holds to any order.
- *in MXNet*: the same two of MXNet, as seen by running it; – where it was not seen.
- *differs*: what is not as in MXNet, and why. What holds for more than one operator is in [differences.md](differences.md).
";

/// The sections: a title, and whether an operator of MXNet stands there. The first that fits is taken.
type Section = (&'static str, fn(&str) -> bool);

const SECTIONS: &[Section] = &[
    ("Optimizer updates", |name| name.contains("_update") || name.contains("multi_lars")),
    ("`nd.contrib`", |name| name.starts_with("_contrib_")),
    ("`nd.image`", |name| name.starts_with("_image_")),
    ("`nd.linalg`", |name| name.starts_with("_linalg_")),
    ("`nd.random`", |name| ["_random_", "_sample_", "_shuffle"].iter().any(|start| name.starts_with(start))),
    ("Of two tensors", |name| name.starts_with("broadcast_") || name.starts_with("elemwise_")),
    ("Of a tensor and a number", |name| name.starts_with('_') && name.ends_with("_scalar")),
    ("`nd`", |name| !name.starts_with('_')),
    ("Behind arrays and functions", |_| true),
];

/// The file, or what is wrong with the lists that it is made from.
pub fn file() -> Result<String, String> {
    let (theirs, mut notes) = (notes::theirs(), Notes::read());
    let (mut problems, mut out) = (Vec::new(), INTRO.to_string());
    let mut sections: Vec<Vec<[String; 7]>> = SECTIONS.iter().map(|_| Vec::new()).collect();
    let mut absent = Vec::new();
    for op in &theirs {
        let place = SECTIONS.iter().position(|(_, holds)| holds(op.name)).unwrap_or(0);
        match registry::find(op.name).ok().filter(|def| !def.internal) {
            Some(def) => sections[place].push(row(op, def, &mut notes)),
            None => match notes.find("absent", op.name) {
                Some(why) => absent.push([code(op.name), why.to_string(), codes(&op.aliases)]),
                None => problems.push(format!(
                    "{}: MXNet has it and the registry does not; say what there is instead under [absent]",
                    op.name
                )),
            },
        }
    }
    let counts = (theirs.len() - absent.len(), absent.len());
    let _ = writeln!(out, "\n{} of MXNet's {} operators are there, {} are not.", counts.0, theirs.len(), counts.1);
    // The root of `nd` first.
    let order = (7..8).chain(5..7).chain(1..5).chain(0..1).chain(8..9);
    for place in order {
        let _ = writeln!(out, "\n## {}\n", SECTIONS[place].0);
        let heads = ["operator", "in JavaScript", "gradient", "second order", "in MXNet", "differs", "other names"];
        table(&mut out, heads, &sections[place]);
    }
    out += "\n## Not there\n\n";
    table(&mut out, ["operator", "why, or what there is instead", "other names"], &absent);
    out += "\n## mxgrad's own\n\nOperators that MXNet does not have.\n\n";
    let mut own = Vec::new();
    for def in registry::all().filter(|def| !def.internal) {
        let is_theirs = |name: &&'static str| theirs.iter().any(|op| op.name == *name || op.aliases.contains(name));
        if !std::iter::once(&def.name).chain(def.aliases).any(is_theirs) {
            match notes.find("own", def.name) {
                Some(why) => own.push([code(def.name), call(def, &mut notes), gradient(def).into(), why.to_string()]),
                None => problems.push(format!(
                    "{}: a public operator in no row: MXNet has none of this name; list it under [own], or make it internal",
                    def.name
                )),
            }
        }
    }
    table(&mut out, ["operator", "in JavaScript", "gradient", "what for"], &own);
    problems.extend(notes.unused().iter().map(|note| format!("{note}: a remark on no such operator; take it out")));
    if problems.is_empty() {
        Ok(out)
    } else {
        Err(format!("docs/operators.md (crates/codegen/operator-notes.txt):\n  {}", problems.join("\n  ")))
    }
}

fn row(op: &Theirs, def: &OpDef, notes: &mut Notes) -> [String; 7] {
    let again = if gradient(def) == "yes" { "yes" } else { "–" };
    let in_mxnet = match op.gradient {
        "yes" => format!("yes, {}", op.second.replace('-', "–")),
        other => other.replace('-', "–"),
    };
    let differs = notes.find("differs", op.name).unwrap_or_default();
    [code(op.name), call(def, notes), gradient(def).into(), again.into(), in_mxnet, differs.into(), codes(&op.aliases)]
}

/// How an operator is called: its function, or what a remark says, or by name.
fn call(def: &OpDef, notes: &mut Notes) -> String {
    if let Some(text) = notes.find("call", def.name) {
        return text.into();
    }
    let spaced = names::NAMESPACES.iter().find_map(|space| {
        let name = names::names_in(space, def).into_iter().next()?;
        Some(format!("nd.{space}.{name}"))
    });
    let root = || names::root_names(def).into_iter().next().map(|name| format!("nd.{name}"));
    let own = |call: &String| def.name.starts_with(&format!("_{}_", call.split('.').nth(1).unwrap_or_default()));
    // An operator named for a name space is known by its place there, others by that at the root.
    let found = match spaced {
        Some(call) if own(&call) => Some(call),
        spaced => root().or(spaced),
    };
    code(&found.unwrap_or_else(|| "nd.invoke".into()))
}

fn gradient(def: &OpDef) -> &'static str {
    match def.differentiable {
        _ if matches!(def.inputs, Inputs::Fixed([])) => "–",
        Differentiable::Yes => "yes",
        Differentiable::Zero => "zero",
        Differentiable::No(_) => "no",
    }
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn codes(names: &[&str]) -> String {
    names.iter().map(|name| code(name)).collect::<Vec<_>>().join(" ")
}

/// A table whose columns are as wide as what they hold, but for the last two, which may be long.
fn table<const N: usize>(out: &mut String, heads: [&str; N], rows: &[[String; N]]) {
    let width = |i: usize| rows.iter().map(|row| row[i].chars().count()).chain([heads[i].len()]).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(|i| if i + 2 < N { width(i) } else { 0 });
    let mut line = |cells: [&str; N]| {
        let cells: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    };
    line(heads);
    let rules = widths.map(|width| "-".repeat(width.max(3)));
    line(std::array::from_fn(|i| rules[i].as_str()));
    for row in rows {
        line(std::array::from_fn(|i| row[i].as_str()));
    }
}
