//! The methods of arrays that are operators.

use crate::ops::{Returns, returns};
use crate::{names, types};
use mxgrad_core::attrs::camel;
use mxgrad_core::op::{Inputs, OpDef};
use mxgrad_core::registry;
use std::fmt::Write;

/// The operators that MXNet's NDArray has as methods. What the registry does not have yet is passed over.
const METHODS: &[&str] = &[
    "abs",
    "arccos",
    "arccosh",
    "arcsin",
    "arcsinh",
    "arctan",
    "arctanh",
    "argmax",
    "argmax_channel",
    "argmin",
    "argsort",
    "broadcast_axes",
    "broadcast_like",
    "broadcast_to",
    "cbrt",
    "ceil",
    "clip",
    "cos",
    "cosh",
    "degrees",
    "depth_to_space",
    "diag",
    "erf",
    "exp",
    "expand_dims",
    "expm1",
    "fix",
    "flatten",
    "flip",
    "floor",
    "log",
    "log10",
    "log1p",
    "log2",
    "log_softmax",
    "max",
    "mean",
    "min",
    "nanprod",
    "nansum",
    "norm",
    "one_hot",
    "ones_like",
    "pad",
    "pick",
    "prod",
    "radians",
    "rcbrt",
    "reciprocal",
    "relu",
    "repeat",
    "reshape_like",
    "rint",
    "round",
    "rsqrt",
    "shape_array",
    "sigmoid",
    "sign",
    "sin",
    "sinh",
    "size_array",
    "slice_axis",
    "slice_like",
    "softmax",
    "softmin",
    "sort",
    "space_to_depth",
    "split",
    "split_v2",
    "sqrt",
    "square",
    "squeeze",
    "sum",
    "swapaxes",
    "tan",
    "tanh",
    "tile",
    "topk",
    "transpose",
    "trunc",
    "zeros_like",
];

/// `methods.ts`: the base class of `NDArray`.
pub fn file() -> String {
    let mut body = String::new();
    let mut imports = Vec::new();
    for name in METHODS {
        if let Ok(def) = registry::find(name) {
            body += &method(def, name, &mut imports);
        }
    }
    imports.sort();
    imports.dedup();
    let options = imports.iter().map(|n| format!("  type {n},\n")).collect::<String>();
    let dtype = if body.contains("DType") { "import type { DType } from \"../nd/dtype.ts\";\n" } else { "" };
    format!(
        "{dtype}import {{ applyMethod, type OutOption }} from \"../nd/invoke.ts\";\nimport type {{ NDArray }} from \"../nd/ndarray.ts\";\nimport type {{\n{}}} from \"./ops.ts\";\n\n/** The methods of arrays that are operators: options by name in one object, or by position in MXNet's order. */\nexport abstract class NDArrayMethods {{\n{body}}}\n",
        options.replace("  type ", "  ")
    )
}

fn method(def: &OpDef, name: &str, imports: &mut Vec<String>) -> String {
    let js = camel(name);
    // Options are named after the function's first public name.
    let first = names::root_names(def).into_iter().next().unwrap_or_else(|| js.clone());
    let tensors: Vec<(&str, &str)> = match &def.inputs {
        Inputs::Fixed(list) => list[1..].iter().filter(|i| !i.optional).map(|i| (i.name, i.doc)).collect(),
        Inputs::Variadic { .. } => Vec::new(),
    };
    let others = tensors.iter().map(|(n, _)| format!("{}: NDArray", camel(n))).collect::<Vec<_>>();
    let join =
        |rest: String| others.iter().cloned().chain((!rest.is_empty()).then_some(rest)).collect::<Vec<_>>().join(", ");
    let returned = match returns(def) {
        Returns::One | Returns::Switch(..) => "NDArray",
        Returns::Many => "NDArray[]",
    };
    let mut text = def.doc.trim().to_string() + "\n";
    for (n, doc) in &tensors {
        let _ = write!(text, "\n@param {} - {doc}", camel(n));
    }
    let mut out = String::new();
    let options = if def.attrs.is_empty() {
        "OutOption".to_string()
    } else {
        imports.push(types::options_name(&first));
        types::options_name(&first)
    };
    let must = def.attrs.iter().any(|a| types::required(def, a));
    out += &types::comment(&text, "  ");
    let _ =
        writeln!(out, "  {js}({}): {returned};", join(format!("options{}: {options}", if must { "" } else { "?" })));
    if !def.attrs.is_empty() {
        let positional: Vec<String> = def
            .attrs
            .iter()
            .map(|a| format!("{}{}: {}", camel(a.name), if types::required(def, a) { "" } else { "?" }, types::of(a)))
            .collect();
        let _ = writeln!(out, "  {js}({}): {returned};", join(positional.join(", ")));
    }
    let names: Vec<String> = def.attrs.iter().map(|a| format!("\"{}\"", camel(a.name))).collect();
    let list = format!("[{}]", names.join(", "));
    let more = match tensors.len() {
        0 if names.is_empty() => String::new(),
        0 => format!(", {list}"),
        n => format!(", {list}, {n}"),
    };
    let _ = writeln!(
        out,
        "  {js}(...args: unknown[]): unknown {{\n    return applyMethod(\"{}\", this, args{more});\n  }}\n",
        def.name
    );
    out
}
