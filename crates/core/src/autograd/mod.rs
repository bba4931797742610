//! Reverse-mode differentiation over the recorded graph.

pub mod anomaly;
mod backward;
mod compose;
mod context;
mod mark;
pub mod state;
pub mod symbol;
pub mod tape;

pub use backward::{BackwardOptions, backward, grad};
pub use compose::{composed_forward, composed_gradient};
pub use context::Grad;
pub use mark::{
    attach_grad, attach_rows, fresh_grad, grad_of, grad_req, mark, only_constant, only_variable, restore, rows_of,
    set_fresh_grad, set_rows, variable_of,
};
pub use tape::{GradReq, Rows};
