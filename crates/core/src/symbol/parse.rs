//! The reader of MXNet's symbol JSON, of all versions. It trusts nothing that it reads.

use crate::error::{Error, Result};
use crate::symbol::graph::{Attrs, Entry, Symbol};
use crate::symbol::upgrade::{Raw, build};

/// Nesting beyond this is refused: MXNet's own files have five levels.
const DEEPEST: usize = 64;
/// The longest text that is read.
const LONGEST: usize = 32 << 20;

/// A JSON value.
enum Json {
    /// `null`, `true`, `false`.
    Word,
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

#[inline(never)]
fn wrong(message: String) -> Error {
    Error::value("Symbol.fromJSON", message)
}

impl Json {
    fn get(&self, key: &str) -> Option<&Json> {
        match self {
            // The last of several, as readers of JSON have it.
            Json::Map(pairs) => pairs.iter().rev().find(|(k, _)| k == key).map(|(_, value)| value),
            _ => None,
        }
    }

    fn field(&self, key: &str) -> Result<&Json> {
        self.get(key).ok_or_else(|| wrong(format!("Missing field \"{key}\"")))
    }

    fn list(&self, what: &str) -> Result<&[Json]> {
        match self {
            Json::List(items) => Ok(items),
            _ => Err(wrong(format!("{what} must be a list"))),
        }
    }

    fn text(&self, what: &str) -> Result<&str> {
        match self {
            Json::Text(text) => Ok(text),
            _ => Err(wrong(format!("{what} must be a text"))),
        }
    }

    fn index(&self, what: &str) -> Result<u32> {
        match self {
            Json::Number(n) if *n >= 0.0 && *n <= f64::from(u32::MAX) && *n == f64::from(*n as u32) => Ok(*n as u32),
            _ => Err(wrong(format!("{what} must be a whole number that is not negative"))),
        }
    }

    /// Texts by name; numbers stand for their texts.
    fn attrs(&self, what: &str, into: &mut Attrs) -> Result<()> {
        let Json::Map(pairs) = self else { return Err(wrong(format!("{what} must be an object"))) };
        for (key, value) in pairs {
            let value = value.text(&format!("{what}.{key}"))?.to_string();
            match into.iter_mut().find(|(k, _)| k == key) {
                Some(pair) => pair.1 = value,
                None => into.push((key.clone(), value)),
            }
        }
        Ok(())
    }
}

/// Reads a symbol, and brings what old versions wrote up to date.
#[inline(never)]
pub fn read(text: &str) -> Result<Symbol> {
    if text.len() > LONGEST {
        return Err(wrong(format!("the text has {} bytes, more than {LONGEST}", text.len())));
    }
    let mut reader = Reader { text, at: 0 };
    let root = reader.value(0)?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.error("the end"));
    }
    if !matches!(root, Json::Map(_)) {
        return Err(wrong("the text must be an object".into()));
    }
    let version = match root.get("attrs").and_then(|attrs| attrs.get("mxnet_version")) {
        None => 800,
        Some(pair) => match pair.list("attrs.mxnet_version")? {
            [_, version] => version.index("attrs.mxnet_version")?,
            _ => return Err(wrong("attrs.mxnet_version must be a pair".into())),
        },
    };
    graph(&root, version)
}

/// A graph, and those within it.
#[inline(never)]
fn graph(root: &Json, version: u32) -> Result<Symbol> {
    root.field("arg_nodes")?.list("arg_nodes")?;
    let nodes = root.field("nodes")?.list("nodes")?;
    let raw: Vec<Raw> = nodes.iter().enumerate().map(|(i, node)| raw(node, i, version)).collect::<Result<_>>()?;
    let heads = root.field("heads")?.list("heads")?;
    let heads: Vec<[u32; 3]> = heads.iter().map(|head| triple(head, "heads", nodes.len())).collect::<Result<_>>()?;
    if heads.is_empty() {
        return Err(wrong("heads is empty".into()));
    }
    let made = build(raw, version)?;
    let heads = heads.into_iter().map(|[node, output, version]| entry(&made, node, output, version, "heads"));
    Ok(Symbol { heads: heads.collect::<Result<_>>()? })
}

#[inline(never)]
fn raw(json: &Json, place: usize, version: u32) -> Result<Raw> {
    let at = |field: &str| format!("nodes[{place}].{field}");
    let name = json.field("name")?.text(&at("name"))?.to_string();
    let op = json.field("op")?.text(&at("op"))?.to_string();
    let subgraphs = match json.get("subgraphs") {
        None => Vec::new(),
        Some(list) => {
            let each = |json: &Json| graph(json, version).map_err(|e| wrong(format!("{}: {e}", at("subgraphs"))));
            list.list(&at("subgraphs"))?.iter().map(each).collect::<Result<_>>()?
        }
    };
    let mut attrs = Attrs::new();
    // What versions wrote: 0.8 `param` (and `attr` for users' own), 0.9 `attr`, 1.0 `attrs`.
    for field in ["param", "attr", "attrs"] {
        if let Some(map) = json.get(field) {
            map.attrs(&at(field), &mut attrs)?;
        }
    }
    let inputs = json.field("inputs")?.list(&at("inputs"))?;
    let inputs = inputs.iter().map(|input| triple(input, &at("inputs"), place)).collect::<Result<_>>()?;
    let after = match json.get("control_deps") {
        None => Vec::new(),
        Some(list) => list
            .list(&at("control_deps"))?
            .iter()
            .map(|dep| below(dep.index(&at("control_deps"))?, &at("control_deps"), place))
            .collect::<Result<_>>()?,
    };
    Ok(Raw { op, name, attrs, inputs, after, subgraphs })
}

