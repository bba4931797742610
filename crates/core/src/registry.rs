//! The one list of operators, and look-up by name or alias.

use crate::attrs::Given;
use crate::error::{Error, ErrorKind, Result};
use crate::op::{Call, OpDef};
use crate::ops;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

thread_local! {
    static BY_NAME: RefCell<FxHashMap<&'static str, &'static OpDef>> = RefCell::new({
        let mut map = FxHashMap::default();
        for def in all() {
            map.insert(def.name, def);
            for alias in def.aliases {
                map.insert(alias, def);
            }
        }
        map
    });
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
    let op = (def.parse)(&Given { op: def.name, pairs: attrs })?;
    Ok(Call { op, given: (!attrs.is_empty()).then(|| attrs.into()) })
}

#[cfg(test)]
mod tests {
    use super::*;

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
