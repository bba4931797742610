//! Types of the operators' functions of symbols. There is no code: those functions are made of the registry as data.

use crate::{names, types};
use mxgrad_core::op::{Inputs, OpDef};
use mxgrad_core::registry;
use std::fmt::Write;

/// `symbols.ts`: an interface for the root, and one for each name space.
pub fn file() -> String {
    let mut used: [Vec<String>; 2] = Default::default();
    let mut body = interface("SymbolOps", &names::root_names, &mut used[0]);
    for namespace in names::NAMESPACES {
        let mut chars = namespace.chars();
        let name: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
        let of = |def: &OpDef| names::names_in(namespace, def);
        let mut options = Vec::new();
        body += &interface(&format!("Symbol{name}"), &of, &mut options);
        // Options of what stands at the root as well are declared there.
        for option in options {
            let file = usize::from(!used[0].contains(&option));
            used[file].push(format!("{namespace} {option}"));
        }
    }
    let mut imports = String::new();
    for namespace in names::NAMESPACES {
        let prefix = format!("{namespace} ");
        let own: Vec<&str> = used[1].iter().filter_map(|option| option.strip_prefix(&prefix)).collect();
        if !own.is_empty() {
            let _ = writeln!(imports, "import type {{ {} }} from \"./{namespace}.ts\";", own.join(", "));
        }
    }
    let root: Vec<&String> = used[0].iter().filter(|option| !option.contains(' ')).collect();
    let root = root.iter().map(|option| option.as_str()).collect::<Vec<_>>().join(", ");
    let _ = writeln!(imports, "import type {{ {root} }} from \"./ops.ts\";");
    imports += "import type { SymbolFunction, SymbolFunctionOfMany } from \"../symbol/functions.ts\";\n";
    imports + &body
}

fn interface(name: &str, names: &dyn Fn(&OpDef) -> Vec<String>, used: &mut Vec<String>) -> String {
    let mut out = format!("\n/** Operators as functions of symbols. */\nexport interface {name} {{\n");
    for def in registry::all().filter(|def| !def.internal) {
        let names = names(def);
        let Some(first) = names::root_names(def).first().or(names.first()).cloned() else { continue };
        for name in &names {
            let options = match def.attrs.is_empty() {
                true => "object".to_string(),
                false => {
                    let options = types::options_name(&first);
                    if !used.contains(&options) {
                        used.push(options.clone());
                    }
                    options
                }
            };
            let (doc, ty) = match &def.inputs {
                Inputs::Fixed(list) => {
                    let inputs: Vec<String> = list.iter().map(|i| format!("\"{}\"", names::camel(i.name))).collect();
                    let inputs = if inputs.is_empty() { "never".to_string() } else { inputs.join(" | ") };
                    (def.doc.trim(), format!("SymbolFunction<{options}, {inputs}>"))
                }
                Inputs::Variadic { .. } => (def.doc.trim(), format!("SymbolFunctionOfMany<{options}>")),
            };
            out += &types::comment(doc, "  ");
            let _ = writeln!(out, "  {name}: {ty};");
        }
    }
    out + "}\n"
}