/// A place that must lie before another: what refers to itself or to later nodes would be a cycle.
fn below(place: u32, what: &str, bound: usize) -> Result<u32> {
    if (place as usize) < bound { Ok(place) } else { Err(wrong(format!("{what}: there is no node {place} before"))) }
}

fn triple(json: &Json, what: &str, bound: usize) -> Result<[u32; 3]> {
    let (node, output, version) = match json.list(what)? {
        [node, output] => (node, output, None),
        [node, output, version] => (node, output, Some(version)),
        _ => return Err(wrong(format!("{what} must hold lists of two or three numbers"))),
    };
    let version = version.map_or(Ok(0), |version| version.index(what))?;
    Ok([below(node.index(what)?, what, bound)?, output.index(what)?, version])
}

/// An output of a node that was made; it must have that output.
pub(super) fn entry(
    made: &[std::rc::Rc<super::graph::Node>],
    node: u32,
    output: u32,
    version: u32,
    what: &str,
) -> Result<Entry> {
    let node = &made[node as usize];
    if output as usize >= node.total() {
        return Err(wrong(format!("{what}: node {} has no output {output}", node.name)));
    }
    Ok(Entry { node: node.clone(), output, version })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn error(&self, expected: &str) -> Error {
        let found = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let found = found.map_or("the end".to_string(), |c| format!("\"{c}\""));
        let line = 1 + self.text.as_bytes()[..self.at.min(self.text.len())].iter().filter(|&&b| b == b'\n').count();
        wrong(format!("line {line}: expected {expected}, got {found}"))
    }

    /// Passes over a character, if it comes next.
    fn eat(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8, what: &str) -> Result<()> {
        if self.eat(byte) { Ok(()) } else { Err(self.error(what)) }
    }

    #[inline(never)]
    fn value(&mut self, depth: usize) -> Result<Json> {
        if depth > DEEPEST {
            return Err(wrong(format!("lists are nested more than {DEEPEST} deep")));
        }
        self.space();
        match self.peek() {
            Some(b'{') => {
                self.at += 1;
                let mut pairs = Vec::new();
                if self.eat(b'}') {
                    return Ok(Json::Map(pairs));
                }
                loop {
                    self.space();
                    let key = self.string()?;
                    self.expect(b':', "a colon")?;
                    pairs.push((key, self.value(depth + 1)?));
                    if !self.eat(b',') {
                        break;
                    }
                }
                self.expect(b'}', "a comma or }")?;
                Ok(Json::Map(pairs))
            }
            Some(b'[') => {
                self.at += 1;
                let mut items = Vec::new();
                if self.eat(b']') {
                    return Ok(Json::List(items));
                }
                loop {
                    items.push(self.value(depth + 1)?);
                    if !self.eat(b',') {
                        break;
                    }
                }
                self.expect(b']', "a comma or ]")?;
                Ok(Json::List(items))
            }
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => {
                let from = self.at;
                while let Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') = self.peek() {
                    self.at += 1;
                }
                let text = &self.text[from..self.at];
                crate::text::parse_f64(text).map(Json::Number).map_err(|_| wrong(format!("{text} is no number")))
            }
            _ => {
                let rest = &self.text.as_bytes()[self.at..];
                let word = ["null", "true", "false"].into_iter().find(|word| rest.starts_with(word.as_bytes()));
                let word = word.ok_or_else(|| self.error("a value"))?;
                self.at += word.len();
                Ok(Json::Word)
            }
        }
    }

    #[inline(never)]
    fn string(&mut self) -> Result<String> {
        self.expect(b'"', "a text")?;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find(['"', '\\']) else {
                self.at = self.text.len();
                return Err(self.error("a closing quote"));
            };
            out += &rest[..end];
            self.at += end + 1;
            if rest.as_bytes()[end] == b'"' {
                return Ok(out);
            }
            let escape = self.peek();
            self.at += 1;
            match escape {
                Some(b'n') => out.push('\n'),
                Some(b'r') => out.push('\r'),
                Some(b't') => out.push('\t'),
                Some(b'b') => out.push('\u{8}'),
                Some(b'f') => out.push('\u{c}'),
                Some(c @ (b'"' | b'\\' | b'/')) => out.push(c.into()),
                Some(b'u') => out.push(self.unicode()?),
                _ => {
                    self.at -= 1;
                    return Err(self.error("a character that can be escaped"));
                }
            }
        }
    }

    /// The character of `\uXXXX`, or of two of them for what needs a pair.
    fn unicode(&mut self) -> Result<char> {
        let first = self.four()?;
        let code = if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            self.at += 2;
            0x10000 + ((first - 0xd800) << 10) + (self.four()?.wrapping_sub(0xdc00) & 0x3ff)
        } else {
            first
        };
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four(&mut self) -> Result<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or_else(|| self.error("four hexadecimal digits"))?;
        self.at += 4;
        Ok(code)
    }
}
