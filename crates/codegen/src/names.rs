//! How operators are called in JavaScript.

pub use mxgrad_core::attrs::camel;
use mxgrad_core::op::OpDef;

/// The JavaScript name of an operator: snake_case becomes camelCase, PascalCase stays.
pub fn function(name: &str) -> String {
    if name.starts_with(|c: char| c.is_ascii_uppercase()) { name.to_string() } else { camel(name) }
}

/// The names (the canonical one and aliases) under which an operator stands at the root of `nd`.
pub fn root_names(def: &OpDef) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(&def.name).chain(def.aliases).filter(|name| !name.starts_with('_')) {
        let name = function(name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// MXNet's name spaces of operators below `nd`: `_linalg_gemm2` is `nd.linalg.gemm2`. Random operators have functions written
/// by hand.
pub const NAMESPACES: &[&str] = &["contrib", "image", "linalg"];

/// The names under which an operator stands in a name space.
pub fn names_in(namespace: &str, def: &OpDef) -> Vec<String> {
    let prefix = format!("_{namespace}_");
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(&def.name).chain(def.aliases).filter_map(|name| name.strip_prefix(&prefix)) {
        let name = function(name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The name of a parameter: JavaScript's reserved words get an underscore.
pub fn parameter(name: &str) -> String {
    let name = camel(name);
    if matches!(name.as_str(), "var" | "in" | "delete" | "new" | "function" | "default") { name + "_" } else { name }
}
