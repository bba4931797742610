//! TypeScript types of attributes, and what is said of operators as data.

use mxgrad_core::attrs::{AttrDef, AttrType, camel};
use mxgrad_core::op::{Differentiable, Inputs, OpDef};
use mxgrad_core::registry;
use serde_json::{Value, json};
use std::fmt::Write;

/// The TypeScript type of an attribute.
pub fn of(attr: &AttrDef) -> String {
    let base = match attr.ty {
        AttrType::Bool => "boolean".to_string(),
        AttrType::Int32 | AttrType::Int64 | AttrType::Size | AttrType::Float32 | AttrType::Float64 => {
            "number".to_string()
        }
        AttrType::Tuple | AttrType::OptionalTuple => "number | readonly (number | null)[]".to_string(),
        AttrType::FloatTuple => "number | readonly number[]".to_string(),
        AttrType::DType => "DType".to_string(),
        AttrType::Text => "string".to_string(),
        AttrType::Choice(words) => words.iter().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(" | "),
    };
    if attr.optional { format!("{base} | null") } else { base }
}

/// A documentation comment, indented. Lines of code keep their indentation.
pub fn comment(text: &str, indent: &str) -> String {
    let mut code = false;
    let mut lines = Vec::new();
    for line in text.trim().lines() {
        code ^= line.starts_with("```");
        lines.push(if code { line.trim_end() } else { line.trim() });
    }
    match lines.as_slice() {
        [one] => format!("{indent}/** {one} */\n"),
        many => {
            let mut out = format!("{indent}/**\n");
            for line in many {
                let _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
            }
            out + indent + " */\n"
        }
    }
}

/// What an attribute means, with its default.
pub fn attr_doc(attr: &AttrDef) -> String {
    match attr.default.map(|default| default()) {
        Some(default) if default.is_empty() => attr.doc.trim().to_string(),
        Some(default) => format!("{} Default: `{default}`.", attr.doc.trim()),
        None => format!("{} Required.", attr.doc.trim()),
    }
}

/// The options interface of an operator, if it has attributes.
pub fn options(def: &OpDef, name: &str) -> Option<String> {
    if def.attrs.is_empty() {
        return None;
    }
    let mut out =
        format!("/** Options of `{name}`. */\nexport interface {} extends OutOption {{\n", options_name(name));
    for attr in def.attrs {
        out += &comment(&attr_doc(attr), "  ");
        let mark = if required(def, attr) { "" } else { "?" };
        let undefined = if mark.is_empty() { "" } else { " | undefined" };
        let _ = writeln!(out, "  {}{mark}: {}{undefined};", camel(attr.name), of(attr));
    }
    Some(out + "}\n")
}

/// Whether calls must give an attribute; the number of tensors is counted by the facade.
pub fn required(def: &OpDef, attr: &AttrDef) -> bool {
    let counted = matches!(def.inputs, Inputs::Variadic { count, .. } if count == attr.name);
    attr.required && !counted
}

/// The name of an operator's options interface.
pub fn options_name(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect::<String>() + "Options"
}

fn describe(def: &OpDef) -> Value {
    let inputs = match &def.inputs {
        Inputs::Fixed(list) => {
            list.iter().map(|i| json!({"name": i.name, "doc": i.doc, "optional": i.optional})).collect::<Vec<_>>()
        }
        Inputs::Variadic { count, doc } => vec![json!({"name": "args", "doc": doc, "variadic": count})],
    };
    let attrs: Vec<Value> = def
        .attrs
        .iter()
        .map(|a| {
            let mut attr = json!({"name": a.name, "type": of(a), "doc": a.doc.trim()});
            if let Some(default) = a.default {
                attr["default"] = json!(default());
            }
            attr
        })
        .collect();
    let gradient = match def.differentiable {
        Differentiable::Yes => "yes",
        Differentiable::Zero => "zero",
        Differentiable::No(_) => "no",
    };
    json!({
        "name": def.name, "aliases": def.aliases, "doc": def.doc.trim(), "inputs": inputs, "attrs": attrs,
        "outputs": def.outputs, "gradient": gradient,
    })
}

/// `defaults.ts`: what the module does not tell of its operators, the attributes' defaults: a line for each operator that has any,
/// in the order of the registry. Those that must be given have none.
pub fn defaults_file() -> String {
    let line = |def: &OpDef| {
        let defaults: Vec<String> = def.attrs.iter().filter_map(|a| a.default.map(|default| default())).collect();
        (!defaults.is_empty()).then(|| defaults.join("\t"))
    };
    let lines: Vec<String> = registry::all().filter(|def| !def.internal).filter_map(line).collect();
    let text = serde_json::to_string(&lines.join("\n")).expect("text");
    format!("\n/** Defaults of operators' attributes. */\nexport const DEFAULTS: string = {text};\n")
}

/// `documentation.ts`: every public operator in words, for an entry point of its own.
pub fn documentation_file() -> String {
    let all: Vec<Value> = registry::all().filter(|def| !def.internal).map(describe).collect();
    let text = serde_json::to_string(&all).expect("plain data");
    format!(
        "import type {{ OpDocumentation }} from \"../docs/index.ts\";\n\n/** Every public operator. */\nexport const documentation: () => readonly OpDocumentation[] = () => JSON.parse({});\n",
        serde_json::to_string(&text).expect("text")
    )
}
