//! The random streams and number texts against real MXNet 1.9.1 and NumPy (`scripts/oracle/random_streams.py`).

mod arguments;
mod golden;
mod numpy;
mod replay;
mod text;
