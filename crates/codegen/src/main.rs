//! Writes the TypeScript functions, the array methods, the operator data and the table of operators from the registry.
//!
//! `cargo run -p mxgrad-codegen -- <root>` writes `ts/src/generated/*` and `docs/operators.md` below `<root>`.

mod examples;
mod methods;
mod names;
mod notes;
mod ops;
mod parity;
mod symbols;
mod types;

use examples::Examples;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// The first line of every generated file.
const HEADER: &str = "// Written by crates/codegen from the registry. Do not edit.\n";

fn main() -> ExitCode {
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mxgrad-codegen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn generate() -> io::Result<()> {
    let root = PathBuf::from(env::args().nth(1).unwrap_or_else(|| ".".into()));
    let parity = parity::file().map_err(io::Error::other)?;
    fs::create_dir_all(root.join("docs"))?;
    fs::write(root.join("docs/operators.md"), parity)?;
    let out = root.join("ts/src/generated");
    let examples = Examples::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"))?;
    fs::create_dir_all(&out)?;
    fs::write(out.join("ops.ts"), format!("{HEADER}{}", ops::file(&examples)))?;
    for namespace in names::NAMESPACES {
        let path = out.join(format!("{namespace}.ts"));
        fs::write(path, format!("{HEADER}{}", ops::namespace_file(namespace, &examples)))?;
    }
    fs::write(out.join("symbols.ts"), format!("{HEADER}{}", symbols::file()))?;
    fs::write(out.join("methods.ts"), format!("{HEADER}{}", methods::file()))?;
    fs::write(out.join("defaults.ts"), format!("{HEADER}{}", types::defaults_file()))?;
    fs::write(out.join("documentation.ts"), format!("{HEADER}{}", types::documentation_file()))?;
    Ok(())
}
