//! The modules, packed for travelling inside JavaScript: a fifth smaller than DEFLATE makes them, and faster unpacked than by
//! JavaScript. This crate packs them, natively, and is itself the small module that unpacks them.
//!
//! What is packed becomes literal bytes and copies of what came before, as in DEFLATE, but from any distance, and the code in
//! which a literal or the length of a copy is written depends on the two bytes before: after an opcode comes another kind of
//! byte than after an index. There are, the lowest bit of a byte first:
//!
//! - for each value of a byte, its class as the last byte and its class as the one before that;
//! - for each pair of classes the number of a code;
//! - the lengths of the words of all codes: of those for literals and lengths, and of those for distances;
//! - words. One below 256 is a literal; others are lengths of copies, with extra bits, and after them comes a distance: one
//!   of those that were used last, or a new one with extra bits. The code of distances depends on the length.

#![cfg_attr(target_family = "wasm", no_std)]

mod codes;
#[cfg(target_family = "wasm")]
pub mod module;
#[cfg(not(target_family = "wasm"))]
pub mod pack;
pub mod unpack;
