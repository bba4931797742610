//! The examples of operators: sections of the TypeScript files in `crates/codegen/examples`.
//!
//! A section begins with a heading, `// nd.exp` or `// nd.linalg.gemm`, and reaches to the next one. Its code stands in the
//! documentation of the operator of that name. A block around all of it keeps its variables apart and is left out.

use crate::names;
use mxgrad_core::op::OpDef;
use mxgrad_core::registry;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// The code of every operator's example, by the operator's name in the registry.
pub struct Examples(BTreeMap<&'static str, String>);

impl Examples {
    /// Reads a folder. An error names every operator without an example, and every example that is not one operator's.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        paths.sort();
        let mut sections = Vec::new();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "ts")) {
            sections.extend(self::sections(&fs::read_to_string(path)?));
        }
        Self::assign(sections).map_err(|problems| io::Error::other(format!("{}:\n{problems}", folder.display())))
    }

    fn assign(sections: Vec<(String, String)>) -> Result<Self, String> {
        let public: Vec<(&OpDef, Vec<String>)> =
            registry::all().map(|def| (def, names(def))).filter(|(_, names)| !names.is_empty()).collect();
        let mut examples = BTreeMap::new();
        let mut problems = Vec::new();
        for (name, code) in sections {
            match public.iter().find(|(_, names)| names.contains(&name)) {
                None => problems.push(format!("{name}: no public operator has this name")),
                Some(_) if !code.contains(&format!("{name}(")) => problems.push(format!("{name}: is not called")),
                Some((def, names)) => {
                    if examples.insert(def.name, code).is_some() {
                        problems.push(format!("{name}: has two examples (its names: {})", names.join(", ")));
                    }
                }
            }
        }
        let missing = public.iter().filter(|(def, _)| !examples.contains_key(def.name));
        problems.extend(missing.map(|(_, names)| format!("{}: has no example", names[0])));
        if problems.is_empty() { Ok(Self(examples)) } else { Err(problems.join("\n")) }
    }

    /// The example as it stands in a doc comment.
    pub fn block(&self, def: &OpDef) -> String {
        self.0.get(def.name).map(|code| format!("\n@example\n```ts\n{code}\n```\n")).unwrap_or_default()
    }
}

/// The names under which a caller finds an operator.
fn names(def: &OpDef) -> Vec<String> {
    if def.internal {
        return Vec::new();
    }
    let below =
        |space: &str| names::names_in(space, def).into_iter().map(move |name| format!("nd.{space}.{name}")).collect();
    let spaces = names::NAMESPACES.iter().map(|space| -> Vec<String> { below(space) });
    let root = names::root_names(def).into_iter().map(|name| format!("nd.{name}"));
    root.chain(spaces.flatten()).collect()
}

/// The headings of a file with what stands below them.
fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("// ").filter(|name| name.starts_with("nd.") && !name.contains(' ')) {
            Some(name) => sections.push((name.to_string(), Vec::new())),
            None => sections.last_mut().into_iter().for_each(|(_, code)| code.push(line)),
        }
    }
    sections.into_iter().map(|(name, code)| (name, unwrapped(&code))).collect()
}

/// Lines without the empty ones around them, and without a block around all of them.
fn unwrapped(lines: &[&str]) -> String {
    let code = lines.join("\n");
    let code = code.trim();
    match code.strip_prefix("{\n").and_then(|code| code.strip_suffix("\n}")) {
        Some(inner) if !inner.contains("\n}\n") => {
            inner.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
        }
        _ => code.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_read_without_their_blocks() {
        let text =
            "// Of what.\nimport x;\n\n// nd.a\nnd.a(1); // nd.b\n// [1]\n\n// nd.c.d\n{\n  if (x) {\n    y;\n  }\n}\n";
        let expected = [("nd.a", "nd.a(1); // nd.b\n// [1]"), ("nd.c.d", "if (x) {\n  y;\n}")];
        assert_eq!(sections(text), expected.map(|(name, code)| (name.to_string(), code.to_string())));
    }

    #[test]
    fn problems_are_named() {
        let given =
            [("nd.nope", "nd.nope()"), ("nd.reshape", "nd.reshape()"), ("nd.Reshape", "nd.Reshape()"), ("nd.exp", "x")];
        let given = given.map(|(name, code)| (name.to_string(), code.to_string())).to_vec();
        let problems = Examples::assign(given).err().expect("problems");
        for part in ["nd.nope: no public", "nd.Reshape: has two", "nd.exp: is not called", "nd.abs: has no example"] {
            assert!(problems.contains(part), "{part} in {problems}");
        }
        assert!(!problems.contains("nd.Reshape: has no example"));
    }
}
