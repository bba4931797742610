//! Stored graphs: composition, MXNet's JSON, inference of shapes and types, execution.

mod compose;
mod control;
pub mod exchange;
mod executor;
mod facts;
mod fold;
mod graph;
mod infer;
mod json;
mod like;
mod order;
mod parse;
mod plan;
mod probe;
mod program;
mod tail;
mod upgrade;

pub use compose::{atomic, compose, group, variable};
pub use control::cut;
pub use executor::{Bound, Executor};
pub use facts::hidden_key;
pub use graph::{Attrs, Entry, Node, Symbol};
pub use infer::{Inferred, Known, infer, infer_named};
pub use json::Writer;
pub use order::{Ordered, Role, Source};
pub use parse::read as from_json;
pub use program::{Monitor, Program};
