//! Typed functions: one a name of each operator.

use crate::examples::Examples;
use crate::{names, types};
use mxgrad_core::op::{Inputs, OpDef};
use mxgrad_core::registry;
use std::fmt::Write;

/// Attributes that add outputs, with the value that does so.
const MORE_OUTPUTS: &[(&str, &str)] = &[
    ("output_mean_var", "true"),
    ("ret_typ", "\"both\""),
    ("get_prob", "true"),
    ("state_outputs", "true"),
    ("output_score", "true"),
];

/// Attributes of operators whose number of outputs they decide.
const COUNTS_OUTPUTS: &[&str] = &["num_outputs", "sections", "num_weights"];

/// What a function returns.
pub enum Returns {
    /// One array.
    One,
    /// A list.
    Many,
    /// One, or with this option a list.
    Switch(&'static str, &'static str),
}

/// What an operator's function returns.
pub fn returns(def: &OpDef) -> Returns {
    let has = |name: &str| def.attrs.iter().any(|a| a.name == name);
    if let Some((name, value)) = MORE_OUTPUTS.iter().find(|(name, _)| has(name)) {
        Returns::Switch(name, value)
    } else if def.outputs.len() != 1 || COUNTS_OUTPUTS.iter().any(|name| has(name)) {
        Returns::Many
    } else {
        Returns::One
    }
}

/// `ops.ts`: the functions of every operator that MXNet has at the root of `nd`.
pub fn file(examples: &Examples) -> String {
    let mut body = String::new();
    for def in registry::all().filter(|def| !def.internal) {
        body += &functions(def, &names::root_names(def), examples);
    }
    with_imports(&body)
}

/// `<namespace>.ts`: the functions of the operators that MXNet has in a name space. Those that stand at the root as well are
/// taken from there.
pub fn namespace_file(namespace: &str, examples: &Examples) -> String {
    let (mut body, mut shared) = (String::new(), String::new());
    for def in registry::all().filter(|def| !def.internal) {
        let names = names::names_in(namespace, def);
        match names::root_names(def).first() {
            Some(root) => names.iter().for_each(|name| {
                let renamed = if root == name { name.clone() } else { format!("{root} as {name}") };
                let _ = writeln!(shared, "  {renamed},");
            }),
            None => body += &functions(def, &names, examples),
        }
    }
    if !shared.is_empty() {
        body += &format!("\nexport {{\n{shared}}} from \"./ops.ts\";\n");
    }
    if body.is_empty() { "export {};\n".into() } else { with_imports(&body) }
}

/// The function of an operator under its first name, and the other names for it.
fn functions(def: &OpDef, names: &[String], examples: &Examples) -> String {
    let Some((first, aliases)) = names.split_first() else { return String::new() };
    let mut body = function(def, first, examples);
    for alias in aliases {
        let _ = write!(body, "\n/** Another name of `{first}`. */\nexport const {alias}: typeof {first} = {first};\n");
    }
    body
}

/// The file with imports of what it uses.
fn with_imports(body: &str) -> String {
    let mut imports = String::new();
    if body.contains("DType") {
        let _ = writeln!(imports, "import type {{ DType }} from \"../nd/dtype.ts\";");
    }
    let used: Vec<&str> = [("apply(", "apply"), ("applyVariadic(", "applyVariadic"), ("OutOption", "type OutOption")]
        .iter()
        .filter(|(text, _)| body.contains(text))
        .map(|(_, name)| *name)
        .collect();
    if !used.is_empty() {
        let _ = writeln!(imports, "import {{ {} }} from \"../nd/invoke.ts\";", used.join(", "));
        let _ = writeln!(imports, "import type {{ NDArray }} from \"../nd/ndarray.ts\";");
    }
    imports + body
}

fn function(def: &OpDef, name: &str, examples: &Examples) -> String {
    let mut out = String::from("\n");
    if let Some(options) = types::options(def, name) {
        out += &options;
        out += "\n";
    }
    let doc = doc(def, examples);
    for (params, returned) in signatures(def, name) {
        out += &doc;
        let _ = writeln!(out, "export function {name}({params}): {returned};");
    }
    let call = match &def.inputs {
        Inputs::Fixed(_) => format!("apply(\"{}\", args)", def.name),
        Inputs::Variadic { count, .. } => {
            let counted = def.attrs.iter().any(|a| a.name == *count);
            let count = if counted { format!("\"{count}\"") } else { "null".to_string() };
            format!("applyVariadic(\"{}\", {count}, args)", def.name)
        }
    };
    let _ = writeln!(out, "export function {name}(...args: unknown[]): unknown {{\n  return {call};\n}}");
    out
}

/// Parameter lists and return types: one for each number of optional tensors, twice where an option adds outputs.
fn signatures(def: &OpDef, name: &str) -> Vec<(String, String)> {
    let tensors: Vec<String> = match &def.inputs {
        Inputs::Variadic { .. } => vec!["args: readonly NDArray[]".into(), "...args: NDArray[]".into()],
        Inputs::Fixed(list) => {
            let fewest = list.iter().filter(|i| !i.optional).count();
            (fewest..=list.len())
                .map(|n| {
                    let param = |i: &mxgrad_core::op::Input| {
                        let ty = if i.optional { "NDArray | null" } else { "NDArray" };
                        format!("{}: {ty}", names::parameter(i.name))
                    };
                    list[..n].iter().map(param).collect::<Vec<_>>().join(", ")
                })
                .collect()
        }
    };
    let must = def.attrs.iter().any(|a| types::required(def, a));
    let options = if def.attrs.is_empty() { "OutOption".to_string() } else { types::options_name(name) };
    let mut out = Vec::new();
    for tensors in &tensors {
        let with = |options: &str, must: bool| match (tensors.is_empty(), tensors.starts_with("...")) {
            (_, true) => format!("...args: [...NDArray[], {options}] | NDArray[]"),
            (true, _) => format!("options{}: {options}", if must { "" } else { "?" }),
            (false, _) => format!("{tensors}, options{}: {options}", if must { "" } else { "?" }),
        };
        match returns(def) {
            Returns::One => out.push((with(&options, must), "NDArray".into())),
            Returns::Many => out.push((with(&options, must), "NDArray[]".into())),
            Returns::Switch(attr, value) => {
                let attr = mxgrad_core::attrs::camel(attr);
                out.push((with(&format!("{options} & {{ {attr}: {value} }}"), true), "NDArray[]".into()));
                out.push((with(&options, must), "NDArray".into()));
            }
        }
    }
    out
}

fn doc(def: &OpDef, examples: &Examples) -> String {
    let mut text = def.doc.trim().to_string() + "\n";
    match &def.inputs {
        Inputs::Fixed(list) => {
            for i in *list {
                let optional = if i.optional { " Optional." } else { "" };
                let _ = write!(text, "\n@param {} - {}{optional}", names::parameter(i.name), i.doc);
            }
        }
        Inputs::Variadic { doc, .. } => {
            let _ = write!(text, "\n@param args - {doc}");
        }
    }
    types::comment(&format!("{text}\n{}", examples.block(def)), "")
}
