//! `packing FILE... PACKED`: packs files, one after the other.

use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut paths: Vec<String> = env::args().skip(1).collect();
    let packed = paths.pop().ok_or(io::ErrorKind::InvalidInput)?;
    let contents = paths.iter().map(fs::read).collect::<io::Result<Vec<_>>>()?.concat();
    fs::write(packed, packing::pack::pack(&contents))
}
