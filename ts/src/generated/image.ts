// Written by crates/codegen from the registry. Do not edit.
export {};
