//! The one list of operators, and look-up by name or alias.

use crate::attrs::AttrType;
use crate::error::{Error, ErrorKind, Result};
use crate::op::{Call, Differentiable, Inputs, OpDef};
use crate::ops;
use cells::{Lasting, Local, RefCell};
use rustc_hash::FxHashMap;

thread_local! {
    static BY_NAME: Lasting<RefCell<FxHashMap<&'static str, &'static OpDef>>> = Lasting::new(RefCell::new({
        let mut map = FxHashMap::default();
        for def in all() {
            map.insert(def.name, def);
            for alias in def.aliases {
                map.insert(alias, def);
            }
        }
        map
    }));
}

/// Every operator, in the order of the list in `ops`.
pub fn all() -> impl Iterator<Item = &'static OpDef> {
    ops::FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// Makes an operator of the host known by its name.
pub fn add(def: &'static OpDef) {
    BY_NAME.with_borrow_mut(|map| map.insert(def.name, def));
}

/// The operator with this name or alias.
pub fn find(name: &str) -> Result<&'static OpDef> {
    BY_NAME.with_borrow(|map| map.get(name).copied()).ok_or_else(|| Error::new(ErrorKind::UnknownOp(name.to_string())))
}

/// The operator with this name and these attributes (MXNet's names and texts).
pub fn parse(name: &str, attrs: &[(String, String)]) -> Result<Call> {
    let def = find(name)?;
    let op = def.read(attrs)?;
    Ok(Call { op, given: (!attrs.is_empty()).then(|| attrs.into()) })
}

/// What the host is told of public operators: a line for each. Its fields are divided by tabs: name, aliases, inputs, outputs, whether
/// it has a gradient (`y`es, `z`ero or `n`o), and then the attributes with their types. Lists are divided by spaces.
///
/// An input that may be left out ends with `?`; one that stands for many is the name of the attribute with their number after
/// `*`. A type is a letter (that of [`letter`]) or the words of a choice divided by `|`; where `None` is a value `?` comes before
/// it, and where there is no default `!`.
pub fn describe() -> String {
    let mut out = String::new();
    for def in all().filter(|def| !def.internal) {
        out.push_str(def.name);
        push_list(&mut out, def.aliases);
        out.push('\t');
        match def.inputs {
            Inputs::Fixed(list) => {
                for (i, input) in list.iter().enumerate() {
                    out.push_str(if i > 0 { " " } else { "" });
                    out.push_str(input.name);
                    out.push_str(if input.optional { "?" } else { "" });
                }
            }
            Inputs::Variadic { count, .. } => {
                out.push('*');
                out.push_str(count);
            }
        }
        push_list(&mut out, def.outputs);
        out.push_str(match def.differentiable {
            Differentiable::Yes => "\ty",
            Differentiable::Zero => "\tz",
            Differentiable::No(_) => "\tn",
        });
        for attr in def.attrs {
            push_list(&mut out, &[attr.name, ""]);
            out.push_str(if attr.required { "!" } else { "" });
            out.push_str(if attr.optional { "?" } else { "" });
            match attr.ty {
                AttrType::Choice(words) => words.iter().for_each(|word| {
                    out.push('|');
                    out.push_str(word);
                }),
                ty => out.push(letter(ty)),
            }
        }
        out.push('\n');
    }
    out
}

fn push_list(out: &mut String, list: &[&str]) {
    for (i, one) in list.iter().enumerate() {
        out.push(if i > 0 { ' ' } else { '\t' });
        out.push_str(one);
    }
    if list.is_empty() {
        out.push('\t');
    }
}

/// What stands for a type: that of its values in JavaScript.
fn letter(ty: AttrType) -> char {
    match ty {
        AttrType::Bool => 'b',
        AttrType::Int32 | AttrType::Int64 | AttrType::Size | AttrType::Float32 | AttrType::Float64 => 'n',
        AttrType::Tuple | AttrType::OptionalTuple => 'l',
        AttrType::FloatTuple => 'f',
        AttrType::DType => 'd',
        AttrType::Text | AttrType::Choice(_) => 't',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_lines_of_fields() {
        let text = describe();
        let line = |name: &str| text.lines().find(|line| line.split('\t').next() == Some(name)).unwrap().to_string();
        assert_eq!(line("clip"), "clip\t_npi_clip _sparse_clip\tdata\toutput\ty\ta_min !n\ta_max !n");
        assert!(
            line("Concat").starts_with("Concat\tconcat _sparse_concat\t*num_args\toutput\ty\t"),
            "{}",
            line("Concat")
        );
        assert!(line("FullyConnected").contains("\tdata weight bias?\toutput\ty\tnum_hidden !n\t"));
        assert!(line("topk").contains("\taxis ?n\tk n\tret_typ |both|indices|mask|value\t"), "{}", line("topk"));
    }

    #[test]
    fn names_are_unique() {
        let mut seen = FxHashMap::default();
        for def in all() {
            for name in std::iter::once(&def.name).chain(def.aliases) {
                assert!(seen.insert(*name, def.name).is_none(), "{name} is registered twice");
            }
        }
    }
}
