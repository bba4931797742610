//! Writes generated files.
fn main() {}
