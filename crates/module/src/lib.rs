//! The module that ships: the binding and all below it. Link-time passes run at the level of the crate that is linked, which kernels
//! need high; so the binding, which is compiled for size, is another.

extern crate mxgrad_wasm as _;
