//! What the tables know of MXNet: its list of operators, and the remarks written by hand.

use std::collections::BTreeSet;

/// One of MXNet's operators.
pub struct Theirs {
    pub name: &'static str,
    /// Whether it has a gradient: yes, zero, no, or - where that is not known.
    pub gradient: &'static str,
    /// Whether that can be differentiated again: yes, no, or - where that is not known.
    pub second: &'static str,
    pub aliases: Vec<&'static str>,
}

/// MXNet's operators, in the order of their names.
pub fn theirs() -> Vec<Theirs> {
    let mut all: Vec<Theirs> = lines(include_str!("../mxnet-operators.txt"))
        .map(|line| {
            let mut words = line.split(' ');
            let mut next = || words.next().unwrap_or("-");
            Theirs { name: next(), gradient: next(), second: next(), aliases: words.collect() }
        })
        .collect();
    all.sort_by_key(|op| (op.name.trim_start_matches('_').to_lowercase(), op.name));
    all
}

/// The remarks of `operator-notes.txt`, and which of them were used.
pub struct Notes {
    all: Vec<(&'static str, &'static str, &'static str)>,
    used: BTreeSet<usize>,
}

impl Notes {
    pub fn read() -> Notes {
        let (mut all, mut section) = (Vec::new(), "");
        for line in lines(include_str!("../operator-notes.txt")) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = name,
                None => {
                    let (names, text) = line.split_once(": ").unwrap_or((line, ""));
                    all.extend(names.split(' ').map(|name| (section, name, text)));
                }
            }
        }
        Notes { all, used: BTreeSet::new() }
    }

    /// The first remark of a section whose name is this one, or with a `*` at its end begins it.
    pub fn find(&mut self, section: &str, name: &str) -> Option<&'static str> {
        let fits = |pattern: &str| match pattern.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => pattern == name,
        };
        let place = self.all.iter().position(|(of, pattern, _)| *of == section && fits(pattern))?;
        self.used.insert(place);
        Some(self.all[place].2)
    }

    /// Remarks that no operator asked for.
    pub fn unused(&self) -> Vec<String> {
        let unused = self.all.iter().enumerate().filter(|(place, _)| !self.used.contains(place));
        unused.map(|(_, (section, name, _))| format!("[{section}] {name}")).collect()
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
