//! No generic kernel is compiled for size by oversight: each one is named in `src/instances.rs`, or here.

use std::collections::BTreeSet;
use std::fs::read_to_string;

/// Seldom in a hurry, so that more instances are not worth their bytes: integers and indices are few beside the floats
/// that they go with, slices only work out places for a listed kernel, and the others are rare.
const BUILT_FOR_SIZE: &str = "
    reduce: reduce_int arg,
    integer: apply apply_scalar apply_scalar_left broadcast unary,
    index: pick pick_scatter_add one_hot gather_nd scatter_nd scatter_add,
    movement: slice_strided assign_strided pad pad_scatter_add,
    conv: im2col col2im,
    svd: svd,
";

/// What the listed kernels are made of: it is compiled with them.
const BUILDING_BLOCKS: [&str; 3] = ["simd", "math", "binary::broadcast"];

/// The text of a module, by its path.
fn source(module: &str) -> String {
    let path = format!("{}/src/{}.rs", env!("CARGO_MANIFEST_DIR"), module.replace("::", "/"));
    read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The name of a public function that has a type parameter, from the line that begins it.
fn generic(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix("pub ")?.split_once("fn ")?.1.split_once('<')?;
    let parameters = rest.split('(').next()?;
    let of_type = |p: &str| !p.trim_start().starts_with('\'') && !p.trim_start().starts_with("const ");
    (!name.contains('(') && parameters.split(',').any(of_type)).then_some(name)
}

/// Adds the kernels of a module, those of its public modules, and those that it re-exports from private ones.
fn collect(module: &str, kernels: &mut BTreeSet<String>) {
    if BUILDING_BLOCKS.contains(&module) {
        return;
    }
    let text = source(module);
    kernels.extend(text.lines().filter_map(generic).map(|name| format!("{module}::{name}")));
    for line in text.lines() {
        if let Some(inner) = line.strip_prefix("pub mod ").and_then(|line| line.strip_suffix(';')) {
            collect(&format!("{module}::{inner}"), kernels);
        }
    }
    for exported in text.split("\npub use ").skip(1) {
        let (from, names) = exported.split(';').next().and_then(|path| path.rsplit_once("::")).expect("a path");
        let names: Vec<&str> = names.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let inner = source(&format!("{module}::{from}"));
        let of_inner = inner.lines().filter_map(generic).filter(|name| names.contains(name));
        kernels.extend(of_inner.map(|name| format!("{module}::{name}")));
    }
}

/// The functions of a list of `module: name name` and `module::name::<type>`.
fn listed(list: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for entry in list.split([',', '[', ']']).map(str::trim) {
        if let Some((path, _)) = entry.split_once("::<") {
            all.insert(path.to_string());
        } else if let Some((module, names)) = entry.split_once(": ") {
            all.extend(names.split_whitespace().map(|name| format!("{module}::{name}")));
        }
    }
    all
}

#[test]
fn every_generic_kernel_is_compiled_for_speed_or_named_here() {
    let mut kernels = BTreeSet::new();
    for line in source("lib").lines() {
        if let Some(module) = line.strip_prefix("pub mod ").and_then(|line| line.strip_suffix(';')) {
            collect(module, &mut kernels);
        }
    }
    let text = source("instances");
    let list = text.split_once("= instances! {").and_then(|(_, rest)| rest.split_once("};")).expect("the list").0;
    let (fast, small) = (listed(list), listed(BUILT_FOR_SIZE));
    let mut wrong = vec![];
    for name in kernels.iter().filter(|&name| !fast.contains(name) && !small.contains(name)) {
        wrong.push(format!("{name} is built for size: list it in instances.rs, or here when it gains nothing"));
    }
    for name in fast.union(&small).filter(|&name| !kernels.contains(name)) {
        wrong.push(format!("{name} is listed, but there is no such public generic kernel"));
    }
    wrong.extend(fast.intersection(&small).map(|name| format!("{name} is in both lists")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
